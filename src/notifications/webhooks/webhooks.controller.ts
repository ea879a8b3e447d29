import { Body, Controller, Param, Post, Req } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { Throttle } from '@nestjs/throttler';
import type { FastifyRequest } from 'fastify';
import { AllowEveryone } from '../../platform/auth/allow.js';
import { Clock } from '../../platform/clock/clock.js';
import { Environment } from '../../platform/config/environment.js';
import { Answers } from '../../platform/http/answers.js';
import { Problem } from '../../platform/problems/problem.js';
import { MessageReceipts } from '../receipts/message-receipts.js';
import { MessageReplies } from '../replies/message-replies.js';
import { isSigned } from './webhook-signature.js';
import { MessageReceiptRequest, MessageReplyRequest } from './webhooks.dto.js';

const Signed = () =>
  ApiHeader({
    name: 'X-Pulang-Signature',
    required: true,
    description:
      '`t=<seconds>,v1=<hex>`: HMAC-SHA256 with the shared secret over the seconds, a full stop and the body.',
    schema: { type: 'string', pattern: '^t=\\d{10},v1=[0-9a-f]{64}$' },
  });

/** One gateway reports for everybody, so it may come more often than a person. */
const Often = () => Throttle({ default: { ttl: 60_000, limit: 6000 } });

/** What gateways report over HTTP. Whoever does not sign is refused, whether the gateway is in use or not. */
@ApiTags('messages')
@Controller('v1')
export class WebhooksController {
  constructor(
    private readonly environment: Environment,
    private readonly clock: Clock,
    private readonly receipts: MessageReceipts,
    private readonly replies: MessageReplies,
  ) {}

  /** What became of a message. */
  @Post('message-receipts/:gateway')
  @AllowEveryone()
  @Often()
  @Signed()
  @Answers(204)
  async receipt(
    @Param('gateway') gateway: string,
    @Req() request: FastifyRequest,
    @Body() body: MessageReceiptRequest,
  ): Promise<void> {
    this.requireSignature(gateway, request);
    const { id: providerId, status, reference: key } = body;
    const delivered = status === 'delivered';
    await this.receipts.receive({ gateway: 'http', providerId, delivered, ...(key && { key }) });
  }

  /** What somebody answered. */
  @Post('message-replies/:gateway')
  @AllowEveryone()
  @Often()
  @Signed()
  @Answers(204)
  async reply(
    @Param('gateway') gateway: string,
    @Req() request: FastifyRequest,
    @Body() { id: providerId, from, text }: MessageReplyRequest,
  ): Promise<void> {
    this.requireSignature(gateway, request);
    await this.replies.receive({ gateway: 'http', providerId, from, text });
  }

  /** @throws Problem `wrong-signature` (401) */
  private requireSignature(gateway: string, { headers, rawBody }: FastifyRequest): void {
    const { MESSAGES_SMS, MESSAGES_SECRET } = this.environment;
    const header = headers['x-pulang-signature'];
    const signed =
      MESSAGES_SECRET !== undefined &&
      typeof header === 'string' &&
      isSigned(MESSAGES_SECRET, header, rawBody ?? Buffer.alloc(0), this.clock.now());
    if (!signed || gateway !== 'http' || MESSAGES_SMS !== 'http')
      throw new Problem('unauthenticated', 'wrong-signature');
  }
}
