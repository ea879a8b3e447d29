/** An issued document waits to be handed out, is with its holder, or is no longer good. */
export type DocumentStatus = 'issued' | 'collected' | 'used' | 'void' | 'revoked';

/**
 * From which status a document may go to which. Void is one that ran out, or was never handed out, without being used;
 * revoked is one that its issuer took back.
 */
export const DOCUMENT_TRANSITIONS: Record<DocumentStatus, readonly DocumentStatus[]> = {
  issued: ['collected', 'void', 'revoked'],
  collected: ['used', 'void', 'revoked'],
  used: [],
  void: [],
  revoked: [],
};

export const documentMayBecome = (from: DocumentStatus, to: DocumentStatus): boolean =>
  DOCUMENT_TRANSITIONS[from].includes(to);

/** Whether it lies ready or is with its holder, whatever the day. */
export const documentIsOut = (status: DocumentStatus): boolean => DOCUMENT_TRANSITIONS[status].length > 0;

/** Why a document that nobody has collected is not handed out: its sheet is spoiled. */
export const VOIDING_REASONS = ['misprint', 'wrong-details', 'not-needed'] as const;
export type VoidingReason = (typeof VOIDING_REASONS)[number];

/** Who signed for a document: its holder, or somebody whom the holder authorised in writing. */
export const COLLECTORS = ['holder', 'authorised'] as const;
export type Collector = (typeof COLLECTORS)[number];

/** Why a document may be taken back. */
export const REVOCATION_REASONS = [
  'lost',
  'stolen',
  'damaged',
  'wrong-details',
  'issued-in-error',
  'not-needed',
] as const;
export type RevocationReason = (typeof REVOCATION_REASONS)[number];
