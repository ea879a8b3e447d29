import { fieldErrors } from '../../forms/check-form.js';
import { familyErrors, familyOfForm, familyPlaces } from './family-of-form.js';

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

  it('shows a fault at the input of whoever it is about, and one of the way once', () => {
    const fields = { member: ['a', 'b'] };
    const faults = [
      { pointer: '/members/1/application/placeOfBirth', code: 'required' },
      { pointer: '/members/0/application/transit', code: 'not-a-choice' },
      { pointer: '/members/1/application/transit', code: 'not-a-choice' },
      { pointer: '/members/0/application/validUntil', code: 'too-late' },
      { pointer: '/members', code: 'not-a-family' },
    ];
    expect(
      familyErrors(fieldErrors(faults, familyPlaces(fields)), fields).map(
        ({ field, code }) => `${field} ${code}`,
      ),
    ).toEqual([
      'placeOfBirth-b required',
      'transit not-a-choice',
      'members too-late',
      'members not-a-family',
    ]);
  });
});
