/** More connections are not followed; what they bring is let by. */
const MOST = 16_384;
const [TAKEN_BY, ANSWERS, BYTES, ON_ITS_WAY] = [0, 1, 2, 3];
const COLUMNS = 4;

/**
 * What the thread at the door and the service tell each other of each connection, in memory that both see: how much of it has
 * been answered, and whether a request is on its way from one to the other.
 */
export class ConnectionLedger {
  private readonly cells: Int32Array;
  private readonly free: number[] = [];
  private used = 0;
  private taken = 0;

  /** @param memory another thread's, to read and write with it */
  constructor(readonly memory = new SharedArrayBuffer(MOST * COLUMNS * Int32Array.BYTES_PER_ELEMENT)) {
    this.cells = new Int32Array(memory);
  }

  /** At the door. @returns the connection's number, of which no other ever has the same; nothing where all rows are taken */
  take(): number | undefined {
    const row = this.free.pop() ?? (this.used < MOST ? this.used++ : undefined);
    if (row === undefined) return undefined;
    this.taken += 1;
    const number = this.taken * MOST + row;
    this.cells.fill(0, row * COLUMNS, (row + 1) * COLUMNS);
    Atomics.store(this.cells, row * COLUMNS + TAKEN_BY, this.taken | 0);
    return number;
  }

  /** At the door: the connection is over. */
  giveBack(number: number): void {
    this.free.push(number % MOST);
  }

  /** In the service: one more request has been answered. @param bytes that were sent on this connection so far */
  answered(number: number, bytes: number): void {
    if (!this.isTakenBy(number)) return;
    Atomics.store(this.cells, cell(number, BYTES), bytes | 0);
    Atomics.add(this.cells, cell(number, ANSWERS), 1);
  }

  /** At the door: whether nothing more comes from the service until it is asked anew. */
  isAnswered(number: number, requests: number, bytes: number): boolean {
    return (
      Atomics.load(this.cells, cell(number, ANSWERS)) === requests &&
      Atomics.load(this.cells, cell(number, BYTES)) === (bytes | 0)
    );
  }

  /** At the door: a request is on its way to the service. @returns whether none was before */
  send(number: number): boolean {
    return Atomics.exchange(this.cells, cell(number, ON_ITS_WAY), 1) === 0;
  }

  /** The request is there, or will never be. @returns whether one was on its way */
  meet(number: number): boolean {
    return (
      this.isTakenBy(number) && Atomics.compareExchange(this.cells, cell(number, ON_ITS_WAY), 1, 0) === 1
    );
  }

  private isTakenBy(number: number): boolean {
    return Atomics.load(this.cells, cell(number, TAKEN_BY)) === (Math.floor(number / MOST) | 0);
  }
}

const cell = (number: number, column: number): number => (number % MOST) * COLUMNS + column;
