import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { HallSnapshots } from './hall-snapshots.js';
import { KnownTokens } from './known-tokens.js';

const PATH = '/v1/status/own';

/** The token of an `Authorization` header (RFC 6750), if it is one. */
export const tokenIn = (header: string | undefined): string | undefined =>
  header?.startsWith('Bearer ') ? header.slice('Bearer '.length) : undefined;

/**
 * Answers people who ask for their place again before the framework does anything, from what is in memory: whose token it
 * is and how the hall stood a moment ago. Whatever is not known for sure goes the whole way through guards and controller,
 * which answers the same; so this is a cache, and no way around them.
 */
@Injectable()
export class QuickStatus implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly known: KnownTokens,
    private readonly snapshots: HallSnapshots,
  ) {}

  onModuleInit(): void {
    const fastify = this.host.httpAdapter?.getInstance<FastifyInstance | undefined>();
    fastify?.addHook?.('onRequest', (request, reply, done) => {
      if (request.raw.url !== PATH || request.raw.method !== 'GET') return done();
      const token = tokenIn(request.headers.authorization);
      const person = token === undefined ? undefined : this.known.whose(token);
      const answer = person && this.snapshots.now(person.postId)?.of(person.registrationId);
      if (!answer) return done();
      void reply.header('etag', answer.etag);
      if (request.headers['if-none-match'] === answer.etag) void reply.code(304).send();
      else void reply.header('content-type', 'application/json; charset=utf-8').send(answer.body);
    });
  }
}
