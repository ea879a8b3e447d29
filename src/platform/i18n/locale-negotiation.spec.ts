import fc from 'fast-check';
import { negotiateLocale } from './locale-negotiation.js';

const AVAILABLE = ['en', 'id', 'zh-Hans', 'fil'];
const ask = (acceptLanguage: string | undefined, ...chosen: (string | undefined)[]) =>
  negotiateLocale({ chosen, acceptLanguage }, AVAILABLE, 'id');

describe('which language a reader gets', () => {
  it('is the chosen one first, whatever the browser says', () => {
    expect(ask('id', 'en')).toBe('en');
    expect(ask('en', undefined, 'fil')).toBe('fil');
    expect(ask('en', 'id', 'fil')).toBe('id');
  });

  it('is else the best of those that the browser accepts, by weight', () => {
    expect(ask('fr, id;q=0.3, en;q=0.8')).toBe('en');
    expect(ask('en;q=0, id;q=0.1')).toBe('id');
  });

  it('matches by language where the region differs, and knows replaced tags', () => {
    expect(ask('zh-CN')).toBe('zh-Hans');
    expect(ask('en-AU')).toBe('en');
    expect(ask('in-ID')).toBe('id');
    expect(ask('tl')).toBe('fil');
  });

  it('is the fallback where nothing fits', () => {
    expect(ask(undefined)).toBe('id');
    expect(ask('fr, *;q=0.5', '../../etc/passwd')).toBe('id');
  });

  it('is always an available one', () => {
    fc.assert(
      fc.property(fc.string(), fc.option(fc.string(), { nil: undefined }), (header, chosen) => {
        expect(AVAILABLE).toContain(ask(header, chosen));
      }),
    );
  });
});
