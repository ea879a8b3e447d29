import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Keyring } from '../../platform/crypto/keyring.js';
import { randomSecret } from '../../platform/crypto/secret-text.js';
import { open, seal, SealBroken } from '../../platform/crypto/sealing.js';
import { Problem } from '../../platform/problems/problem.js';
import type { PageContext } from '../page-context.js';
import { type Answers, NO_ANSWERS } from './answers.js';

/** The codes of a draft that was saved to come back to. */
export interface SavedCodes {
  reference: string;
  accessCode: string;
  /** Until when it was kept as it was read, ISO 8601: other as soon as it was saved again. */
  until?: string;
}

/** A registration on its way: what was answered, and the key under which it will be registered once. */
export interface Draft {
  key: string;
  /** Milliseconds since 1970. */
  startedAt: number;
  /** Of the person who is being asked about. */
  answers: Answers;
  /** Of the others who register together with that person. */
  people: readonly Answers[];
  saved: SavedCodes | null;
}

type Surface = PageContext['surface'];

const LASTS_HOURS = 12;
const LONGEST = 300_000;

/**
 * Drafts travel with the form, sealed: nothing is stored before the person decides, neither here nor on a phone that
 * may not be theirs, and nobody can write one but us.
 */
@Injectable()
export class Drafts {
  constructor(
    private readonly keyring: Keyring,
    private readonly clock: Clock,
  ) {}

  /** @param known what a saved draft held */
  begin(known: Partial<Draft> = {}): Draft {
    return {
      key: randomSecret(),
      answers: { ...NO_ANSWERS, id: randomSecret() },
      people: [],
      saved: null,
      ...known,
      startedAt: this.clock.now().getTime(),
    };
  }

  seal(draft: Draft, surface: Surface): string {
    return seal(this.keyring.key('drafts'), context(surface), draft).toString('base64url');
  }

  /** @throws Problem `form-expired` (400) for a draft that is too old, was changed, or was never ours */
  open(sealed: string, surface: Surface): Draft {
    const draft = sealed.length > LONGEST ? undefined : this.unsealed(sealed, surface);
    if (!draft || draft.startedAt < this.clock.now().getTime() - LASTS_HOURS * 3_600_000)
      throw new Problem('malformed', 'form-expired');
    return draft;
  }

  /** As a draft is saved: whoever reads one with its codes, by a program too, does not read a help word. */
  withHiddenWords<Told extends Pick<Draft, 'answers' | 'people'>>(draft: Told): Told {
    const key = this.keyring.key('drafts');
    return eachWord(draft, (word) => seal(key, WORD, word).toString('base64url'));
  }

  /** The same the other way; a word that is not ours is none. */
  withWords<Told extends Pick<Draft, 'answers' | 'people'>>(draft: Told): Told {
    const key = this.keyring.key('drafts');
    return eachWord(draft, (hidden) => {
      try {
        return open<string>(key, WORD, Buffer.from(hidden, 'base64url'));
      } catch (error) {
        if (error instanceof SealBroken) return '';
        throw error;
      }
    });
  }

  private unsealed(sealed: string, surface: Surface): Draft | undefined {
    try {
      return open<Draft>(this.keyring.key('drafts'), context(surface), Buffer.from(sealed, 'base64url'));
    } catch (error) {
      if (error instanceof SealBroken) return undefined;
      throw error;
    }
  }
}

const WORD = 'help word of a saved draft';

function eachWord<Told extends Pick<Draft, 'answers' | 'people'>>(
  draft: Told,
  change: (word: string) => string,
): Told {
  const changed = (answers: Answers): Answers =>
    answers.helpWord === '' ? answers : { ...answers, helpWord: change(answers.helpWord) };
  return { ...draft, answers: changed(draft.answers), people: draft.people.map(changed) };
}

/** The number changes with the draft's form: one of an older form is too old. */
const context = (surface: Surface): string => `registration draft 3 ${surface}`;
