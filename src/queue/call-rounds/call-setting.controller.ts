import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../../platform/auth/allow.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Answers, AnswersTagged, Versioned } from '../../platform/http/answers.js';
import { CurrentCaller } from '../../platform/http/current-caller.js';
import { ExpectedVersion } from '../../platform/http/entity-tag.js';
import { CallSettingRequest, CallSettingResponse, CallPlanResponse } from './call-setting.dto.js';
import { CallSettings } from './call-settings.service.js';

@ApiTags('appointments')
@Controller('v1/call-forward')
@Allow('supervisor')
export class CallSettingController {
  constructor(private readonly settings: CallSettings) {}

  /** How the post calls people: by the plan or by hand. */
  @Get()
  @AnswersTagged(200, CallSettingResponse)
  read(@CurrentCaller() caller: Caller): Promise<CallSettingResponse> {
    return this.settings.read(caller);
  }

  /** Switches the plan on or off. People who were called stay called. */
  @Put()
  @Versioned()
  @AnswersTagged(200, CallSettingResponse)
  change(
    @CurrentCaller() caller: Caller,
    @ExpectedVersion() version: number,
    @Body() body: CallSettingRequest,
  ): Promise<CallSettingResponse> {
    return this.settings.change(caller, version, body);
  }

  /** What the plan sees at this moment, in numbers, also where it is off. */
  @Get('plan')
  @Answers(200, CallPlanResponse)
  plan(@CurrentCaller() caller: Caller): Promise<CallPlanResponse> {
    return this.settings.plan(caller);
  }
}
