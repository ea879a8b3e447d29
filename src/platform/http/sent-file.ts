import multipart from '@fastify/multipart';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { invalid, Problem } from '../problems/problem.js';

/** A file that a form sent, whole and in memory, and the other fields of the form. */
export interface SentFile {
  bytes: Buffer;
  fields: Readonly<Record<string, string>>;
}

/** Lets routes take files; a route that asks for none leaves what is sent unread. */
export async function takeFiles(app: NestFastifyApplication): Promise<void> {
  await app.register(multipart, {
    limits: {
      fieldNameSize: 100,
      fieldSize: 10_000,
      fields: 20,
      fileSize: 12 * 1024 * 1024,
      files: 1,
      parts: 21,
    },
  });
}

/**
 * The one file of a form (RFC 7578). Fields must stand before it. Its name and type are not looked at.
 * @throws Problem `unsupported-media-type` (415), `malformed-request` (400), `too-large` (413), `invalid-input` where it is missing or empty
 */
export async function sentFile(request: FastifyRequest, field: string): Promise<SentFile> {
  if (!request.isMultipart()) throw new Problem('unsupported', 'unsupported-media-type');
  const fields: Record<string, string> = {};
  let bytes: Buffer | undefined;
  try {
    for await (const part of request.parts()) {
      if (part.type !== 'file') {
        if (typeof part.value === 'string') fields[part.fieldname] = part.value;
      } else if (part.fieldname === field) bytes = await part.toBuffer();
      // one that nobody asked for is read away: left alone it would be waited for without end
      else part.file.resume();
    }
  } catch (error) {
    const { statusCode } = error as { statusCode?: number };
    throw statusCode === 413
      ? new Problem('too-large', 'too-large')
      : new Problem('malformed', 'malformed-request');
  }
  if (!bytes || bytes.length === 0) throw invalid({ pointer: `/${field}`, code: 'required' });
  return { bytes, fields };
}
