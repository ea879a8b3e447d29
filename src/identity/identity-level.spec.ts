import fc from 'fast-check';
import { EVIDENCE_KINDS, EVIDENCE_STRENGTH, type EvidenceKind } from './evidence-kinds.js';
import { ceilingOf, type Level, levelOf, type WeighedEvidence } from './identity-level.js';

const evidence = (kind: EvidenceKind, overrides: Partial<WeighedEvidence> = {}): WeighedEvidence => ({
  kind,
  strength: EVIDENCE_STRENGTH[kind],
  agrees: true,
  ceiling: 3,
  ...overrides,
});

/** As an officer types it. */
const typed = (kind: EvidenceKind) => evidence(kind, { ceiling: ceilingOf({ kind, origin: 'officer' }) });

const anyEvidence: fc.Arbitrary<WeighedEvidence> = fc
  .tuple(fc.constantFrom(...EVIDENCE_KINDS), fc.boolean(), fc.constantFrom<Level | 0>(0, 1, 2, 3))
  .map(([kind, agrees, ceiling]) => evidence(kind, { agrees, ...(kind === 'referee' && { ceiling }) }));
const someEvidence = fc.array(anyEvidence, { maxLength: 8 });

describe('the level that evidence carries', () => {
  it.each<[string, WeighedEvidence[], Level | null]>([
    ['nothing', [], null],
    ['a passport', [evidence('passport')], 3],
    ['a passport that does not agree', [evidence('passport', { agrees: false })], null],
    ['two strong ones', [evidence('national-id'), evidence('registry-match')], 2],
    ['one strong and one fair', [evidence('registry-match'), evidence('interview')], 2],
    ['one strong', [evidence('national-id')], 1],
    ['the same strong one twice', [evidence('national-id'), evidence('national-id')], 1],
    ['one fair', [evidence('interview')], 1],
    ['many fair ones', [evidence('interview'), evidence('family-card'), evidence('passport-copy')], 1],
    ['a registry match and an interview that were typed', [typed('registry-match'), typed('interview')], 1],
    ['a card and an interview that was typed', [evidence('national-id'), typed('interview')], 1],
    [
      'the same beside the answer itself',
      [evidence('national-id'), typed('interview'), evidence('interview')],
      2,
    ],
    ['a referee who is not verified', [evidence('referee', { strength: 'none', ceiling: 0 })], null],
    ['a referee who no longer is', [evidence('referee', { ceiling: 0 })], null],
    ['a referee at level 1', [evidence('referee', { ceiling: 1 })], 1],
    [
      'a strong one and a referee at level 1',
      [evidence('national-id'), evidence('referee', { ceiling: 1 })],
      1,
    ],
    [
      'a strong one and a referee at level 2',
      [evidence('national-id'), evidence('referee', { ceiling: 2 })],
      2,
    ],
  ])('%s', (_, given, level) => {
    expect(levelOf(given)).toBe(level);
  });

  it('is low where an officer typed what a registry or an interview would have said, whatever else they typed', () => {
    for (const kind of EVIDENCE_KINDS)
      expect([kind, ceilingOf({ kind, origin: 'officer' })]).toEqual([
        kind,
        kind === 'registry-match' || kind === 'interview' ? 1 : 3,
      ]);
    expect(ceilingOf({ kind: 'registry-match', origin: 'registry' })).toBe(3);
    expect(ceilingOf({ kind: 'interview', origin: 'interview' })).toBe(3);
  });

  it('is never lowered by more evidence, and does not depend on the order', () => {
    fc.assert(
      fc.property(someEvidence, anyEvidence, (before, added) => {
        const level = levelOf([...before, added]);
        expect(level ?? 0).toBeGreaterThanOrEqual(levelOf(before) ?? 0);
        expect(levelOf([added, ...before].reverse())).toBe(level);
      }),
    );
  });

  it('never rests on the same kind twice', () => {
    fc.assert(
      fc.property(someEvidence, (given) => expect(levelOf([...given, ...given])).toBe(levelOf(given))),
    );
  });
});
