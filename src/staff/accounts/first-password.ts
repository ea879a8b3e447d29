import { inFours, randomText, WORDLESS } from '../../platform/crypto/secret-text.js';

/** A password to hand over: sixteen characters in groups, about 78 bits, without letters that look alike. */
export const firstPassword = (): string => inFours(randomText(WORDLESS, 16));
