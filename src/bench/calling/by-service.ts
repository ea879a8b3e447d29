import type { INestApplicationContext } from '@nestjs/common';
import { CallingService } from '../../queue/calling/calling.service.js';
import { TicketsService } from '../../queue/tickets/tickets.service.js';
import type { CounterAtWork } from './hall.js';

export interface Called {
  /** People called, begun with and finished with, a second. */
  perSecond: number;
  /** Milliseconds from asking for the next person to their number. */
  latencies: number[];
}

/** Calls, begins and finishes through the service's own use cases until `people` are served; each counter one at a time. */
export async function callByService(
  app: INestApplicationContext,
  counters: readonly CounterAtWork[],
  people: number,
): Promise<Called> {
  const calling = app.get(CallingService, { strict: false });
  const tickets = app.get(TicketsService, { strict: false });
  const latencies: number[] = [];
  let left = people;
  const work = async ({ caller }: CounterAtWork) => {
    while (left-- > 0) {
      const asked = performance.now();
      const called = await calling.callNext(caller);
      if (!called) throw new Error('nobody waits');
      latencies.push(performance.now() - asked);
      const { version } = await tickets.start(caller, called.id, called.version);
      await tickets.finish(caller, called.id, version, 'done');
    }
  };
  const started = performance.now();
  await Promise.all(counters.map(work));
  return { perSecond: people / ((performance.now() - started) / 1000), latencies };
}
