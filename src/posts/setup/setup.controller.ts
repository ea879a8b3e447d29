import { Body, Controller, Delete, Get, Param, ParseUUIDPipe, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../../platform/auth/allow.js';
import type { Caller } from '../../platform/auth/caller.js';
import { AnswersTagged, Versioned } from '../../platform/http/answers.js';
import { CurrentCaller } from '../../platform/http/current-caller.js';
import { ExpectedVersion } from '../../platform/http/entity-tag.js';
import {
  HolidayPath,
  HolidayRequest,
  OpeningHoursRequest,
  PostFactsRequest,
  ServicePath,
  ServiceRequest,
  SetupChangedResponse,
  SetupChangeQuery,
  SetupResponse,
} from './setup.dto.js';
import { SetupReader } from './setup-reader.js';
import { SetupService } from './setup.service.js';

@ApiTags('posts')
@Controller('v1/posts/:id')
export class SetupController {
  constructor(
    private readonly setup: SetupService,
    private readonly reader: SetupReader,
  ) {}

  /** How a post of the caller's works: facts, hours, holidays, counters and services, with what is over. */
  @Get('setup')
  @Allow('officer', 'protection', 'approver', 'supervisor', 'auditor', 'administrator')
  @AnswersTagged(200, SetupResponse)
  read(@CurrentCaller() caller: Caller, @Param('id', ParseUUIDPipe) id: string): Promise<SetupResponse> {
    return this.reader.read(caller, id);
  }

  /** What the post is called, its telephone, its time zone, and what its host country asks for. */
  @Put('facts')
  @Allow('supervisor', 'administrator')
  @Versioned()
  @AnswersTagged(200, SetupChangedResponse)
  changeFacts(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) postId: string,
    @ExpectedVersion() version: number,
    @Query() query: SetupChangeQuery,
    @Body() body: PostFactsRequest,
  ): Promise<SetupChangedResponse> {
    return this.setup.changeFacts({ caller, postId, version, ...query }, body);
  }

  /** The opening hours of a whole week. */
  @Put('opening-hours')
  @Allow('supervisor', 'administrator')
  @Versioned()
  @AnswersTagged(200, SetupChangedResponse)
  changeHours(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) postId: string,
    @ExpectedVersion() version: number,
    @Query() query: SetupChangeQuery,
    @Body() body: OpeningHoursRequest,
  ): Promise<SetupChangedResponse> {
    return this.setup.changeHours({ caller, postId, version, ...query }, body);
  }

  /** The post is closed on a day to come. */
  @Put('holidays/:day')
  @Allow('supervisor', 'administrator')
  @Versioned()
  @AnswersTagged(200, SetupChangedResponse)
  setHoliday(
    @CurrentCaller() caller: Caller,
    @Param() { id: postId, day }: HolidayPath,
    @ExpectedVersion() version: number,
    @Query() query: SetupChangeQuery,
    @Body() body: HolidayRequest,
  ): Promise<SetupChangedResponse> {
    return this.setup.setHoliday({ caller, postId, version, ...query }, day, body);
  }

  /** The post works on that day after all; holidays that are over stay on record. */
  @Delete('holidays/:day')
  @Allow('supervisor', 'administrator')
  @Versioned()
  @AnswersTagged(200, SetupChangedResponse)
  removeHoliday(
    @CurrentCaller() caller: Caller,
    @Param() { id: postId, day }: HolidayPath,
    @ExpectedVersion() version: number,
    @Query() query: SetupChangeQuery,
  ): Promise<SetupChangedResponse> {
    return this.setup.removeHoliday({ caller, postId, version, ...query }, day);
  }

  /** How long a service takes, and whether people are booked for it. */
  @Put('services/:code')
  @Allow('supervisor', 'administrator')
  @Versioned()
  @AnswersTagged(200, SetupChangedResponse)
  changeService(
    @CurrentCaller() caller: Caller,
    @Param() { id: postId, code }: ServicePath,
    @ExpectedVersion() version: number,
    @Query() query: SetupChangeQuery,
    @Body() body: ServiceRequest,
  ): Promise<SetupChangedResponse> {
    return this.setup.changeService({ caller, postId, version, ...query }, code, body);
  }
}
