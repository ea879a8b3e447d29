import type request from 'supertest';
import type { Service } from '../support/service.js';
import type { StaffRole } from '../../src/platform/auth/roles.js';

export type Browser = ReturnType<typeof browserOf>;

/** The console as a browser sees it: a cookie, HTML, forms. */
export function browserOf(service: Service, cookie?: string) {
  const sent = (call: request.Test) => {
    const asked = call.set('accept', 'text/html').set('accept-language', 'en');
    return cookie === undefined ? asked : asked.set('cookie', cookie);
  };
  return {
    get: (path: string) => sent(service.everyone().get(path)),
    post: (path: string, fields: Record<string, string> = {}) =>
      sent(service.everyone().post(path)).type('form').send(fields),
  };
}

/** Signs in through the page. */
export async function signIn(
  service: Service,
  username: StaffRole | 'officer2' | 'administrator2',
): Promise<Browser> {
  const account = service.demonstration.accounts.find((known) => known.username === username)!;
  const { password } = account;
  const answer = await browserOf(service).post('/console/sign-in', { username, password }).expect(303);
  return browserOf(service, cookieOf(answer));
}

export function cookieOf(answer: request.Response): string {
  const cookies = answer.headers['set-cookie'] as unknown as string[] | undefined;
  return (cookies ?? []).map((cookie) => cookie.split(';')[0]).join('; ');
}

/** The hidden fields of the form of a page that posts to `action`. */
export function hiddenFields(html: string, action: string): Record<string, string> {
  const start = html.indexOf(`action="${action}"`);
  if (start < 0) throw new Error(`the page has no form for ${action}`);
  const form = html.slice(start, html.indexOf('</form>', start));
  const fields = [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)];
  return Object.fromEntries(fields.map(([, name, value]) => [name!, value!]));
}
