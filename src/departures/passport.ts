import type { Outcome } from '../identity/decision-rules.js';
import type { EvidenceKind } from '../identity/evidence-kinds.js';

/** Of what is on file about somebody's identity, the part that says whether they can travel on their own passport. */
interface Seen {
  evidence: readonly { kind: EvidenceKind; agrees: boolean }[];
  inForce: { outcome: Outcome } | undefined;
}

/** Whether an officer saw a passport that agrees with what the person reported, and nobody decided against them since. */
export const hasPassport = ({ evidence, inForce }: Seen): boolean =>
  inForce?.outcome !== 'refused' &&
  inForce?.outcome !== 'not-a-national' &&
  evidence.some(({ kind, agrees }) => kind === 'passport' && agrees);
