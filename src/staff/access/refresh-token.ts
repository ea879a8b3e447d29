import { randomSecret } from '../../platform/crypto/secret-text.js';

/** Of {@link randomSecret}: 128 bits in base64url. */
const LENGTH = 22;

/** The next refresh token of a session: what all its tokens begin with, and 128 bits that are new. */
export const newRefreshToken = (family: string): string => `${family}${randomSecret()}`;

/** What all refresh tokens of one session have in common, so that a used one tells whose it was. Known to its holders only. */
export const familyOf = (refreshToken: string): string => refreshToken.slice(0, LENGTH);
