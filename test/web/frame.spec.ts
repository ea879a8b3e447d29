import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
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

  it('carries a chosen language along in every way on, until the browser shows that it keeps it', async () => {
    const { text } = await get('/?lang=id').set('accept-language', 'en').expect(200);
    expect(text).toContain('href="/register?lang=id"');
    expect(text).toMatch(/<link rel="stylesheet" href="\/assets\/page\.css\?v=\w+">/);
    const onward = (await get('/register?lang=id').expect(303)).headers['location']!;
    const question = await get(onward).set('accept-language', 'en').expect(200);
    expect(question.headers['content-language']).toBe('id');
    expect(question.text).toContain('<form method="post" action="/register/safety?lang=id"');
    expect(question.text).toContain('formaction="/register/safety?lang=my"');
    const kept = await get('/?lang=id').set('cookie', 'lang=my').expect(200);
    expect(kept.text).toContain('href="/register"');
    const left = await get('/exit?lang=id').expect(303);
    expect(left.headers['location']).not.toContain('lang');
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

  it('leads on from a slash too many and from capital letters, but to no other site', async () => {
    for (const [asked, meant] of [
      ['/status/?lang=id', '/status?lang=id'],
      ['/STATUS', '/status'],
      ['/Register/Safety/', '/register/safety'],
    ] as const)
      expect((await get(asked).expect(308)).headers['location']).toBe(meant);
    for (const none of ['//status/', '/status//', '/nothing/', '/V1/Registrations', '//evil.example/'])
      await get(none).expect(404);
  });

  it('lets no cache keep what the API answers, however its address is written', async () => {
    for (const asked of ['/v1/posts', '/%761/posts', '/v%31/posts'])
      expect((await service.everyone().get(asked).expect(200)).headers['cache-control']).toBe('no-store');
  });

  it('tells whoever sends too much so, and does not cut them off while they send', async () => {
    await service.app.listen(0, '127.0.0.1');
    const large = 'x'.repeat(13 * 1024 * 1024);
    const part = '--b\r\ncontent-disposition: form-data; name="picture"; filename="a.jpg"\r\n\r\n';
    for (const [path, type, body] of [
      ['/v1/registrations', 'application/json', `{"post":"${large}"}`],
      ['/check/picture', 'multipart/form-data; boundary=b', `${part}${large}\r\n--b--\r\n`],
      ['/register/safety', 'application/x-www-form-urlencoded', `draft=${large}`],
    ] as const) {
      const answer = await sentBeforeReading(new URL(await service.app.getUrl()).port, path, type, body);
      expect(answer).toMatch(/^HTTP\/1.1 413 [^]*"code":"too-large"/);
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

/** As browsers do: all of the body first, and only then a look at the answer. @throws where the connection is reset */
async function sentBeforeReading(port: string, path: string, type: string, body: string): Promise<string> {
  const socket = connect(Number(port), '127.0.0.1');
  const head = [
    `POST ${path} HTTP/1.1`,
    'host: x',
    `content-type: ${type}`,
    `content-length: ${body.length}`,
  ];
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    socket.write(
      [...head, 'connection: close', 'idempotency-key: 0123456789abcdef', '', body].join('\r\n'),
      () => resolve(),
    );
  });
  return text(socket);
}
