import type { HallNow } from '../tickets/expected-wait.js';
import { toOwnTicketResponse } from '../tickets/own-ticket.js';
import type { TicketStatus } from '../tickets/ticket-status.js';
import type { TurnForecast } from '../../appointments/call-plan/line-forecast.js';
import type { OwnStatusResponse, OwnTurnResponse } from './own-status.dto.js';

/** A visit of today, in the order in which people are called. */
export interface VisitRow {
  registrationId: string;
  number: number;
  status: TicketStatus;
  counter: number | null;
  service: string;
}

export interface SnapshotRows {
  visits: readonly VisitRow[];
  /** Cases that were merged into others, of which the holders are shown those. */
  merged: readonly { mergedId: string; keptId: string }[];
  /** By service: the counters at work, and how long a call takes. */
  halls: ReadonlyMap<string, Omit<HallNow, 'ahead'>>;
  /** By registration: the turn of those who have not come, in minutes since 1970. */
  turns: ReadonlyMap<string, TurnForecast>;
  asOf: Date;
}

/** People are told round times: nobody can know more. */
const STEP_MINUTES = 5;

/** One person's answer, the text in which it is sent, and a tag that stays the same while nothing has changed for them. */
export interface OwnStatus {
  status: OwnStatusResponse;
  body: string;
  etag: string;
}

/** The hall of one post at one moment, ready to be asked by everybody in it. */
export class HallSnapshot {
  private readonly places = new Map<string, VisitRow & { ahead: number }>();
  private readonly kept: ReadonlyMap<string, string>;
  private readonly answers = new Map<string, OwnStatus>();
  private readonly nobody: OwnStatus;

  constructor(private readonly rows: SnapshotRows) {
    let waiting = 0;
    for (const visit of rows.visits) {
      const known = this.places.get(visit.registrationId);
      const ahead = visit.status === 'waiting' || visit.status === 'parked' ? waiting : 0;
      if (!known || known.number < visit.number) this.places.set(visit.registrationId, { ...visit, ahead });
      if (visit.status === 'waiting') waiting += 1;
    }
    this.kept = new Map(rows.merged.map(({ mergedId, keptId }) => [mergedId, keptId]));
    this.nobody = this.written({ ticket: null, turn: null, asOf: rows.asOf.toISOString() });
  }

  /** What the person of a registration is told, under the case that is kept. */
  of(registrationId: string): OwnStatus {
    const id = this.keptOf(registrationId);
    const [place, turn] = [this.places.get(id), this.rows.turns.get(id)];
    if (!place && !turn) return this.nobody;
    const known = this.answers.get(id);
    if (known) return known;
    const answer = this.written({
      ticket: place ? toOwnTicketResponse(place, this.rows.halls.get(place.service), this.rows.asOf) : null,
      turn: turn ? told(turn) : null,
      asOf: this.rows.asOf.toISOString(),
    });
    this.answers.set(id, answer);
    return answer;
  }

  private keptOf(registrationId: string): string {
    let id = registrationId;
    for (let step = 0; step < this.kept.size; step++) {
      const kept = this.kept.get(id);
      if (kept === undefined) break;
      id = kept;
    }
    return id;
  }

  private written(status: OwnStatusResponse): OwnStatus {
    const { ticket, turn } = status;
    const range = ticket?.expectedRange;
    const visit = ticket
      ? [
          ticket.number,
          ticket.status,
          ticket.counter,
          ticket.ahead,
          ticket.expectedMinutes,
          range?.from,
          range?.to,
        ]
      : ['none'];
    const coming = turn ? [turn.called, turn.ahead, turn.from, turn.until] : [];
    return { status, body: JSON.stringify(status), etag: `W/"${[...visit, ...coming].join('.')}"` };
  }
}

/** Rounded outwards; nothing of a turn that nobody can foresee. */
function told({ called, ahead, low, high }: TurnForecast): OwnTurnResponse | null {
  if (!Number.isFinite(high)) return null;
  const at = (steps: number) => new Date(steps * STEP_MINUTES * 60_000).toISOString();
  return {
    called,
    ahead: Math.round(ahead),
    from: at(Math.floor(low / STEP_MINUTES)),
    until: at(Math.ceil(high / STEP_MINUTES)),
  };
}
