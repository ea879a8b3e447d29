import { Injectable } from '@nestjs/common';
import { AppointmentDesk } from '../../../../appointments/appointment-desk.service.js';
import { AppointmentReader } from '../../../../appointments/appointment-reader.js';
import { AppointmentRequest } from '../../../../appointments/appointments.dto.js';
import { SlotReader } from '../../../../appointments/slots/slot-reader.js';
import type { Caller } from '../../../../platform/auth/caller.js';
import { requestOf } from '../../../forms/request-of.js';
import { unlessNone } from '../../../../platform/problems/unless-none.js';
import { roleMay } from '../who-may.js';
import type { CaseSection, SentAct } from '../case-section.js';

const SLOTS_SHOWN = 30;

/** When the person is to come. */
@Injectable()
export class AppointmentSectionOfCase implements CaseSection<'appointment'> {
  readonly name = 'appointment';
  readonly acts = {
    'appointment-book': ({ caller, registrationId, fields, once }: SentAct) =>
      this.desk.book(caller, registrationId, requestOf(AppointmentRequest, fields), once),
    'appointment-cancel': ({ caller, subject, version }: SentAct) =>
      this.desk.cancel(caller, subject, version),
  };

  constructor(
    private readonly desk: AppointmentDesk,
    private readonly reader: AppointmentReader,
    private readonly slots: SlotReader,
  ) {}

  async read(caller: Caller, registrationId: string) {
    const live = await unlessNone(this.reader.read(caller, registrationId));
    if (!live) {
      const { items } = roleMay(caller.role, 'appointment-book')
        ? await this.slots.list(caller, { limit: SLOTS_SHOWN })
        : { items: [] };
      const free = items.filter((slot) => slot.free > 0);
      return { section: { booked: null, slots: free }, offers: ['appointment-book' as const] };
    }
    const { id, service, startsAt, status, calledForwardAt, returnAt, version } = live;
    const section = {
      booked: { id, service, startsAt, status, calledForwardAt, returnAt, version },
      slots: [],
    };
    return { section, offers: status === 'booked' ? (['appointment-cancel'] as const) : [] };
  }
}
