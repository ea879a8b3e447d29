import { Injectable } from '@nestjs/common';
import { OpenRequests } from '../platform/overload/open-requests.js';

/** So long a document waits for the one before it and for a moment in which nobody waits for an answer. */
const PATIENCE_MS = 100;

/**
 * What documents cost the service's own thread and the database, one act at a time, each begun where nobody else waits for an
 * answer: people come first. But nobody's document waits for long: after a tenth of a second it is begun all the same.
 */
@Injectable()
export class Turns {
  private before: Promise<unknown> = Promise.resolve();

  constructor(private readonly openRequests: OpenRequests) {}

  /** @param act is begun once. @returns, or throws, what it does */
  take<T>(act: () => Promise<T>): Promise<T> {
    const before = this.before;
    const turn = this.turnAfter(before).then(act);
    this.before = turn.catch(() => undefined);
    return turn;
  }

  /** The same for a request, which is none that others have to wait for meanwhile. */
  async takeForRequest<T>(act: () => Promise<T>): Promise<T> {
    const done = this.openRequests.stepAside();
    try {
      return await this.take(act);
    } finally {
      done();
    }
  }

  private turnAfter(before: Promise<unknown>): Promise<void> {
    return new Promise((resolve) => {
      let begun = false;
      let endWatch = (): void => undefined;
      const begin = () => {
        begun = true;
        clearTimeout(late);
        endWatch();
        resolve();
      };
      const late = setTimeout(begin, PATIENCE_MS);
      void before.then(() => {
        if (begun) return;
        if (!this.openRequests.anybody) return begin();
        endWatch = this.openRequests.watch(() => this.openRequests.anybody || begin());
      });
    });
  }
}
