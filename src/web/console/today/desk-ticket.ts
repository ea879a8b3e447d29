import { Injectable } from '@nestjs/common';
import type { Caller } from '../../../platform/auth/caller.js';
import { unlessNone } from '../../../platform/problems/unless-none.js';
import type { TicketResponse } from '../../../queue/tickets/tickets.dto.js';
import { TransferChoices } from '../../../queue/transfers/transfer-choices.js';
import { TransferNotes } from '../../../queue/transfers/transfer-notes.js';
import { UndoService } from '../../../queue/undo/undo.service.js';
import type { TodayPage } from './today.view.js';

const NOWHERE = { counters: [], services: [], skills: [] };

/** The person at an officer's counter: what was written of them, where they can go on to, and the act before. */
@Injectable()
export class DeskTicket {
  constructor(
    private readonly transfers: TransferChoices,
    private readonly notes: TransferNotes,
    private readonly undoing: UndoService,
  ) {}

  /** @param lastTicket what the officer acted on last, if that may be taken back */
  async of(
    caller: Caller,
    current: TicketResponse | null,
    lastTicket?: string,
  ): Promise<Pick<TodayPage, 'current' | 'notes' | 'transfer' | 'undo'>> {
    return {
      current,
      notes: current?.notes ? (await this.notes.read(caller, current.id)).items : [],
      transfer: current ? await this.transfers.of(caller) : NOWHERE,
      undo: (lastTicket && (await unlessNone(this.undoing.offer(caller, lastTicket)))) || null,
    };
  }
}
