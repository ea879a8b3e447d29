import { readCatalogues } from '../../src/platform/i18n/catalogue-files.js';
import { Translator } from '../../src/platform/i18n/translator.js';
import type { PageContext } from '../../src/web/page-context.js';
import type { PageName } from '../../src/web/page-models.js';
import { PageRenderer } from '../../src/web/page-renderer.js';
import { pseudoCatalogues } from './pseudo-catalogues.js';
import { samples } from './samples/all.js';
import type { Sample } from './samples/sample.js';

export interface RenderedSample {
  /** `register/name.error` */
  name: string;
  locale: string;
  surface: PageContext['surface'];
  html: string;
}

const CONTEXT: Omit<PageContext, 'locale'> = {
  path: '/preview',
  timeZone: 'Asia/Phnom_Penh',
  surface: 'web',
  post: { name: 'Embassy of the Republic of Contoh, Phnom Penh', hotline: '+855 12 000 000' },
  staff: null,
};

/** All but those that only the staff reads: these speak every language. */
export const PUBLIC_PAGES = /^(?!console\/|ministry\/)/;

/** @throws where a page asks for words that no catalogue has, or where English would stand in for them. */
export function strictTranslator(): Translator {
  const catalogues = readCatalogues();
  const english = catalogues.find(({ locale }) => locale === 'en');
  if (!english) throw new Error('There is no English catalogue');
  const refuse = (locale: string, key: string) => {
    throw new Error(`${locale} has no words for ${key}`);
  };
  return new Translator([...catalogues, ...pseudoCatalogues(english)], {
    onMissing: refuse,
    onStandIn: refuse,
  });
}

/** Every sample of every page in the given languages. @param wanted which pages, by name with variant */
export function renderSamples(locales: readonly string[], wanted = /./): RenderedSample[] {
  const renderer = new PageRenderer(strictTranslator(), 'preview');
  const nameOf = (page: PageName, { variant }: Sample<PageName>) => (variant ? `${page}.${variant}` : page);
  const one = <Name extends PageName>(page: Name, sample: Sample<Name>, locale: string): RenderedSample => {
    const context = { ...CONTEXT, locale, ...sample.context };
    const name = nameOf(page, sample);
    return { name, locale, surface: context.surface, html: renderer.render(page, sample.model, context) };
  };
  return locales.flatMap((locale) =>
    (Object.keys(samples) as PageName[]).flatMap((page) =>
      (samples[page] as readonly Sample<PageName>[])
        .filter((sample) => wanted.test(nameOf(page, sample)))
        .map((sample) => one(page, sample, locale)),
    ),
  );
}
