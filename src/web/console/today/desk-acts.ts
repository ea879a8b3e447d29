import { Injectable } from '@nestjs/common';
import type { Caller } from '../../../platform/auth/caller.js';
import { isId } from '../../../platform/ids.js';
import { invalid, notFound } from '../../../platform/problems/problem.js';
import { CallingService } from '../../../queue/calling/calling.service.js';
import { CountersService } from '../../../queue/counters/counters.service.js';
import { UndoService } from '../../../queue/undo/undo.service.js';
import { TicketsService } from '../../../queue/tickets/tickets.service.js';

type CounterChange = (caller: Caller, counterId: string) => Promise<unknown>;
type TicketChange = (caller: Caller, ticketId: string, version: number) => Promise<unknown>;

/** What the buttons of the desk do, by the names in their addresses. */
@Injectable()
export class DeskActs {
  private readonly counterChanges: Readonly<Record<string, CounterChange>> = {
    open: async (caller, counterId) => {
      if (!isId(counterId)) throw invalid({ pointer: '/counter', code: 'required' });
      return this.counters.open(caller, counterId);
    },
    pause: (caller) => this.counters.pause(caller),
    resume: (caller) => this.counters.resume(caller),
    close: (caller) => this.counters.close(caller),
  };
  private readonly ticketChanges: Readonly<Record<string, TicketChange>> = {
    recall: (...ticket) => this.calling.recall(...ticket),
    start: (...ticket) => this.tickets.start(...ticket),
    park: (...ticket) => this.tickets.park(...ticket),
    resume: (...ticket) => this.tickets.resume(...ticket),
    undo: (...ticket) => this.undoing.undo(...ticket),
    missed: (...ticket) => this.tickets.missed(...ticket),
    finish: (...ticket) => this.tickets.finish(...ticket, 'done'),
    'come-back': (...ticket) => this.tickets.finish(...ticket, 'come-back'),
  };

  constructor(
    private readonly counters: CountersService,
    private readonly calling: CallingService,
    private readonly tickets: TicketsService,
    private readonly undoing: UndoService,
  ) {}

  /** @throws Problem `not-found` for an act that the desk does not have */
  counter(act: string): CounterChange {
    return found(this.counterChanges, act);
  }

  /** @throws Problem `not-found` as {@link counter} */
  ticket(act: string): TicketChange {
    return found(this.ticketChanges, act);
  }
}

function found<T>(changes: Readonly<Record<string, T>>, act: string): T {
  const change = Object.hasOwn(changes, act) ? changes[act] : undefined;
  if (!change) throw notFound();
  return change;
}
