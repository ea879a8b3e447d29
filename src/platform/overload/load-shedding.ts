import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Counter, type Registry } from 'prom-client';
import { Translator } from '../i18n/translator.js';
import { Metrics } from '../metrics/metrics.js';
import { Admission } from './admission.js';
import { BUSY, BusyAnswers, busyWords } from './busy-answer.js';
import { hasCredential, isApi, isFree } from './callers.js';
import { arrived, type Gate } from './gate.js';
import { OpenRequests } from './open-requests.js';
import { QuickRefusal } from './quick-refusal.js';

/**
 * Refuses work that would only wait, at once and with `Retry-After`, so that what is accepted is answered in time and
 * the service does as much at five times its load as at its peak. Whoever shows a credential comes through longer than
 * those who show none: officers at their counters go on while the public page is flooded.
 * @param gate in front of the application: turns requests of the API away before they cost anything
 * @param most requests that are worked on at once
 */
export function shedLoad(app: NestFastifyApplication, gate: Gate, most: number): void {
  const admission = new Admission(most);
  const refusal = new QuickRefusal(new BusyAnswers(busyWords(app.get(Translator))), admission);
  countRefusals(admission, app.get(Metrics).registry);
  const openRequests = app.get(OpenRequests);
  gate.guard(admission, refusal);
  const turnAway = (request: FastifyRequest, reply: FastifyReply, done: (error?: Error) => void) => {
    if (!isApi(request.url)) return done(BUSY);
    reply.hijack();
    refusal.send(request.raw, reply.raw, request.id);
  };
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, _reply, done) => {
      const { url, headers } = request;
      if (isApi(url) || isFree(url) || admission.hasRoom(hasCredential(headers))) done();
      else done(BUSY);
    })
    // a place is taken when all has been received: slow senders hold none
    .addHook('preValidation', (request, reply, done) => {
      arrived(request.raw);
      // whoever has hung up meanwhile would never give a place back
      if (isFree(request.url) || request.raw.socket.destroyed || reply.raw.destroyed) done();
      else if (admission.enter(hasCredential(request.headers))) {
        const answered = openRequests.begin();
        reply.raw.once('close', () => {
          admission.leave();
          answered();
        });
        done();
      } else turnAway(request, reply, done);
    });
}

/** The thread at the door refuses too: what both have counted is read when somebody asks. */
const countRefusals = (admission: Admission, registry: Registry): Counter =>
  new Counter({
    name: 'pulang_requests_refused_total',
    help: 'Requests that were told to come again because there was no room.',
    registers: [registry],
    collect() {
      this.reset();
      this.inc(admission.refused);
    },
  });
