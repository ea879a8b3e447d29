import type { OpenAPIObject } from '@nestjs/swagger';

interface Part {
  nullable?: boolean;
  type?: string;
  allOf?: unknown[];
  oneOf?: unknown[];
}

/** In OpenAPI 3.0 a schema that is referred to stays as strict as it is: `nullable` beside it lets no null through. */
const NULL = { type: 'object', nullable: true, enum: [null] };

/** Says of every reference that may be null that it is one or the other. Changes the document. */
export function allowNullReferences(document: OpenAPIObject): OpenAPIObject {
  visit(document.components?.schemas);
  return document;
}

function visit(part: unknown): void {
  if (typeof part !== 'object' || part === null) return;
  const schema = part as Part;
  if (schema.nullable === true && schema.allOf?.length === 1) {
    schema.oneOf = [schema.allOf[0], NULL];
    delete schema.allOf;
    delete schema.nullable;
    delete schema.type;
  }
  Object.values(part).forEach(visit);
}
