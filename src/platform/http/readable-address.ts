/** Stands for every address that cannot be read; nothing is there. */
const NOWHERE = '/%25';

/**
 * An address whose path cannot be decoded (`/%`) names nothing. It is answered as every other that is not there, and not by
 * the framework in words of its own.
 */
export function readableAddress({ url = '/' }: { url?: string }): string {
  if (!url.includes('%')) return url;
  try {
    decodeURI(url.split('?', 1)[0]!);
    return url;
  } catch {
    return NOWHERE;
  }
}
