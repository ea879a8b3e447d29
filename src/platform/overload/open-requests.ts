import { EventEmitter } from 'node:events';
import { Injectable } from '@nestjs/common';

/**
 * Whether anybody waits for an answer of this process, for work that can wait. A request that itself waits for such work
 * says so, and does not count meanwhile.
 */
@Injectable()
export class OpenRequests {
  private requests = 0;
  private aside = 0;
  private readonly changes = new EventEmitter().setMaxListeners(0);

  get anybody(): boolean {
    return this.requests > this.aside;
  }

  /** A request is worked on. @returns what to call, once, when it is answered */
  begin(): () => void {
    return this.count((by) => (this.requests += by));
  }

  /** A request waits for work that can wait. @returns what to call, once, when it no longer does */
  stepAside(): () => void {
    return this.count((by) => (this.aside += by));
  }

  /** @param tell called whenever it may have changed. @returns what ends that */
  watch(tell: () => void): () => void {
    this.changes.on('change', tell);
    return () => void this.changes.off('change', tell);
  }

  private count(add: (by: 1 | -1) => void): () => void {
    const change = (by: 1 | -1) => {
      add(by);
      this.changes.emit('change');
    };
    change(1);
    return () => change(-1);
  }
}
