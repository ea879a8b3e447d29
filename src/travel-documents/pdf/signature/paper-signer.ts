/**
 * Who signs the files that sheets are printed from. The private key is not in this process; it is another one than the
 * seal's, whose certificate allows nothing but seals.
 */
export interface PaperSigner {
  /** In DER. */
  readonly certificate: Buffer;
  /** Certificates (DER) that travel with the signature: the seal signer's, so that the file can be checked alone. */
  readonly enclosed: readonly Buffer[];
  /** Signs with ECDSA and SHA-256 on P-256. @returns r and s, 32 bytes each (IEEE P1363) */
  sign(bytes: Buffer): Promise<Buffer>;
}
