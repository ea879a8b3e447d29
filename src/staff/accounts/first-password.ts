import { randomText, WORDLESS } from '../../platform/crypto/secret-text.js';

const GROUPS = /(.{4})(?=.)/g;

/** A password to hand over: sixteen characters in groups, about 78 bits, without letters that look alike. */
export const firstPassword = (): string => randomText(WORDLESS, 16).replace(GROUPS, '$1-');
