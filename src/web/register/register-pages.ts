import { Injectable } from '@nestjs/common';
import { requestLocale } from '../../platform/http/request-locale.js';
import { Translator } from '../../platform/i18n/translator.js';
import type { Post } from '../../posts/post.entity.js';
import type { FieldError } from '../forms/form.view.js';
import { Pages } from '../frame/pages.js';
import type { GuardedVisit } from '../frame/visit.js';
import { tryCookies } from '../frame/cookies-kept.js';
import { type Draft, Drafts } from './draft.js';
import { isAskedForGuardian } from './child.js';
import { adultsOf, everybody, hadLastLook, writtenToIn } from './people-of-draft.js';
import { isAsked, type RegisterStep, stepForm, stepsOf } from './register-step.js';
import { type RegisterPlace, RegisterPlaces, stepPath } from './register-place.js';
import { bornOf } from './born.js';

/** Shows the steps of a registration; the draft goes along in every form. */
@Injectable()
export class RegisterPages {
  constructor(
    private readonly pages: Pages,
    private readonly drafts: Drafts,
    private readonly translator: Translator,
    private readonly places: RegisterPlaces,
  ) {}

  /** The steps of the person who is being asked about. */
  stepsOf(place: RegisterPlace, draft: Draft): readonly RegisterStep[] {
    return stepsOf(place.posts.length, draft.answers, this.isChild(place, draft));
  }

  /** Who has chosen no language is written to in the one in which they read. */
  withLanguage(visit: GuardedVisit, draft: Draft): Draft {
    return writtenToIn(draft, requestLocale(visit.request, this.translator));
  }

  private isChild(place: RegisterPlace, { answers }: Draft): boolean {
    return isAskedForGuardian(answers, this.places.year(place, answers.post));
  }

  /** A question that is not asked any more, as of a child who has come of age since it was saved, gives way to the last look. */
  step(
    visit: GuardedVisit,
    place: RegisterPlace,
    step: RegisterStep,
    draft: Draft,
    errors: readonly FieldError[] = [],
  ): Promise<Buffer> {
    const { surface, posts } = place;
    const steps = this.stepsOf(place, draft);
    if (isAsked(step) && !steps.includes(step)) return this.step(visit, place, 'check', draft);
    if (surface === 'web') tryCookies(visit);
    const known = this.withLanguage(visit, draft);
    // what was looked at once is what is registered, in whichever language it is looked at again
    const hidden = [{ name: 'draft', value: this.drafts.seal(step === 'check' ? known : draft, surface) }];
    const sent = { action: stepPath(surface, step), hidden, errors };
    const form = stepForm(step, steps, sent, isAsked(step) ? beforeFirst(draft) : 'check');
    const values = known.answers;
    const people = everybody(draft)
      .filter(({ id }) => id !== draft.answers.id)
      .map(({ id, fullName, companion }) => ({ id, fullName, companion }));
    const year = this.places.year(place, draft.answers.post);
    const adults = adultsOf(draft, year).map(({ id, fullName }) => ({ id, fullName }));
    const { post } = draft.answers;
    switch (step) {
      case 'post':
        return this.pages.show(visit, 'register/post', { form, values, posts: choices(posts) });
      case 'guardian':
        return this.pages.show(visit, 'register/guardian', { form, values, adults }, undefined, post);
      case 'check':
        return this.pages.show(
          visit,
          'register/check',
          { form, values, people, adults, child: this.isChild(place, draft), born: bornOf(values) },
          undefined,
          post,
        );
      default:
        return this.pages.show(visit, `register/${step}`, { form, values }, undefined, post);
    }
  }
}

/** From a first question back: to the last look of whoever has had one, and of a companion to that of the person before. */
function beforeFirst({ answers, people }: Draft): string | null {
  if (hadLastLook(answers)) return 'check';
  const [before] = people.slice(-1);
  return before ? `person-${before.id}` : null;
}

const choices = (posts: readonly Post[]) => posts.map(({ code, name }) => ({ code, name }));
