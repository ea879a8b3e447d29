import type { ReceiptView } from '../../receipt/receipt.view.js';

/** The codes that an officer has just given somebody, to be printed and handed over. */
export interface NewCodesPage {
  /** The case. */
  id: string;
  receipt: ReceiptView;
  /** The person's, in which the receipt is written. */
  language: string;
}
