/** How far somebody has come in a surge, in order. */
export const SURGE_STAGES = [
  'registered',
  'booked',
  'checked in',
  'verified',
  'document issued',
  'clearance granted',
  'departed',
  'arrived',
] as const;
export type SurgeStage = (typeof SURGE_STAGES)[number];

/** Counts who has reached which stage, what went wrong, and when people were registered. */
export class Tally {
  readonly reached = new Map<SurgeStage, number>(SURGE_STAGES.map((stage) => [stage, 0]));
  readonly errors = new Map<string, number>();
  readonly registeredAt: number[] = [];

  constructor(readonly people: number) {}

  reach(stage: SurgeStage): void {
    this.reached.set(stage, this.of(stage) + 1);
    if (stage === 'registered') this.registeredAt.push(performance.now());
  }

  fail(error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    this.errors.set(message, (this.errors.get(message) ?? 0) + 1);
  }

  of(stage: SurgeStage): number {
    return this.reached.get(stage) ?? 0;
  }

  /** Steps done of all that there are, 0 to 1. */
  share(): number {
    const done = SURGE_STAGES.reduce((sum, stage) => sum + this.of(stage), 0);
    return done / (this.people * SURGE_STAGES.length);
  }

  /** Registrations a second: on average over the whole intake, and in the fullest second. */
  rates(): { mean: number; peak: number } {
    const times = [...this.registeredAt].sort((a, b) => a - b);
    const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000;
    const peak = times.reduce((most, from, i) => {
      const after = times.findIndex((time, j) => j > i && time > from + 1000);
      return Math.max(most, (after === -1 ? times.length : after) - i);
    }, 0);
    return { mean: seconds > 0 ? Math.round((times.length / seconds) * 10) / 10 : times.length, peak };
  }
}
