export interface ApprovalRow {
  registrationId: string;
  reference: string;
  destination: string;
  /** Last day of validity, `YYYY-MM-DD`. */
  validUntil: string;
  appliedBy: string;
  appliedAt: string;
  /** The reader applied for it: nobody approves their own work. */
  own: boolean;
}

/** What waits for a second person's decision, longest wait first. */
export interface ApprovalsPage {
  rows: readonly ApprovalRow[];
  /** More wait than are shown. */
  more: boolean;
  asOf: string;
}
