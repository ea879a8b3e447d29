import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { Environment } from '../../platform/config/environment.js';
import { type OpenSession, SessionsService } from './sessions.service.js';
import { TOKEN_AUDIENCE, TOKEN_ISSUER } from './token-form.js';

/** Checks the token's signature, algorithm, issuer, audience and age, then that its session is still open. */
@Injectable()
export class TokenStrategy extends PassportStrategy(Strategy, 'token') {
  constructor(
    environment: Environment,
    private readonly sessions: SessionsService,
  ) {
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      secretOrKey: Buffer.from(environment.TOKEN_KEY, 'base64'),
      algorithms: ['HS256'],
      issuer: TOKEN_ISSUER,
      audience: TOKEN_AUDIENCE,
    });
  }

  async validate({ sid }: { sid: string }): Promise<OpenSession | false> {
    return (await this.sessions.byId(sid)) ?? false;
  }
}
