import type { Visit } from './visit.js';

const NAME = 'kept';

/** Gives a browser something to keep that says nothing of anybody, so that a later page knows whether it keeps what it is given. */
export function tryCookies({ request, reply }: Visit): void {
  if (keepsCookies({ request })) return;
  const secure = request.protocol === 'https';
  reply.setCookie(NAME, 'yes', { path: '/', sameSite: 'lax', httpOnly: true, secure });
}

export const keepsCookies = ({ request }: Pick<Visit, 'request'>): boolean =>
  request.cookies[NAME] !== undefined;
