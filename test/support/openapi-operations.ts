import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { openApiDocument } from '../../src/platform/openapi/openapi.js';
import type { Schema } from './openapi-values.js';

export interface Operation {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  /** Roles, or `everyone`. */
  allowed: readonly string[];
  /** Open also to staff who have still to set up their second factor. */
  beforeSecondFactor: boolean;
  /** Open also to staff who have still to choose a password of their own, or whose account waits for another administrator. */
  beforeOwnPassword: boolean;
  /** Whom it asks again whether it is them: `everybody` or `second-factor`, maybe only by what is sent. */
  asksAgain: string | undefined;
  parameters: readonly { in: 'path' | 'query' | 'header'; name: string; required: boolean; schema: Schema }[];
  body: Schema | undefined;
  /** Body types and schemas by status. */
  answers: ReadonlyMap<number, Readonly<Record<string, Schema | undefined>>>;
  /** An answer that never ends: server-sent events. */
  endless: boolean;
}

interface Media {
  [type: string]: { schema?: Schema };
}
interface Described {
  'x-allowed'?: string[];
  'x-before-second-factor'?: boolean;
  'x-before-own-password'?: boolean;
  'x-asks-again'?: string;
  parameters?: Operation['parameters'];
  requestBody?: { content: Media };
  responses: Record<string, { content?: Media }>;
}

/** Every operation of the application's own document, under /v1 and elsewhere. */
export function operationsOf(app: NestFastifyApplication): Operation[] {
  const { paths } = openApiDocument(app);
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item as Record<string, Described>).map(([method, described]): Operation => {
      const answers = Object.entries(described.responses).map(
        ([status, { content = {} }]) =>
          [
            Number(status),
            Object.fromEntries(Object.entries(content).map(([type, { schema }]) => [type, schema])),
          ] as const,
      );
      return {
        method: method.toUpperCase() as Operation['method'],
        path,
        allowed: described['x-allowed'] ?? [],
        beforeSecondFactor: described['x-before-second-factor'] ?? false,
        beforeOwnPassword: described['x-before-own-password'] ?? false,
        asksAgain: described['x-asks-again'],
        parameters: described.parameters ?? [],
        body: described.requestBody?.content['application/json']?.schema,
        answers: new Map(answers),
        endless: answers.some(([, content]) => 'text/event-stream' in content),
      };
    }),
  );
}

/** Checks bodies against the document's schemas, compiled once each. */
export function schemaChecker(app: NestFastifyApplication): (schema: Schema, body: unknown) => string[] {
  const ajv = new Ajv({ strict: false, allErrors: true });
  (addFormats as unknown as (ajv: Ajv) => void)(ajv);
  ajv.addSchema({ $id: 'document', components: openApiDocument(app).components });
  const compiled = new Map<Schema, ValidateFunction>();
  return (schema, body) => {
    let check = compiled.get(schema);
    if (!check) {
      check = ajv.compile(
        JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"document#/components')) as object,
      );
      compiled.set(schema, check);
    }
    return check(body)
      ? []
      : (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };
}
