import type { LastChange } from '../tickets/last-change.js';
import { mayUndo, UNDO_SECONDS } from './undo-rule.js';

const last = (changed: Partial<LastChange> = {}): LastChange => ({
  act: 'finished',
  actorId: 'sari',
  who: 'Sari Contoh',
  from: 'serving',
  secondsAgo: 3,
  ...changed,
});

describe('mayUndo', () => {
  it('gives one’s own act back to where it came from, and says how long', () => {
    expect(mayUndo(last(), 'sari')).toEqual({ act: 'finished', to: 'serving', secondsLeft: 12 });
    expect(mayUndo(last({ act: 'missed', from: 'parked' }), 'sari')).toMatchObject({ to: 'parked' });
  });

  it('is over after some seconds', () => {
    expect(mayUndo(last({ secondsAgo: UNDO_SECONDS }), 'sari')).toBe('too-late');
  });

  it('is for nobody else, and for no other act', () => {
    expect(mayUndo(last(), 'budi')).toBe('not-own');
    expect(mayUndo(last({ actorId: null }), null)).toBe('not-own');
    expect(mayUndo(undefined, 'sari')).toBe('not-own');
    for (const act of ['called', 'started', 'resumed', 'undone', 'checked-in', 'ranked'])
      expect(mayUndo(last({ act }), 'sari')).toBe('not-own');
    expect(mayUndo(last({ from: null }), 'sari')).toBe('not-own');
  });
});
