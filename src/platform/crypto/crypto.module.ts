import { Global, Module } from '@nestjs/common';
import { Environment } from '../config/environment.js';
import { Keyring } from './keyring.js';
import { SealedBox } from './sealed-box.js';

@Global()
@Module({
  providers: [
    {
      provide: Keyring,
      inject: [Environment],
      useFactory: (environment: Environment) => new Keyring(Buffer.from(environment.MASTER_KEY, 'base64')),
    },
    SealedBox,
  ],
  exports: [Keyring, SealedBox],
})
export class CryptoModule {}
