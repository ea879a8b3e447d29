/** A code as it is to be read out, `K 7 0 K V - 8 9 9 R P`: in one piece it would be words and large numbers. */
export const spelled = (code: string): string => [...code].join(' ');
