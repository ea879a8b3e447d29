import type { Demonstration } from '../../launch/demonstration/seed-demonstration.js';
import { Api } from '../../rehearsal/api.js';
import { Latencies } from '../../rehearsal/latencies.js';
import { samplePortrait } from '../../travel-documents/samples/sample-portrait.js';
import { intakeRequests } from '../intake/requests.js';

/** People made ready at once. */
const DESKS = 4;

/** Faces there are, each of many. */
const FACES = 12;

interface Thing {
  id: string;
}

/** The offices that make a document. */
export interface Offices {
  everyone: Api;
  officer: Api;
  approver: Api;
}

/** Signs the demonstration's officer and approver in. */
export async function openOffices(url: string, { accounts }: Demonstration): Promise<Offices> {
  const everyone = new Api(url, new Latencies());
  const signIn = (name: string): Promise<Api> => {
    const account = accounts.find(({ username }) => username === name);
    if (!account) throw new Error(`the demonstration has no account ${name}`);
    const { username, password } = account;
    return everyone.enter('sign in', '/v1/sessions', { username, password });
  };
  return { everyone, officer: await signIn('officer'), approver: await signIn('approver') };
}

/** An application that is only to be issued, with its version's tag. */
export interface Approved {
  path: string;
  etag: string | null;
  registrationId: string;
}

/** Applications of made-up people with a photograph, verified and approved. */
export async function approvedApplications(
  { everyone, officer, approver }: Offices,
  count: number,
): Promise<Approved[]> {
  const next = intakeRequests(7);
  const faces = await Promise.all(Array.from({ length: FACES }, (_, seed) => samplePortrait(seed)));
  let turn = 0;
  const one = async () => {
    const { body: person } = await everyone.post<Thing>('register', '/v1/registrations', {
      body: next().report,
    });
    await officer.post('photograph', `/v1/registrations/${person.id}/portrait`, {
      body: photographForm(faces[turn++ % FACES]!),
    });
    await verify(officer, person.id);
    const applied = await officer.post<Thing>(
      'apply',
      `/v1/registrations/${person.id}/travel-document-application`,
      { body: { placeOfBirth: 'Medan', transit: [], feeWaived: true, waiverReason: 'crisis' } },
    );
    const path = `/v1/travel-document-applications/${applied.body.id}`;
    const { body } = await approver.get<{ seen: string }>('content', `${path}/content`);
    const approval = { ifMatch: applied.etag, body: { seen: body.seen } };
    const { etag } = await approver.post('approve', `${path}/approval`, approval);
    return { path, etag, registrationId: person.id };
  };
  let begun = 0;
  const approved: Approved[] = [];
  const desk = async () => {
    while (begun++ < count) approved.push(await one());
  };
  await Promise.all(Array.from({ length: DESKS }, desk));
  return approved;
}

function photographForm(jpeg: Buffer): FormData {
  const form = new FormData();
  form.append('photo', new Blob([new Uint8Array(jpeg)], { type: 'image/jpeg' }), 'portrait.jpg');
  return form;
}

async function verify(officer: Api, registrationId: string): Promise<void> {
  const path = `/v1/registrations/${registrationId}/identity`;
  let etag: string | null = null;
  for (const kind of ['passport', 'registry-match', 'interview'])
    ({ etag } = await officer.post('evidence', `${path}/evidence`, {
      body: { kind, agrees: true, statement: 'Agrees with what was reported (made up)' },
    }));
  await officer.post('identity decision', `${path}/decision`, {
    body: { outcome: 'verified', reasons: ['evidence-agrees'] },
    ifMatch: etag,
  });
}
