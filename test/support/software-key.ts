import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

interface Signing {
  challenge: string;
  rpId: string;
}

interface Circumstances {
  origin?: string;
  /** Whether the key made sure who uses it. */
  verified?: boolean;
  counter?: number;
}

const text = (octets: Buffer) => octets.toString('base64url');
const USER_PRESENT = 1;
const USER_VERIFIED = 4;
const KEY_INCLUDED = 64;

/** A passkey in software (WebAuthn, ES256, no attestation), which signs whatever it is told to. */
export function softwareKey(origin = 'http://localhost:3000') {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x, y } = publicKey.export({ format: 'jwk' });
  const id = randomBytes(16);
  const cose = Buffer.concat([
    Buffer.from('a5010203262001215820', 'hex'),
    Buffer.from(x!, 'base64url'),
    Buffer.from('225820', 'hex'),
    Buffer.from(y!, 'base64url'),
  ]);

  const clientData = (type: string, challenge: string, where: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin: where, crossOrigin: false }));
  const authenticatorData = (rpId: string, flags: number, counter: number, rest = Buffer.alloc(0)) => {
    const head = Buffer.alloc(5);
    head[0] = flags;
    head.writeUInt32BE(counter, 1);
    return Buffer.concat([createHash('sha256').update(rpId).digest(), head, rest]);
  };
  const flagsOf = (verified: boolean) => USER_PRESENT + (verified ? USER_VERIFIED : 0);

  return {
    create({ challenge, rpId }: Signing, { origin: where = origin, verified = true }: Circumstances = {}) {
      const known = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, cose]);
      const data = authenticatorData(rpId, flagsOf(verified) + KEY_INCLUDED, 0, known);
      // {fmt: "none", attStmt: {}, authData: bytes}
      const head = Buffer.from('a363666d74646e6f6e656761747453746d74a068617574684461746158', 'hex');
      return {
        credentialId: text(id),
        clientData: text(clientData('webauthn.create', challenge, where)),
        attestationObject: text(Buffer.concat([head, Buffer.from([data.length]), data])),
        transports: ['internal'],
      };
    },
    get(
      { challenge, rpId }: Signing,
      { origin: where = origin, verified = true, counter = 0 }: Circumstances = {},
    ) {
      const data = authenticatorData(rpId, flagsOf(verified), counter);
      const client = clientData('webauthn.get', challenge, where);
      const signed = Buffer.concat([data, createHash('sha256').update(client).digest()]);
      return {
        credentialId: text(id),
        clientData: text(client),
        authenticatorData: text(data),
        signature: text(sign('sha256', signed, privateKey)),
      };
    },
  };
}
