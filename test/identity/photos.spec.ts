import { deflateSync, crc32 } from 'node:zlib';
import sharp from 'sharp';
import { PhotosService } from '../../src/identity/photos/photos.service.js';
import { Database } from '../../src/platform/database/database.js';
import type { Api } from '../support/service.js';
import { type Service, startService } from '../support/service.js';

/** Colours in a picture with a place in its metadata, as a phone writes it. */
const photo = (width = 900, height = 1200) =>
  sharp({ create: { width, height, channels: 3, background: '#c08060' } })
    .withExif({
      IFD0: { Make: 'Contoh phone', Copyright: 'Siti Contoh' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '11/1 33/1 0/1', GPSLongitude: '104/1 55/1 0/1' },
    })
    .jpeg()
    .toBuffer();

const chunk = (type: string, data: Buffer) => {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};
/** A PNG that says it is so large, with so many rows of nothing behind it. */
function png(side: number, rows: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 2], 8);
  return Buffer.concat([
    Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(rows * (1 + side * 3)))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

describe('photos', () => {
  let service: Service;
  let officer: Api;
  beforeAll(async () => {
    service = await startService();
    officer = await service.api('officer');
  });
  afterAll(() => service.stop());

  const at = (id: string) => `/v1/registrations/${id}/portrait`;
  const send = (api: Api, path: string, bytes: Buffer, name = 'photo.jpg') =>
    api.post(path).attach('photo', bytes, name);
  const portraitOf = (id: string) =>
    service.app
      .get(Database)
      .transaction([service.demonstration.postId], (tx) =>
        service.app.get(PhotosService).picture(tx, id, 'portrait'),
      );

  it('are drawn anew: a portrait of 35 x 45, without place, time or device', async () => {
    const { id } = await service.register();
    const before = await photo();
    expect((await sharp(before).metadata()).exif).toBeDefined();
    expect(await portraitOf(id)).toBeNull();
    await send(officer, at(id), before).expect(204);
    const shown = await officer.get(at(id)).expect(200).expect('content-type', 'image/jpeg');
    expect(shown.headers['cache-control']).toBe('no-store');
    const jpeg = shown.body as Buffer;
    const { exif, icc, iptc, xmp, ...rest } = await sharp(jpeg).metadata();
    expect([exif, icc, iptc, xmp]).toEqual([undefined, undefined, undefined, undefined]);
    expect(rest).toMatchObject({ format: 'jpeg', width: 413, height: 531 });
    expect(jpeg.includes('Contoh')).toBe(false);
    expect(await portraitOf(id)).toEqual(jpeg);
  });

  it('are sealed, one current one of each sort, and on record when taken and shown', async () => {
    const receipt = await service.register();
    const person = await service.person(receipt);
    await send(person, '/v1/registrations/own/portrait?source=kiosk', await photo()).expect(204);
    await send(officer, at(receipt.id), await photo(600, 600)).expect(204);
    await send(officer, `${at(receipt.id)}?source=document`, await photo(300, 400)).expect(204);
    const rows = await service.query<{ source: string; current: boolean; start: string }>(
      `SELECT source, superseded_at IS NULL AS current, encode(substring(sealed FROM 1 FOR 1), 'hex') AS start
       FROM portrait WHERE registration_id = $1 ORDER BY taken_at`,
      [receipt.id],
    );
    expect(rows).toEqual([
      { source: 'kiosk', current: false, start: '01' },
      { source: 'counter', current: true, start: '01' },
      { source: 'document', current: true, start: '01' },
    ]);
    await person.get('/v1/registrations/own/portrait').expect(200);
    await officer.get(`${at(receipt.id)}?picture=document`).expect(200);
    const events = await service.query<{ event: string }>(
      `SELECT concat_ws(' ', action, actor_kind, detail->>'source', detail->>'picture') AS event FROM audit_event
       WHERE subject_id = $1 AND action LIKE 'identity.photo%' ORDER BY at, id`,
      [receipt.id],
    );
    expect(events.map(({ event }) => event)).toEqual([
      'identity.photo-taken person kiosk',
      'identity.photo-taken officer counter',
      'identity.photo-taken officer document',
      'identity.photo-shown person portrait',
      'identity.photo-shown officer document',
    ]);
  });

  it('can be compared once there is one', async () => {
    const { id } = await service.register();
    const compare = () =>
      officer
        .post(`/v1/registrations/${id}/identity/evidence`)
        .set('idempotency-key', crypto.randomUUID())
        .send({ kind: 'photo-compared', agrees: true, statement: 'Ears and nose as in the old passport' });
    expect((await compare().expect(409)).body).toMatchObject({ code: 'no-portrait' });
    await send(officer, at(id), await photo()).expect(204);
    await compare().expect(201);
  });

  it.each<[string, () => Buffer | Promise<Buffer>, string]>([
    ['a header that says 50,000 x 50,000', () => png(50_000, 1), 'picture-too-large'],
    [
      'a PNG of 20,000 x 20,000 that is 400 times smaller in the file',
      () => png(20_000, 200),
      'picture-too-large',
    ],
    ['a PNG bomb within what is decoded, cut short', () => png(5000, 10), 'not-a-picture'],
    [
      'a drawing that is a program',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'not-a-picture',
    ],
    [
      'a web page with the name of a photo',
      () => Buffer.from('<html><script>alert(1)</script>'),
      'not-a-picture',
    ],
    ['a JPEG cut off', async () => (await photo()).subarray(0, 900), 'not-a-picture'],
    ['a stamp', () => photo(60, 80), 'picture-too-small'],
  ])('refuse %s', async (_, make, code) => {
    const { id } = await service.register();
    const bytes = await make();
    const answer = await send(officer, at(id), bytes).expect(422);
    expect(answer.body).toMatchObject({ errors: [{ pointer: '/photo', code }] });
    expect(await portraitOf(id)).toBeNull();
  });

  it('take a large picture of nothing at the cost of a photo', async () => {
    const { id } = await service.register();
    const bytes = png(5000, 5000);
    expect(bytes.length).toBeLessThan(100_000);
    await send(officer, at(id), bytes).expect(204);
  });

  it('refuse what is no form, has no file, is too large, or comes in two', async () => {
    const { id } = await service.register();
    await officer.post(at(id)).send({ photo: 'x' }).expect(415);
    await officer.post(at(id)).field('note', 'nothing').expect(422);
    await officer
      .post(at(id))
      .attach('other', await photo(), 'a.jpg')
      .expect(422);
    await send(officer, at(id), Buffer.alloc(0)).expect(422);
    await send(officer, at(id), Buffer.alloc(13 * 1024 * 1024)).expect(413);
    await officer
      .post(at(id))
      .attach('photo', await photo(), 'a.jpg')
      .attach('photo', await photo(), 'b.jpg')
      .expect(413);
    await officer.post(at(id)).set('content-type', 'multipart/form-data').send('nothing').expect(400);
  });

  it('are taken by the person and officers, seen by those who compare', async () => {
    const { id } = await service.register();
    await send(officer, at(id), await photo()).expect(204);
    const see = async (role: Parameters<Service['api']>[0]) =>
      (await (await service.api(role)).get(at(id))).status;
    for (const role of ['officer', 'protection', 'approver'] as const) expect(await see(role)).toBe(200);
    for (const role of ['supervisor', 'analyst', 'home-agency', 'client'] as const)
      expect(await see(role)).toBe(403);
    await send(await service.api('approver'), at(id), await photo()).expect(403);
    const other = await service.person(await service.register());
    await other.get(at(id)).expect(403);
    await other.get('/v1/registrations/own/portrait').expect(404);
  });

  it('are not kept where the person is forced to send one, and shown again as if they were', async () => {
    const { id, reference } = await service.register({ helpWord: 'Pulau Sembilan' });
    await send(officer, at(id), await photo()).expect(204);
    const before = await portraitOf(id);
    const entered = await service
      .everyone()
      .post('/v1/registrations/access')
      .send({ reference, accessCode: 'pulau sembilan' });
    const forced = service.as((entered.body as { accessToken: string }).accessToken);
    await forced.get('/v1/registrations/own/portrait').expect(404);
    await send(forced, '/v1/registrations/own/portrait', await photo(700, 900)).expect(204);
    await forced.get('/v1/registrations/own/portrait').expect(200);
    expect(await portraitOf(id)).toEqual(before);
  });

  it('are sent by the person from a page of theirs, which needs no script', async () => {
    const receipt = await service.register();
    const person = (await service.person(receipt)).set('accept', 'text/html');
    expect((await person.get('/status/photo').expect(200)).text).not.toContain('own.jpg');
    const send = (bytes: Buffer) => person.post('/status/photo').attach('photo', bytes, 'photo.jpg');
    expect((await send(Buffer.from('no picture')).expect(422)).text).toContain('Choose a photo');
    await send(await photo())
      .expect(303)
      .expect('location', '/status/photo');
    expect((await person.get('/status/photo').expect(200)).text).toContain('/status/photo/own.jpg');
    const shown = await person.get('/status/photo/own.jpg').expect(200);
    expect(await sharp(shown.body as Buffer).metadata()).toMatchObject({ width: 413, height: 531 });
    await service.everyone().get('/status/photo').set('accept', 'text/html').expect(303);
  });
});
