import { Injectable } from '@nestjs/common';
import { Environment } from '../../platform/config/environment.js';
import { PostsService } from '../../posts/posts.service.js';
import { paths } from '../paths.js';
import { OwnAppointment } from './own-appointment.js';
import { drawQr } from '../drawings/qr-drawing.js';
import type { FreshReceipt } from './receipt-cookie.js';
import { BRING_ITEMS, type ReceiptPage, type ReceiptView } from './receipt.view.js';

/** Writes receipts: with the codes where they are fresh, without them ever after. */
@Injectable()
export class Receipts {
  constructor(
    private readonly posts: PostsService,
    private readonly environment: Environment,
    private readonly appointments: OwnAppointment,
  ) {}

  /** @param kept what the person's session knows: the codes are kept nowhere; under duress there is no appointment */
  async later(
    postId: string,
    kept: Pick<ReceiptView, 'reference' | 'registeredAt' | 'silent'> & { id: string; duress: boolean },
  ): Promise<ReceiptView> {
    return {
      reference: kept.reference,
      accessCode: null,
      qr: null,
      registeredAt: kept.registeredAt,
      appointment: kept.duress ? null : await this.appointments.of(postId, kept.id),
      bring: BRING_ITEMS,
      silent: kept.silent,
    };
  }

  /** The first receipt, and all of them where several people registered together. */
  async allFresh(receipts: readonly FreshReceipt[]): Promise<Omit<ReceiptPage, 'back'>> {
    const group = await Promise.all(
      receipts.map(async (receipt) => ({ ...(await this.fresh(receipt)), who: receipt.who })),
    );
    const { who: _, ...receipt } = group[0]!;
    return { receipt, group: group.length > 1 ? group : [] };
  }

  private async fresh(receipt: FreshReceipt): Promise<ReceiptView> {
    const post = await this.posts.byCode(receipt.post);
    const link = `${this.environment.PUBLIC_URL.replace(/\/$/, '')}${paths.statusSignIn}#s=${receipt.accessSecret}`;
    return {
      reference: receipt.reference,
      accessCode: receipt.accessCode,
      qr: drawQr(link),
      registeredAt: receipt.receivedAt,
      appointment: await this.appointments.of(post.id, receipt.id),
      bring: BRING_ITEMS,
      silent: receipt.silent === true,
    };
  }
}
