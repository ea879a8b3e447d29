import { Body, Controller, Delete, Get, Ip, Post, Res } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { Throttle } from '@nestjs/throttler';
import type { FastifyReply } from 'fastify';
import { Allow, AllowEveryone, BeforeOwnPassword, BeforeSecondFactor } from '../../platform/auth/allow.js';
import type { Caller } from '../../platform/auth/caller.js';
import { ROLES, type Role } from '../../platform/auth/roles.js';
import { Answers } from '../../platform/http/answers.js';
import { CurrentCaller } from '../../platform/http/current-caller.js';
import { SecondStepResponse } from '../second-factor/second-factor.dto.js';
import { PasswordSignInService } from './password-sign-in.service.js';
import {
  ClientSignInRequest,
  RenewRequest,
  SessionResponse,
  SignInRequest,
  TokensResponse,
} from './sign-in.dto.js';
import { SignInService } from './sign-in.service.js';

const EVERY_ROLE = ROLES as [Role, ...Role[]];

@ApiTags('access')
@Controller('v1/sessions')
export class SignInController {
  constructor(
    private readonly signIn: SignInService,
    private readonly passwords: PasswordSignInService,
  ) {}

  /** Staff sign in. Answers alike whether the account exists or not. 202 where a second factor is asked for. */
  @Post()
  @AllowEveryone()
  @Throttle({ default: { limit: 60, ttl: 60_000 } })
  @Answers(201, TokensResponse)
  @ApiResponse({ status: 202, type: SecondStepResponse, description: 'A second factor is asked for.' })
  async open(
    @CurrentCaller() caller: Caller,
    @Body() { username, password }: SignInRequest,
    @Ip() address: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TokensResponse | SecondStepResponse> {
    const answer = await this.passwords.signIn(caller, username, password, address);
    if ('secondFactorToken' in answer) reply.status(202);
    return answer;
  }

  /** API clients sign in with their secret. */
  @Post('client')
  @AllowEveryone()
  @Throttle({ default: { limit: 60, ttl: 60_000 } })
  @Answers(201, TokensResponse)
  openClient(
    @CurrentCaller() caller: Caller,
    @Body() { secret }: ClientSignInRequest,
  ): Promise<TokensResponse> {
    return this.signIn.asClient(caller, secret);
  }

  /**
   * New tokens from a refresh token. Who did not hear the answer asks again within 30 seconds and is told the same one. One that
   * comes later, or after its successor, ends the session.
   */
  @Post('renewal')
  @AllowEveryone()
  @Answers(201, TokensResponse)
  renew(@CurrentCaller() caller: Caller, @Body() { refreshToken }: RenewRequest): Promise<TokensResponse> {
    return this.signIn.renew(caller, refreshToken);
  }

  @Get('current')
  @Allow(...EVERY_ROLE)
  @BeforeSecondFactor()
  @BeforeOwnPassword()
  @Answers(200, SessionResponse)
  current(@CurrentCaller() { role, id, posts }: Caller): SessionResponse {
    return { role: role as Role, id: id!, posts: [...posts] };
  }

  @Delete('current')
  @Allow(...EVERY_ROLE)
  @BeforeSecondFactor()
  @BeforeOwnPassword()
  @Answers(204)
  end(@CurrentCaller() caller: Caller): Promise<void> {
    return this.signIn.signOut(caller);
  }
}
