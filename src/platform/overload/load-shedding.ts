import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { requestLocale } from '../http/request-locale.js';
import { Translator } from '../i18n/translator.js';
import { problemDocument } from '../problems/problem-document.js';
import { Problem } from '../problems/problem.js';
import { Admission } from './admission.js';

const RETRY_AFTER_SECONDS = 5;

/** Must be answered whatever the load: whether we live, and files that cost nothing. */
const ALWAYS = /^\/(health\/|metrics|assets\/)/;
/** Stay open for hours and do no work meanwhile. */
const STREAMS = /^[^?]*\/events(\?|$)/;

/**
 * Refuses work that would only wait, at once and with `Retry-After`, so that what is accepted is answered in time and
 * the service does as much at five times its load as at its peak. Whoever shows a credential comes through longer than
 * those who show none: officers at their counters go on while the public page is flooded.
 * @param most requests that are worked on at once
 */
export function shedLoad(app: NestFastifyApplication, most: number): void {
  const admission = new Admission(most);
  const refuse = quickRefusal(app.get(Translator));
  const turnAway = (request: FastifyRequest, reply: FastifyReply, done: (error?: Error) => void) =>
    request.url.startsWith('/v1/') ? refuse(request, reply) : done(BUSY);
  const isFree = ({ url }: FastifyRequest): boolean => ALWAYS.test(url) || STREAMS.test(url);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, reply, done) => {
      if (isFree(request) || admission.hasRoom(hasCredential(request))) done();
      else turnAway(request, reply, done);
    })
    // a place is taken when all has been received: slow senders hold none
    .addHook('preValidation', (request, reply, done) => {
      // whoever has hung up meanwhile would never give a place back
      if (isFree(request) || request.raw.socket.destroyed || reply.raw.destroyed) done();
      else if (admission.enter(hasCredential(request))) {
        reply.raw.once('close', () => admission.leave());
        done();
      } else turnAway(request, reply, done);
    });
}

const BUSY = new Problem('unavailable', 'busy', { retryAfter: RETRY_AFTER_SECONDS });

/** The same answer as the problem filter's, made with as little work as can be. */
function quickRefusal(translator: Translator) {
  const documents = new Map<string, object>();
  return (request: FastifyRequest, reply: FastifyReply): void => {
    const locale = requestLocale(request, translator);
    const document = documents.get(locale) ?? problemDocument(translator, locale, 503, '', BUSY);
    documents.set(locale, document);
    reply
      .code(503)
      .headers({
        'retry-after': String(RETRY_AFTER_SECONDS),
        'cache-control': 'no-store',
        'content-language': locale,
        'content-type': 'application/problem+json',
      })
      .send(JSON.stringify({ ...document, requestId: String(request.id) }));
  };
}

const hasCredential = ({ headers }: FastifyRequest): boolean =>
  headers.authorization !== undefined || (headers.cookie ?? '').includes('session=');
