import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Lets a route take larger bodies than all others: `@RouteConfig({ mostBytes: 1_000_000 })`. */
export function roomyBodies(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRoute', (route) => {
      const { mostBytes } = (route.config ?? {}) as { mostBytes?: number };
      if (mostBytes !== undefined) route.bodyLimit = mostBytes;
    });
}
