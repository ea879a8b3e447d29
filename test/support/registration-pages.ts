import { hiddenFields, type Visitor } from './page-reader.js';

/** Answers to every question that nothing is wrong with; the person is made up. */
export const ANSWERS = {
  safety: { safe: 'no' },
  needs: { needs: ['pregnant', 'held-or-forced'] },
  name: { fullName: 'Sutrisno Contoh' },
  birth: { day: '17', month: '4', year: '1998' },
  sex: { sex: 'M' },
  mother: { motherName: 'Wati Contoh' },
  papers: { passportNumber: 'X0000001', nationalId: '', passportMrz: '' },
  contact: {
    method: 'phone',
    phone: '+855 12 345 678',
    email: '',
    through: '',
    throughPhone: '',
  },
  hours: { safeFrom: '18:00', safeTo: '21.30', noCalls: 'yes', safeHours: 'not at work' },
  place: { whereNow: 'Guest house Melati' },
  travel: { travelTime: 'under-45' },
  held: { whereHeld: 'A white building' },
  origin: { homeProvince: 'Sumatera Utara', homeAddress: 'Jalan Contoh 1' },
  family: { familyName: 'Wati Contoh', familyRelation: 'parent', familyPhone: '+62 812 0000 0001' },
  consent: { consents: ['embassy-assistance', 'home-ministry'] },
  others: { others: 'no' },
} as const;
export type Question = keyof typeof ANSWERS;
const QUESTIONS = Object.keys(ANSWERS) as Question[];

/** Answers every question before `wanted`. @returns the page that asks it */
export async function pageOf(person: Visitor, wanted: Question | 'check'): Promise<string> {
  let page = (await person.get('/register/safety').expect(200)).text;
  for (const question of QUESTIONS) {
    if (question === wanted) return page;
    const sent = { ...hiddenFields(page), ...ANSWERS[question] };
    page = (await person.post(`/register/${question}`, sent).expect(200)).text;
  }
  return page;
}
