import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { signSeal } from '../seal/seal-signature.js';
import { isSignedList, signList } from './signed-list.js';

const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
const signer = {
  signer: 'IDTS',
  certificateReference: '5B',
  signList: (bytes: Buffer) => signSeal(bytes, privateKey),
};
const list = { asOf: '2026-01-16T02:00:00.000Z', issuer: 'IDN', numbers: ['XA0000001', 'XA0000007'] };

it('a list of revoked documents is verified by its signer’s key, and not once a number is gone', async () => {
  const key = createPublicKey(privateKey);
  const jws = await signList(list, signer);
  expect(isSignedList(list, jws, key)).toBe(true);
  expect(isSignedList({ numbers: list.numbers, issuer: list.issuer, asOf: list.asOf }, jws, key)).toBe(true);
  expect(isSignedList({ ...list, numbers: ['XA0000001'] }, jws, key)).toBe(false);
  expect(isSignedList(list, jws.replace('..', '.e30.'), key)).toBe(false);
  expect(isSignedList(list, '', key)).toBe(false);
  const header = JSON.parse(Buffer.from(jws.split('.')[0]!, 'base64url').toString()) as object;
  expect(header).toEqual({ alg: 'ES256', kid: 'IDTS5B', typ: 'revoked-documents' });
});
