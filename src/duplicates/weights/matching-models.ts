import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Keyring } from '../../platform/crypto/keyring.js';
import { compare } from '../matching/comparison.js';
import type { Features } from '../matching/features.js';
import { DEFAULT_MODEL, type MatchingModel, type Score, score } from '../matching/model.js';
import { keyComparison, keyTerms } from './keyed-terms.js';

const KEPT_MS = 60_000;

interface ModelInUse {
  /** 0: the weights that come with the program. */
  version: number;
  model: MatchingModel;
  /** How many registrations it was estimated for. */
  records: number;
}

/** The weights by which a post's registrations are compared. */
@Injectable()
export class MatchingModels {
  private readonly kept = new Map<string, { inUse: ModelInUse; until: number }>();

  constructor(private readonly keyring: Keyring) {}

  /** The newest weights; until there are any, those that come with the program. Kept for a minute. */
  async current(tx: EntityManager, postId: string): Promise<ModelInUse> {
    const kept = this.kept.get(postId);
    if (kept && kept.until > performance.now()) return kept.inUse;
    const inUse = await this.newest(tx, postId);
    this.kept.set(postId, { inUse, until: performance.now() + KEPT_MS });
    return inUse;
  }

  async newest(tx: EntityManager, postId: string): Promise<ModelInUse> {
    const [stored] = await tx.query<ModelInUse[]>(
      'SELECT version, model, records FROM matching_model WHERE post_id = $1 ORDER BY version DESC LIMIT 1',
      [postId],
    );
    return stored ?? { version: 0, model: DEFAULT_MODEL, records: 0 };
  }

  /** Stores new weights under the next version. Two that come at once do not both become it (`matching_model_pk`). */
  async store(tx: EntityManager, postId: string, model: MatchingModel, records: number): Promise<number> {
    const { version } = await this.newest(tx, postId);
    await tx.query('INSERT INTO matching_model (post_id, version, model, records) VALUES ($1, $2, $3, $4)', [
      postId,
      version + 1,
      keyTerms(this.keyring, postId, model),
      records,
    ]);
    this.kept.delete(postId);
    return version + 1;
  }

  weigh(postId: string, model: MatchingModel, a: Features, b: Features): Score {
    return score(keyComparison(this.keyring, postId, compare(a, b)), model);
  }
}
