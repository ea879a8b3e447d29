import { setTimeout as sleep } from 'node:timers/promises';
import type { Api } from '../../surge/api.js';

interface Message {
  id: string;
  recipientId: string;
  kind: string;
}

const LOOK_EVERY_MS = 100;
const AT_ONCE = 100;

/** Everybody's telephone: what the service writes, as its outbox lists it, given to whom it is for. */
export class Phones {
  private readonly seen = new Set<string>();
  private readonly owners = new Map<string, (kind: string) => void>();
  private switchedOff = false;

  constructor(private readonly supervisor: Api) {}

  /** @param read told each message that comes for this registration */
  give(registrationId: string, read: (kind: string) => void): void {
    this.owners.set(registrationId, read);
  }

  switchOff(): void {
    this.switchedOff = true;
  }

  /** Until {@link switchOff}. */
  async run(): Promise<void> {
    while (!this.switchedOff) {
      for (const { id, recipientId, kind } of (await this.news()).reverse()) {
        const owner = this.owners.get(recipientId);
        if (!owner || this.seen.has(id)) continue;
        this.seen.add(id);
        owner(kind);
      }
      await sleep(LOOK_EVERY_MS);
    }
  }

  private async news(): Promise<Message[]> {
    const { body } = await this.supervisor.get<{ items: Message[] }>(
      'messages',
      `/v1/messages?limit=${AT_ONCE}`,
    );
    return body.items;
  }
}
