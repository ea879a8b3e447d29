/** Stands for every address that cannot be read; nothing is there. */
const NOWHERE = '/%25';
/** What stands before the path where a proxy is asked (RFC 9112 section 3.2.2). */
const AUTHORITY = /^https?:\/\/[^/?]*/i;
/** Letters and digits written as if they had to be (RFC 3986 section 6.2.2.2). */
const NEEDLESS = /%(3\d|[46][1-9a-f]|[57][\da])/gi;

/**
 * The address that a request means, written in the one way by which the router, what comes before it and what watches over
 * it know it: `/%761/posts` and `http://host/v1/posts` are `/v1/posts`. One whose path cannot be decoded (`/%`) names nothing;
 * it is answered as every other that is not there, and not by the framework in words of its own.
 */
export function readableAddress({ url = '/' }: { url?: string }): string {
  if (url.startsWith('/') && !url.includes('%')) return url;
  const [path, ...query] = url.replace(AUTHORITY, '').split('?');
  try {
    decodeURI(path!);
  } catch {
    return NOWHERE;
  }
  const meant = path!.replace(NEEDLESS, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  return [meant || '/', ...query].join('?');
}
