/**
 * Sends things together: the first at once, and whatever comes within `pauseMs` after that when the pause is over, equal
 * things once. So a few are fast, and many are few.
 */
export class Coalesced {
  private readonly waiting = new Set<string>();
  private pause: NodeJS.Timeout | undefined;

  /** @param send must not throw */
  constructor(
    private readonly pauseMs: number,
    private readonly send: (items: string[]) => Promise<void>,
  ) {}

  add(item: string): void {
    this.waiting.add(item);
    if (this.pause === undefined) void this.flush();
  }

  /** Sends what waits now. */
  async flush(): Promise<void> {
    clearTimeout(this.pause);
    this.pause = undefined;
    if (this.waiting.size === 0) return;
    const items = [...this.waiting];
    this.waiting.clear();
    this.pause = setTimeout(() => void this.flush(), this.pauseMs).unref();
    await this.send(items);
  }
}
