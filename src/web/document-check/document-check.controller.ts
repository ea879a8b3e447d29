import { Body, Get, Post } from '@nestjs/common';
import { Throttle } from '@nestjs/throttler';
import { AllowEveryone } from '../../platform/auth/allow.js';
import { sentFile } from '../../platform/http/sent-file.js';
import type { DocumentCheckResponse } from '../../travel-documents/checks/document-checks.dto.js';
import { DocumentChecksService } from '../../travel-documents/checks/document-checks.service.js';
import { checkForm, errorsThrown, type FormBody, typed } from '../forms/check-form.js';
import type { FieldError } from '../forms/form.view.js';
import { PageController } from '../frame/page-controller.js';
import { Pages } from '../frame/pages.js';
import { CurrentVisit, type GuardedVisit } from '../frame/visit.js';
import { paths } from '../paths.js';
import { DocumentCheckForm, toCheckRequest } from './document-check-form.js';

/** For border guards and airlines: whether a document is genuine, and nothing about its holder. */
@PageController(paths.documentCheck)
export class DocumentCheckController {
  constructor(
    private readonly pages: Pages,
    private readonly checks: DocumentChecksService,
  ) {}

  @Get()
  @AllowEveryone()
  show(@CurrentVisit() visit: GuardedVisit) {
    return this.form(visit, {}, []);
  }

  /** Answers the verdict itself, so that no number stands in an address. */
  @Post()
  @AllowEveryone()
  async check(@CurrentVisit() visit: GuardedVisit, @Body() body: FormBody) {
    const checked = checkForm(DocumentCheckForm, body);
    if (!checked.ok) return this.form(visit, body, checked.errors);
    return this.answer(visit, body, () => this.checks.check(visit.caller, toCheckRequest(checked.value)));
  }

  /** By a photograph of the seal or of the whole sheet, which is not kept. */
  @Post('picture')
  @AllowEveryone()
  @Throttle({ default: { limit: 30, ttl: 60_000 } })
  checkPicture(@CurrentVisit() visit: GuardedVisit) {
    return this.answer(visit, {}, async () => {
      const { bytes } = await sentFile(visit.request, 'picture');
      return this.checks.checkPicture(visit.caller, bytes);
    });
  }

  private async answer(visit: GuardedVisit, body: FormBody, check: () => Promise<DocumentCheckResponse>) {
    try {
      const { number, ...answer } = await check();
      return await this.pages.show(visit, 'document-check/verdict', { ...answer, documentNumber: number });
    } catch (error) {
      return this.form(visit, body, errorsThrown(error, PLACES));
    }
  }

  private form(visit: GuardedVisit, body: FormBody, errors: readonly FieldError[]) {
    const [documentNumber, lineOne, lineTwo, seal] = FIELDS.map((name) => typed(body, name)) as Four;
    const form = { action: paths.documentCheck, hidden: [], errors };
    const values = { documentNumber, lineOne, lineTwo, seal };
    return this.pages.show(visit, 'document-check/form', { form, values });
  }
}

const FIELDS = ['documentNumber', 'lineOne', 'lineTwo', 'seal'] as const;
type Four = [string, string, string, string];
const PLACES = { '/number': 'documentNumber', '/lines': 'lineOne' };
