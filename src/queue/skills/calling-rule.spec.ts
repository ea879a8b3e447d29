import fc from 'fast-check';
import { lackingAt, mayCall, type SkilledCounter, SKILL_WAIT_MINUTES } from './calling-rule.js';
import { needsAfterTriage, needsOf, PROTECTION } from './skills.js';

const at = (counterId: string, ...skills: string[]): SkilledCounter => ({ counterId, skills });
const waiting = (...needs: string[]) => ({ needs, counterId: null, passedOverFor: null });

describe('who may call whom', () => {
  const plain = at('one');
  const burmese = at('two', 'language:my');

  it('is everybody, where nobody at work has what is needed', () => {
    expect(mayCall(waiting('language:my', 'service:identity'), lackingAt(plain, [at('two')], false))).toBe(
      true,
    );
  });

  it('is whoever has the skill, as long as somebody at work has it, and anybody after some minutes', () => {
    const needs = waiting('language:my');
    expect(mayCall(needs, lackingAt(burmese, [plain], false))).toBe(true);
    const lacking = lackingAt(plain, [burmese], false);
    expect(mayCall(needs, lacking)).toBe(false);
    expect(mayCall({ ...needs, passedOverFor: SKILL_WAIT_MINUTES - 0.1 }, lacking)).toBe(false);
    expect(mayCall({ ...needs, passedOverFor: SKILL_WAIT_MINUTES }, lacking)).toBe(true);
  });

  it('never is somebody untrained for a case of protection, where the post has anybody trained', () => {
    const needs = { ...waiting(PROTECTION), passedOverFor: 600 };
    expect(mayCall(needs, lackingAt(plain, [], true))).toBe(false);
    expect(mayCall(needs, lackingAt(at('two', PROTECTION), [plain], true))).toBe(true);
    expect(mayCall(needs, lackingAt(plain, [], false))).toBe(true);
  });

  it('is the counter that the person was handed over to, while it is open', () => {
    const handed = { ...waiting(), counterId: 'two' };
    expect(mayCall(handed, lackingAt(plain, [burmese], false))).toBe(false);
    expect(mayCall(handed, lackingAt(burmese, [plain], false))).toBe(true);
    expect(mayCall(handed, lackingAt(plain, [at('three')], false))).toBe(true);
  });

  it('leaves nobody to whom no counter ever comes, but protection for a supervisor to see', () => {
    const anySkills = fc.subarray([PROTECTION, 'language:my', 'language:km', 'service:identity']);
    fc.assert(
      fc.property(
        fc.array(anySkills, { minLength: 1, maxLength: 5 }),
        anySkills,
        fc.boolean(),
        (halls, needs, isTrained) => {
          const counters = halls.map((skills, i) => at(String(i), ...skills));
          const isAnyoneTrained = isTrained || halls.some((skills) => skills.includes(PROTECTION));
          const person = { needs, counterId: '0', passedOverFor: SKILL_WAIT_MINUTES };
          const can = counters.filter((counter) => {
            const others = counters.filter((other) => other !== counter);
            return mayCall(person, lackingAt(counter, others, isAnyoneTrained));
          });
          const waitsForTraining = needs.includes(PROTECTION) && isAnyoneTrained;
          expect(can.length).toBe(
            waitsForTraining ? halls.filter((s) => s.includes(PROTECTION)).length : counters.length,
          );
        },
      ),
    );
  });
});

describe('what a person needs', () => {
  it('is their language unless every officer speaks it, their service, and training where the band says why', () => {
    expect(needsOf({ language: 'id', service: 'identity', reasons: [] })).toEqual(['service:identity']);
    expect(needsOf({ language: 'my', service: 'identity', reasons: ['held-or-forced', 'pregnant'] })).toEqual(
      [PROTECTION, 'language:my', 'service:identity'],
    );
  });

  it('follows the band', () => {
    const needs = ['language:my', 'service:identity'];
    const raised = needsAfterTriage(needs, ['danger-now']);
    expect(raised).toEqual([PROTECTION, ...needs]);
    expect(needsAfterTriage(raised, ['danger-now'])).toEqual(raised);
    expect(needsAfterTriage(raised, ['elderly'])).toEqual(needs);
  });
});
