import { Injectable } from '@nestjs/common';
import { OpenRequests } from '../platform/overload/open-requests.js';

/** So long an act waits for a moment in which nobody waits for an answer … */
const PATIENCE_MS = 50;
/** … and so long, before that, for the one before it, which may itself wait for somebody else's lock. */
const LONGEST_MS = 1000;

/**
 * What documents cost the service's own thread and the database, one act at a time, each begun where nobody else waits for an
 * answer: people come first. But nobody's document waits for long: where there is no such moment, it is begun all the same.
 */
@Injectable()
export class Turns {
  private before: Promise<unknown> = Promise.resolve();

  constructor(private readonly openRequests: OpenRequests) {}

  /** @param act is begun once. @returns, or throws, what it does */
  take<T>(act: () => Promise<T>): Promise<T> {
    const turn = settledOrLate(this.before, LONGEST_MS)
      .then(() => this.untilNobodyWaits())
      .then(act);
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

  private untilNobodyWaits(): Promise<void> {
    if (!this.openRequests.anybody) return Promise.resolve();
    return new Promise((resolve) => {
      const begin = () => {
        clearTimeout(late);
        endWatch();
        resolve();
      };
      const late = setTimeout(begin, PATIENCE_MS);
      const endWatch = this.openRequests.watch(() => this.openRequests.anybody || begin());
    });
  }
}

async function settledOrLate(before: Promise<unknown>, milliseconds: number): Promise<void> {
  let late: NodeJS.Timeout | undefined;
  const lateness = new Promise<void>((resolve) => (late = setTimeout(resolve, milliseconds)));
  await Promise.race([before, lateness]);
  clearTimeout(late);
}
