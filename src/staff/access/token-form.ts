/** Pinned, so that a token made for something else is never taken for one of ours. */
export const TOKEN_ISSUER = 'pulang';
export const TOKEN_AUDIENCE = 'pulang-api';
