import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Pdu } from 'smpp';
import { Environment } from '../../platform/config/environment.js';
import { MessageReceipts } from '../receipts/message-receipts.js';
import { MessageReplies } from '../replies/message-replies.js';
import { Transports } from '../transport/transports.js';
import { readDelivery } from './smpp-delivery.js';

/** A lost line is had again within so long, so that answers are heard while nothing is sent. */
const LISTEN_EVERY_MS = 10_000;

/** Hears what the text message centre delivers, in worker processes. */
@Injectable()
export class SmppInbound implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(SmppInbound.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly environment: Environment,
    private readonly transports: Transports,
    private readonly receipts: MessageReceipts,
    private readonly replies: MessageReplies,
  ) {}

  onApplicationBootstrap(): void {
    const { smpp } = this.transports;
    if (!smpp) return;
    smpp.onDelivery((pdu) => this.take(pdu));
    if (this.environment.ROLE === 'app') return;
    void smpp.listen();
    this.timer = setInterval(() => void smpp.listen(), LISTEN_EVERY_MS);
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private async take(pdu: Pdu): Promise<boolean> {
    const delivery = readDelivery(pdu);
    try {
      if (delivery.kind === 'message')
        await this.replies.receive({ gateway: 'smpp', providerId: null, ...delivery });
      else if (delivery.kind === 'receipt' && delivery.delivered !== undefined) {
        const { delivered, providerId, reference } = delivery;
        await this.receipts.receive({
          gateway: 'smpp',
          providerId,
          delivered,
          ...(reference !== undefined && { reference }),
        });
      }
      return true;
    } catch (error) {
      this.logger.error({ err: error }, 'what the text message centre delivered could not be taken');
      return false;
    }
  }
}
