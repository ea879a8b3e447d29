import type { Caller } from '../../../platform/auth/caller.js';
import { Problem } from '../../../platform/problems/problem.js';
import type { CaseAct } from './case-act.js';
import type { CaseSection, DoAct, SentAct } from './case-section.js';
import type { CaseParts } from './case.view.js';
import { fits } from './fitting-acts.js';
import { roleMay } from './who-may.js';

export interface ReadCase {
  sections: CaseParts;
  may: CaseAct[];
  next: CaseAct | null;
}

/** All sections of a case page together: read at once, and each act led to the one that does it. */
export class CaseSections {
  /** @param all in the order in which a case moves on */
  constructor(private readonly all: readonly CaseSection[]) {}

  /** @throws Problem `not-found` */
  async read(caller: Caller, registrationId: string): Promise<ReadCase> {
    const answers = await Promise.all(this.all.map((section) => section.read(caller, registrationId)));
    const named = answers.map(({ section }, i) => [this.all[i]!.name, section]);
    const sections = Object.fromEntries(named) as CaseParts;
    const allowed = (act: CaseAct) => roleMay(caller.role, act) && fits(act, sections);
    return {
      sections,
      may: answers.flatMap(({ offers }) => (offers ?? []).filter(allowed)),
      next: answers.flatMap(({ next }) => next ?? []).find(allowed) ?? null,
    };
  }

  /** @throws Problem `not-allowed` (403) where the caller's role may not, else those of the stage */
  async do(act: CaseAct, sent: SentAct): Promise<void> {
    if (!roleMay(sent.caller.role, act)) throw new Problem('forbidden', 'not-allowed');
    const carryOut = this.all
      .map(({ acts }): DoAct | undefined => acts[act])
      .find((found) => found !== undefined);
    if (!carryOut) throw new Problem('not-found', 'not-found');
    await carryOut(sent);
  }
}
