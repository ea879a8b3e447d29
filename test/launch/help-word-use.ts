import type { Demonstration } from '../../src/launch/demonstration/seed-demonstration.js';
import type { RegistrationReceipt } from '../../src/registrations/intake/intake.dto.js';

/** Chosen, right, wrong, and refused; all made up. */
export const WORDS = ['Danau Contohbiru', 'Gunung Contohputih', 'Sungai Contohsalah', 'Con'] as const;
const [FIRST, LATER, WRONG, REFUSED] = WORDS;

let keys = 0;

/** Chooses help words of one person and types them, right and wrong, by every way there is. @returns each answer's status */
export async function useHelpWords(url: string, { kioskCode }: Demonstration): Promise<number[]> {
  const statuses: number[] = [];
  const send = async (path: string, body: object, headers: Record<string, string> = {}, method = 'POST') => {
    const form = headers.accept === 'text/html';
    const answer = await fetch(`${url}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        'content-type': form ? 'application/x-www-form-urlencoded' : 'application/json',
        'idempotency-key': `help-word-use-${Date.now()}-${++keys}`,
        ...headers,
      },
      body: form ? new URLSearchParams({ ...body }).toString() : JSON.stringify(body),
    });
    statuses.push(answer.status);
    return answer;
  };
  const tokenFrom = async (path: string, body: object) => {
    const { accessToken } = (await (await send(path, body)).json()) as { accessToken: string };
    return { authorization: `Bearer ${accessToken}` };
  };
  const report = {
    post: 'PNH',
    fullName: 'Budi Contoh',
    birthDate: {},
    sex: 'M',
    contact: { method: 'none' },
    needs: [],
    consents: ['embassy-assistance'],
    language: 'id',
  };
  const registered = await send('/v1/registrations', { ...report, helpWord: FIRST });
  const { reference, accessCode, accessSecret } = (await registered.json()) as RegistrationReceipt;
  await send('/v1/registrations', { ...report, helpWord: REFUSED });
  const person = await tokenFrom('/v1/registrations/access', { accessSecret });
  const page = { accept: 'text/html' };
  const entered = await send('/status/sign-in', { reference, accessCode }, page);
  const cookie = (entered.headers.getSetCookie()[0] ?? '').split(';')[0]!;
  await send('/status/contact', { version: '1', method: 'none', helpWord: LATER }, { ...page, cookie });
  await send('/status/contact', { version: '2', method: 'none', helpWord: REFUSED }, { ...page, cookie });
  for (const helpWord of [REFUSED, FIRST])
    await send('/v1/registrations/own/help-word', { helpWord }, person, 'PUT');
  const kiosk = await tokenFrom('/v1/devices/enrolments', { code: kioskCode });
  for (const word of [WRONG, FIRST]) {
    await send('/v1/registrations/access', { reference, accessCode: word });
    await send('/status/sign-in', { reference, accessCode: word }, page);
    await send('/v1/check-ins', { reference, accessCode: word }, kiosk);
  }
  return statuses;
}
