import type { Pdu } from 'smpp';

export type SmppDelivery =
  | { kind: 'receipt'; providerId: string; reference?: number; delivered?: boolean }
  | { kind: 'message'; from: string; text: string }
  /** What goes on from an earlier part of a long message: the first word has been heard already. */
  | { kind: 'later-part' };

const RECEIPT = 0x04;
const KIND_BITS = 0x3c;
/** Of `message_state` and of the words in a receipt's text (SMPP 3.4, 5.2.28 and appendix B); the rest is not decided yet. */
export const DELIVERED_BY_STATE = new Map([
  [2, true],
  [3, false],
  [4, false],
  [5, false],
  [8, false],
]);
const BY_WORD = new Map([
  ['DELIVRD', true],
  ['EXPIRED', false],
  ['DELETED', false],
  ['UNDELIV', false],
  ['REJECTD', false],
]);

/** Elements of a header that say which part of a long message this is, last byte (3GPP TS 23.040, 9.2.3.24.1 and .8). */
const CONCATENATED = [0x00, 0x08];

function isLaterPart({ short_message: message, sar_segment_seqnum: segment }: Pdu): boolean {
  const header = [message?.udh ?? []].flat().find(([kind]) => CONCATENATED.includes(kind!));
  return (segment ?? header?.at(-1) ?? 1) > 1;
}

/** What a `deliver_sm` brings: a receipt, by its fields or else by its text, or a message from a person. */
export function readDelivery(pdu: Pdu): SmppDelivery {
  const text = String((pdu.message_payload ?? pdu.short_message)?.message ?? '');
  if (((pdu.esm_class ?? 0) & KIND_BITS) !== RECEIPT)
    return isLaterPart(pdu)
      ? { kind: 'later-part' }
      : { kind: 'message', from: `+${pdu.source_addr ?? ''}`, text };
  const providerId = pdu.receipted_message_id ?? /\bid:([^ ]{1,65})/i.exec(text)?.[1] ?? '';
  const word = /\bstat:([A-Z]{7})/i.exec(text)?.[1]?.toUpperCase();
  const delivered =
    pdu.message_state === undefined ? BY_WORD.get(word ?? '') : DELIVERED_BY_STATE.get(pdu.message_state);
  return {
    kind: 'receipt',
    providerId,
    ...(pdu.user_message_reference !== undefined && { reference: pdu.user_message_reference }),
    ...(delivered !== undefined && { delivered }),
  };
}
