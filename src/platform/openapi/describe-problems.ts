import type { OpenAPIObject } from '@nestjs/swagger';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

interface Operation {
  security?: unknown[];
  requestBody?: unknown;
  parameters?: { in: string; name: string }[];
  responses: Record<string, unknown>;
}

const SCHEMA = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code', 'requestId'],
  properties: {
    type: { type: 'string', example: 'urn:pulang:problem:invalid-input' },
    title: { type: 'string', example: 'Some answers need a correction' },
    status: { type: 'integer', example: 422 },
    detail: { type: 'string', example: 'Look at the fields named below.' },
    code: { type: 'string', example: 'invalid-input' },
    requestId: { type: 'string', example: 'req-1' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'code', 'detail'],
        properties: {
          pointer: { type: 'string', example: '/fullName' },
          code: { type: 'string', example: 'required' },
          detail: { type: 'string', example: 'Enter this.' },
        },
      },
    },
  },
};

const TEXTS: Record<number, string> = {
  400: 'The request could not be read.',
  401: 'A token is missing, or it is no longer good.',
  403: 'This caller may not do this.',
  404: 'It does not exist, or this caller may not know that it does.',
  409: 'It is not possible in the present state.',
  412: 'Somebody changed it in the meantime.',
  413: 'The body is too large.',
  415: 'The body is of a type that this route does not read.',
  422: 'The input is well-formed and wrong; see `errors`.',
  428: '`If-Match` is missing.',
  429: 'Too many requests; see `Retry-After`.',
  503: 'Busy, or without room to save (`storage-full`); see `Retry-After`.',
};

/** Adds to every operation the problems that it can answer, in the one shape of RFC 9457. */
export function describeProblems(document: OpenAPIObject): OpenAPIObject {
  const schemas = ((document.components ??= {}).schemas ??= {}) as Record<string, unknown>;
  schemas['Problem'] = SCHEMA;
  for (const item of Object.values(document.paths))
    for (const method of METHODS) {
      const operation = item[method] as Operation | undefined;
      if (!operation) continue;
      for (const status of statusesOf(operation, method))
        operation.responses[status] ??= {
          description: TEXTS[status],
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        };
    }
  return document;
}

function statusesOf({ security, requestBody, parameters = [] }: Operation, method: string): number[] {
  const has = (place: string, name?: string) =>
    parameters.some((parameter) => parameter.in === place && (name === undefined || parameter.name === name));
  return [
    429,
    503,
    ...(security ? [401, 403] : [401]),
    ...(method === 'get' ? [] : [400, 403, 404, 409, 413, 415, 422]),
    ...(requestBody || has('query') ? [400, 422] : []),
    ...(has('path') ? [400, 404, 422] : []),
    ...(has('header', 'If-Match') ? [412, 428] : []),
  ];
}
