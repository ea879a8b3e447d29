const INFO = 'pulang sealed box 1';
/** Boxes of about the same size tell nothing about how much somebody had to say. */
const BLOCK = 2048;

const utf8 = new TextEncoder();
const { subtle } = globalThis.crypto;

/**
 * Seals a value so that only the service can open it (platform/crypto/sealed-box.ts says how). The one-time private key
 * cannot be taken out of the browser and is forgotten with this call: afterwards not even this device can read the box.
 * @param serviceKey base64url of the service's public point
 * @param context bound into the box: the key under which it is sent
 * @returns base64url
 */
export async function sealBox(serviceKey: string, context: string, value: unknown): Promise<string> {
  const service = fromBase64Url(serviceKey);
  const oneTime = await subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, false, ['deriveBits']);
  const point = new Uint8Array(await subtle.exportKey('raw', oneTime.publicKey));
  const theirs = await subtle.importKey('raw', service, { name: 'ECDH', namedCurve: 'P-256' }, false, []);
  const shared = await subtle.deriveBits({ name: 'ECDH', public: theirs }, oneTime.privateKey, 256);
  const material = await subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey']);
  const salt = joined(point, service);
  const key = await subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt, info: utf8.encode(INFO) },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt'],
  );
  const iv = globalThis.crypto.getRandomValues(new Uint8Array(12));
  const additionalData = utf8.encode(context);
  const sealed = await subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, padded(value));
  return toBase64Url(joined(Uint8Array.of(1), point, iv, new Uint8Array(sealed)));
}

/** JSON is not changed by blanks around it. */
function padded(value: unknown): Uint8Array<ArrayBuffer> {
  const json = utf8.encode(JSON.stringify(value));
  const whole = new Uint8Array(Math.ceil(json.length / BLOCK) * BLOCK).fill(0x20);
  whole.set(json);
  return whole;
}

function joined(...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export const toBase64Url = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');

const fromBase64Url = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0));
