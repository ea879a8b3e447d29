import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { paths } from '../paths.js';
import { STEP_FIELDS } from '../register/register-step.js';

/** Addresses of pages that somebody may type or be told by telephone. */
const PAGES = new Set<string>(
  [...Object.values(paths), ...Object.keys(STEP_FIELDS).map(paths.registerStep)].filter(
    (path) => typeof path === 'string' && !path.startsWith('/v1/'),
  ) as string[],
);

/** The page that an address means which is written with a slash at its end or in capital letters; nothing where it means none. */
export function canonicalAddress(url: string): string | undefined {
  const query = url.indexOf('?');
  const path = query < 0 ? url : url.slice(0, query);
  if (path.length < 2 || (!path.endsWith('/') && path === path.toLowerCase())) return undefined;
  const meant = path.toLowerCase().replace(/\/$/, '');
  return meant !== path && PAGES.has(meant) ? meant + (query < 0 ? '' : url.slice(query)) : undefined;
}

/** Leads on from an address that means a page but is not quite its own (RFC 9110, 15.4.9: the same method, for good). */
export function leadToPages(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, reply, done) => {
      const meant = canonicalAddress(request.url);
      if (meant === undefined) done();
      else void reply.header('cache-control', 'no-store').redirect(meant, 308);
    });
}
