import type { AuditEventResponse, ChainState } from '../../../platform/audit/audit.dto.js';

/** Who saw and did what, latest first, and whether the log is whole. */
export interface AuditPage {
  events: readonly (AuditEventResponse & {
    actor: string | null;
    /** Keys of their words; none for what the code of today does not know. */
    act: string | null;
    role: string | null;
    subject: string | null;
  })[];
  chain: Pick<ChainState, 'linked'> & { faults: number };
  next: string | null;
  asOf: string;
}
