import { Get, Param, Query, Req, Res } from '@nestjs/common';
import { SkipThrottle } from '@nestjs/throttler';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AllowEveryone } from '../../platform/auth/allow.js';
import { notFound } from '../../platform/problems/problem.js';
import { PageController } from '../frame/page-controller.js';
import { Assets } from './assets.js';

@PageController('assets')
export class AssetsController {
  constructor(private readonly assets: Assets) {}

  /** Styles, scripts and the mark. Kept for a year under their version, asked for again without one. */
  @Get(':name')
  @AllowEveryone()
  @SkipThrottle()
  async serve(
    @Param('name') name: string,
    @Query('v') version: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const asset = await this.assets.find(name);
    if (!asset) throw notFound();
    const kept = version === this.assets.version ? 'public, max-age=31536000, immutable' : 'no-cache';
    reply.type(asset.type).header('cache-control', kept).header('vary', 'accept-encoding');
    if (!/\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))) return asset.plain;
    reply.header('content-encoding', 'gzip');
    return asset.gzipped;
  }
}
