import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import helmet from 'helmet';

/** Headers that browsers enforce for us (ASVS 5.0 3.4). Nothing is loaded from elsewhere and nothing runs inline. */
export function securityHeaders(app: NestFastifyApplication, secure: boolean): void {
  // made once: the plugin for Fastify would put the policy together for every request
  const protect = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'img-src': ["'self'", 'data:'],
        'font-src': ["'self'"],
        'connect-src': ["'self'"],
        'manifest-src': ["'self'"],
        'form-action': ["'self'"],
        'base-uri': ["'none'"],
        'frame-ancestors': ["'none'"],
        ...(secure && { 'upgrade-insecure-requests': [] }),
      },
    },
    hsts: secure ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    // `no-referrer` would make browsers send `Origin: null` with our own forms; see cross-origin.guard.ts
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, reply, done) =>
      protect(request.raw, reply.raw, (fault) => done(fault as Error | undefined)),
    );
}
