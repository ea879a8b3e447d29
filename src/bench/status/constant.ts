import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';

/** As large as a person's status. */
const ANSWER = {
  ticket: {
    number: '042',
    status: 'waiting',
    counter: null,
    ahead: 17,
    expectedMinutes: 15,
    expectedRange: { from: 10, to: 25 },
    asOf: '2026-01-20T03:00:00.000Z',
  },
  asOf: '2026-01-20T03:00:00.000Z',
};

@Controller('v1/status/own')
class ConstantController {
  @Get()
  read(): typeof ANSWER {
    return ANSWER;
  }
}

@Module({ controllers: [ConstantController] })
class ConstantModule {}

/** The bare framework: Nest on Fastify with one route that answers a constant. Tells its address to its parent. */
const app = await NestFactory.create<NestFastifyApplication>(ConstantModule, new FastifyAdapter(), {
  logger: false,
});
await app.listen(0, '127.0.0.1');
process.send?.(await app.getUrl());
process.once('disconnect', () => process.exit());
