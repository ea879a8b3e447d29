import { CLOSES, MINUTES_A_DAY, OPENS } from './scenario.js';

/** How many people are somewhere, over time. */
export class Level {
  current = 0;
  max = 0;
  readonly steps: { at: number; level: number }[] = [];

  change(at: number, by: number): void {
    this.current += by;
    this.max = Math.max(this.max, this.current);
    const last = this.steps.at(-1);
    if (last?.at === at) last.level = this.current;
    else this.steps.push({ at, level: this.current });
  }

  /** @returns the level at a time */
  at(time: number): number {
    let low = 0;
    let high = this.steps.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.steps[middle]!.at <= time) low = middle + 1;
      else high = middle;
    }
    return this.steps[low - 1]?.level ?? 0;
  }

  /** @returns the largest level that it kept, or was above, for so many minutes on end */
  mostFor(minutes: number): number {
    let most = 0;
    this.steps.forEach(({ at, level }, index) => {
      if (level <= most) return;
      let lowest = level;
      let next = index + 1;
      while (lowest > most && next < this.steps.length && this.steps[next]!.at < at + minutes)
        lowest = Math.min(lowest, this.steps[next++]!.level);
      most = Math.max(most, lowest);
    });
    return most;
  }

  /** @returns the level below which it was for `share` of the open time of the first `days` days */
  openQuantile(share: number, days: number): number {
    const minutesAt = new Map<number, number>();
    this.steps.forEach(({ at, level }, index) => {
      const minutes = openMinutes(at, this.steps[index + 1]?.at ?? days * MINUTES_A_DAY, days);
      minutesAt.set(level, (minutesAt.get(level) ?? 0) + minutes);
    });
    const recorded = [...minutesAt.values()].reduce((sum, minutes) => sum + minutes, 0);
    let left = share * recorded;
    for (const [level, minutes] of [...minutesAt].sort(([a], [b]) => a - b)) {
      left -= minutes;
      if (left <= 1e-9) return level;
    }
    return this.current;
  }
}

/** Open minutes from the first opening up to `at`. */
export function openUntil(at: number): number {
  const day = Math.floor(at / MINUTES_A_DAY);
  return day * (CLOSES - OPENS) + Math.min(CLOSES - OPENS, Math.max(0, at - day * MINUTES_A_DAY - OPENS));
}

/** @returns open minutes between two times, of the first `days` days only */
export function openMinutes(from: number, to: number, days: number): number {
  const end = days * MINUTES_A_DAY;
  return openUntil(Math.min(to, end)) - openUntil(Math.min(from, end));
}
