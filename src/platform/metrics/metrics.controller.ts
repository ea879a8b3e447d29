import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { AllowEveryone } from '../auth/allow.js';
import { Metrics } from './metrics.js';

/** Outside a demonstration the proxy keeps this path to the monitoring network; see docs/operations. */
@ApiExcludeController()
@Controller('metrics')
export class MetricsController {
  constructor(private readonly metrics: Metrics) {}

  @Get()
  @AllowEveryone()
  @Header('content-type', 'text/plain; version=0.0.4')
  read(): Promise<string> {
    return this.metrics.registry.metrics();
  }
}
