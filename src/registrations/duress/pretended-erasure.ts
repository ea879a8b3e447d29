import { Injectable } from '@nestjs/common';
import type { Caller } from '../../platform/auth/caller.js';
import { Clock } from '../../platform/clock/clock.js';
import { requireVersion } from '../../platform/http/entity-tag.js';
import { notFound, Problem } from '../../platform/problems/problem.js';
import type { ErasureResponse } from '../erasure/erasure.dto.js';
import { isLive, REFLECTION_HOURS } from '../erasure/erasure-status.js';
import { Pretence } from './pretence.service.js';

const HOUR_MS = 3_600_000;

/** Asking to be erased under duress: answered step by step as it truly would be, and nobody is erased. */
@Injectable()
export class PretendedErasure {
  constructor(
    private readonly pretence: Pretence,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem `not-found` where it was never asked */
  async read(caller: Caller): Promise<ErasureResponse> {
    const { erasure } = await this.pretence.read(caller);
    if (!erasure) throw notFound();
    return erasure;
  }

  ask(caller: Caller): Promise<ErasureResponse> {
    return this.pretence.changeErasure(caller, 'erasure-asked', (erasure) =>
      isLive(erasure)
        ? erasure
        : {
            status: 'asked',
            askedAt: this.clock.now().toISOString(),
            confirmedAt: null,
            dueAt: null,
            keptBecause: null,
            keptUntil: null,
            version: 1,
          },
    );
  }

  /** @throws Problem `stale`, 409: `erasure-not-asked`, `erasure-confirmed-already` */
  confirm(caller: Caller, version: number): Promise<ErasureResponse> {
    const now = this.clock.now().getTime();
    return this.pretence.changeErasure(caller, 'erasure-confirmed', (asked) => {
      const erasure = live(asked, version);
      if (erasure.status !== 'asked') throw new Problem('conflict', 'erasure-confirmed-already');
      return {
        ...erasure,
        status: 'confirmed',
        confirmedAt: new Date(now).toISOString(),
        dueAt: new Date(now + REFLECTION_HOURS * HOUR_MS).toISOString(),
        version: version + 1,
      };
    });
  }

  /** @throws Problem `stale`, `erasure-not-asked` (409) */
  cancel(caller: Caller, version: number): Promise<ErasureResponse> {
    return this.pretence.changeErasure(caller, 'erasure-cancelled', (asked) => ({
      ...live(asked, version),
      status: 'cancelled',
      version: version + 1,
    }));
  }
}

function live(erasure: ErasureResponse | null, version: number): ErasureResponse {
  if (!isLive(erasure)) throw new Problem('conflict', 'erasure-not-asked');
  requireVersion(erasure.version, version);
  return erasure;
}
