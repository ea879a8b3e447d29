import { randomBytes } from 'node:crypto';
import { Keyring } from '../../../platform/crypto/keyring.js';
import { SealedBox } from '../../../platform/crypto/sealed-box.js';
import { readReference } from '../../../registrations/reference.js';
import { newReceiptCodes, newSecret } from './receipt-codes.js';
import { sealBox } from './seal-box.js';

const service = () => new SealedBox(new Keyring(randomBytes(32)));
const value = { answers: { name: { fullName: 'Budi Contoh ဗမာ' } } };

describe('a box that a kiosk seals', () => {
  const ours = service();
  const key = ours.publicKey.toString('base64url');

  it('opens at the service, with the key it was sealed for and under no other', async () => {
    const id = newSecret();
    const box = Buffer.from(await sealBox(key, id, value), 'base64url');
    expect(JSON.parse(ours.open(id, box).toString())).toEqual(value);
    expect(() => ours.open(newSecret(), box)).toThrow('a sealed value could not be opened');
    expect(() => service().open(id, box)).toThrow('a sealed value could not be opened');
  });

  it('opens no more after any byte was changed or cut off', async () => {
    const box = Buffer.from(await sealBox(key, 'id', value), 'base64url');
    for (const at of [0, 1, 30, 65, 66, 77, 78, 500, box.length - 1]) {
      const changed = Buffer.from(box);
      changed[at]! ^= 1;
      expect(() => ours.open('id', changed)).toThrow();
    }
    for (const length of [0, 1, 93, 94, box.length - 1])
      expect(() => ours.open('id', box.subarray(0, length))).toThrow();
  });

  it('is never the same twice, and does not tell how much was said', async () => {
    const short = await sealBox(key, 'id', { a: 1 });
    expect(await sealBox(key, 'id', { a: 1 })).not.toBe(short);
    expect((await sealBox(key, 'id', { a: 'x'.repeat(1900) })).length).toBe(short.length);
  });

  it('comes with codes in the form that the service gives', () => {
    for (let i = 0; i < 100; i++) {
      const { reference, accessCode, accessSecret } = newReceiptCodes('PNH');
      expect(readReference(reference)).toBe(reference);
      expect(accessCode).toMatch(/^[0-9BCDFGHJKMNPQRSTVWXYZ]{5}-[0-9BCDFGHJKMNPQRSTVWXYZ]{5}$/);
      expect(accessSecret).toMatch(/^[A-Za-z0-9_-]{22}$/);
    }
  });
});
