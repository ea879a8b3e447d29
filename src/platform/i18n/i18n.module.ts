import { Global, Module } from '@nestjs/common';
import { readCatalogues } from './catalogue-files.js';
import { Translator } from './translator.js';

@Global()
@Module({
  providers: [{ provide: Translator, useFactory: () => new Translator(readCatalogues()) }],
  exports: [Translator],
})
export class I18nModule {}
