import { Injectable } from '@nestjs/common';
import { QUESTION_FIELDS } from '../../staff/second-factor/ask-again.guard.js';
import { FactorReader } from '../../staff/second-factor/factor-reader.js';
import type { FieldError, HiddenField } from '../forms/form.view.js';
import { paths } from '../paths.js';
import { Pages } from './pages.js';
import type { GuardedVisit } from './visit.js';

/** An address within the pages of the staff. */
const OWN_PAGE = /^\/(console|ministry)(?:[/?][\w\-./?=&%+]*)?$/;

/** The question before an act whether it is still the one who signed in. */
@Injectable()
export class ConfirmationPages {
  constructor(
    private readonly pages: Pages,
    private readonly reader: FactorReader,
  ) {}

  /**
   * @param next where to go on. @param form what was being sent there, carried along so that nothing typed is lost; none where
   * a page was asked for
   */
  async show(
    visit: GuardedVisit,
    next: string,
    form: Readonly<Record<string, unknown>> | undefined,
    errors: readonly FieldError[] = [],
  ): Promise<Buffer> {
    const kinds = visit.caller.secondFactor === 'given' ? await this.reader.kinds(visit.caller) : [];
    const hidden = [
      { name: 'confirmNext', value: next },
      ...(form ? [{ name: 'confirmForm', value: 'yes' }, ...carriedFields(form)] : []),
    ];
    const model = { form: { action: paths.confirmation, hidden, errors }, kinds };
    return this.pages.show(visit, 'console/confirmation', model, errors.length > 0 ? 422 : 403);
  }
}

/** Where somebody may be led after the question; their own account where it is no page of ours. */
export const nextPage = (wanted: string): string =>
  OWN_PAGE.test(wanted) && !wanted.includes('//') ? wanted : paths.account;

function carriedFields(form: Readonly<Record<string, unknown>>): HiddenField[] {
  return Object.entries(form)
    .filter(([name]) => !(QUESTION_FIELDS as readonly string[]).includes(name))
    .flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((one) => [name, one] as const))
    .filter((field): field is [string, string] => typeof field[1] === 'string')
    .map(([name, value]) => ({ name, value }));
}
