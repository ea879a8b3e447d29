import { applyDecorators, HttpCode, type Type, UseInterceptors } from '@nestjs/common';
import { ApiResponse, ApiHeader } from '@nestjs/swagger';
import { IDEMPOTENCY_HEADER } from '../idempotency/idempotency-key.js';
import { EntityTag } from './entity-tag.js';

/** Says what a route answers when all goes well. Problems of every route are added to the document in one place. */
export const Answers = (status: number, type?: Type<unknown>, description = 'Done.') =>
  applyDecorators(HttpCode(status), ApiResponse({ status, type, description }));

/** The same for what carries a version, which then stands in the `ETag` header too. */
export const AnswersTagged = (status: number, type: Type<{ version: number }>) =>
  applyDecorators(Answers(status, type), UseInterceptors(new EntityTag()));

/** Documents that a route takes an `Idempotency-Key`. */
export const Idempotent = () =>
  applyDecorators(
    ApiHeader({
      name: IDEMPOTENCY_HEADER,
      required: true,
      description:
        'Any text of 16 to 128 letters, digits or - _ that the caller never uses for another request.',
      schema: {
        type: 'string',
        pattern: '^[A-Za-z0-9_-]{16,128}$',
        example: '01932f3e-6a3b-7c51-9d2e-2f1b7f0a9c11',
      },
    }),
  );

/** Documents that a route takes `If-Match`. */
export const Versioned = () =>
  applyDecorators(
    ApiHeader({
      name: 'If-Match',
      required: true,
      description: 'The ETag of what was looked at.',
      schema: { type: 'string', pattern: '^"v\\d{1,9}"$', example: '"v1"' },
    }),
  );

/** Documents that there may be nothing to answer with, though no id was asked for. */
export const MayBeAbsent = () =>
  ApiResponse({
    status: 404,
    description: 'There is none now.',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  });
