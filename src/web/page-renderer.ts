import nunjucks from 'nunjucks';
import type { Language, Translator } from '../platform/i18n/translator.js';
import type { PageContext } from './page-context.js';
import type { PageModels, PageName } from './page-models.js';
import { pageWords } from './page-words.js';
import { createTemplateEnvironment } from './template-environment.js';

/** Turns a page's name, its model and its context into HTML. Knows no HTTP. */
export class PageRenderer {
  private readonly environment = createTemplateEnvironment();
  private readonly translator: Translator;
  private readonly assetVersion: string;

  /** @param assetVersion changes with each release, so that styles and scripts may be cached for ever. */
  constructor(translator: Translator, assetVersion: string) {
    this.translator = translator;
    this.assetVersion = assetVersion;
  }

  render<Name extends PageName>(page: Name, model: PageModels[Name], context: PageContext): string {
    const isForStaff = context.staff !== null || page.startsWith('console/');
    const languages = this.translator.languages(isForStaff ? 'staff' : 'everyone');
    return this.environment.render(`${page}.njk`, {
      ...pageWords(this.translator, context),
      partIn: (locale: string, part: string, shown: unknown) => this.part(part, shown, locale, context),
      page,
      model,
      context,
      languages,
      language: languageOf(languages, context.locale),
      asset: (file: string) => `/assets/${file}?v=${this.assetVersion}`,
    });
  }

  /** A part of a page in the language of whoever will read it, where we speak that, which the page's own reader may not know. */
  private part(part: string, model: unknown, locale: string, page: PageContext): nunjucks.runtime.SafeString {
    const languages = this.translator.languages();
    const spoken = languages.some((language) => language.locale === locale) ? locale : page.locale;
    const { direction } = languageOf(languages, spoken);
    const words = pageWords(this.translator, { ...page, locale: spoken });
    const html = this.environment.render(`parts/${part}.njk`, { ...words, model });
    return new nunjucks.runtime.SafeString(`<div lang="${spoken}" dir="${direction}">${html}</div>`);
  }
}

function languageOf(languages: readonly Language[], locale: string): Language {
  const fallback: Language = { locale, name: locale, direction: 'ltr' };
  return languages.find((language) => language.locale === locale) ?? fallback;
}
