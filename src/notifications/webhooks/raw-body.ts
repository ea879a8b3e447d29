import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from '../../platform/problems/problem.js';

const PATHS = /^\/v1\/message-(receipts|replies)\//;
const MOST_BYTES = 16 * 1024;

declare module 'fastify' {
  interface FastifyRequest {
    /** The body as sent, on routes that check a signature over it. */
    rawBody?: Buffer;
  }
}

/** Keeps the bytes of what gateways report beside what is read from them. */
export function keepRawBodies(fastify: FastifyInstance): void {
  fastify.addHook('preParsing', async (request: FastifyRequest, _reply, payload) => {
    if (!PATHS.test(request.url)) return payload;
    const chunks: Buffer[] = [];
    let bytes = 0;
    for await (const chunk of payload as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > MOST_BYTES) throw new Problem('too-large', 'too-large');
      chunks.push(chunk);
    }
    request.rawBody = Buffer.concat(chunks);
    return Object.assign(Readable.from(request.rawBody.length > 0 ? [request.rawBody] : []), {
      receivedEncodedLength: request.rawBody.length,
    });
  });
}
