import type { AppointmentResponse } from '../../src/appointments/appointments.dto.js';
import type { ExitClearanceResponse } from '../../src/departures/clearances/exit-clearances.dto.js';
import type { DepartureResponse } from '../../src/departures/departures.dto.js';
import type { IdentityFileResponse } from '../../src/identity/identity.dto.js';
import type { TicketResponse } from '../../src/queue/tickets/tickets.dto.js';
import type { RegistrationReceipt, RegistrationRequest } from '../../src/registrations/intake/intake.dto.js';
import type {
  ApplicationContentResponse,
  ApplicationResponse,
} from '../../src/travel-documents/applications/applications.dto.js';
import type { TravelDocumentResponse } from '../../src/travel-documents/documents/documents.dto.js';
import { type Api, newKey, type Service } from './service.js';

type Overrides = Partial<RegistrationRequest>;

/** A request that must succeed; the answer's body. */
async function done<T>(request: PromiseLike<{ status: number; body: unknown; text: string }>): Promise<T> {
  const { status, body, text } = await request;
  if (status >= 300) throw new Error(`${status} ${text}`);
  return body as T;
}

const create = <T>(api: Api, path: string, body: object): Promise<T> =>
  done(api.post(path).set('idempotency-key', newKey()).send(body));

const change = <T>(api: Api, path: string, version: number, body: object = {}): Promise<T> =>
  done(api.post(path).set('if-match', `"v${version}"`).send(body));

/** When a journey planned by {@link Journeys.planned} leaves: tomorrow. */
const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString();

const HOUR = 3_600_000;
const hoursAgo = (hours: number) => new Date(Date.now() - hours * HOUR).toISOString();

/** When the steps of a journey that left three hours ago happened, for whoever records them only now. */
export const HAPPENED: Readonly<Record<string, () => string>> = {
  boarding: () => hoursAgo(3),
  departure: () => hoursAgo(2),
};

/** A ticket home that nothing is wrong with. */
export const buildDeparture = (overrides: object = {}) => ({
  carrier: 'Contoh Air',
  serviceNumber: 'CT 601',
  from: 'Phnom Penh',
  to: 'Medan',
  route: ['IDN'],
  scheduledAt: tomorrow(),
  ...overrides,
});

export type Journeys = Awaited<ReturnType<typeof journeysOf>>;

/**
 * Carries people to a stage of the journey through the API, as the demonstration's staff. Each act takes a person from the
 * one before; those that make a person from nothing say so.
 */
