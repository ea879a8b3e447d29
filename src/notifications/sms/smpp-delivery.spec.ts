import smpp, { type Pdu } from 'smpp';
import { readDelivery } from './smpp-delivery.js';

/** As the package reads it from the line. */
const delivered = (fields: Record<string, unknown>): Pdu => {
  const pdu = new smpp.PDU('deliver_sm', { source_addr: '85512000001', data_coding: 0, ...fields });
  return smpp.PDU.fromBuffer(pdu.toBuffer());
};
const header = (part: number, reference: number[]) =>
  Buffer.of(
    reference.length + 4,
    reference.length === 1 ? 0 : 8,
    reference.length + 2,
    ...reference,
    2,
    part,
  );

describe('what a text message centre delivers', () => {
  it.each([
    ['an 8-bit header', (part: number) => ({ short_message: { udh: header(part, [7]), message: '1' } })],
    ['a 16-bit header', (part: number) => ({ short_message: { udh: header(part, [1, 7]), message: '1' } })],
    ['fields', (part: number) => ({ short_message: '1', sar_segment_seqnum: part })],
  ])('is heard once where it comes in parts, by %s', (_, fields) => {
    expect(readDelivery(delivered(fields(1)))).toEqual({ kind: 'message', from: '+85512000001', text: '1' });
    expect(readDelivery(delivered(fields(2)))).toEqual({ kind: 'later-part' });
  });

  it('is a message as a whole without such a header', () => {
    expect(readDelivery(delivered({ short_message: 'tidak bisa' }))).toMatchObject({ text: 'tidak bisa' });
  });
});
