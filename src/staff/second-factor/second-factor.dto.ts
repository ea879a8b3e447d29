import {
  Choices,
  Count,
  Flag,
  Id,
  Instant,
  Listed,
  Nested,
  Text,
  Texts,
} from '../../platform/http/fields.js';
import { FACTOR_KINDS, type FactorKind } from './factors.js';

const BASE64URL = /^[A-Za-z0-9_-]+$/;
const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const TOKEN = 'GkCjT0zWb1c3p9jvJ0m3XQ';
const CODE = { max: 40, example: '492039' };
const TRANSPORTS = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const;

/** A part of what a browser answers, as bytes in base64url. */
const Octets = (max: number, example: string) => Text({ max, pattern: BASE64URL, example });
const Transports = () => Choices(TRANSPORTS, { example: ['internal'] });

/** What `navigator.credentials.get()` answered to a question. */
export class PasskeyProof {
  @Octets(1400, 'iK3nVqv0QxqfRk7n2l0mYw') credentialId: string;
  @Octets(4000, 'eyJ0eXBlIjoid2ViYXV0aG4uZ2V0In0') clientData: string;
  @Octets(4000, 'SZYN5YgOjGh0NBcPZHZgW4_krrmihjLHmVzzuoMdl2MFAAAAAQ') authenticatorData: string;
  @Octets(4000, 'MEUCIQDu') signature: string;
}

/** One of both: a code of the app or of the paper, or what a passkey signed. */
export class FactorProof {
  @Text({ ...CODE, optional: true, description: 'Of the authenticator app, or a recovery code.' })
  code?: string;
  @Nested(() => PasskeyProof, { optional: true }) passkey?: PasskeyProof;
}

export class SecondStepRequest extends FactorProof {
  @Text({ max: 64, example: TOKEN, description: 'What the password was answered with.' }) token: string;
}

export class SecondStepTokenRequest {
  @Text({ max: 64, example: TOKEN }) token: string;
}

/** The password was right; a second factor is asked for. The token opens nothing else, and once. */
export class SecondStepResponse {
  @Text({ max: 64, example: TOKEN }) secondFactorToken: string;
  @Count({ example: 300, description: 'Seconds.' }) expiresIn: number;
  @Choices(FACTOR_KINDS, { description: 'What the account can give.' }) kinds: FactorKind[];
}

export class ConfirmationRequest extends FactorProof {
  @Text({
    max: 200,
    optional: true,
    example: 'seven quiet herons crossing',
    description: 'Where there is no factor.',
  })
  password?: string;
}

export class AppCodeRequest {
  @Text(CODE) code: string;
}

export class AppOfferResponse {
  @Text({ max: 64, example: SECRET, description: 'Base32.' }) secret: string;
  @Text({
    max: 300,
    example: `otpauth://totp/Pulang:officer?issuer=Pulang&secret=${SECRET}&algorithm=SHA1&digits=6&period=30`,
    description: 'What the QR code says.',
  })
  address: string;
  @Instant({ description: 'By then a first code must have come.' }) expiresAt: string;
}

export class PasskeyRef {
  @Octets(1400, 'iK3nVqv0QxqfRk7n2l0mYw') id: string;
  @Transports() transports: string[];
}

/** What a passkey signs, for `navigator.credentials.get()`; user verification is required. */
export class PasskeyQuestion {
  @Octets(64, 'q83vEjRWeJq83vEjRWeJq83vEjRWeJ') challenge: string;
  @Text({ max: 253, example: 'pulang.example' }) rpId: string;
  @Listed(() => PasskeyRef) keys: PasskeyRef[];
}

/** For `navigator.credentials.create()`: EdDSA, ES256 or RS256, no attestation, user verification required. */
export class PasskeyOffer extends PasskeyQuestion {
  @Octets(64, 'AZMvPmo7fFGdLi8bfwqcEQ') userId: string;
  @Text({ max: 64, example: 'officer' }) username: string;
  @Text({ max: 120, example: 'Officer at counter 1' }) displayName: string;
}

/** What `navigator.credentials.create()` answered. */
export class NewPasskey {
  @Octets(1400, 'iK3nVqv0QxqfRk7n2l0mYw') credentialId: string;
  @Octets(4000, 'eyJ0eXBlIjoid2ViYXV0aG4uY3JlYXRlIn0') clientData: string;
  @Octets(8000, 'o2NmbXRkbm9uZQ') attestationObject: string;
  @Texts({ max: 20, maxItems: 8, example: ['internal'] }) transports: string[];
}

export class NewPasskeyRequest {
  @Text({ max: 60, example: 'Office computer', description: 'By which its holder knows it.' }) name: string;
  @Nested(() => NewPasskey) passkey: NewPasskey;
}

export class RecoveryCodesResponse {
  @Texts({
    max: 20,
    maxItems: 10,
    example: ['7K3M-Q2XD-5RTV'],
    description: 'Shown once. Empty where there are good ones already.',
  })
  recoveryCodes: string[];
}

export class PasskeyResponse {
  @Id() id: string;
  @Text({ max: 60, example: 'Office computer' }) name: string;
  @Instant() addedAt: string;
  @Instant({ nullable: true }) usedAt: string | null;
}

export class SecondFactorResponse {
  @Listed(() => PasskeyResponse) passkeys: PasskeyResponse[];
  @Instant({ nullable: true, description: 'Since when there is an authenticator app.' }) appSince:
    string | null;
  @Count({ example: 10, description: 'Not used yet.' }) recoveryCodes: number;
  @Flag({ description: 'Whether this installation wants a second factor of everybody.' }) required: boolean;
  @Instant({ nullable: true, description: 'When an administrator took the second factor away.' })
  resetAt: string | null;
}
