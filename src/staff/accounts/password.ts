import { hash, verify } from '@node-rs/argon2';

/** Argon2id with the parameters of OWASP's Password Storage Cheat Sheet: 19 MiB, 2 passes, 1 lane. */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Shortest password that an account may have; longer beats more complicated (NIST SP 800-63B-4 3.1.1.2). */
export const PASSWORD_MIN = 15;

export const hashPassword = (password: string): Promise<string> => hash(password, OPTIONS);

/** A hash of no password: checked against when the account does not exist, so that both take the same time. */
const nobody = hashPassword('no account has this password');

export async function verifyPassword(stored: string | undefined, password: string): Promise<boolean> {
  const matches = await verify(stored ?? (await nobody), password);
  return matches && stored !== undefined;
}
