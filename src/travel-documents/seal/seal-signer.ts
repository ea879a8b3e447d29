/**
 * Who signs seals. The private key may live in a file, another process or a hardware module: the application only sees
 * this.
 */
export interface SealSigner {
  /** Country (two letters) and name (two letters), as in the subject of the certificate: `IDPP`. */
  readonly signer: string;
  /** Serial number of the certificate in upper-case hexadecimal digits: `5B`. */
  readonly certificateReference: string;
  /** Signs with ECDSA over the hash that goes with the key's curve. @returns r and s, padded (IEEE P1363) */
  sign(bytes: Buffer): Promise<Buffer>;
  /** Signs a list of revoked documents with the same key: the signer of seals tells the two apart. */
  signList(bytes: Buffer): Promise<Buffer>;
}
