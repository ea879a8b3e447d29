import { Injectable } from '@nestjs/common';
import { requestLocale } from '../../platform/http/request-locale.js';
import { Translator } from '../../platform/i18n/translator.js';
import type { Post } from '../../posts/post.entity.js';
import type { FieldError } from '../forms/form.view.js';
import { Pages } from '../frame/pages.js';
import type { GuardedVisit } from '../frame/visit.js';
import { type Draft, Drafts } from './draft.js';
import { type RegisterStep, stepForm, stepsWith } from './register-step.js';
import { type RegisterPlace, stepPath } from './register-place.js';

/** Shows the steps of a registration; the draft goes along in every form. */
@Injectable()
export class RegisterPages {
  constructor(
    private readonly pages: Pages,
    private readonly drafts: Drafts,
    private readonly translator: Translator,
  ) {}

  step(
    visit: GuardedVisit,
    { surface, posts }: RegisterPlace,
    step: RegisterStep,
    draft: Draft,
    errors: readonly FieldError[] = [],
  ): Promise<Buffer> {
    const form = stepForm(step, stepsWith(posts.length), {
      action: stepPath(surface, step),
      hidden: [{ name: 'draft', value: this.drafts.seal(draft, surface) }],
      errors,
    });
    const language = draft.answers.language || requestLocale(visit.request, this.translator);
    const values = { ...draft.answers, language };
    const status = errors.length > 0 ? 422 : 200;
    if (step === 'post')
      return this.pages.show(visit, 'register/post', { form, values, posts: choices(posts) }, status);
    return this.pages.show(visit, `register/${step}`, { form, values }, status);
  }
}

const choices = (posts: readonly Post[]) => posts.map(({ code, name }) => ({ code, name }));
