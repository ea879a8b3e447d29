import { setTimeout as sleep } from 'node:timers/promises';
import type { RegistrationReceipt } from '../registrations/intake/intake.dto.js';
import { arrivalTimes } from './arrival-profile.js';
import { Api } from '../rehearsal/api.js';
import { atMost } from './at-most.js';
import { Counters } from './counter-work.js';
import type { Crew } from '../rehearsal/crew.js';
import { Hall } from './hall.js';
import { type MadeUpPerson, madeUpPerson } from '../rehearsal/made-up-people.js';
import { randomNumbers } from '../rehearsal/random-numbers.js';
import type { Tally } from './tally.js';
import { WayHome } from './way-home.js';

export interface Drive {
  people: number;
  /** Into how many seconds the days of January 2026 are pressed. */
  seconds: number;
  seed: number;
}

/** Registrations under way at once, and people at the desks behind the counters at once. */
const INTAKE_AT_ONCE = 40;
const DESKS_AT_ONCE = 10;

/** Carries made-up people from their first report to their arrival. @returns the registrations that were acknowledged */
export async function drive(options: Drive, crew: Crew, everyone: Api, tally: Tally): Promise<string[]> {
  const random = randomNumbers(options.seed);
  const hall = new Hall(crew.supervisor, crew.officers.length);
  const counters = new Counters(crew.officers, (error) => tally.fail(error));
  const wayHome = new WayHome(crew, tally);
  const [intake, desks] = [atMost(INTAKE_AT_ONCE), atMost(DESKS_AT_ONCE)];
  const registered: string[] = [];

  const goHome = async (person: MadeUpPerson, index: number, after: number): Promise<void> => {
    await sleep(after * options.seconds * 1000);
    const receipt = await intake(() => report(person, index, crew, everyone));
    registered.push(receipt.id);
    tally.reach('registered');
    const own = await intake(() =>
      everyone.enter('open own case', '/v1/registrations/access', { accessSecret: receipt.accessSecret }),
    );
    await hall.booked(own);
    tally.reach('booked');
    await visit(person, receipt, own, index);
    await desks(() => wayHome.take(receipt.id));
  };

  const visit = async (person: MadeUpPerson, receipt: RegistrationReceipt, own: Api, index: number) => {
    for (let misses = person.missesFirstCall; ; misses = false) {
      await hall.called(person, own);
      const over = counters.visit(receipt.id, misses);
      const { accessSecret } = receipt;
      await crew.kiosks[index % crew.kiosks.length]!.post('check in', '/v1/check-ins', {
        body: { accessSecret },
      });
      if (misses === person.missesFirstCall) tally.reach('checked in');
      const outcome = await over;
      hall.left();
      if (outcome === 'verified') return tally.reach('verified');
    }
  };

  const work = Promise.all([hall.run(), counters.run()]);
  await Promise.all(
    arrivalTimes(options.people).map((after, index) =>
      goHome(madeUpPerson(random, index), index, after).catch((error: unknown) => tally.fail(error)),
    ),
  );
  hall.close();
  counters.close();
  await work;
  return registered;
}

async function report(
  person: MadeUpPerson,
  index: number,
  crew: Crew,
  everyone: Api,
): Promise<RegistrationReceipt> {
  const kiosk = crew.kiosks[index % crew.kiosks.length]!;
  const api = { self: everyone, kiosk, organisation: crew.organisation }[person.way];
  const { body } = await api.post<RegistrationReceipt>('register', '/v1/registrations', {
    body: person.report,
  });
  return body;
}
