/** Which of a state's two keys: for seals (and lists of revoked documents), or for files. */
export type KeyUse = 'seal' | 'paper';

/** A state's certificates in PEM. */
export type StateCertificates = Readonly<Record<KeyUse, string>>;

/** Where private keys are. Lives in the signer's process only. */
export interface SigningPort {
  /** @param country two letters. @throws KeyUnreadable where the state has no keys here */
  certificates(country: string): Promise<StateCertificates>;
  /** Signs with ECDSA over SHA-256 of the bytes. @returns r and s, 32 bytes each (IEEE P1363) */
  sign(country: string, use: KeyUse, bytes: Buffer): Promise<Buffer>;
}
