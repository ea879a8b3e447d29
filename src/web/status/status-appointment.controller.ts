import { Body, Get, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { AppointmentReader } from '../../appointments/appointment-reader.js';
import { ChosenTimeRequest } from '../../appointments/own/own-appointment.dto.js';
import { OwnAppointmentService } from '../../appointments/own/own-appointment.service.js';
import { OwnCalendar } from '../../appointments/own/own-calendar.service.js';
import { Allow } from '../../platform/auth/allow.js';
import { newId } from '../../platform/ids.js';
import { Problem } from '../../platform/problems/problem.js';
import { unlessNone } from '../../platform/problems/unless-none.js';
import { errorsThrown, type FormBody } from '../forms/check-form.js';
import { onceOf } from '../forms/once-of.js';
import { requestOf } from '../forms/request-of.js';
import { PageController } from '../frame/page-controller.js';
import { Pages } from '../frame/pages.js';
import { CurrentVisit, type GuardedVisit } from '../frame/visit.js';
import { paths } from '../paths.js';
import { ChosenTimeForm, EarlierForm, VersionForm } from './status-forms.js';
import type { StatusAppointmentPage } from './status.view.js';

/** A person's own appointment: another time, an earlier one, none, or in a calendar. */
@PageController()
@Allow('person')
export class StatusAppointmentController {
  constructor(
    private readonly pages: Pages,
    private readonly reader: AppointmentReader,
    private readonly own: OwnAppointmentService,
    private readonly calendar: OwnCalendar,
  ) {}

  @Get(paths.statusAppointment)
  show(@CurrentVisit() visit: GuardedVisit) {
    return this.page(visit);
  }

  @Post(paths.statusAppointment)
  async choose(@CurrentVisit() visit: GuardedVisit, @Body() body: FormBody) {
    const { once, fields } = onceOf(visit, 'own-appointment', body);
    try {
      if (fields?.['version'] === undefined)
        await this.own.book(visit.caller, requestOf(ChosenTimeRequest, fields), once);
      else {
        const { version, slotId } = requestOf(ChosenTimeForm, fields);
        await this.own.reschedule(visit.caller, version, { slotId });
      }
    } catch (error) {
      if (error instanceof Problem && error.code === 'slot-full')
        return this.page(visit, { taken: true }, 409);
      return this.page(visit, { errors: errorsThrown(error) }, 422);
    }
    return this.pages.goTo(visit, paths.statusSaved);
  }

  /** Asked once more: a press too much would cost them their time, and the children with them theirs. */
  @Get(paths.statusAppointmentCancel)
  async askWhetherToCancel(@CurrentVisit() visit: GuardedVisit) {
    const appointment = await this.appointment(visit);
    if (!appointment?.mayChange) return this.pages.goTo(visit, paths.statusAppointment);
    return this.pages.show(visit, 'status/appointment-cancel', { appointment });
  }

  @Post(paths.statusAppointmentCancel)
  async cancel(@CurrentVisit() visit: GuardedVisit, @Body() body: FormBody) {
    const { version } = requestOf(VersionForm, body);
    await this.own.cancel(visit.caller, version);
    return this.pages.goTo(visit, paths.statusAppointment);
  }

  @Post(paths.statusAppointmentEarlier)
  async earlier(@CurrentVisit() visit: GuardedVisit, @Body() body: FormBody) {
    const { version, wanted } = requestOf(EarlierForm, body);
    await this.own.wishEarlier(visit.caller, version, wanted === 'yes');
    return this.pages.goTo(visit, paths.statusAppointment);
  }

  @Get(paths.statusAppointmentFile)
  async file(@CurrentVisit() visit: GuardedVisit, @Res({ passthrough: true }) reply: FastifyReply) {
    const file = await this.calendar.file(visit.caller);
    void reply
      .type('text/calendar; charset=utf-8')
      .header('content-disposition', 'attachment; filename="appointment.ics"');
    return file;
  }

  /** @param said what was wrong with the time that was chosen, where something was */
  private async page(
    visit: GuardedVisit,
    said: Partial<Pick<StatusAppointmentPage, 'taken' | 'errors'>> = {},
    status = 200,
  ) {
    const appointment = await this.appointment(visit);
    const { items } = await this.own.choices(visit.caller);
    const taken = [appointment?.seatAt, appointment?.startsAt];
    const cancelled = !appointment && (await this.calendar.cancelled(visit.caller));
    const choices = items.filter(({ startsAt }) => !taken.includes(startsAt));
    return this.pages.show(
      visit,
      'status/appointment',
      { appointment, cancelled, choices, taken: false, errors: [], ...said, formKey: newId() },
      status,
    );
  }

  private async appointment({ caller }: GuardedVisit): Promise<StatusAppointmentPage['appointment']> {
    const booked = await unlessNone(this.reader.readOwn(caller));
    return (
      booked && {
        startsAt: booked.returnAt ?? booked.startsAt,
        seatAt: booked.startsAt,
        mayChange: booked.status === 'booked',
        wantsEarlier: booked.wantsEarlier,
        version: booked.version,
      }
    );
  }
}
