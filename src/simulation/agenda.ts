interface Event {
  at: number;
  order: number;
  act: () => void;
}

const isBefore = (a: Event, b: Event) => a.at < b.at || (a.at === b.at && a.order < b.order);

/** The events to come, earliest first and among equals in the order they were set: a binary heap. */
export class Agenda {
  now = 0;
  private readonly heap: Event[] = [];
  private order = 0;

  /** @param at minutes; what lies in the past happens now */
  set(at: number, act: () => void): void {
    const event = { at: Math.max(at, this.now), order: this.order++, act };
    let hole = this.heap.push(event) - 1;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      if (!isBefore(event, this.heap[parent]!)) break;
      this.heap[hole] = this.heap[parent]!;
      hole = parent;
    }
    this.heap[hole] = event;
  }

  /** Lets everything happen while `goesOn`. */
  run(goesOn: () => boolean): void {
    while (this.heap.length > 0 && goesOn()) {
      const { at, act } = this.takeFirst();
      this.now = at;
      act();
    }
  }

  private takeFirst(): Event {
    const first = this.heap[0]!;
    const last = this.heap.pop()!;
    const { length } = this.heap;
    if (length === 0) return first;
    let hole = 0;
    for (;;) {
      let child = 2 * hole + 1;
      if (child >= length) break;
      if (child + 1 < length && isBefore(this.heap[child + 1]!, this.heap[child]!)) child += 1;
      if (!isBefore(this.heap[child]!, last)) break;
      this.heap[hole] = this.heap[child]!;
      hole = child;
    }
    this.heap[hole] = last;
    return first;
  }
}
