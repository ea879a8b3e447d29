import { type DynamicModule, Module } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Environment } from './environment.js';

/** Hands the checked environment and the clock to whoever asks. */
@Module({})
export class ConfigModule {
  static of(environment: Environment): DynamicModule {
    const providers = [{ provide: Environment, useValue: environment }, Clock];
    return { module: ConfigModule, global: true, providers, exports: [Environment, Clock] };
  }
}
