import type { FieldFault } from '../../platform/problems/problem.js';
import type { Post } from '../../posts/post.entity.js';

/** Why nothing is charged. */
export const WAIVER_REASONS = ['no-means', 'crisis', 'child', 'victim'] as const;
export type WaiverReason = (typeof WAIVER_REASONS)[number];

/** What a document cost: paid against a receipt, or waived for a reason. */
export interface Fee {
  /** Decimal text. */
  amount: string;
  currency: string;
  waiverReason: WaiverReason | null;
  receiptNumber: string | null;
}

/** What an application says of it. */
interface AskedFee {
  feeWaived: boolean;
  waiverReason?: WaiverReason;
  receiptNumber?: string;
}

/** The fee is the post's configuration; a fee that is not waived is paid before the application. */
export function feeOf(
  { feeWaived, waiverReason, receiptNumber }: AskedFee,
  post: Pick<Post, 'documentFee' | 'documentFeeCurrency'>,
): { fee: Fee; faults: FieldFault[] } {
  const fee = {
    amount: feeWaived ? '0' : post.documentFee,
    currency: post.documentFeeCurrency,
    waiverReason: feeWaived ? (waiverReason ?? null) : null,
    receiptNumber: feeWaived ? null : (receiptNumber?.toUpperCase() ?? null),
  };
  const faults: FieldFault[] = [];
  if (feeWaived && fee.waiverReason === null)
    faults.push({ pointer: '/waiverReason', code: 'waiver-unexplained' });
  if (!feeWaived && fee.receiptNumber === null && Number(fee.amount) > 0)
    faults.push({ pointer: '/receiptNumber', code: 'receipt-missing' });
  return { fee, faults };
}
