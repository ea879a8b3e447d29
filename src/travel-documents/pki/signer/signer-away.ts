import { Logger } from '@nestjs/common';
import { Problem } from '../../../platform/problems/problem.js';
import { KeyUnreadable } from '../software-keystore.js';
import { SignatureRefused } from './signer-connection.js';

const RETRY_AFTER_SECONDS = 30;
const logger = new Logger('Signer');

/**
 * What kept the signer from signing (it is started again, or has signed enough for an hour) as the Problem `busy` (503), and
 * on the log with its reason; anything else as it was thrown.
 */
export function signerAway(error: unknown): unknown {
  if (!(error instanceof KeyUnreadable) && !(error instanceof SignatureRefused)) return error;
  logger.error({ because: error.message }, 'the signer does not sign');
  return new Problem('unavailable', 'busy', { retryAfter: RETRY_AFTER_SECONDS });
}
