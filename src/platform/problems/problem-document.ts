import type { Translator } from '../i18n/translator.js';
import type { Problem } from './problem.js';

/** RFC 9457 with two extensions: a stable `code`, and the faults by field. */
export interface ProblemDocument {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  requestId: string;
  errors?: { pointer: string; code: string; detail: string }[];
}

/** @param problem none for an unexpected error, of which nothing is told */
export function problemDocument(
  translator: Translator,
  locale: string,
  status: number,
  requestId: string,
  problem?: Problem,
): ProblemDocument {
  const code = problem?.code ?? 'unexpected';
  const { errors, params } = problem?.options ?? {};
  return {
    type: `urn:pulang:problem:${code}`,
    title: translator.translate(locale, `problem.${code}.title`, params),
    status,
    detail: translator.translate(locale, `problem.${code}.detail`, params),
    code,
    requestId,
    ...(errors && {
      errors: errors.map((fault) => ({
        pointer: fault.pointer,
        code: fault.code,
        detail: translator.translate(locale, `field.${fault.code}`, fault.params),
      })),
    }),
  };
}
