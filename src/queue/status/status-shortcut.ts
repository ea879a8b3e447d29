import type { IncomingHttpHeaders } from 'node:http';
import { Injectable } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { HallSnapshots } from './hall-snapshots.js';
import { KnownCredentials } from './known-credentials.js';

/** What a request shows of whom it is from, if it does. */
export type CredentialIn = (headers: IncomingHttpHeaders) => string | undefined;

/** The token of an `Authorization` header (RFC 6750), if it is one. */
export const bearerToken: CredentialIn = ({ authorization }) =>
  authorization?.startsWith('Bearer ') ? authorization.slice('Bearer '.length) : undefined;

/** What the whole way says in its headers and matters to whoever asks for data; pages need more. */
const HEADERS = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

/**
 * Answers people who ask for their place again before the framework does anything, from what is in memory: whose
 * credential it is and how the hall stood a moment ago. Whatever is not known for sure goes the whole way through guards
 * and controller, which answers the same; so this is a cache, and no way around them.
 */
@Injectable()
export class QuickStatus {
  private readonly doors = new Map<string, CredentialIn>();

  constructor(
    private readonly known: KnownCredentials,
    private readonly snapshots: HallSnapshots,
  ) {}

  /** Answers there too. */
  openAt(path: string, credentialIn: CredentialIn): void {
    this.doors.set(path, credentialIn);
  }

  /** Stands before everything that is hooked to the application later. */
  stand(app: NestFastifyApplication): void {
    app
      .getHttpAdapter()
      .getInstance()
      .addHook('onRequest', (request, reply, done) => {
        const { url, method, headers } = request.raw;
        const door = this.doors.get(url!);
        if (!door || method !== 'GET') return done();
        const credential = door(headers);
        const person = credential === undefined ? undefined : this.known.whose(credential);
        const answer = person && this.snapshots.now(person.postId)?.of(person.registrationId);
        if (!answer) return done();
        void reply.headers({ ...HEADERS, etag: answer.etag, 'x-request-id': request.id });
        if (headers['if-none-match'] === answer.etag) void reply.code(304).send();
        else void reply.header('content-type', 'application/json; charset=utf-8').send(answer.body);
      });
  }
}
