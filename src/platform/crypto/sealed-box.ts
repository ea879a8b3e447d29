import { createDecipheriv, createECDH, createHash, type ECDH, hkdfSync } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Keyring } from './keyring.js';
import { SealBroken } from './sealing.js';

const VERSION = 1;
const CURVE = 'prime256v1';
const [POINT, IV, TAG] = [65, 12, 16];

/**
 * Opens what a device sealed for the service alone. Each box has a one-time key pair of its own (ECDH on P-256, then
 * HKDF-SHA256 and AES-256-GCM, as ECIES and HPKE do it), so that whoever holds the device can write boxes but read none.
 * Our key pair follows from the master key: every process has it, none stores it.
 */
@Injectable()
export class SealedBox {
  /** Uncompressed point, 65 bytes: what devices seal to. */
  readonly publicKey: Buffer;
  private readonly pair: ECDH;

  constructor(keyring: Keyring) {
    this.pair = pairFrom(keyring.key('sealed-boxes').export());
    this.publicKey = this.pair.getPublicKey();
  }

  /** @param context what was bound into the box when it was sealed. @throws SealBroken */
  open(context: string, box: Buffer): Buffer {
    if (box[0] !== VERSION || box.length < 1 + POINT + IV + TAG) throw new SealBroken();
    const oneTime = box.subarray(1, 1 + POINT);
    const iv = box.subarray(1 + POINT, 1 + POINT + IV);
    const body = box.subarray(1 + POINT + IV, -TAG);
    try {
      const salt = Buffer.concat([oneTime, this.publicKey]);
      const shared = this.pair.computeSecret(oneTime);
      const key = Buffer.from(hkdfSync('sha256', shared, salt, 'pulang sealed box 1', 32));
      const decipher = createDecipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(context));
      decipher.setAuthTag(box.subarray(-TAG));
      return Buffer.concat([decipher.update(body), decipher.final()]);
    } catch {
      throw new SealBroken();
    }
  }
}

/** Nearly every 32 bytes are a private key of the curve; where they are not, their hash is tried. */
function pairFrom(bytes: Buffer): ECDH {
  const pair = createECDH(CURVE);
  try {
    pair.setPrivateKey(bytes);
    return pair;
  } catch {
    return pairFrom(createHash('sha256').update(bytes).digest());
  }
}
