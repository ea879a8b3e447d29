import { Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { JwtModule } from '@nestjs/jwt';
import { PassportModule } from '@nestjs/passport';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Environment } from '../platform/config/environment.js';
import { RateLimitGuard } from '../platform/rate-limit/rate-limit.guard.js';
import { AccessGuard } from './access/access.guard.js';
import { ACCESS_TOKEN_SECONDS } from './access/session-lifetime.js';
import { PasswordSignInService } from './access/password-sign-in.service.js';
import { SessionOpening } from './access/session-opening.js';
import { SessionRenewal } from './access/session-renewal.js';
import { SessionTokens } from './access/session-tokens.js';
import { SessionProof } from './access/session-proof.js';
import { SessionCleanUp } from './access/session-clean-up.js';
import { SessionStreams } from './access/session-streams.js';
import { SessionsService } from './access/sessions.service.js';
import { StaffAtWork } from './access/staff-at-work.js';
import { SignInController } from './access/sign-in.controller.js';
import { SignInLimit } from './access/sign-in-limit.js';
import { SignInService } from './access/sign-in.service.js';
import { TOKEN_AUDIENCE, TOKEN_ISSUER } from './access/token-form.js';
import { TokenStrategy } from './access/token.strategy.js';
import { AccountsController } from './accounts/accounts.controller.js';
import { AccountsService } from './accounts/accounts.service.js';
import { OwnPasswordController } from './accounts/own-password.controller.js';
import { OwnPasswordService } from './accounts/own-password.service.js';
import { PasswordResetController } from './accounts/password-reset.controller.js';
import { PasswordResetService } from './accounts/password-reset.service.js';
import { PresentPassword } from './accounts/present-password.js';
import { ApiClient } from './clients/api-client.entity.js';
import { ClientsController } from './clients/clients.controller.js';
import { ClientsService } from './clients/clients.service.js';
import { CountersigningController } from './countersigning/countersigning.controller.js';
import { CountersigningService } from './countersigning/countersigning.service.js';
import { HolderCodes } from './countersigning/holder-codes.js';
import { DevicePresence } from './devices/device-presence.js';
import { DevicePresenceInterceptor } from './devices/device-presence.interceptor.js';
import { DevicesController } from './devices/devices.controller.js';
import { DevicesService } from './devices/devices.service.js';
import { AskAgainGuard } from './second-factor/ask-again.guard.js';
import {
  SECOND_FACTOR_CONTROLLERS,
  SECOND_FACTOR_PROVIDERS,
  SECOND_FACTOR_SERVICES,
} from './second-factor/second-factor.parts.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([ApiClient]),
    PassportModule,
    JwtModule.registerAsync({
      inject: [Environment],
      useFactory: (environment: Environment) => ({
        secret: Buffer.from(environment.TOKEN_KEY, 'base64'),
        signOptions: {
          algorithm: 'HS256',
          issuer: TOKEN_ISSUER,
          audience: TOKEN_AUDIENCE,
          expiresIn: ACCESS_TOKEN_SECONDS,
        },
      }),
    }),
  ],
  controllers: [
    SignInController,
    AccountsController,
    OwnPasswordController,
    PasswordResetController,
    CountersigningController,
    DevicesController,
    ClientsController,
    ...SECOND_FACTOR_CONTROLLERS,
  ],
  providers: [
    SessionsService,
    SessionStreams,
    SessionTokens,
    SessionRenewal,
    SessionOpening,
    SessionProof,
    StaffAtWork,
    SignInService,
    PasswordSignInService,
    SignInLimit,
    SessionCleanUp,
    TokenStrategy,
    AccountsService,
    PresentPassword,
    OwnPasswordService,
    PasswordResetService,
    CountersigningService,
    HolderCodes,
    DevicesService,
    DevicePresence,
    ClientsService,
    ...SECOND_FACTOR_PROVIDERS,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_GUARD, useClass: RateLimitGuard },
    { provide: APP_INTERCEPTOR, useClass: DevicePresenceInterceptor },
    { provide: APP_GUARD, useClass: AskAgainGuard },
  ],
  exports: [
    SessionsService,
    SessionStreams,
    StaffAtWork,
    SignInLimit,
    SignInService,
    PasswordSignInService,
    AccountsService,
    OwnPasswordService,
    PasswordResetService,
    CountersigningService,
    DevicesService,
    ClientsService,
    ...SECOND_FACTOR_SERVICES,
  ],
})
export class StaffModule {}
