import { Injectable } from '@nestjs/common';
import { Problem } from '../../platform/problems/problem.js';
import { SavedDrafts } from '../../registrations/drafts/saved-drafts.service.js';
import { checkForm, type FormBody, typed } from '../forms/check-form.js';
import type { FieldError } from '../forms/form.view.js';
import { Pages } from '../frame/pages.js';
import type { GuardedVisit } from '../frame/visit.js';
import { paths } from '../paths.js';
import { type Draft, Drafts, type SavedCodes } from './draft.js';
import { RegisterPages } from './register-pages.js';
import { RegisterPlaces } from './register-place.js';
import type { RegisterStep } from './register-step.js';
import { ReturnForm } from './return-form.js';
import { keptText, readKept } from './saved-draft.js';

/** Lets somebody stop, and go on later where they stopped. */
@Injectable()
export class SavingPages {
  constructor(
    private readonly pages: Pages,
    private readonly shown: RegisterPages,
    private readonly drafts: Drafts,
    private readonly places: RegisterPlaces,
    private readonly saved: SavedDrafts,
  ) {}

  /**
   * Keeps what is typed, right or wrong. Saved before, it is written over and keeps its codes, unless another window saved it
   * meanwhile, or registered it: then this one gets codes of its own.
   */
  async save(visit: GuardedVisit, step: RegisterStep, draft: Draft) {
    const text = keptText(this.drafts.withHiddenWords(draft), step);
    const over = draft.saved && (await this.saveOver(visit, draft.saved, text));
    const kept = over ?? (await this.saved.save(visit.caller, text, visit.request.ip));
    const page = { kept, apart: draft.saved !== null && over === null };
    return this.pages.show(visit, 'register/saved', page, 200, draft.answers.post);
  }

  /** @returns null where what is saved is not what was read */
  private async saveOver({ caller }: GuardedVisit, { until, ...codes }: SavedCodes, text: string) {
    try {
      return await this.saved.replace(caller, codes, text, until);
    } catch (error) {
      if (error instanceof Problem && ['stale', 'wrong-credentials'].includes(error.code)) return null;
      throw error;
    }
  }

  ask(visit: GuardedVisit, reference = '', errors: readonly FieldError[] = []) {
    const form = { action: paths.registerReturn, hidden: [], errors };
    return this.pages.show(visit, 'register/return', { form, values: { reference } });
  }

  /** Goes on where the person stopped. A wrong code and a draft that is no more are told apart by nobody. */
  async return(visit: GuardedVisit, body: FormBody) {
    const checked = checkForm(ReturnForm, body);
    if (!checked.ok) return this.ask(visit, typed(body, 'reference'), checked.errors);
    try {
      const { content, expiresAt: until } = await this.saved.open(visit.caller, checked.value);
      const kept = readKept(content);
      if (!kept) throw new Problem('unauthenticated', 'wrong-credentials');
      const { key, step, ...told } = kept;
      const { answers, people } = this.drafts.withWords(told);
      const draft = this.drafts.begin({ key, answers, people, saved: { ...checked.value, until } });
      return await this.shown.step(visit, await this.places.of(visit.caller, 'web'), step, draft);
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'wrong-credentials') throw error;
      return this.ask(visit, checked.value.reference, [{ field: 'reference', code: 'wrong-codes' }]);
    }
  }
}
