import cookie from '@fastify/cookie';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import type { Environment } from './platform/config/environment.js';
import { Keyring } from './platform/crypto/keyring.js';
import { MasterKeyProof } from './platform/crypto/master-key-proof.js';
import { Database } from './platform/database/database.js';
import { modestBodies } from './platform/http/modest-bodies.js';
import { readableAddress } from './platform/http/readable-address.js';
import { rememberRules } from './platform/http/remembered-rules.js';
import { roomyBodies } from './platform/http/roomy-bodies.js';
import { takeFiles } from './platform/http/sent-file.js';
import { StrictValidation } from './platform/http/strict-validation.js';
import { newId } from './platform/ids.js';
import { logRequests } from './platform/logging/request-lines.js';
import { serviceLogger } from './platform/logging/service-logger.js';
import { Metrics } from './platform/metrics/metrics.js';
import { serveOpenApi } from './platform/openapi/openapi.js';
import { Gate } from './platform/overload/gate.js';
import { shedLoad } from './platform/overload/load-shedding.js';
import { securityHeaders } from './platform/security/security-headers.js';
import { QuickStatus } from './queue/status/status-shortcut.js';
import { opensFirstPeople } from './registrations/first-people.js';
import { leadToPages } from './web/frame/canonical-address.js';

/** No request is larger, except where a route says so; files have routes of their own. */
const BODY_LIMIT = 256 * 1024;

/**
 * The whole application, ready to listen; tests use it as it is.
 * @param gate the way into it, for whoever puts a door in front
 * @throws MasterKeyRefused
 */
export async function createApp(
  environment: Environment,
  gate = new Gate(),
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    serverFactory: gate.server,
    bodyLimit: BODY_LIMIT,
    trustProxy: environment.TRUSTED_PROXIES.length > 0 ? environment.TRUSTED_PROXIES : false,
    genReqId: newId,
    requestIdHeader: false,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 200 },
    return503OnClosing: true,
    rewriteUrl: readableAddress,
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.of(environment), adapter, {
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(serviceLogger(app));
  await confirmMasterKey(app);
  app.useGlobalPipes(new StrictValidation());
  logRequests(app, environment.LOG_LEVEL);
  app.get(QuickStatus).stand(app);
  await app.register(cookie);
  await takeFiles(app);
  roomyBodies(app);
  modestBodies(app);
  securityHeaders(app, environment.PUBLIC_URL.startsWith('https:'));
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, reply, done) => {
      reply.header('x-request-id', request.id);
      if (request.url.startsWith('/v1/')) reply.header('cache-control', 'no-store');
      done();
    });
  leadToPages(app);
  shedLoad(app, gate, environment.MOST_AT_ONCE);
  app.get(Metrics).observe(app);
  serveOpenApi(app);
  rememberRules();
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}

/** Before anything works on the database. @throws MasterKeyRefused, once everything is closed again */
async function confirmMasterKey(app: NestFastifyApplication): Promise<void> {
  try {
    await app.get(MasterKeyProof).confirm(() => opensFirstPeople(app.get(Database), app.get(Keyring)));
  } catch (error) {
    await app.close();
    throw error;
  }
}
