import { type FormBody, typed } from '../../forms/check-form.js';

/** What the form of an application says, as the stage asks for it. A receipt means that the fee is paid. */
export function applicationOfForm(fields: FormBody): FormBody {
  const { transit, receiptNumber, oldNumber, oldState, replacedDocument, replacedReason, ...plain } = fields;
  const receipt = typed({ receiptNumber }, 'receiptNumber');
  const number = letters(typed({ oldNumber }, 'oldNumber'));
  const replaced = typed({ replacedReason }, 'replacedReason');
  const paid = receipt !== '';
  const hasOld = number !== '' || typed({ oldState }, 'oldState') !== '';
  return {
    ...plain,
    transit: letters(typed({ transit }, 'transit'), ' ').split(' ').filter(Boolean),
    feeWaived: !paid,
    ...(paid && { receiptNumber: receipt, waiverReason: '' }),
    ...(hasOld && { oldPassport: { number, state: oldState } }),
    ...(replaced !== '' && { replaces: { documentId: replacedDocument, reason: replaced } }),
  };
}

/** Codes as people write them: in capitals, without what stands between. */
const letters = (text: string, between = ''): string =>
  text
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, between)
    .trim();
