import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { get, type IncomingMessage } from 'node:http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

export interface StreamEvent {
  type: string;
  data: unknown;
}

/** Server-sent events as a browser reads them (WHATWG HTML section 9.2), as far as these tests need it. */
export class EventStream {
  readonly events: StreamEvent[] = [];
  ended = false;
  private wake: () => void = () => undefined;

  private constructor(readonly response: IncomingMessage) {
    let rest = '';
    response.setEncoding('utf8');
    response.on('data', (text: string) => {
      const blocks = (rest + text).split('\n\n');
      rest = blocks.pop() ?? '';
      this.events.push(...blocks.filter((block) => block.includes('data:')).map(read));
      this.wake();
    });
    for (const name of ['end', 'close', 'error'])
      response.on(name, () => {
        this.ended = true;
        this.wake();
      });
  }

  static async open(
    app: NestFastifyApplication,
    token: string,
    path = '/v1/queue/events',
  ): Promise<EventStream> {
    const { port } = app.getHttpServer().address() as AddressInfo;
    const headers = { authorization: `Bearer ${token}` };
    const request = get({ host: '127.0.0.1', port, path, headers });
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    return new EventStream(response);
  }

  /** The first event, from the start on, that is as wanted. @throws Error after half a minute */
  async find(wanted: (event: StreamEvent) => boolean): Promise<StreamEvent> {
    await this.until(() => this.events.some(wanted));
    return this.events.find(wanted)!;
  }

  /** @throws Error after half a minute */
  async until(reached: () => boolean): Promise<void> {
    const end = performance.now() + 30_000;
    while (!reached()) {
      if (performance.now() > end) throw new Error(`not reached; seen: ${JSON.stringify(this.events)}`);
      await new Promise<void>((resolve) => {
        this.wake = resolve;
        setTimeout(resolve, 100);
      });
    }
  }

  close(): void {
    this.response.destroy();
  }
}

function read(block: string): StreamEvent {
  const field = (name: string) =>
    block
      .split('\n')
      .filter((line) => line.startsWith(`${name}: `))
      .map((line) => line.slice(name.length + 2))
      .join('\n');
  return { type: field('event'), data: JSON.parse(field('data')) as unknown };
}
