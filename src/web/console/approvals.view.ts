import type { Band } from './band.js';

export interface ApprovalRow {
  reference: string;
  subject: 'travel-document' | 'identity';
  band: Band;
  appliedBy: string;
  appliedAt: string;
  /** The approver applied for it: nobody approves their own work. */
  own: boolean;
}

/** What waits for a second person's decision, longest wait first within the band. */
export interface ApprovalsPage {
  rows: readonly ApprovalRow[];
  asOf: string;
}
