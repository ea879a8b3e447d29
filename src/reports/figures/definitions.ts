import { Injectable } from '@nestjs/common';
import { Translator } from '../../platform/i18n/translator.js';
import type { DefinitionResponse } from './figures.dto.js';
import { FIGURE_CODES } from './figures.js';

/** The words that go with figures wherever they are quoted. */
@Injectable()
export class Definitions {
  constructor(private readonly translator: Translator) {}

  in(locale: string): DefinitionResponse[] {
    return FIGURE_CODES.map((figure) => ({
      figure,
      name: this.translator.translate(locale, `figure.${figure}`),
      definition: this.translator.translate(locale, `figure.${figure}.definition`),
    }));
  }
}