export async function journeysOf(service: Service) {
  const [officer, approver] = [await service.api('officer'), await service.api('approver')];

  /** From nothing: registered, with leave to ask the host country. */
  const registered = (overrides?: Overrides): Promise<RegistrationReceipt> =>
    service.register({
      consents: ['embassy-assistance', 'home-ministry', 'host-exit-clearance'],
      ...overrides,
    });

  /** From nothing: assessed by rule and, as that leads to it, given an appointment. */
  const booked = async (overrides?: Overrides): Promise<RegistrationReceipt> => {
    const receipt = await registered(overrides);
    await service.runJobs();
    await done<AppointmentResponse>(officer.get(`/v1/registrations/${receipt.id}/appointment`));
    return receipt;
  };

  /** Told to come now, and given a number in the hall. */
  const checkedIn = async ({ id, reference }: RegistrationReceipt): Promise<TicketResponse> => {
    await service.query(
      "UPDATE booking SET called_forward_at = now() WHERE registration_id = $1 AND status = 'booked'",
      [id],
    );
    return create(officer, '/v1/check-ins', { reference });
  };

  /** Called to a counter, served there and let go. Nobody else may be waiting. */
  const served = async (receipt: RegistrationReceipt): Promise<TicketResponse> => {
    const ticket = await checkedIn(receipt);
    const [counter] = await service.query<{ id: string }>('SELECT id FROM counter ORDER BY number LIMIT 1');
    await create(officer, '/v1/counter-sessions', { counterId: counter!.id });
    const called = await done<TicketResponse>(officer.post('/v1/counter-sessions/current/next').send());
    if (called.id !== ticket.id) throw new Error('somebody else was waiting');
    const started = await change<TicketResponse>(officer, `/v1/tickets/${called.id}/start`, called.version);
    const ended = await change<TicketResponse>(officer, `/v1/tickets/${called.id}/finish`, started.version, {
      outcome: 'done',
    });
    await done(officer.delete('/v1/counter-sessions/current'));
    return ended;
  };

  const evidence = (id: string, kind: string, agrees = true): Promise<IdentityFileResponse> =>
    create(officer, `/v1/registrations/${id}/identity/evidence`, {
      kind,
      agrees,
      statement: 'Agrees with what was reported',
    });

  /** Identity confirmed, without a passport. */
  const verified = async ({ id }: { id: string }): Promise<IdentityFileResponse> => {
    await evidence(id, 'national-id');
    const { version } = await evidence(id, 'family-card');
    return change(officer, `/v1/registrations/${id}/identity/decision`, version, {
      outcome: 'verified',
      reasons: [],
    });
  };

  /** Identity confirmed, a travel document applied for, approved and issued. */
  const documentIssued = async (person: { id: string }): Promise<TravelDocumentResponse> => {
    await verified(person);
    const applied = await create<ApplicationResponse>(
      officer,
      `/v1/registrations/${person.id}/travel-document-application`,
      { placeOfBirth: 'Medan', transit: [], feeWaived: true, waiverReason: 'crisis' },
    );
    const path = `/v1/travel-document-applications/${applied.id}`;
    const { seen } = await done<ApplicationContentResponse>(approver.get(`${path}/content`));
    const approved = await change<ApplicationResponse>(approver, `${path}/approval`, applied.version, {
      seen,
    });
    return change(officer, `${path}/document`, approved.version);
  };

  const documentCollected = async (person: { id: string }): Promise<TravelDocumentResponse> => {
    const { id, version } = await documentIssued(person);
    return change(officer, `/v1/travel-documents/${id}/collection`, version, { signed: true, by: 'holder' });
  };

  const clearanceRequested = ({ id }: { id: string }, overstayDays = 45): Promise<ExitClearanceResponse> =>
    create(officer, `/v1/registrations/${id}/exit-clearance`, { overstayDays });

  const clearanceGranted = async (person: { id: string }): Promise<ExitClearanceResponse> => {
    const { id, version, fine } = await clearanceRequested(person);
    return change(officer, `/v1/exit-clearances/${id}/grant`, version, {
      waived: fine,
      permitNumber: 'EX-CONTOH-1',
    });
  };

  const planned = ({ id }: { id: string }, overrides?: object): Promise<DepartureResponse> =>
    create(officer, `/v1/registrations/${id}/departure`, buildDeparture(overrides));

  /** One of the acts on a journey home, as seen in `departure`; boarding and leaving as it was hours ago. */
  const step = (
    { id, version }: { id: string; version: number },
    act: 'clearance' | 'boarding' | 'departure' | 'missed' | 'arrival',
  ): Promise<DepartureResponse> =>
    change(officer, `/v1/departures/${id}/${act}`, version, HAPPENED[act] && { at: HAPPENED[act]() });

  /** A journey entered only now that it has left. */
  const plannedLate = (person: { id: string }, overrides?: object): Promise<DepartureResponse> =>
    planned(person, { scheduledAt: hoursAgo(3), ...overrides });

  /** Leave to exit granted, a travel document in hand, a journey planned and cleared. */
  const cleared = async (person: { id: string }, overrides?: object): Promise<DepartureResponse> => {
    await clearanceGranted(person);
    await documentCollected(person);
    return step(await planned(person, overrides), 'clearance');
  };

  const departed = async (person: { id: string }, overrides?: object): Promise<DepartureResponse> =>
    step(
      await step(await cleared(person, { scheduledAt: hoursAgo(3), ...overrides }), 'boarding'),
      'departure',
    );

  const arrived = async (person: { id: string }, overrides?: object): Promise<DepartureResponse> =>
    step(await departed(person, overrides), 'arrival');

  return {
    registered,
    booked,
    checkedIn,
    served,
    evidence,
    verified,
    documentIssued,
    documentCollected,
    clearanceRequested,
    clearanceGranted,
    planned,
    plannedLate,
    step,
    cleared,
    departed,
    arrived,
  };
}
