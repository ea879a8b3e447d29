import { Global, Module } from '@nestjs/common';
import { Environment } from '../config/environment.js';
import { Keyring } from './keyring.js';

@Global()
@Module({
  providers: [
    {
      provide: Keyring,
      inject: [Environment],
      useFactory: (environment: Environment) => new Keyring(Buffer.from(environment.MASTER_KEY, 'base64')),
    },
  ],
  exports: [Keyring],
})
export class CryptoModule {}
