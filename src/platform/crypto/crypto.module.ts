import { Global, Module } from '@nestjs/common';
import { Environment } from '../config/environment.js';
import { Keyring } from './keyring.js';
import { MasterKeyProof } from './master-key-proof.js';
import { SealedBox } from './sealed-box.js';

@Global()
@Module({
  providers: [
    {
      provide: Keyring,
      inject: [Environment],
      useFactory: (environment: Environment) => new Keyring(Buffer.from(environment.MASTER_KEY, 'base64')),
    },
    MasterKeyProof,
    SealedBox,
  ],
  exports: [Keyring, MasterKeyProof, SealedBox],
})
export class CryptoModule {}
