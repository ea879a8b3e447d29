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

/** Opens a route to callers without a token. A token that comes along is still read, and refused if it is bad. */
export const AllowEveryone = () =>
  applyDecorators(
    SetMetadata(ALLOWED, ['everyone'] satisfies Allowed),
    ApiExtension('x-allowed', ['everyone']),
  );
