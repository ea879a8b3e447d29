import type { Caller } from '../../../platform/auth/caller.js';
import type { SentForm } from '../../forms/sent-form.js';
import type { CaseAct } from './case-act.js';
import type { CaseParts } from './case.view.js';

/** One part of the case page: it reads its stage and does what its forms ask for. */
export interface CaseSection<Name extends keyof CaseParts = keyof CaseParts> {
  readonly name: Name;
  readonly acts: Partial<Record<CaseAct, DoAct>>;
  /** @throws Problem `not-found` where there is no such case */
  read(caller: Caller, registrationId: string): Promise<SectionAnswer<CaseParts[Name]>>;
}

export interface SectionAnswer<Section> {
  section: Section;
  /** What the state of the stage allows now; the caller's role is another question. */
  offers?: readonly CaseAct[];
  /** Of these, the one that moves the case on. */
  next?: CaseAct;
}

/** An act as its form sent it. */
export interface SentAct extends SentForm {
  registrationId: string;
}

/** @throws Problem of the stage; `invalid-input` for faulty fields */
export type DoAct = (act: SentAct) => Promise<unknown>;
