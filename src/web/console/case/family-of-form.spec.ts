import { familyOfForm } from './family-of-form.js';

describe('the form of a family', () => {
  it('has one way for all, and of each what is their own', () => {
    const fields = {
      member: ['a', 'b'],
      transit: 'sgp, mys',
      waiverReason: 'crisis',
      journeyOn: '',
      'placeOfBirth-a': ' Medan ',
      'placeOfBirth-b': 'Palu',
      'primaryName-b': 'CONTOH',
      'receiptNumber-b': 'K-1',
      'placeOfBirth-c': 'Ende',
    };
    expect(familyOfForm(fields)).toEqual({
      members: [
        {
          registrationId: 'a',
          application: {
            transit: ['SGP', 'MYS'],
            placeOfBirth: 'Medan',
            waiverReason: 'crisis',
            feeWaived: true,
          },
        },
        {
          registrationId: 'b',
          application: {
            transit: ['SGP', 'MYS'],
            placeOfBirth: 'Palu',
            primaryName: 'CONTOH',
            receiptNumber: 'K-1',
            feeWaived: false,
          },
        },
      ],
    });
    expect(familyOfForm({})).toEqual({ members: [] });
  });
});
