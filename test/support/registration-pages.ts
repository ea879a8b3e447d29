import { hiddenFields, type Visitor } from './page-reader.js';

/** Answers to every question that nothing is wrong with; the person is made up. */
export const ANSWERS = {
  safety: { safe: 'no', needs: ['pregnant', 'held-or-forced'] },
  name: { fullName: 'Sutrisno Contoh' },
  birth: { day: '17', month: '4', year: '1998', sex: 'M' },
  papers: { passportNumber: 'X0000001', nationalId: '', passportMrz: '' },
  contact: { method: 'phone', phone: '+855 12 345 678', email: '', safeHours: 'after 18:00', language: 'id' },
  place: { whereNow: 'Guest house Melati' },
  held: { whereHeld: 'A white building' },
  origin: { homeProvince: 'Sumatera Utara' },
  consent: { consents: ['embassy-assistance', 'home-ministry'] },
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
