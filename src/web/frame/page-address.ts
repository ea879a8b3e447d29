import type { FastifyInstance, FastifyRequest } from 'fastify';

const ASKS: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/**
 * Where this page is asked for again, without `lang`. A form's own address may only take forms: after one was sent it is the
 * nearest address above that shows a page. One that begins with two slashes would lead to another site.
 */
export function pageAddress({ method, url, routeOptions, server }: FastifyRequest): string {
  const [path = '/', query = ''] = url.split('?');
  const here = path.replace(/^[/\\]+/, '/');
  if (!ASKS.has(method)) return pageAbove(server, routeOptions.url ?? '/', here);
  const rest = new URLSearchParams(query);
  rest.delete('lang');
  return rest.size > 0 ? `${here}?${rest.toString()}` : here;
}

/** @param route the pattern of the address, which has as many parts as the address */
function pageAbove(server: FastifyInstance, route: string, address: string): string {
  const pattern = route.split('/');
  const parts = address.split('/').slice(0, pattern.length);
  const shows = () =>
    server.hasRoute({ method: 'GET', url: pattern.slice(0, parts.length).join('/') || '/' });
  while (parts.length > 1 && !shows()) parts.pop();
  return parts.join('/') || '/';
}
