import { get } from 'node:http';
import { type Service, startService } from '../support/service.js';

const MOST = 30 * 1024;

describe('the first page of registering', () => {
  let service: Service;
  let url: string;
  beforeAll(async () => {
    service = await startService();
    await service.app.listen(0, '127.0.0.1');
    url = await service.app.getUrl();
  });
  afterAll(() => service.stop());

  const bytes = (path: string) =>
    new Promise<number>((resolve, reject) =>
      get(`${url}${path}`, { headers: { accept: 'text/html', 'accept-encoding': 'gzip' } }, (answer) => {
        let sum = 0;
        answer.on('data', (chunk: Buffer) => (sum += chunk.length));
        answer.on('end', () => resolve(sum));
      }).on('error', reject),
    );

  it('weighs less than 30 KB with everything it loads, for poor networks', async () => {
    const page = await service.everyone().get('/register/safety').set('accept', 'text/html');
    const assets = [...page.text.matchAll(/"(\/assets\/[^"]+)"/g)].map(([, path]) => path!);
    const script = await service.everyone().get(assets.find((path) => path.includes('.js'))!);
    const imported = [...script.text.matchAll(/from '\.\/([^']+)'/g)].map(([, name]) => `/assets/${name}`);
    const loaded = ['/register/safety', ...assets, ...imported];
    const weights = Object.fromEntries(
      await Promise.all(loaded.map(async (path) => [path.split('?')[0], await bytes(path)])),
    );
    const sum = Object.values(weights as Record<string, number>).reduce((total, weight) => total + weight, 0);
    expect(loaded.length).toBeGreaterThanOrEqual(5);
    expect(sum).toBeLessThan(MOST);
    if (process.env['SHOW_WEIGHTS']) console.log({ sum, ...weights });
  }, 120_000);
});
