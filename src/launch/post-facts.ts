import { shaped } from '../platform/http/field-faults.js';
import { readCatalogues } from '../platform/i18n/catalogue-files.js';
import { Translator } from '../platform/i18n/translator.js';
import { type FieldFault, Problem } from '../platform/problems/problem.js';
import { NewPostRequest } from '../posts/setup/new-post.dto.js';
import { faultsOfWeek } from '../posts/setup/opening-hours.js';
import { requireFacts } from '../posts/setup/setup.service.js';
import { LaunchFault } from './launch-fault.js';

/**
 * The facts of a post as somebody wrote them down: checked as the API checks what is changed of them later.
 * @param text JSON @throws LaunchFault with every fault, a line each
 */
export function readPostFacts(text: string): NewPostRequest {
  const { value: facts, faults } = shaped(NewPostRequest, parsed(text));
  if (faults.length === 0) faults.push(...meaningFaults(facts), ...faultsOfWeek(facts.openingHours));
  if (faults.length === 0) return facts;
  const words = new Translator(readCatalogues());
  const lines = faults.map(({ pointer, code }) => `  ${pointer}: ${words.translate('en', `field.${code}`)}`);
  throw new LaunchFault(['The facts of the post are not usable:', ...lines].join('\n'));
}

function parsed(text: string): object {
  try {
    const facts = JSON.parse(text) as unknown;
    if (typeof facts === 'object' && facts !== null && !Array.isArray(facts)) return facts;
  } catch {
    // said below
  }
  throw new LaunchFault('The facts of the post are not a JSON object.');
}

function meaningFaults(facts: NewPostRequest): readonly FieldFault[] {
  try {
    requireFacts(facts);
    return [];
  } catch (error) {
    if (error instanceof Problem && error.options.errors) return error.options.errors;
    throw error;
  }
}
