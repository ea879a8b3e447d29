import { EMERGENCY_TRAVEL_DOCUMENT } from './seal-header.js';
import type { SealSigner } from './seal-signer.js';
import { encodeSeal, encodeSigned, type PrintedLines } from './seal.js';

/** What the seal of an emergency travel document says. */
export interface SealContent {
  /** ISO 3166 alpha-3 of the issuing state. */
  issuer: string;
  /** `YYYY-MM-DD` */
  issuedOn: string;
  /** `YYYY-MM-DD` */
  signedOn: string;
  lines: PrintedLines;
}

/** The bytes of a signed seal, to be printed as a Data Matrix: 134 with a key of 256 bits and a two-digit reference. */
export async function makeSeal(
  { lines, ...content }: SealContent,
  signer: Omit<SealSigner, 'signList'>,
): Promise<Buffer> {
  const { signer: name, certificateReference } = signer;
  const header = {
    ...content,
    signer: name,
    certificateReference,
    documentType: EMERGENCY_TRAVEL_DOCUMENT,
  };
  const signed = encodeSigned(header, lines);
  return encodeSeal(signed, await signer.sign(signed));
}
