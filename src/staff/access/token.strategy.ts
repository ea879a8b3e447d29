import { createSecretKey } from 'node:crypto';
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
      // a key object: from bytes the library would make one for each request, after trying to read them as a public key
      secretOrKey: createSecretKey(environment.TOKEN_KEY, 'base64') as unknown as Buffer,
      algorithms: ['HS256'],
      issuer: TOKEN_ISSUER,
      audience: TOKEN_AUDIENCE,
    });
  }

  async validate({ sid }: { sid: string }): Promise<OpenSession | false> {
    return (await this.sessions.byId(sid)) ?? false;
  }
}
