import { EnvironmentFaults } from '../platform/config/environment.js';
import { MasterKeyRefused } from '../platform/crypto/master-key-refused.js';
import { cannotListen } from './free-port.js';
import { LaunchFault } from './launch-fault.js';

const SAY_IT_THEMSELVES = [LaunchFault, EnvironmentFaults, MasterKeyRefused];

/**
 * What kept a program from starting, as a sentence for whoever started it, without a secret in it.
 * @returns undefined where nobody foresaw it: then the whole error says more
 */
export function launchReason(error: unknown): string | undefined {
  if (SAY_IT_THEMSELVES.some((kind) => error instanceof kind)) return (error as Error).message;
  if (isUnreachable(error))
    return 'The database cannot be reached. Check DATABASE_URL, and that PostgreSQL runs.';
  if (isAnotherRole(error))
    return 'The role in DATABASE_URL is not pulang_app, as which the service works. docker/postgres/roles.sh shows how the two roles are made.';
  if ((error as { code?: string }).code === '42P01')
    return 'The database is older than this version. Run migrate.js first.';
  const { syscall, code, port, address, keyName } = error as Record<string, string | undefined>;
  if (syscall === 'listen') return cannotListen(code ?? '', Number(port), address ?? '');
  if (keyName !== undefined)
    return `The key or list "${keyName}" of travel documents cannot be read. Check DOCUMENT_KEYS, what is in that folder, and the passphrase.`;
  return undefined;
}

/** What the driver says where nobody listens, or nobody lets it in; of several addresses each has its own reason. */
function isUnreachable(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isUnreachable);
  const { code } = error as { code?: string };
  return (
    code !== undefined && /^(ECONNREFUSED|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|28P01|28000|3D000)$/.test(code)
  );
}

/** Each connection becomes `pulang_app`: there is no such role, or this one may not be it. */
const isAnotherRole = (error: unknown): boolean =>
  /^(22023|42501)$/.test((error as { code?: string }).code ?? '') && / role "pulang_app"/.test(String(error));
