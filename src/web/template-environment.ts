import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import nunjucks from 'nunjucks';
import { templateGlobals } from './template-globals.js';

const GOVUK = dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json'));

/** Nunjucks with our views and govuk-frontend's macros. Every value is escaped; templates are parsed once. */
export function createTemplateEnvironment(): nunjucks.Environment {
  const folders = [join(import.meta.dirname, 'views'), join(GOVUK, 'dist')];
  const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader(folders), {
    autoescape: true,
    trimBlocks: true,
    lstripBlocks: true,
  });
  for (const [name, value] of Object.entries(templateGlobals)) environment.addGlobal(name, value);
  return environment;
}
