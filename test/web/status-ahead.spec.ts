import { Clock } from '../../src/platform/clock/clock.js';
import { type Journeys, journeysOf } from '../support/journey.js';
import { heading, hiddenFields, visitor } from '../support/page-reader.js';
import { type Service, startService } from '../support/service.js';

describe('the page of a person says what lies ahead', () => {
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
    return person;
  };
  const TO_CHOOSE = /class="govuk-button" href="\/status\/appointment"/;

  it('whoever is to collect a document chooses a time, without which a kiosk has no number for them', async () => {
    const receipt = await journeys.booked();
    await journeys.served(receipt);
    const person = await signedIn(receipt);
    expect((await person.get('/status').expect(200)).text).not.toMatch(TO_CHOOSE);
    await journeys.documentIssued(receipt);
    const { text } = await person.get('/status').expect(200);
    expect(heading(text)).toBe('Collect your travel document');
    expect(text).toMatch(TO_CHOOSE);
    expect(text).not.toContain('there we tell you when to come');
    const times = (await person.get('/status/appointment').expect(200)).text;
    const [, slotId] = / name="slotId" type="radio" value="([^"]+)"/.exec(times)!;
    await person.post('/status/appointment', { ...hiddenFields(times), slotId }).expect(303);
    const then = (await person.get('/status').expect(200)).text;
    expect(heading(then)).toBe('Come at this time');
    expect(then).not.toMatch(TO_CHOOSE);
  });

  it('just before midnight nobody is told of today who is to come just after it', async () => {
    const receipt = await journeys.booked();
    const person = await signedIn(receipt);
    const [{ midnight } = { midnight: new Date() }] = await service.query<{ midnight: Date }>(
      `UPDATE booking SET starts_at = date_trunc('day', now(), time_zone) + interval '10 minutes', called_forward_at = NULL
       FROM post WHERE post.id = post_id AND registration_id = $1
       RETURNING date_trunc('day', now(), time_zone) AS midnight`,
      [receipt.id],
    );
    const at = async (minutes: number) => {
      const clock = service.app.get(Clock);
      clock.now = () => new Date(midnight.getTime() + minutes * 60_000);
      const { text } = await person.get('/status').expect(200);
      clock.now = () => new Date();
      expect(heading(text)).toBe('Come as soon as you can');
      return text;
    };
    expect(await at(-6)).toContain('You are still welcome. If you cannot come, we give');
    expect(await at(4)).toContain('You are still welcome today. If you cannot come today');
  });

  it('whoever may have missed their journey is asked, and not told to be there before it', async () => {
    const receipt = await journeys.registered();
    const person = await signedIn(receipt);
    await journeys.clearanceGranted(receipt);
    await journeys.documentCollected(receipt);
    await journeys.plannedLate(receipt);
    const { text } = await person.get('/status').expect(200);
    expect(heading(text)).toBe('Did you leave as planned?');
    expect(text).toContain('Contoh Air CT 601');
    expect(text).not.toContain('Be there 3 hours before');
  });

  it('whoever asked to be erased, or was made to, sees it and can stop it, under duress too', async () => {
    const receipt = await journeys.registered({ helpWord: 'Pulau Sembilan' });
    const forced = visitor(service);
    const codes = { reference: receipt.reference, accessCode: 'pulau sembilan' };
    await forced.post('/status/sign-in', codes).expect(303);
    for (const person of [forced, await signedIn(receipt)]) {
      expect((await person.get('/status').expect(200)).text).not.toContain('We erase everything after');
      await person.post('/status/erasure', {}).expect(303);
      const fields = hiddenFields((await person.get('/status/erasure/confirm').expect(200)).text);
      await person.post('/status/erasure/confirm', { ...fields, erase: 'yes' }).expect(303);
      const { text } = await person.get('/status').expect(200);
      expect(text).toMatch(/We erase everything after .+<a href="\/status\/erasure">Keep everything/);
      const { version } = hiddenFields((await person.get('/status/erasure').expect(200)).text);
      await person.post('/status/erasure/cancel', { version }).expect(303);
      expect((await person.get('/status').expect(200)).text).not.toContain('We erase everything after');
    }
  });

  it('whoever is on board is told so, before the journey is said to have left', async () => {
    const receipt = await journeys.registered();
    const person = await signedIn(receipt);
    await journeys.step(
      await journeys.cleared(receipt, { scheduledAt: new Date().toISOString() }),
      'boarding',
    );
    const { text } = await person.get('/status').expect(200);
    expect(heading(text)).toBe('Have a safe journey');
    expect(text).not.toContain('Be there 3 hours before');
  });
});
