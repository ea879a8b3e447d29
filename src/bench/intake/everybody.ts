import { setTimeout as sleep } from 'node:timers/promises';
import type { BenchService } from '../bench-service.js';
import { countCases } from './fill.js';
import { OverHttp, wire } from './over-http.js';
import type { IntakeRequest } from './requests.js';

const SENDERS = 64;
const MEMORY_SEEN = 10;

/** So many people in one run; none may be missing afterwards, and the service's memory is looked at ten times on the way. */
export async function registerEverybody(
  service: BenchService,
  person: () => IntakeRequest,
  people: number,
): Promise<Record<string, unknown>> {
  const { url, databaseUrl } = service.running;
  const { postId } = service.demonstration;
  // what the measurement before had under way is let in first
  await sleep(2000);
  const before = await countCases(databaseUrl, postId);
  const memoryMegabytes = [service.memory()];
  const step = Math.ceil(people / MEMORY_SEEN);
  let sent = 0;
  const next = () => {
    if (sent === people) return undefined;
    sent += 1;
    if (sent % step === 0) {
      memoryMegabytes.push(service.memory());
      console.error(`${sent} people`);
    }
    return wire(url, person());
  };
  const { accepted, perSecond, failed, shed } = await new OverHttp(url, next).asFastAsAnswered({
    senders: SENDERS,
  });
  const there = (await countCases(databaseUrl, postId)) - before;
  return { people, accepted, there, shed, failed, perSecond: Math.round(perSecond), memoryMegabytes };
}
