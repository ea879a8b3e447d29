import type { Service } from './service.js';

export type Visitor = ReturnType<typeof visitor>;

/** Somebody with a browser: follows forms as pages give them, keeps cookies, asks for HTML. */
export function visitor(service: Service) {
  const browser = service.everyone();
  const asPerson = <T extends { set(name: string, value: string): T }>(request: T): T =>
    request.set('accept', 'text/html').set('accept-language', 'en');
  const get = (path: string) => asPerson(browser.get(path));
  const post = (path: string, body: object, headers: Record<string, string> = {}) =>
    asPerson(browser.post(path)).type('form').set(headers).send(body);
  return { get, post };
}

/** The hidden fields of the page's main form, which go along with whatever is typed. */
export function hiddenFields(html: string): Record<string, string> {
  const [, main = ''] = /<main[^>]*>([\s\S]*)<\/main>/.exec(html) ?? [];
  return Object.fromEntries(
    [...main.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [
      name!,
      value!,
    ]),
  );
}

/** What a page asks: its first heading. */
export const heading = (html: string): string =>
  (/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html)?.[1] ?? '').replace(/<[^>]+>/g, '').trim();
