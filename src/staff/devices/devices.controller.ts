import { Body, Controller, Delete, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Throttle } from '@nestjs/throttler';
import { Allow, AllowEveryone } from '../../platform/auth/allow.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Answers } from '../../platform/http/answers.js';
import { CurrentCaller } from '../../platform/http/current-caller.js';
import { TokensResponse } from '../access/sign-in.dto.js';
import { SignInService } from '../access/sign-in.service.js';
import { DeviceList, EnrolRequest, NewDeviceRequest, NewDeviceResponse } from './devices.dto.js';
import { DevicesService } from './devices.service.js';

@ApiTags('staff')
@Controller('v1/devices')
export class DevicesController {
  constructor(
    private readonly devices: DevicesService,
    private readonly signIn: SignInService,
  ) {}

  @Get()
  @Allow('administrator', 'supervisor')
  @Answers(200, DeviceList)
  list(@CurrentCaller() caller: Caller): Promise<DeviceList> {
    return this.devices.list(caller);
  }

  @Post()
  @Allow('administrator')
  @Answers(201, NewDeviceResponse)
  announce(@CurrentCaller() caller: Caller, @Body() body: NewDeviceRequest): Promise<NewDeviceResponse> {
    return this.devices.announce(caller, body);
  }

  /** A kiosk or a board enrols itself with the code that an administrator was shown. */
  @Post('enrolments')
  @AllowEveryone()
  @Throttle({ default: { limit: 20, ttl: 60_000 } })
  @Answers(201, TokensResponse)
  enrol(@CurrentCaller() caller: Caller, @Body() { code }: EnrolRequest): Promise<TokensResponse> {
    return this.signIn.enrolDevice(caller, code);
  }

  /** Takes a device out at once: what it shows ends within seconds. */
  @Delete(':id')
  @Allow('administrator', 'supervisor')
  @Answers(204)
  revoke(@CurrentCaller() caller: Caller, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.devices.revoke(caller, id);
  }
}
