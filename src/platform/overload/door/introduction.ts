/** What the door says of a connection before its first bytes. */
export interface Introduction {
  /** In the ledger; nothing where it is not followed. */
  number: number | undefined;
  /** Where the connection comes from; nothing where it is gone again. */
  address: string | undefined;
}

export const announce = ({ number, address = '' }: Introduction): string => `${number ?? ''} ${address}\n`;

/** @param bytes the first of a connection. @returns nothing where they do not begin with an introduction, and the bytes after it */
export function readIntroduction(bytes: Buffer): (Introduction & { rest: Buffer }) | undefined {
  const end = bytes.indexOf('\n');
  const [, number, address] = /^(\d*) ([\da-fA-F:.%\w]*)$/.exec(bytes.toString('latin1', 0, end)) ?? [];
  if (end < 0 || number === undefined) return undefined;
  return { number: number === '' ? undefined : Number(number), address, rest: bytes.subarray(end + 1) };
}
