import type { Environment } from '../../platform/config/environment.js';

/**
 * The cookie that carries the session's secret for pages. With TLS it has the `__Host-` prefix, so that no neighbouring
 * host can set it (RFC 6265bis 4.1.3.2); over plain HTTP on a local machine browsers would refuse that prefix.
 */
export function sessionCookie(environment: Environment) {
  const secure = environment.PUBLIC_URL.startsWith('https:');
  return {
    name: secure ? '__Host-session' : 'session',
    options: { path: '/', httpOnly: true, secure, sameSite: 'lax' as const },
  };
}
