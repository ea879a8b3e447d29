import { Injectable } from '@nestjs/common';
import { notFound, Problem } from '../../platform/problems/problem.js';
import { IntakeService } from '../../registrations/intake/intake.service.js';
import type { FormBody } from '../forms/check-form.js';
import type { FieldError } from '../forms/form.view.js';
import { Pages } from '../frame/pages.js';
import type { GuardedVisit } from '../frame/visit.js';
import type { PageContext } from '../page-context.js';
import { ReceiptCookie } from '../receipt/receipt-cookie.js';
import { type Draft, Drafts } from './draft.js';
import { readStep } from './register-form.js';
import { RegisterPages } from './register-pages.js';
import { type RegisterPlace, RegisterPlaces, stepPath } from './register-place.js';
import { isStep, type Question, type RegisterStep, stepsWith } from './register-step.js';
import { questionErrors, toRequest } from './report-faults.js';
import { reportOf } from './report.js';

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
    private readonly intake: IntakeService,
    private readonly receipts: ReceiptCookie,
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
    const steps = stepsWith(place.posts.length);
    const sent = readStep(step, body);
    const draft = this.merged(this.drafts.open(sent.draft, surface), sent.answers, place);
    if (sent.go && steps.includes(sent.go)) return this.shown.step(visit, place, sent.go, draft);
    if (step === 'check') return this.register(visit, place, draft);
    const errors = this.errors(place, step, draft);
    if (errors.length > 0) return this.shown.step(visit, place, step, draft, errors);
    return this.shown.step(visit, place, steps[steps.indexOf(step) + 1] ?? 'check', draft);
  }

  private async register(visit: GuardedVisit, place: RegisterPlace, draft: Draft) {
    for (const step of stepsWith(place.posts.length)) {
      const errors = step === 'check' ? [] : this.errors(place, step, draft);
      if (errors.length > 0) return this.shown.step(visit, place, step, draft, errors);
    }
    const request = toRequest(reportOf(draft.answers));
    const idempotent = { key: draft.key, scope: `page register ${visit.caller.id ?? ''}`, body: request };
    const receipt = await this.intake.register(visit.caller, request, idempotent).catch(alreadyRegistered);
    this.receipts.set(visit, { ...receipt, post: request.post });
    return this.pages.goTo(visit, stepPath(place.surface, 'done'));
  }

  private merged(draft: Draft, answers: SentAnswers, { posts }: RegisterPlace): Draft {
    const [only, another] = posts;
    const post = only && !another ? { post: only.code } : {};
    return { ...draft, answers: { ...draft.answers, ...answers, ...post } };
  }

  private errors(place: RegisterPlace, step: RegisterStep & Question, { answers }: Draft): FieldError[] {
    if (step === 'post' && !place.posts.some(({ code }) => code === answers.post))
      return [{ field: 'post', code: 'required' }];
    return questionErrors(step, answers, this.places.today(place, answers.post));
  }
}

type SentAnswers = ReturnType<typeof readStep>['answers'];

/** Somebody went back after registering, changed an answer and sent it again. */
function alreadyRegistered(error: unknown): never {
  if (error instanceof Problem && error.code === 'idempotency-key-reused')
    throw new Problem('conflict', 'already-registered');
  throw error;
}
