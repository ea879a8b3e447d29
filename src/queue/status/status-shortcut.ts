import { Injectable } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { HallSnapshots } from './hall-snapshots.js';
import { KnownTokens } from './known-tokens.js';

const PATH = '/v1/status/own';

/** The token of an `Authorization` header (RFC 6750), if it is one. */
export const tokenIn = (header: string | undefined): string | undefined =>
  header?.startsWith('Bearer ') ? header.slice('Bearer '.length) : undefined;

/** What the whole way says in its headers and matters to whoever asks for data; pages need more. */
const HEADERS = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

/**
 * Answers people who ask for their place again before the framework does anything, from what is in memory: whose token it
 * is and how the hall stood a moment ago. Whatever is not known for sure goes the whole way through guards and controller,
 * which answers the same; so this is a cache, and no way around them.
 */
@Injectable()
export class QuickStatus {
  constructor(
    private readonly known: KnownTokens,
    private readonly snapshots: HallSnapshots,
  ) {}

  /** Stands before everything that is hooked to the application later. */
  stand(app: NestFastifyApplication): void {
    app
      .getHttpAdapter()
      .getInstance()
      .addHook('onRequest', (request, reply, done) => {
        if (request.raw.url !== PATH || request.raw.method !== 'GET') return done();
        const token = tokenIn(request.headers.authorization);
        const person = token === undefined ? undefined : this.known.whose(token);
        const answer = person && this.snapshots.now(person.postId)?.of(person.registrationId);
        if (!answer) return done();
        void reply.headers({ ...HEADERS, etag: answer.etag, 'x-request-id': request.id });
        if (request.headers['if-none-match'] === answer.etag) void reply.code(304).send();
        else void reply.header('content-type', 'application/json; charset=utf-8').send(answer.body);
      });
  }
}
