import type { ExecutionContext } from '@nestjs/common';
import { ThrottlerModule } from '@nestjs/throttler';
import type { FastifyRequest } from 'fastify';
import { Environment } from '../config/environment.js';

const MINUTE = 60_000;

export const rateLimitModule = () =>
  ThrottlerModule.forRootAsync({
    inject: [Environment],
    useFactory: (environment: Environment) => [
      {
        ttl: MINUTE,
        limit: (context: ExecutionContext) =>
          context.switchToHttp().getRequest<FastifyRequest>().caller?.sessionId
            ? environment.RATE_LIMIT_SESSION
            : environment.RATE_LIMIT_ADDRESS,
      },
    ],
  });
