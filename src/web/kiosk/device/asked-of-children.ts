import { NO_ANSWERS } from '../../register/answers.js';
import { isAskedForGuardian, isMinor } from '../../register/child.js';
import type { Typed } from './question-rules.js';

/** What was answered, by question. */
type Told = Readonly<Record<string, Typed>>;

/** Whether whoever is at the kiosk is asked whom they are with. @param today `YYYY-MM-DD` at the post */
export const asksWhoIsWith = (told: Told, today: string): boolean =>
  isAskedForGuardian(personIn(told), yearOf(today));

/** Whether a child can be with whoever told this. @param today `YYYY-MM-DD` at the post */
export const canLookAfter = (told: Told, today: string): boolean => !isMinor(personIn(told), yearOf(today));

const personIn = ({ needs, birth }: Told) => ({
  ...NO_ANSWERS,
  ...birth,
  needs: [needs?.['needs'] ?? []].flat(),
});

const yearOf = (today: string): number => Number(today.slice(0, 4));
