import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../../platform/auth/allow.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Answers } from '../../platform/http/answers.js';
import { CurrentCaller } from '../../platform/http/current-caller.js';
import { DocumentFeeRequest, DocumentSettingsResponse } from './settings.dto.js';
import { DocumentSettings } from './settings.service.js';

@ApiTags('travel documents')
@Controller('v1/document-settings')
export class DocumentSettingsController {
  constructor(private readonly settings: DocumentSettings) {}

  @Get()
  @Allow('officer', 'approver', 'supervisor')
  @Answers(200, DocumentSettingsResponse)
  read(@CurrentCaller() caller: Caller): Promise<DocumentSettingsResponse> {
    return this.settings.read(caller);
  }

  /** What documents cost from now on, where the fee is not waived. */
  @Put('fee')
  @Allow('supervisor')
  @Answers(200, DocumentSettingsResponse)
  setFee(
    @CurrentCaller() caller: Caller,
    @Body() body: DocumentFeeRequest,
  ): Promise<DocumentSettingsResponse> {
    return this.settings.setFee(caller, body);
  }
}
