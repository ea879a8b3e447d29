import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension } from '@nestjs/swagger';
import type { Role } from './roles.js';

export const ALLOWED = 'pulang:allowed';
export type Allowed = readonly (Role | 'everyone')[];

/** Names who may call a route. A route without it, or without {@link AllowEveryone}, is refused to all. */
export const Allow = (...roles: [Role, ...Role[]]) =>
  applyDecorators(
    SetMetadata(ALLOWED, roles satisfies Allowed),
    ApiBearerAuth('token'),
    ApiExtension('x-allowed', [...roles]),
  );

export const BEFORE_SECOND_FACTOR = 'pulang:before-second-factor';

/** Opens a route also to staff who have still to set up their second factor: what they need for it, and the way out. */
export const BeforeSecondFactor = () =>
  applyDecorators(SetMetadata(BEFORE_SECOND_FACTOR, true), ApiExtension('x-before-second-factor', true));

export const BEFORE_OWN_PASSWORD = 'pulang:before-own-password';

/**
 * Opens a route also to staff who have still to choose a password of their own, or whose account waits for another
 * administrator: what they need for it, and the way out.
 */
export const BeforeOwnPassword = () =>
  applyDecorators(SetMetadata(BEFORE_OWN_PASSWORD, true), ApiExtension('x-before-own-password', true));

export const ASKS_AGAIN = 'pulang:asks-again';
export interface AsksAgain {
  /** Of everybody, or of those who signed in with a second factor. */
  of: 'everybody' | 'second-factor';
  /** Only where what was sent says so; it has not been checked yet. */
  when?: (sent: { params: unknown; body: unknown }) => boolean;
}

/**
 * Before this act staff prove anew that it is them, unless they did within the last quarter of an hour (ASVS 5.0 7.5.3).
 * Else the answer is problem `second-factor-again` (403).
 */
export const AskAgain = (of: AsksAgain['of'] = 'second-factor', when?: AsksAgain['when']) =>
  applyDecorators(
    SetMetadata(ASKS_AGAIN, { of, when } satisfies AsksAgain),
    ApiExtension('x-asks-again', when ? `${of}, by what is sent` : of),
  );

/** Opens a route to callers without a token. A token that comes along is still read, and refused if it is bad. */
export const AllowEveryone = () =>
  applyDecorators(
    SetMetadata(ALLOWED, ['everyone'] satisfies Allowed),
    ApiExtension('x-allowed', ['everyone']),
  );
