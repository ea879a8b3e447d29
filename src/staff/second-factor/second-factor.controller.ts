import { Body, Controller, Delete, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Throttle } from '@nestjs/throttler';
import { Allow, AskAgain, BeforeOwnPassword, BeforeSecondFactor } from '../../platform/auth/allow.js';
import type { Caller } from '../../platform/auth/caller.js';
import { STAFF } from '../../platform/auth/roles.js';
import { Answers } from '../../platform/http/answers.js';
import { CurrentCaller } from '../../platform/http/current-caller.js';
import { ConfirmationService } from './confirmation.service.js';
import { FactorReader } from './factor-reader.js';
import { OwnFactorsService } from './own-factors.service.js';
import { OwnPasskeysService } from './own-passkeys.service.js';
import {
  AppCodeRequest,
  AppOfferResponse,
  ConfirmationRequest,
  NewPasskeyRequest,
  PasskeyOffer,
  PasskeyQuestion,
  RecoveryCodesResponse,
  SecondFactorResponse,
} from './second-factor.dto.js';

/** One's own second factor. Each change of it ends every other session of the account. */
@ApiTags('access')
@Controller('v1/second-factor')
@Allow(...STAFF)
export class SecondFactorController {
  constructor(
    private readonly reader: FactorReader,
    private readonly factors: OwnFactorsService,
    private readonly passkeys: OwnPasskeysService,
    private readonly confirmation: ConfirmationService,
  ) {}

  @Get()
  @BeforeSecondFactor()
  @Answers(200, SecondFactorResponse)
  own(@CurrentCaller() caller: Caller): Promise<SecondFactorResponse> {
    return this.reader.own(caller);
  }

  /** A secret for an authenticator app. It counts once a first code by it has come. */
  @Post('authenticator-app/offers')
  @BeforeSecondFactor()
  @AskAgain('everybody')
  @Answers(201, AppOfferResponse)
  offerApp(@CurrentCaller() caller: Caller): Promise<AppOfferResponse> {
    return this.reader.offerApp(caller);
  }

  @Post('authenticator-app')
  @BeforeSecondFactor()
  @AskAgain('everybody')
  @Throttle({ default: { limit: 60, ttl: 60_000 } })
  @Answers(201, RecoveryCodesResponse)
  addApp(@CurrentCaller() caller: Caller, @Body() { code }: AppCodeRequest): Promise<RecoveryCodesResponse> {
    return this.factors.addApp(caller, code);
  }

  @Delete('authenticator-app')
  @AskAgain('everybody')
  @Answers(204)
  removeApp(@CurrentCaller() caller: Caller): Promise<void> {
    return this.factors.removeApp(caller);
  }

  /** Ten new recovery codes in place of those before. */
  @Post('recovery-codes')
  @AskAgain('everybody')
  @Answers(201, RecoveryCodesResponse)
  renewCodes(@CurrentCaller() caller: Caller): Promise<RecoveryCodesResponse> {
    return this.factors.renewCodes(caller);
  }

  @Post('passkeys/offers')
  @BeforeSecondFactor()
  @AskAgain('everybody')
  @Answers(201, PasskeyOffer)
  offerPasskey(@CurrentCaller() caller: Caller): Promise<PasskeyOffer> {
    return this.passkeys.offer(caller);
  }

  @Post('passkeys')
  @BeforeSecondFactor()
  @AskAgain('everybody')
  @Answers(201, RecoveryCodesResponse)
  addPasskey(
    @CurrentCaller() caller: Caller,
    @Body() body: NewPasskeyRequest,
  ): Promise<RecoveryCodesResponse> {
    return this.passkeys.add(caller, body);
  }

  @Delete('passkeys/:id')
  @AskAgain('everybody')
  @Answers(204)
  removePasskey(@CurrentCaller() caller: Caller, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.passkeys.remove(caller, id);
  }

  /** What a passkey signs for a confirmation. */
  @Post('confirmations/questions')
  @BeforeSecondFactor()
  @BeforeOwnPassword()
  @Answers(201, PasskeyQuestion)
  ask(@CurrentCaller() caller: Caller): Promise<PasskeyQuestion> {
    return this.passkeys.ask(caller);
  }

  /** Proves again that it is the holder; good for a quarter of an hour. */
  @Post('confirmations')
  @BeforeSecondFactor()
  @BeforeOwnPassword()
  @Answers(204)
  confirm(@CurrentCaller() caller: Caller, @Body() body: ConfirmationRequest): Promise<void> {
    return this.confirmation.confirm(caller, body);
  }
}
