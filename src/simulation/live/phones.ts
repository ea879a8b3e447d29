import { setTimeout as sleep } from 'node:timers/promises';
import type { Api } from '../../rehearsal/api.js';

interface Message {
  id: string;
  recipientId: string;
  kind: string;
}

interface Page {
  items: Message[];
  next: string | null;
}

const LOOK_EVERY_MS = 100;
/** Messages at a look; where all of them are new, the next page is read too. */
const AT_ONCE = 25;

/** Everybody's telephone: what the service writes, as its outbox lists it, given to whom it is for. */
export class Phones {
  private readonly seen = new Set<string>();
  private readonly owners = new Map<string, (kind: string) => void>();
  /** Written to somebody whose registration is just being answered. */
  private readonly waiting = new Map<string, string[]>();
  private switchedOff = false;

  constructor(private readonly supervisor: Api) {}

  /** @param read told each message that comes for this registration */
  give(registrationId: string, read: (kind: string) => void): void {
    this.owners.set(registrationId, read);
    for (const kind of this.waiting.get(registrationId) ?? []) read(kind);
  }

  switchOff(): void {
    this.switchedOff = true;
  }

  /** Until {@link switchOff}. */
  async run(): Promise<void> {
    while (!this.switchedOff) {
      for (const { recipientId, kind } of await this.news()) this.deliver(recipientId, kind);
      await sleep(LOOK_EVERY_MS);
    }
  }

  private deliver(recipientId: string, kind: string): void {
    const read = this.owners.get(recipientId);
    if (read) read(kind);
    else this.waiting.set(recipientId, [...(this.waiting.get(recipientId) ?? []), kind]);
  }

  /** What nobody has read yet, oldest first. */
  private async news(): Promise<Message[]> {
    const news: Message[] = [];
    for (let after = ''; ;) {
      const path = `/v1/messages?limit=${AT_ONCE}${after}`;
      const { items, next } = (await this.supervisor.get<Page>('messages', path)).body;
      const unread = items.filter(({ id }) => !this.seen.has(id));
      for (const { id } of unread) this.seen.add(id);
      news.unshift(...unread.reverse());
      if (next === null || unread.length < items.length) return news;
      after = `&after=${encodeURIComponent(next)}`;
    }
  }
}
