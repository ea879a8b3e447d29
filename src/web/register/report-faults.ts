import { shaped } from '../../platform/http/field-faults.js';
import type { FieldFault } from '../../platform/problems/problem.js';
import { NEEDED_CONSENT } from '../../registrations/consent-purposes.js';
import { RegistrationRequest } from '../../registrations/intake/intake.dto.js';
import { intakeFaults } from '../../registrations/intake/intake-rules.js';
import { fieldErrors } from '../forms/check-form.js';
import type { FieldError } from '../forms/form.view.js';
import { type Answers, SAFE_ANSWERS } from './answers.js';
import { type Reported, STEP_FIELDS } from './register-step.js';
import { partOf, type ReportPart } from './report.js';

/** A report without a fault, into which one question's answers are put to find only theirs. */
const FAULTLESS: ReportPart = {
  post: 'XXX',
  fullName: 'X',
  birthDate: {},
  sex: 'X',
  contact: { method: 'none' },
  needs: [],
  consents: [NEEDED_CONSENT],
  language: 'en',
};

/** Lists are judged as wholes: a fault of an item is a fault of the question. */
const PLACES = {
  '/contact': 'method',
  '/birthDate': 'day',
  '/adult/name': 'adultName',
  '/adult/relation': 'adultRelation',
  '/family/name': 'familyName',
  '/family/relation': 'familyRelation',
  '/family/phone': 'familyPhone',
};
const THROUGH_SOMEBODY = { ...PLACES, '/contact/phone': 'throughPhone' };

/** What is wrong with the answers to one question, by its input. @param today `YYYY-MM-DD` at the post */
export function questionErrors(question: Reported, answers: Answers, today: string): FieldError[] {
  const own = question === 'safety' ? safetyErrors(answers) : [];
  const places = answers.method === 'somebody' ? THROUGH_SOMEBODY : PLACES;
  const asked: readonly string[] = STEP_FIELDS[question];
  const found = fieldErrors(reportFaults({ ...FAULTLESS, ...partOf(question, answers) }, today), places);
  const misread = readerErrors(question, answers);
  const other = found.filter(
    ({ field }) => asked.includes(field) && !misread.some((one) => one.field === field),
  );
  // in the order in which they are asked, which is not that in which a report is checked
  const place = ({ field }: FieldError) => asked.indexOf(field);
  return [...own, ...misread, ...other].sort((one, another) => place(one) - place(another));
}

/** The report in its proper form. @throws TypeError where it has faults of shape: ask {@link questionErrors} first */
export function toRequest(report: ReportPart): RegistrationRequest {
  const { value, faults } = shaped(RegistrationRequest, report);
  if (faults.length > 0) throw new TypeError('a report with faults');
  return value;
}

function reportFaults(report: ReportPart, today: string): FieldFault[] {
  const { value, faults } = shaped(RegistrationRequest, report);
  return faults.length > 0 ? faults : intakeFaults(value, today);
}

/** Whether somebody is safe is the one thing that has to be asked outright; the report knows it as a need. */
function safetyErrors({ safe }: Answers): FieldError[] {
  if (safe === '') return [{ field: 'safe', code: 'required' }];
  return (SAFE_ANSWERS as readonly string[]).includes(safe) ? [] : [{ field: 'safe', code: 'not-a-choice' }];
}

/** A passport reader types where the cursor stands; its lines do not fit into the passport number. */
function readerErrors(question: Reported, { passportNumber, nationalId }: Answers): FieldError[] {
  if (question !== 'papers') return [];
  return Object.entries({ passportNumber, nationalId })
    .filter(([, typed]) => typed.includes('<'))
    .map(([field]) => ({ field, code: 'lines-elsewhere' }));
}
