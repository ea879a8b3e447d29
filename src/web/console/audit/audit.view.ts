import type { AuditEventResponse, ChainState } from '../../../platform/audit/audit.dto.js';

/** Who saw and did what, latest first, and whether the log is whole. */
export interface AuditPage {
  events: readonly (AuditEventResponse & {
    actor: string | null;
    /** Key of its words; none for an act that the code of today does not know. */
    act: string | null;
  })[];
  chain: Pick<ChainState, 'linked'> & { faults: number };
  next: string | null;
  asOf: string;
}
