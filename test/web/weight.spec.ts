import { get } from 'node:http';
import { readCatalogues } from '../../src/platform/i18n/catalogue-files.js';
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

  const bytes = (path: string, locale = 'en') =>
    new Promise<number>((resolve, reject) =>
      get(
        `${url}${path}`,
        { headers: { accept: 'text/html', 'accept-language': locale, 'accept-encoding': 'gzip' } },
        (answer) => {
          let sum = 0;
          answer.on('data', (chunk: Buffer) => (sum += chunk.length));
          answer.on('end', () => resolve(sum));
        },
      ).on('error', reject),
    );

  it('weighs less than 30 KB with everything it loads, in every language, for poor networks', async () => {
    const sums: Record<string, number> = {};
    for (const { locale } of readCatalogues()) {
      const page = await service
        .everyone()
        .get('/register/safety')
        .set({ accept: 'text/html', 'accept-language': locale });
      expect(page.text).toContain(`lang="${locale}"`);
      const assets = [...page.text.matchAll(/"(\/assets\/[^"]+)"/g)].map(([, path]) => path!);
      const script = await service.everyone().get(assets.find((path) => path.includes('.js'))!);
      const imported = [...script.text.matchAll(/from '\.\/([^']+)'/g)].map(([, name]) => `/assets/${name}`);
      const loaded = ['/register/safety', ...assets, ...imported];
      const weights = await Promise.all(loaded.map((path) => bytes(path, locale)));
      expect(loaded.length).toBeGreaterThanOrEqual(5);
      sums[locale] = weights.reduce((total, weight) => total + weight, 0);
    }
    if (process.env['SHOW_WEIGHTS']) console.log(sums);
    expect(Object.keys(sums)).toHaveLength(13);
    expect(Object.entries(sums).filter(([, sum]) => sum >= MOST)).toEqual([]);
  }, 120_000);
});
