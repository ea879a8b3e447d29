import { Injectable } from '@nestjs/common';
import { notFound } from '../../platform/problems/problem.js';
import { isHelpWord } from '../../registrations/duress/help-word.js';
import type { FormBody } from '../forms/check-form.js';
import type { FieldError } from '../forms/form.view.js';
import { Pages } from '../frame/pages.js';
import type { GuardedVisit } from '../frame/visit.js';
import type { PageContext } from '../page-context.js';
import type { Answers } from './answers.js';
import { type Draft, Drafts } from './draft.js';
import {
  asTheyCount,
  everybody,
  hadLastLook,
  isFull,
  lookingAt,
  mayBeWith,
  withAnother,
  without,
} from './people-of-draft.js';
import { type Going, readStep } from './register-form.js';
import { RegisterPages } from './register-pages.js';
import { type RegisterPlace, RegisterPlaces, stepPath } from './register-place.js';
import { isAsked, isQuestion, isStep, type RegisterStep, stepsWith } from './register-step.js';
import { Registering } from './registering.js';
import { questionErrors } from './report-faults.js';
import { SavingPages } from './saving-pages.js';

type Surface = PageContext['surface'];

/**
 * The way through the questions: each step checks only itself, goes back without checking, and the last one registers
 * once, however often it is sent.
 */
@Injectable()
export class RegisterJourney {
  constructor(
    private readonly drafts: Drafts,
    private readonly places: RegisterPlaces,
    private readonly shown: RegisterPages,
    private readonly pages: Pages,
    private readonly registering: Registering,
    private readonly saving: SavingPages,
  ) {}

  /** Begins; a later question asked for by its address has no answers to go on from and leads to the first. */
  async begin(visit: GuardedVisit, surface: Surface, wanted: string) {
    const place = await this.places.of(visit.caller, surface);
    const first = stepsWith(place.posts.length)[0]!;
    if (wanted !== first) return this.pages.goTo(visit, stepPath(surface, first));
    return this.shown.step(visit, place, first, this.drafts.begin());
  }

  /** @throws Problem `form-expired`, `invalid-input`, `already-registered` (409, with other answers) */
  async answer(visit: GuardedVisit, surface: Surface, step: string, body: FormBody) {
    if (!isStep(step)) throw notFound();
    const place = await this.places.of(visit.caller, surface);
    const sent = readStep(step, body);
    const draft = this.merged(this.drafts.open(sent.draft, surface), sent.answers, place);
    if (sent.go) return this.go(visit, place, step, draft, sent.go);
    if (step === 'check') return this.register(visit, place, draft);
    const errors = this.errors(place, step, draft);
    if (errors.length > 0) return this.shown.step(visit, place, step, draft, errors);
    if (step === 'others' && draft.answers.others === 'yes')
      return this.shown.step(visit, place, 'safety', withAnother(draft));
    return this.shown.step(visit, place, this.after(step, place, draft), draft);
  }

  /** The next question. A change is followed by the last look again, unless it has opened a question, as whom a child is with. */
  private after(step: RegisterStep, place: RegisterPlace, draft: Draft): RegisterStep {
    const steps = this.shown.stepsOf(place, draft);
    const isChange = hadLastLook(draft.answers) || !isAsked(step);
    const next = isChange ? this.open(steps, place, draft) : steps[steps.indexOf(step) + 1];
    return next ?? 'check';
  }

  private open(steps: readonly RegisterStep[], place: RegisterPlace, draft: Draft): RegisterStep | undefined {
    return steps.find((step) => this.errors(place, step, draft).length > 0);
  }

  private go(
    visit: GuardedVisit,
    place: RegisterPlace,
    step: RegisterStep,
    draft: Draft,
    go: NonNullable<Going>,
  ) {
    switch (go.to) {
      case 'save':
        return this.saving.save(visit, step, draft);
      case 'person':
        return this.shown.step(visit, place, 'check', lookingAt(draft, go.id));
      case 'remove':
        return this.shown.step(visit, place, 'check', without(draft, go.id));
      case 'step': {
        const steps = this.shown.stepsOf(place, draft);
        return this.shown.step(
          visit,
          place,
          steps.includes(go.step) || !isAsked(go.step) ? go.step : step,
          draft,
        );
      }
    }
  }

  private async register(visit: GuardedVisit, place: RegisterPlace, draft: Draft) {
    for (const { id } of everybody(draft)) {
      const seen = lookingAt(draft, id);
      const steps = this.shown.stepsOf(place, seen).filter((step) => step !== 'others');
      const open = this.open([...steps, 'language'], place, seen);
      if (open) return this.shown.step(visit, place, open, seen, this.errors(place, open, seen));
    }
    const year = this.places.year(place, draft.answers.post);
    const counted = asTheyCount(this.shown.withLanguage(visit, draft), year);
    return this.registering.register(visit, counted, place.surface);
  }

  private merged(draft: Draft, answers: Partial<Answers>, { posts }: RegisterPlace): Draft {
    const [only, another] = posts;
    const post = only && !another ? { post: only.code } : {};
    // told once, both stay: the page never shows the quiet flag ticked nor the help word, since somebody may look on
    const before = draft.answers;
    const cannotSpeak = before.cannotSpeak || (answers.cannotSpeak ?? '');
    const helpWord = answers.helpWord || (isHelpWord(before.helpWord) ? before.helpWord : '');
    return { ...draft, answers: { ...before, ...answers, ...post, cannotSpeak, helpWord } };
  }

  private errors(place: RegisterPlace, step: RegisterStep, draft: Draft): FieldError[] {
    const { answers } = draft;
    if (step === 'others' && answers.others === 'yes' && isFull(draft))
      return [{ field: 'others', code: 'group-full' }];
    if (step === 'others') return answers.others === '' ? [{ field: step, code: 'required' }] : [];
    if (step === 'guardian')
      return mayBeWith(draft, this.places.year(place, answers.post))
        ? questionErrors(step, answers, this.places.today(place, answers.post))
        : [{ field: step, code: 'required' }];
    if (step === 'language' && answers.language === '') return [];
    if (step === 'post' && !place.posts.some(({ code }) => code === answers.post))
      return [{ field: 'post', code: 'required' }];
    return isQuestion(step) ? questionErrors(step, answers, this.places.today(place, answers.post)) : [];
  }
}
