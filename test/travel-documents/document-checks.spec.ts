import { X509Certificate } from 'node:crypto';
import { DEMONSTRATION_POST } from '../../src/launch/demonstration/demonstration-post.js';
import { seedPost } from '../../src/launch/demonstration/seed-post.js';
import { Database } from '../../src/platform/database/database.js';
import type { DocumentCheckResponse } from '../../src/travel-documents/checks/document-checks.dto.js';
import type { TravelDocumentResponse } from '../../src/travel-documents/documents/documents.dto.js';
import type { RevokedDocumentsPage } from '../../src/travel-documents/pki/pki.dto.js';
import { isSignedList } from '../../src/travel-documents/pki/signed-list.js';
import { type Api, type Service, startService } from '../support/service.js';
import { contentOf } from './content-of.js';
import { ifMatch, issuedDocument } from './verified-person.js';

describe('checking a document', () => {
  let service: Service;
  let officer: Api;
  let approver: Api;
  let document: TravelDocumentResponse;
  let lines: readonly string[];
  let seal: string;
  beforeAll(async () => {
    service = await startService();
    officer = await service.api('officer');
    approver = await service.api('approver');
    document = await issuedDocument(service, officer, approver, { fullName: 'Melati Contoh' });
    const printed = await contentOf(service, document.id);
    lines = printed.content.lines;
    seal = printed.seal.toString('base64');
  });
  afterAll(() => service.stop());

  const check = async (body: object): Promise<DocumentCheckResponse> =>
    (await service.everyone().post('/v1/document-checks').send(body).expect(200))
      .body as DocumentCheckResponse;
  const good = { verdict: 'valid', validUntil: expect.any(String) };

  it('says valid to its lines, with or without the number, as typed', async () => {
    const { number, validUntil } = document;
    const answer = await check({ number, lines });
    expect(answer).toEqual({ verdict: 'valid', number, validUntil, checkedAt: expect.any(String) });
    expect(await check({ lines })).toMatchObject({ ...good, number });
    expect(
      await check({ number: number.toLowerCase(), lines: lines.map((line) => ` ${line.toLowerCase()} `) }),
    ).toMatchObject(good);
  });

  it('says valid to its seal in hexadecimal and base64, alone and with its lines', async () => {
    const { number } = document;
    expect(await check({ seal })).toMatchObject({ ...good, number });
    expect(await check({ seal: Buffer.from(seal, 'base64').toString('hex'), lines, number })).toMatchObject({
      ...good,
      number,
    });
  });

  it('answers a number that we issued like one that we did not, unless all that was typed agrees', async () => {
    const [first, second] = lines as [string, string];
    const other = [first.replace('MELATI', 'MELATA'), second];
    const answers = [];
    for (const number of [document.number, 'XA9999999', 'XA0000000', 'QQ0000001'])
      for (const typed of [other, ['nonsense', 'more']]) {
        const { checkedAt, ...answer } = await check({ number, lines: typed });
        expect(checkedAt).toBeDefined();
        answers.push(answer);
      }
    answers.push({ ...(await check({ lines: other })), checkedAt: undefined });
    for (const answer of answers)
      expect(answer).toEqual({ verdict: 'not-found', number: null, validUntil: null });
    expect(await check({ number: 'XA9999999', lines })).toMatchObject({ verdict: 'not-found', number: null });
  });

  it('never says a word about the holder', async () => {
    const [first, second] = lines as [string, string];
    expect(await check({ lines: [first, second.slice(1)] })).toMatchObject({
      verdict: 'invalid-printed-mrz',
    });
    expect(JSON.stringify(await check({ seal, lines }))).not.toMatch(/MELATI|1998|980417|Medan/i);
    await service.everyone().post('/v1/document-checks').send({ number: document.number }).expect(422);
    await service.everyone().post('/v1/document-checks').send({}).expect(422);
  });

  it('sees what was changed on a seal', async () => {
    const bytes = Buffer.from(seal, 'base64');
    const changed = Buffer.from(bytes);
    changed[changed.length - 1]! ^= 1;
    expect(await check({ seal: changed.toString('base64') })).toMatchObject({
      verdict: 'invalid-signature',
      number: null,
    });
    expect(await check({ seal: bytes.subarray(0, 100).toString('base64') })).toMatchObject({
      verdict: 'wrong-format',
      number: null,
    });
    expect(await check({ seal, number: 'XA0000999' })).toMatchObject({ verdict: 'seal-and-document-differ' });
    const [first, second] = lines as [string, string];
    expect(await check({ seal, lines: [first.replace('MELATI', 'MELATA'), second] })).toMatchObject({
      verdict: 'seal-and-document-differ',
    });
  });

  it.each([
    ['of a document', () => document.id, ['valid', 'differs-from-record']],
    ['of a number that is none', () => null, ['not-found']],
  ])('leaves a trace of the verdict, %s', async (_, idOf, verdicts) => {
    const id = idOf();
    const events = await service.query<{ detail: { verdict: string } }>(
      "SELECT DISTINCT detail FROM audit_event WHERE action = 'document.checked' AND subject_id IS NOT DISTINCT FROM $1",
      [id],
    );
    expect(events.map(({ detail }) => detail.verdict)).toEqual(expect.arrayContaining(verdicts));
  });

  it('reaches documents of every post by their prefix', async () => {
    const postId = await seedPost(service.app.get(Database), {
      ...DEMONSTRATION_POST,
      code: 'BKK',
      documentPrefix: 'XB',
    });
    await service.query('UPDATE travel_document SET number = $2, post_id = $3 WHERE id = $1', [
      document.id,
      'XB0000001',
      postId,
    ]);
    await service.query('UPDATE registration SET post_id = $2 WHERE id = $1', [
      document.registrationId,
      postId,
    ]);
    await service.query(
      'UPDATE person SET post_id = $2 WHERE id = (SELECT person_id FROM registration WHERE id = $1)',
      [document.registrationId, postId],
    );
    expect(await check({ number: 'XB0000001', lines })).toMatchObject(good);
    expect(await check({ number: document.number, lines })).toMatchObject({ verdict: 'not-found' });
    await officer.get(`/v1/travel-documents/${document.id}`).expect(404);
  });

  describe('that is no longer good', () => {
    let lost: TravelDocumentResponse;
    let printed: { lines: readonly string[]; seal: string };
    beforeAll(async () => {
      lost = await issuedDocument(service, officer, approver);
      const { content, seal: bytes } = await contentOf(service, lost.id);
      printed = { lines: content.lines, seal: bytes.toString('base64') };
    });

    it('says expired after its last day', async () => {
      await service.query('UPDATE travel_document SET valid_until = current_date - 2 WHERE id = $1', [
        lost.id,
      ]);
      expect(await check(printed)).toMatchObject({ verdict: 'expired', number: lost.number });
      await service.query('UPDATE travel_document SET valid_until = $2 WHERE id = $1', [
        lost.id,
        lost.validUntil,
      ]);
    });

    it('says revoked at once, and the signed list for verifiers without a connection has it', async () => {
      await officer
        .post(`/v1/travel-documents/${lost.id}/revocation`)
        .set('if-match', ifMatch(1))
        .send({ reason: 'lost' })
        .expect(403);
      await approver
        .post(`/v1/travel-documents/${lost.id}/revocation`)
        .set('if-match', ifMatch(1))
        .send({ reason: 'stolen' })
        .expect(200);
      expect(await check(printed)).toMatchObject({ verdict: 'revoked', number: lost.number });
      expect(await check({ seal: printed.seal })).toMatchObject({ verdict: 'revoked' });
      const answers = await Promise.all(
        Array.from({ length: 5 }, () => service.everyone().get('/pki/revoked.json').expect(200)),
      );
      const lists = answers.map(({ body }) => (body as RevokedDocumentsPage).lists[0]!);
      // however many ask at once: it is signed once
      expect(new Set(lists.map(({ signature }) => signature)).size).toBe(1);
      const [signed] = lists;
      const signer = await service.everyone().get('/pki/signer.pem').expect(200);
      expect(signed!.list).toMatchObject({ issuer: 'IDN', numbers: [lost.number] });
      const key = new X509Certificate(pem(signer)).publicKey;
      expect(isSignedList(signed!.list, signed!.signature, key)).toBe(true);
    });
  });

  it('needs nothing secret: certificates and lists are public, and name themselves a test', async () => {
    const csca = await service.everyone().get('/pki/csca.pem').expect(200);
    expect(csca.headers['content-type']).toContain('application/x-pem-file');
    expect(new X509Certificate(pem(csca)).subject).toMatch(/Test CSCA/);
    const crl = await service.everyone().get('/pki/crl.pem').expect(200);
    expect(pem(crl)).toMatch(/^-----BEGIN X509 CRL-----/);
    for (const answer of [csca, crl]) expect(pem(answer)).not.toContain('PRIVATE');
  });
});

const pem = ({ text, body }: { text: string | undefined; body: unknown }): string =>
  text ?? (body as Buffer).toString();
