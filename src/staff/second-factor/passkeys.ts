import { Injectable } from '@nestjs/common';
import { verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server';
import type { EntityManager } from 'typeorm';
import { Environment } from '../../platform/config/environment.js';
import { newId } from '../../platform/ids.js';
import type { NewPasskey, PasskeyProof } from './second-factor.dto.js';

/** EdDSA, ES256, RS256 (COSE). */
const ALGORITHMS = [-8, -7, -257];

interface StoredKey {
  id: string;
  publicKey: Buffer;
  counter: string;
}

/** The keys of accounts. Attestation is not asked for: which make a key is says nothing that we would act on. */
@Injectable()
export class Passkeys {
  constructor(private readonly environment: Environment) {}

  /** The name that keys are bound to: a copy of our pages elsewhere gets no signature for it. */
  get site(): { id: string; origin: string } {
    const { hostname, origin } = new URL(this.environment.PUBLIC_URL);
    return { id: hostname, origin };
  }

  /** @returns whether it is a good key that signed the challenge; now it is the account's. @throws by passkey_name_once, passkey_credential_once */
  async add(
    tx: EntityManager,
    accountId: string,
    name: string,
    key: NewPasskey,
    challenge: string,
  ): Promise<boolean> {
    const { credentialId: id, clientData: clientDataJSON, attestationObject, transports } = key;
    const { registrationInfo } = await verifyRegistrationResponse({
      response: {
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: { clientDataJSON, attestationObject },
      },
      ...this.expected(challenge),
      supportedAlgorithmIDs: ALGORITHMS,
    }).catch(refused);
    if (!registrationInfo) return false;
    const { credential } = registrationInfo;
    await tx.query(
      `INSERT INTO passkey (id, account_id, name, credential_id, public_key, counter, transports)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        newId(),
        accountId,
        name,
        credential.id,
        Buffer.from(credential.publicKey),
        credential.counter,
        transports,
      ],
    );
    return true;
  }

  /** @returns whether a key of the account signed the challenge */
  async accept(
    tx: EntityManager,
    accountId: string,
    proof: PasskeyProof,
    challenge: string,
  ): Promise<boolean> {
    const { credentialId: id, clientData: clientDataJSON, authenticatorData, signature } = proof;
    const [key] = await tx.query<StoredKey[]>(
      'SELECT id, public_key AS "publicKey", counter FROM passkey WHERE account_id = $1 AND credential_id = $2',
      [accountId, id],
    );
    if (!key) return false;
    const { authenticationInfo } = await verifyAuthenticationResponse({
      response: {
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: { clientDataJSON, authenticatorData, signature },
      },
      ...this.expected(challenge),
      credential: { id, publicKey: new Uint8Array(key.publicKey), counter: Number(key.counter) },
    }).catch(refused);
    if (!authenticationInfo) return false;
    const [used] = await tx.query<[unknown[], number]>(
      'UPDATE passkey SET counter = $2, used_at = now() WHERE id = $1 AND counter = $3 RETURNING id',
      [key.id, authenticationInfo.newCounter, key.counter],
    );
    return used.length > 0;
  }

  private expected(challenge: string) {
    const { id, origin } = this.site;
    return {
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
    };
  }
}

/** The library throws of whatever does not fit; what exactly is of use to nobody but a forger. */
const refused = (): { registrationInfo?: undefined; authenticationInfo?: undefined } => ({});
