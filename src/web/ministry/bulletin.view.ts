import type { BulletinList, BulletinResponse } from '../../reports/bulletins/bulletins.dto.js';
import type { FieldError } from '../forms/form.view.js';
import type { Refusal } from '../forms/refusal.js';

/** The bulletins of a post, newest day first. */
export interface BulletinsPage {
  list: BulletinList;
  /** Posts to choose from, where the reader works for several. */
  posts: readonly { code: string; city: string }[];
  formKey: string;
  /** Why the last act was not done. */
  refused: Refusal | null;
}

/** Frozen: the figures never change; a correction is a revision that says what changed. */
export interface BulletinPage {
  bulletin: BulletinResponse;
  /** This is the newest revision, which alone can be corrected. */
  newest: boolean;
  values: { because: string };
  formKey: string;
  refused: Refusal | null;
  errors: readonly FieldError[];
}
