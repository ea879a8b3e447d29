import { once } from 'node:events';
import { rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { type BeforeApplicationShutdown, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Translator } from '../../i18n/translator.js';
import { programBeside } from '../../programs/program-beside.js';
import { busyWords } from '../busy-answer.js';
import type { Gate } from '../gate.js';
import { newDoorFolder, servicePath } from './door-folder.js';
import type { DoorPlan, Listening } from './door-plan.js';

/** So long whoever is still being answered may take to receive it when the service stops. */
const GRACE_MS = 2_000;

/**
 * A thread in front of the service that takes up every connection, and refuses for it while there is no room: what is refused costs
 * the thread that does the work nothing. The service itself listens on a path that only its own user can reach.
 */
@Injectable()
export class Door implements BeforeApplicationShutdown, OnApplicationShutdown {
  private thread?: Worker;
  private folder?: string;
  private over?: Promise<unknown>;

  constructor(private readonly translator: Translator) {}

  /** @returns where it listens. @throws what the system says where nobody can listen there */
  async open(app: NestFastifyApplication, gate: Gate, listen: Listening): Promise<AddressInfo> {
    this.folder = await newDoorFolder();
    const service = servicePath(this.folder);
    const plan: DoorPlan = { listen, service, words: busyWords(this.translator), ...gate.standBehindDoor() };
    await app.listen({ path: service, backlog: listen.backlog });
    const { path, execArgv } = programBeside(import.meta.url, 'door-thread');
    const thread = new Worker(path, { workerData: plan, execArgv });
    this.thread = thread;
    this.over = once(thread, 'exit').catch(() => undefined);
    const [address] = (await once(thread, 'message')) as [AddressInfo];
    // nobody could come in any more, and nobody would know
    thread.on('error', (error) => {
      throw error;
    });
    thread.unref();
    return address;
  }

  /** Nobody else is let in. */
  beforeApplicationShutdown(): void {
    this.thread?.postMessage('shut');
  }

  /** The last answers reach those who wait for them. */
  async onApplicationShutdown(): Promise<void> {
    await Promise.race([this.over, sleep(GRACE_MS, undefined, { ref: false })]);
    await this.thread?.terminate();
    if (this.folder) rmSync(this.folder, { recursive: true, force: true });
  }
}
