import type { SetupEffectResponse, SetupResponse } from '../../../posts/setup/setup.dto.js';
import type { FieldError, FormView } from '../../forms/form.view.js';
import type { Refusal } from '../../forms/refusal.js';
import type { WeekdayRow } from './week-form.js';

/** What is changed of a post, each on a page of its own. */
export const POST_PARTS = ['hours', 'holidays', 'counters', 'services', 'facts'] as const;
export type PostPart = (typeof POST_PARTS)[number];

/** How a post works, or one part of it with its form, and what a change leads to before it is made. */
export interface PostPage {
  setup: SetupResponse;
  /** None on the page that shows all of it. */
  part: PostPart | null;
  form: FormView;
  /** As typed, or as it is. */
  values: Readonly<Record<string, string>>;
  week: readonly WeekdayRow[];
  /** The counter that is looked at, of the part `counters`. */
  counter: { id: string; number: number } | null;
  /** What was tried out, to be confirmed. */
  effect: (SetupEffectResponse & { confirm: FormView }) | null;
  /** Who asked for another hotline, where somebody did. */
  hotlineAskedBy: string | null;
  /** Of whoever works for several: which post this is, and the others. */
  posts: readonly { id: string; name: string; current: boolean }[];
  errors: readonly FieldError[];
  refused: Refusal | null;
  done: boolean;
}
