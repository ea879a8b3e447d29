import { Injectable } from '@nestjs/common';
import type { Caller } from '../../../platform/auth/caller.js';
import { newId } from '../../../platform/ids.js';
import { CaseSections } from './case-sections.js';
import type { CasePage, SecondPersonPanel } from './case.view.js';

/** What happened just before the page is shown. */
export type CaseMoment = Partial<Pick<CasePage, 'done' | 'refused' | 'errors'>> & {
  revealed?: CasePage['person']['revealed'];
  statements?: SecondPersonPanel['shown'];
};

/** Puts the case page together. */
@Injectable()
export class CasePages {
  constructor(private readonly sections: CaseSections) {}

  /** @throws Problem `not-found` */
  async of(
    caller: Caller,
    id: string,
    { revealed = null, statements: shown = null, ...moment }: CaseMoment = {},
  ): Promise<CasePage> {
    const { sections, may, next } = await this.sections.read(caller, id);
    return {
      ...sections,
      person: { ...sections.person, revealed },
      secondPerson: sections.secondPerson && { ...sections.secondPerson, shown },
      id,
      may,
      next,
      done: null,
      refused: null,
      errors: [],
      formKey: newId(),
      ...moment,
    };
  }
}
