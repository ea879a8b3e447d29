import { Body, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Allow } from '../../../platform/auth/allow.js';
import { Environment } from '../../../platform/config/environment.js';
import { NewDeviceRequest } from '../../../staff/devices/devices.dto.js';
import { DevicesService } from '../../../staff/devices/devices.service.js';
import { checkForm, errorsThrown, type FormBody, typed } from '../../forms/check-form.js';
import { PageController } from '../../frame/page-controller.js';
import { Pages } from '../../frame/pages.js';
import { CurrentVisit, type GuardedVisit } from '../../frame/visit.js';
import { paths } from '../../paths.js';
import type { DevicesPage } from './devices.view.js';

type Moment = Partial<Pick<DevicesPage, 'values' | 'enrolment'>> & { errors?: DevicesPage['form']['errors'] };

/**
 * Kiosks and boards: announced here by administrators, enrolled at the device with a code that works once. Who runs the post
 * sees when each was there last, and takes it out.
 */
@PageController()
@Allow('administrator', 'supervisor')
export class DevicesPageController {
  constructor(
    private readonly pages: Pages,
    private readonly devices: DevicesService,
    private readonly environment: Environment,
  ) {}

  @Get(paths.devices)
  show(@CurrentVisit() visit: GuardedVisit) {
    return this.page(visit, {});
  }

  @Post(paths.devices)
  @Allow('administrator')
  async announce(@CurrentVisit() visit: GuardedVisit, @Body() body: FormBody) {
    const values = { kind: typed(body, 'kind'), name: typed(body, 'name') };
    const form = checkForm(NewDeviceRequest, body);
    if (!form.ok) return this.page(visit, { values, errors: form.errors }, 422);
    try {
      const { name, enrolmentCode: code } = await this.devices.announce(visit.caller, form.value);
      const address = new URL(paths.enrol, this.environment.PUBLIC_URL).href;
      return await this.page(visit, { enrolment: { name, address, code } }, 201);
    } catch (error) {
      return this.page(visit, { values, errors: errorsThrown(error) }, 422);
    }
  }

  @Post(paths.deviceAct(':id', 'revoke'))
  async revoke(@CurrentVisit() visit: GuardedVisit, @Param('id', ParseUUIDPipe) id: string) {
    await this.devices.revoke(visit.caller, id);
    return this.pages.goTo(visit, paths.devices);
  }

  private async page(visit: GuardedVisit, { errors = [], ...moment }: Moment, status = 200) {
    const { items } = await this.devices.list(visit.caller);
    const form = { action: paths.devices, hidden: [], errors };
    const mayAnnounce = visit.caller.role === 'administrator';
    const model = {
      devices: items,
      mayAnnounce,
      form,
      values: { kind: '', name: '' },
      enrolment: null,
      ...moment,
    };
    return this.pages.show(visit, 'console/devices', model, status);
  }
}
