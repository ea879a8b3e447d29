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
      page,
      model,
      context,
      languages,
      language: languageOf(languages, context.locale),
      asset: (file: string) => `/assets/${file}?v=${this.assetVersion}`,
    });
  }
}

function languageOf(languages: readonly Language[], locale: string): Language {
  const fallback: Language = { locale, name: locale, direction: 'ltr' };
  return languages.find((language) => language.locale === locale) ?? fallback;
}
