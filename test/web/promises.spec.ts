import { identityOf } from '../identity/identity-file.js';
import { type Journeys, journeysOf } from '../support/journey.js';
import { heading, hiddenFields, visitor } from '../support/page-reader.js';
import { ANSWERS, pageOf } from '../support/registration-pages.js';
import { type Service, startService } from '../support/service.js';

const LOOK = 'You asked us not to contact you. Look at your status every day';

/** What the pages promise somebody is what happens. */
describe('the pages of a person promise', () => {
  let service: Service;
  let journeys: Journeys;
  beforeAll(async () => {
    service = await startService();
    journeys = await journeysOf(service);
  });
  afterAll(() => service.stop());

  const signedIn = async ({ accessSecret }: { accessSecret: string }) => {
    const person = visitor(service);
    await person.post('/status/sign-in', { secret: accessSecret }).expect(303);
    return async () => (await person.get('/status').expect(200)).text;
  };

  it.each([
    ['phone', false],
    ['none', true],
  ])('no message to whoever wants none: reached by %s', async (method, silent) => {
    const person = visitor(service);
    const asked = await pageOf(person, 'contact');
    const sent = { ...hiddenFields(asked), ...ANSWERS.contact, method };
    let page = (await person.post('/register/contact', sent).expect(200)).text;
    for (const question of [
      'hours',
      'place',
      'travel',
      'held',
      'origin',
      'family',
      'consent',
      'others',
    ] as const)
      page = (
        await person
          .post(`/register/${question}`, { ...hiddenFields(page), ...ANSWERS[question] })
          .expect(200)
      ).text;
    await person.post('/register/check', hiddenFields(page)).expect(303);
    const done = (await person.get('/register/done').expect(200)).text;
    expect(done.includes(LOOK)).toBe(silent);
    expect(done).toContain('Are you in danger now?');
    const receipt = (await person.get('/receipt').expect(200)).text;
    expect(receipt.includes(LOOK)).toBe(silent);
    const codes = [...done.matchAll(/<dd dir="ltr"><span aria-hidden="true">([^<]+)</g)].map(
      ([, code]) => code!,
    );
    await person
      .post('/status/sign-in', { reference: codes[0]!, accessCode: codes[1]! })
      .expect(303)
      .expect('location', '/status');
    expect((await person.get('/status').expect(200)).text.includes(LOOK)).toBe(silent);
  });

  it('the time at which the post opens, and whom to call, to whoever is in danger while it is closed', async () => {
    const receipt = await service.register();
    await service.runJobs();
    const status = await signedIn(receipt);
    const timeOn = (page: string) => /pulang-when"><strong>[^<]*<\/strong> <strong>([^<]*)</.exec(page)?.[1];
    const before = timeOn(await status());
    const [told] = await service.query<{ at: string }>(
      `UPDATE booking b SET return_at = starts_at - interval '3 hours 7 minutes' FROM post p
       WHERE p.id = b.post_id AND registration_id = $1 RETURNING to_char(return_at AT TIME ZONE time_zone, 'HH24:MI') AS at`,
      [receipt.id],
    );
    const page = await status();
    expect(timeOn(page)).toContain(told!.at);
    expect(timeOn(page)).not.toBe(before);
    expect(page).toContain('Are you in danger now?');
  });

  it('nobody to be early for a time that is here or over, and that they are taken all the same', async () => {
    const receipt = await service.register();
    await service.runJobs();
    const status = await signedIn(receipt);
    for (const [minutes, title] of [
      [60, 'Come at this time'],
      [5, 'Come as soon as you can'],
      [-5, 'Come as soon as you can'],
    ] as const) {
      await service.query(
        `UPDATE booking SET called_forward_at = NULL, starts_at = now() + make_interval(mins => $2)
         WHERE registration_id = $1`,
        [receipt.id, minutes],
      );
      expect(heading(await status())).toBe(title);
    }
  });

  it('what comes after the counter, without saying that somebody was asked who was not', async () => {
    const receipt = await journeys.booked();
    const status = await signedIn(receipt);
    await journeys.served(receipt);
    expect(await status()).toContain('We are checking what you told us and showed us');
    await journeys.documentCollected(receipt);
    expect(heading(await status())).toBe('Wait for your exit permit');
    await journeys.clearanceGranted(receipt);
    expect(await status()).toContain('are shown here as soon as we know them');
    const { scheduledAt } = await journeys.planned(receipt);
    const planned = await status();
    expect(planned).toContain('Contoh Air CT 601');
    expect(planned).toContain(
      new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Phnom_Penh', timeStyle: 'short' }).format(
        new Date(scheduledAt),
      ),
    );
    expect(planned).toContain('Be there 3 hours before');
  });

  it('no checking that is over: more is asked for, or they are told to speak with us, until it is looked at again', async () => {
    const receipt = await service.register();
    const status = await signedIn(receipt);
    const officer = identityOf(await service.api('officer'));
    expect(heading(await status())).toBe('Wait in a safe place');
    await officer.decide(receipt.id, 0, 'more-needed', ['no-evidence']).expect(200);
    const asked = await status();
    expect(heading(asked)).toBe('Show us more of who you are');
    expect(asked).not.toContain('no-evidence');
    // two officers turn somebody away, which is not what this is about
    await service.query(
      `WITH before AS (UPDATE identity_decision SET superseded_at = now() WHERE registration_id = $1 RETURNING *)
       INSERT INTO identity_decision (id, post_id, registration_id, outcome, reasons, decided_by)
       SELECT gen_random_uuid(), post_id, registration_id, 'refused', '{another-person}', decided_by FROM before`,
      [receipt.id],
    );
    expect(heading(await status())).toBe('Speak with our staff');
    await officer.record(receipt.id, 'passport').expect(201);
    expect(heading(await status())).toBe('Wait in a safe place');
  });
});
