import type { Count, Figure } from './figure.js';

export interface BulletinRow {
  day: string;
  /** 0 for the first issue. */
  revision: number;
  frozenAt: string;
}

export interface BulletinsPage {
  bulletins: readonly BulletinRow[];
  /** Last complete day without a bulletin, which this reader may freeze now; else null. */
  toFreeze: string | null;
}

/** Frozen: the figures never change; a correction is a revision that says what changed. */
export interface BulletinPage {
  day: string;
  revision: number;
  frozenAt: string;
  rows: readonly { figure: Figure; ofTheDay: Count; cumulative: Count }[];
  /** What this revision corrects, or null. */
  correction: string | null;
}
