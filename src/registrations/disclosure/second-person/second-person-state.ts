/** What nobody of the staff sees alone: where somebody is and was held, and what is written about them: what the evidence of their identity says, and notes to their band. */
export const SECOND_PERSON_KINDS = ['location', 'statements'] as const;
export type SecondPersonKind = (typeof SECOND_PERSON_KINDS)[number];

/** Who may see it, once another of them has agreed; the same decide for one another. */
export const DISCLOSERS = ['officer', 'protection', 'approver'] as const;

/** What another person can say: of what is asked, and of what was opened at once because of danger. */
export const VERDICTS = ['agreed', 'declined', 'right', 'wrong'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** `lapsed`: nobody agreed in time, or the person was erased. `opened`: in danger, and nobody has looked at it yet. */
export const SECOND_PERSON_STATES = ['asked', 'opened', 'lapsed', ...VERDICTS] as const;
export type SecondPersonState = (typeof SECOND_PERSON_STATES)[number];

/** What can be said of each state; of the others nothing any more. */
const VERDICTS_OF: Readonly<Partial<Record<SecondPersonState, readonly Verdict[]>>> = {
  asked: ['agreed', 'declined'],
  opened: ['right', 'wrong'],
};

export const isDecided = (state: SecondPersonState): boolean => VERDICTS_OF[state] === undefined;

export const fitsVerdict = (state: SecondPersonState, verdict: Verdict): boolean =>
  VERDICTS_OF[state]?.includes(verdict) ?? false;
