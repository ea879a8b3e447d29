import { Sender } from '../intake/sender.js';
import type { Approved, Offices } from './issued-documents.js';

/** Requests for documents under way at any time: more than are drawn at once. */
const OFFICERS = 4;

interface Documents {
  items: { id: string }[];
}

/**
 * Officers who issue and print one document after the other, as fast as they are answered. They read as little as those who
 * register: what sends beside the service, on the same machine, must not count as the service's.
 */
export class Officers {
  issued = 0;
  printed = 0;
  private readonly toFind: string[] = [];
  private readonly files: string[] = [];
  private readonly share: number;
  private turn = 0;
  private left = 0;

  /** @param times how often they work: each time they issue as many of what is approved, and print the others again */
  constructor(
    private readonly url: string,
    private readonly offices: Offices,
    private readonly approved: Approved[],
    times: number,
  ) {
    this.share = Math.ceil(approved.length / times);
  }

  /** Until the work is done; what is under way then is finished. */
  async beside<T>(work: () => Promise<T>): Promise<T> {
    let on = true;
    this.left = this.share;
    const bearer = await this.offices.officer.bearer();
    const officers = Array.from({ length: OFFICERS }, async () => {
      const sender = await new Sender(new URL(this.url)).connect();
      while (on && (await this.make(sender, bearer)));
      sender.close();
    });
    try {
      return await work();
    } finally {
      on = false;
      await Promise.all(officers);
      await this.find();
    }
  }

  countAnew(): void {
    this.issued = this.printed = 0;
  }

  /** @returns whether there was anything to do */
  private async make(sender: Sender, bearer: string): Promise<boolean> {
    const application = this.left-- > 0 ? this.approved.pop() : undefined;
    if (application) {
      const { path, etag, registrationId } = application;
      await this.ask(
        sender,
        201,
        [`POST ${path}/document`, `If-Match: ${etag}`, 'Content-Length: 0'],
        bearer,
      );
      this.issued += 1;
      this.toFind.push(`/v1/registrations/${registrationId}/travel-documents`);
    }
    const file = this.files[this.turn++ % this.files.length];
    if (file === undefined) return application !== undefined;
    await this.ask(sender, 200, [`GET ${file}`], bearer);
    this.printed += 1;
    return true;
  }

  private async ask(
    sender: Sender,
    expected: number,
    [what = '', ...headers]: string[],
    bearer: string,
  ): Promise<void> {
    const { host } = new URL(this.url);
    const lines = [`${what} HTTP/1.1`, `Host: ${host}`, `Authorization: Bearer ${bearer}`, ...headers];
    const status = await sender.send(Buffer.from(`${lines.join('\r\n')}\r\n\r\n`));
    if (status !== expected) throw new Error(`${what.replace(/[\da-f-]{36}/, '…')}: ${status}`);
  }

  /** Where the sheets are of what was issued: asked when nothing is measured. */
  private async find(): Promise<void> {
    for (const path of this.toFind.splice(0)) {
      const { body } = await this.offices.officer.get<Documents>('documents', path);
      for (const { id } of body.items) this.files.push(`/v1/travel-documents/${id}/file`);
    }
  }
}
