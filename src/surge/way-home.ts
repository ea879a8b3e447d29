import type { Crew } from '../rehearsal/crew.js';
import type { Tally } from './tally.js';

interface Thing {
  id: string;
}

/** Every how many documents one is also fetched as a file. */
const PRINT_EVERY = 10;
const OVERSTAY_DAYS = 45;
const FINE_PER_DAY = 10;
/** Everybody's journey is one that left some hours ago, entered and recorded late: an arrival follows a flight. */
const LEFT_AGO_MIN = 240;

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

/** What follows the counter: document, exit clearance, departure, arrival; each step by the office that may take it. */
export class WayHome {
  private issued = 0;

  constructor(
    private readonly crew: Crew,
    private readonly tally: Tally,
  ) {}

  async take(registrationId: string): Promise<void> {
    await this.document(registrationId);
    this.tally.reach('document issued');
    await this.clearance(registrationId);
    this.tally.reach('clearance granted');
    await this.journey(registrationId);
  }

  private async document(registrationId: string): Promise<void> {
    const { desk, approver } = this.crew;
    const applied = await desk.post<Thing>(
      'apply for document',
      `/v1/registrations/${registrationId}/travel-document-application`,
      { body: { placeOfBirth: 'Medan', transit: [], feeWaived: true, waiverReason: 'crisis' } },
    );
    const application = `/v1/travel-document-applications/${applied.body.id}`;
    const { body } = await approver.get<{ seen: string }>('content of document', `${application}/content`);
    const approved = await approver.post('approve document', `${application}/approval`, {
      ifMatch: applied.etag,
      body: { seen: body.seen },
    });
    const issued = await desk.post<Thing>('issue document', `${application}/document`, {
      ifMatch: approved.etag,
    });
    const document = `/v1/travel-documents/${issued.body.id}`;
    if (this.issued++ % PRINT_EVERY === 0) await desk.get('print document', `${document}/file`);
    await desk.post('collect document', `${document}/collection`, {
      ifMatch: issued.etag,
      body: { signed: true, by: 'holder' },
    });
  }

  private async clearance(registrationId: string): Promise<void> {
    const { desk, supervisor } = this.crew;
    const requested = await desk.post<Thing>(
      'ask for clearance',
      `/v1/registrations/${registrationId}/exit-clearance`,
      {
        body: { overstayDays: OVERSTAY_DAYS },
      },
    );
    await supervisor.post('grant clearance', `/v1/exit-clearances/${requested.body.id}/grant`, {
      body: { waived: OVERSTAY_DAYS * FINE_PER_DAY, permitNumber: `EX-${registrationId.slice(-12)}` },
      ifMatch: requested.etag,
    });
  }

  private async journey(registrationId: string): Promise<void> {
    const { desk, homeAgency } = this.crew;
    const planned = await desk.post<Thing>(
      'plan departure',
      `/v1/registrations/${registrationId}/departure`,
      {
        body: {
          carrier: 'Contoh Air',
          serviceNumber: 'CT 601',
          from: 'Phnom Penh',
          to: 'Medan',
          route: ['IDN'],
          scheduledAt: ago(LEFT_AGO_MIN),
        },
      },
    );
    const departure = `/v1/departures/${planned.body.id}`;
    const cleared = await desk.post('clear to travel', `${departure}/clearance`, { ifMatch: planned.etag });
    const left = { body: { at: ago(LEFT_AGO_MIN) } };
    const boarded = await desk.post('board', `${departure}/boarding`, { ...left, ifMatch: cleared.etag });
    const departed = await desk.post('depart', `${departure}/departure`, { ...left, ifMatch: boarded.etag });
    this.tally.reach('departed');
    await homeAgency.post('arrive', `${departure}/arrival`, { ifMatch: departed.etag });
    this.tally.reach('arrived');
  }
}
