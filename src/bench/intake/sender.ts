import { connect, type Socket } from 'node:net';

const END_OF_HEAD = Buffer.from('\r\n\r\n');
/** Where the status stands in `HTTP/1.1 201 Created`. */
const STATUS_AT = 9;
const NOTHING = Buffer.alloc(0);
const PATIENCE_MS = 60_000;

/**
 * One kept connection that sends a request at a time and reads of the answer its status only (HTTP/1.1, with a
 * `Content-Length`). The service under measurement has the same two cores as we have: what sends must cost next to nothing.
 */
export class Sender {
  private socket?: Socket;
  /** Of an answer whose head is not whole yet. */
  private head: Buffer = NOTHING;
  /** Bytes of its body that are still to come, once the head is known. */
  private left?: number;
  private status = 0;
  private settle?: (status: number) => void;

  constructor(private readonly url: URL) {}

  /** @returns the answer's status, 0 where none came; the next request opens a new connection then */
  async send(request: Buffer): Promise<number> {
    try {
      this.socket ??= await this.open();
    } catch {
      return 0;
    }
    return new Promise((resolve) => {
      this.settle = resolve;
      this.socket!.write(request);
    });
  }

  /** Connects beforehand. */
  async connect(): Promise<this> {
    this.socket ??= await this.open();
    return this;
  }

  close(): void {
    this.socket?.destroy();
  }

  private open(): Promise<Socket> {
    return new Promise((resolve, reject) => {
      const socket = connect({ host: this.url.hostname, port: Number(this.url.port), noDelay: true });
      socket.setTimeout(PATIENCE_MS, () => socket.destroy());
      socket.once('connect', () => resolve(socket));
      socket.once('error', reject);
      socket.on('data', (bytes) => this.gather(bytes));
      socket.on('close', () => {
        reject(new Error('closed before it was open'));
        this.lost();
      });
    });
  }

  private gather(bytes: Buffer): void {
    this.left = this.left === undefined ? this.readHead(bytes) : this.left - bytes.length;
    if (this.left === undefined || this.left > 0) return;
    this.answered(this.status);
  }

  /** @returns how much of the body is still to come; nothing where the head is not whole. The body is not kept. */
  private readHead(bytes: Buffer): number | undefined {
    const head = this.head.length === 0 ? bytes : Buffer.concat([this.head, bytes]);
    const end = head.indexOf(END_OF_HEAD);
    if (end < 0) {
      this.head = head;
      return undefined;
    }
    const length = /\ncontent-length: (\d+)/i.exec(head.toString('latin1', 0, end))?.[1];
    this.status = Number(head.toString('latin1', STATUS_AT, STATUS_AT + 3));
    this.head = NOTHING;
    return end + END_OF_HEAD.length + Number(length ?? 0) - head.length;
  }

  private lost(): void {
    this.socket = undefined;
    this.head = NOTHING;
    this.answered(0);
  }

  private answered(status: number): void {
    const settle = this.settle;
    this.settle = undefined;
    this.left = undefined;
    settle?.(status);
  }
}
