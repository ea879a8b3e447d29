import { applicationOfForm } from './application-of-form.js';

describe('the form of an application', () => {
  it('says what is paid, where the way leads and which paper is replaced', () => {
    expect(
      applicationOfForm({
        placeOfBirth: 'Medan',
        transit: 'sgp, mys',
        receiptNumber: 'K-1',
        waiverReason: 'crisis',
        oldNumber: 'x 123-4567',
        oldState: 'lost',
        replacedReason: '',
      }),
    ).toEqual({
      placeOfBirth: 'Medan',
      transit: ['SGP', 'MYS'],
      feeWaived: false,
      receiptNumber: 'K-1',
      waiverReason: '',
      oldPassport: { number: 'X1234567', state: 'lost' },
    });
  });

  it('without a receipt waives the fee', () => {
    expect(applicationOfForm({ waiverReason: 'child' })).toEqual({
      transit: [],
      feeWaived: true,
      waiverReason: 'child',
    });
  });

  it('names the document that is replaced', () => {
    expect(applicationOfForm({ replacedDocument: 'some-id', replacedReason: 'lost' })).toMatchObject({
      replaces: { documentId: 'some-id', reason: 'lost' },
    });
  });
});
