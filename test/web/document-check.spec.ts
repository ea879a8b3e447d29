import sharp from 'sharp';
import { heading, visitor } from '../support/page-reader.js';
import { type Service, startService } from '../support/service.js';

describe('checking a document by page', () => {
  let service: Service;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.stop());

  const check = (body: object) => visitor(service).post('/check', body);
  const LINES = {
    lineOne: 'PUIDNCONTOH<<BUDI<<<<<<<<<<<<<<<<<<<',
    lineTwo: 'XA00000011IDN9804170M2601316<<<<<<<<',
  };

  it('asks for the lines or the seal, and keeps what was typed', async () => {
    expect(heading((await visitor(service).get('/check').expect(200)).text)).toBe('Check a travel document');
    const answer = await check({ documentNumber: 'XA0000001', lineOne: '', lineTwo: '', seal: '' }).expect(
      422,
    );
    expect(answer.text).toContain('Copy the two lines, or paste the text of the seal');
    expect(answer.text).toContain('value="XA0000001"');
    await check({ ...LINES, documentNumber: 'A'.repeat(50) }).expect(422);
    await check({ ...LINES, holder: 'x' }).expect(422);
  });

  it('answers a verdict without a number in any address', async () => {
    const unknown = await check({ ...LINES, documentNumber: 'XA0000001' }).expect(200);
    expect(heading(unknown.text)).toBe('We issued no document that reads like this');
    expect(unknown.text).toContain('pulang-verdict--refused');
    const seal = await check({ seal: '!!!' }).expect(200);
    expect(seal.text).toContain('pulang-verdict--unclear');
  });

  it('takes a photograph without a script, and says beside the field what is wrong with it', async () => {
    const send = (bytes: Buffer) =>
      service
        .everyone()
        .post('/check/picture')
        .set('accept', 'text/html')
        .attach('picture', bytes, 'seal.png');
    const grey = sharp({ create: { width: 60, height: 60, channels: 3, background: '#888' } });
    const seen = await send(await grey.png().toBuffer()).expect(200);
    expect(seen.text).toContain('pulang-verdict--unclear');
    const text = await send(Buffer.from('no picture')).expect(422);
    expect(text.text).toContain('id="picture-error"');
    expect(text.text).toContain('Choose a photo (JPEG, PNG or WebP)');
    expect((await send(Buffer.alloc(0)).expect(422)).text).toContain('Choose a photo of the seal');
  });

  it('takes no form of another site', async () => {
    await visitor(service).post('/check', LINES, { origin: 'https://elsewhere.example' }).expect(403);
  });
});
