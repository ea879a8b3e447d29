/** Crockford's base32: no I, L, O, U. */
export const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Without vowels, so that no words arise by chance; A and E are the only vowels in Crockford's letters. */
export const WORDLESS = CROCKFORD.replace(/[AE]/g, '');
