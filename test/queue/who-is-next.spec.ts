import fc from 'fast-check';
import { ASSUMED } from '../../src/appointments/call-plan/call-parameters.js';
import type { Present } from '../../src/appointments/call-plan/call-state.js';
import { nextTicket } from '../../src/appointments/call-plan/next-ticket.js';
import { CALL_FITTING_SQL, CALL_NEXT_SQL, CALLS_ANYBODY } from '../../src/queue/calling/call-next.sql.js';
import { type Lacking, mayCall, type NeedsOfWaiting } from '../../src/queue/skills/calling-rule.js';
import { bandOfRank } from '../../src/triage/band.js';
import { type Service, startService } from '../support/service.js';
import { atWork, countersOf, saveWaiting } from './visits.js';

type Waiting = Present & NeedsOfWaiting & { isCalledIn: boolean };

const NEEDS = ['protection', 'language:my', 'language:km', 'service:identity'];
const anyPerson = fc.record({
  rank: fc.constantFrom(0, 1, 2, 2, 2),
  due: fc.integer({ min: -90, max: 90 }),
  isCalledIn: fc.boolean(),
  needs: fc.subarray(NEEDS),
  counter: fc.constantFrom(null, null, null, 0, 1),
  passedOverFor: fc.constantFrom(null, 0, 14, 15, 60),
});

type Person = typeof anyPerson extends fc.Arbitrary<infer P> ? P : never;

/** The pure rules: whoever of those the counter may call is next, urgent first, the hall before the zone. */
function expected(people: Waiting[], lacking: Lacking): string | null {
  const fitting = people.filter((person) => mayCall(person, lacking));
  const rooms = [
    fitting.filter(({ band }) => band === 'urgent'),
    fitting.filter(({ isCalledIn }) => isCalledIn),
    fitting,
  ];
  return nextTicket({ hall: rooms.find((room) => room.length > 0) ?? [], parameters: ASSUMED });
}

describe('who is next', () => {
  let service: Service;
  let account: string;
  let counters: string[];
  beforeAll(async () => {
    service = await startService();
    await atWork(service, 1);
    counters = await countersOf(service, 2);
    account = (await service.query<{ id: string }>('SELECT account_id AS id FROM counter_session'))[0]!.id;
  });
  afterAll(() => service.stop());

  async function saveHall(people: Person[]): Promise<Waiting[]> {
    const ids = await saveWaiting(
      service,
      people.map(({ rank }) => rank),
    );
    await service.query(
      `UPDATE ticket SET due_at = date_trunc('minute', now()) + make_interval(mins => due),
         called_in_at = CASE WHEN called_in THEN now() END, counter_id = given.counter,
         needs = string_to_array(given.needs, ' '), passed_over_at = now() - make_interval(mins => passed)
       FROM unnest($1::uuid[], $2::int[], $3::boolean[], $4::text[], $5::int[], $6::uuid[])
         AS given (id, due, called_in, needs, passed, counter) WHERE ticket.id = given.id`,
      [
        ids,
        people.map(({ due }) => due),
        people.map(({ isCalledIn }) => isCalledIn),
        people.map(({ needs }) => needs.join(' ')),
        people.map(({ passedOverFor }) => passedOverFor),
        people.map(({ counter }) => (counter === null ? null : counters[counter]!)),
      ],
    );
    return people.map(({ rank, due, isCalledIn, needs, passedOverFor, counter }, i) => ({
      personId: ids[i]!,
      band: bandOfRank(rank),
      caseType: 'identity',
      dueAt: due,
      since: 0,
      isCalledIn,
      needs,
      passedOverFor,
      counterId: counter === null ? null : counters[counter]!,
    }));
  }

  /** Calls and sends away until nobody is called any more. */
  async function callAll(sql: string, ...params: unknown[]): Promise<string[]> {
    const called: string[] = [];
    for (;;) {
      const [next] = await service.query<{ id: string }>(sql, [
        service.demonstration.postId,
        account,
        ...params,
      ]);
      if (!next) break;
      called.push(next.id);
      await service.query(
        "UPDATE ticket SET status = 'finished', outcome = 'done', ended_at = now() WHERE id = $1",
        [next.id],
      );
    }
    await service.query(
      "UPDATE ticket SET status = 'missed', outcome = 'day-ended', ended_at = now() WHERE ended_at IS NULL",
    );
    return called;
  }

  function inTurn(people: Waiting[], lacking: Lacking): string[] {
    const left = [...people];
    const called: string[] = [];
    for (let next = expected(left, lacking); next !== null; next = expected(left, lacking)) {
      called.push(next);
      left.splice(
        left.findIndex(({ personId }) => personId === next),
        1,
      );
    }
    return called;
  }

  it('is in the database as in the pure function, for any queue', async () => {
    const everybody = { firm: [], soft: [], counters: [] };
    await fc.assert(
      fc.asyncProperty(fc.array(anyPerson, { minLength: 1, maxLength: 12 }), async (people) => {
        const hall = await saveHall(people);
        const handedOver = hall.filter(({ counterId }) => counterId !== null);
        const rest = hall.filter((person) => !handedOver.includes(person));
        // whoever is handed over is waiting for their counter: not anybody is called then
        if (handedOver.length > 0)
          expect(await service.query(CALL_NEXT_SQL, [service.demonstration.postId, account])).toEqual([]);
        expect(await callAll(CALL_NEXT_SQL.replace(CALLS_ANYBODY, ''))).toEqual(inTurn(rest, everybody));
      }),
      { numRuns: 15 },
    );
  });

  it('and so of those whom a counter may call, whatever it lacks', async () => {
    const anyLacking = fc.record({
      firm: fc.constantFrom<string[][]>([], ['protection']),
      soft: fc.subarray(NEEDS.slice(1)),
      counters: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyPerson, { minLength: 1, maxLength: 12 }),
        anyLacking,
        async (people, { firm, soft, counters: others }) => {
          const lacking = { firm, soft, counters: others ? [counters[1]!] : [] };
          const hall = await saveHall(people);
          expect(await callAll(CALL_FITTING_SQL, firm, soft, lacking.counters)).toEqual(
            inTurn(hall, lacking),
          );
        },
      ),
      { numRuns: 25 },
    );
  });
});
