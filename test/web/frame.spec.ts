import { type Service, startService } from '../support/service.js';

describe('the frame of the pages', () => {
  let service: Service;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.stop());

  const get = (path: string) => service.everyone().get(path).set('accept', 'text/html');

  it('shows the first page in the language of the reader, for nobody to keep', async () => {
    const answer = await get('/').set('accept-language', 'id-ID,id;q=0.9').expect(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-language': 'id',
      'cache-control': 'no-store',
      'content-encoding': 'gzip',
    });
    expect(answer.text).toContain('<html lang="id" dir="ltr"');
    expect(answer.text).toContain('Embassy of the Republic of Indonesia in Phnom Penh');
  });

  it('keeps a chosen language in a cookie and nothing else, until the browser is closed', async () => {
    const answer = await get('/?lang=id').set('accept-language', 'en').expect(200);
    expect(answer.headers['content-language']).toBe('id');
    expect(answer.headers['set-cookie']).toEqual(['lang=id; Path=/; HttpOnly; SameSite=Lax']);
    expect(
      (await get('/').set('accept-language', 'en').set('cookie', 'lang=id')).headers['content-language'],
    ).toBe('id');
    expect((await get('/?lang=tlh')).headers['set-cookie']).toBeUndefined();
  });

  it('leads from the list of languages back to a page of this site only', async () => {
    expect((await get('/languages?from=/check')).text).toContain('href="/check?lang=id"');
    for (const from of ['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)'])
      expect((await get(`/languages?from=${encodeURIComponent(from)}`)).text).toContain('href="/?lang=id"');
  });

  it('leads from the page that answers a form to a page that can be asked for, in another language', async () => {
    const refused = await service
      .everyone()
      .post('/check/picture')
      .set('accept', 'text/html')
      .type('form')
      .send({})
      .expect(415);
    expect(refused.text).toContain('href="/languages?from=%2Fcheck"');
    const answer = await get('/status?lang=id').expect(303);
    expect(answer.headers['set-cookie']).toEqual([expect.stringContaining('lang=id')]);
  });

  it('speaks only languages of the staff where only the staff reads, also before anybody has signed in', async () => {
    const page = await get('/console/sign-in?lang=my').expect(200);
    expect(page.headers['content-language']).toBe('en');
    expect(page.text).toContain('href="/console/sign-in?lang=id"');
    expect(page.text).not.toContain('hreflang="my"');
  });

  it('names no other site in the links of a page that does not exist', async () => {
    for (const path of ['//evil.example', '//evil.example/x?y=1', '/\\evil.example'])
      expect((await get(path).expect(404)).text).not.toMatch(/href="[/\\]{2}/);
  });

  it('turns a problem into a page for people and leaves it a document for programs', async () => {
    expect((await get('/%').expect(404)).text).toContain('We cannot find this page');
    const page = await get('/no-such-page').expect(404);
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.text).toContain('We cannot find this page');
    for (const path of ['/no-such-page', '/%', '/v1/registrations/%ff']) {
      const document = await service.everyone().get(path).expect(404);
      expect(document.headers['content-type']).toContain('application/problem+json');
    }
  });

  it('serves styles and scripts, for ever under their version and asked for again without', async () => {
    const [, sheet] = /href="(\/assets\/page\.css\?v=[^"]+)"/.exec((await get('/')).text) ?? [];
    const styles = await service.everyone().get(sheet!).expect(200);
    expect(styles.headers).toMatchObject({
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    expect((await service.everyone().get('/assets/page.js')).headers['cache-control']).toBe('no-cache');
    await service.everyone().get('/assets/..%2Fpackage.json').expect(404);
  }, 60_000);
});
