import fc from 'fast-check';
import { isValidPhoneNumber } from 'libphonenumber-js/min';
import { NO_ANSWERS } from '../../register/answers.js';
import { isQuestion, STEP_FIELDS, stepsWith } from '../../register/register-step.js';
import { questionErrors } from '../../register/report-faults.js';
import { questionFaults, type Typed } from './question-rules.js';

const TODAY = '2026-01-16';
const KNOWN = { today: TODAY, isPhone: (text: string) => isValidPhoneNumber(text) };
const ASKED = stepsWith(1).filter(isQuestion);

const codes = (step: string, answers: Typed) =>
  questionFaults(step, answers, KNOWN).map(({ field, code }) => `${field} ${code}`);

describe('what a kiosk checks by itself', () => {
  it.each([
    ['safety', {}, ['safe required']],
    ['needs', { needs: [] }, []],
    ['name', { fullName: ' ' }, ['fullName required']],
    ['name', { fullName: '၁၂၃' }, ['fullName no-letters']],
    ['name', { fullName: 'Budi' }, []],
    ['birth', { day: '31', month: '2', year: '1998' }, ['day not-a-date']],
    ['birth', { day: '', month: '', year: '๒๕๔๑' }, []],
    ['birth', { day: '1', month: '13', year: '1990', calendar: 'ethiopian' }, []],
    ['birth', { day: '', month: '', year: '2031' }, ['year in-the-future']],
    [
      'birth',
      { day: 'x', month: '13', year: '' },
      ['day whole-number-expected', 'month whole-number-expected'],
    ],
    ['birth', { day: '', month: '', year: '' }, []],
    ['sex', { sex: '' }, ['sex required']],
    ['sex', { sex: 'X' }, []],
    ['guardian', {}, ['guardian required']],
    ['papers', { passportMrz: 'P<IDN' }, ['passportMrz mrz-length']],
    ['papers', { passportNumber: 'P<IDNCONTOH' }, ['passportNumber lines-elsewhere']],
    ['hours', { safeFrom: '18.30', safeTo: '' }, ['safeTo required']],
    ['hours', { safeFrom: '25', safeTo: '៧' }, ['safeFrom wrong-format']],
    [
      'family',
      { familyName: '', familyRelation: 'parent', familyPhone: '12' },
      ['familyName required', 'familyPhone not-a-phone-number'],
    ],
    [
      'contact',
      { method: 'somebody', through: '', throughPhone: '1' },
      ['through required', 'throughPhone not-a-phone-number'],
    ],
    ['papers', { passportNumber: 'X 1234567', nationalId: '', passportMrz: '' }, []],
    ['papers', { nationalId: '3174_0' }, ['nationalId wrong-format']],
    ['contact', { method: 'phone', phone: '' }, ['phone required']],
    ['contact', { method: 'phone', phone: '+၈၅၅ 12 345 678' }, []],
    ['contact', { method: 'email', email: 'budi@' }, ['email not-an-email-address']],
    ['contact', { method: 'email', email: 'budi@example.org', phone: '12', throughPhone: '1' }, []],
    ['contact', { method: 'none', phone: '12', email: 'x' }, []],
    ['contact', { method: 'phone', phone: '+85512345678', email: 'x', through: '\u202E' }, []],
    ['consent', { consents: ['home-ministry'] }, ['consents consent-needed']],
    ['place', { whereNow: 'a\u202Eb' }, ['whereNow unsafe-characters']],
    ['a-question-of-tomorrow', { anything: 'x' }, []],
  ])('%s %j', (step, answers, found) => expect(codes(step, answers)).toEqual(found));

  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ maxLength: 310 }),
    fc.constantFrom(
      '',
      '1',
      '12',
      '1998',
      '2541',
      '+85512345678',
      'a@b.org',
      'a..b@c.de',
      'Budi',
      'F',
      'none',
      'yes',
    ),
  );
  const choice: Readonly<Record<string, fc.Arbitrary<string>>> = {
    safe: fc.constantFrom('', 'yes', 'no'),
    sex: fc.constantFrom('', 'F', 'M', 'X'),
    method: fc.constantFrom('', 'phone', 'email', 'somebody', 'none'),
    familyRelation: fc.constantFrom('', 'parent'),
    travelTime: fc.constantFrom('', 'under-15', 'over-90'),
    calendar: fc.constantFrom('', 'international', 'ethiopian'),
    noCalls: fc.constantFrom('', 'yes'),
    noMessages: fc.constantFrom('', 'yes'),
    cannotSpeak: fc.constantFrom('', 'yes'),
    language: fc.constantFrom('en', 'id'),
  };
  const listed: Readonly<Record<string, readonly string[]>> = {
    needs: ['pregnant', 'elderly'],
    consents: ['embassy-assistance', 'home-ministry'],
  };

  it.each(ASKED)('lets through nothing that the service would refuse: %s', (step) => {
    const fields = Object.fromEntries(
      STEP_FIELDS[step].map((field) => [
        field,
        listed[field] ? fc.subarray([...listed[field]]) : (choice[field] ?? text),
      ]),
    );
    fc.assert(
      fc.property(fc.record(fields), (answers) => {
        const typed = answers as Typed;
        if (questionFaults(step, typed, KNOWN).length > 0) return;
        expect(questionErrors(step, { ...NO_ANSWERS, method: 'none', ...typed }, TODAY)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
});
