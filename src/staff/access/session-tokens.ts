import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { Keyring } from '../../platform/crypto/keyring.js';
import { randomSecret } from '../../platform/crypto/secret-text.js';
import { ACCESS_TOKEN_SECONDS } from './session-lifetime.js';

/** Of {@link randomSecret}: 128 bits in base64url. */
const LENGTH = 22;

/** What a caller gets: a short-lived access token, and a secret to ask for the next one. Pages keep the secret in a cookie. */
export interface IssuedTokens {
  accessToken: string;
  expiresIn: number;
  refreshToken: string;
}

/** What all refresh tokens of one session have in common, so that a used one tells whose it was. Known to its holders only. */
export const familyOf = (refreshToken: string): string => refreshToken.slice(0, LENGTH);

/** Makes the secrets of sessions, and the keyed hashes by which they are found. */
@Injectable()
export class SessionTokens {
  constructor(
    private readonly jwt: JwtService,
    private readonly keyring: Keyring,
  ) {}

  /** The first refresh token of a session: its family, by which all of them begin, and 128 bits more. */
  first(): string {
    return randomSecret() + randomSecret();
  }

  /** What follows a refresh token: always the same, and only we can tell it. */
  successorOf(refreshToken: string): string {
    const next = this.keyring.blindIndex('refresh-successor', refreshToken);
    return familyOf(refreshToken) + next.toString('base64url');
  }

  issue(sessionId: string, refreshToken: string): IssuedTokens {
    return { accessToken: this.jwt.sign({ sid: sessionId }), expiresIn: ACCESS_TOKEN_SECONDS, refreshToken };
  }

  index(refreshToken: string): Buffer {
    return this.keyring.blindIndex('refresh-token', refreshToken);
  }

  /** @param refreshToken any of the family */
  familyIndex(refreshToken: string): Buffer {
    return this.keyring.blindIndex('refresh-family', familyOf(refreshToken));
  }
}
