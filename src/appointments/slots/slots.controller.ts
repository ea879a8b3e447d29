import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../../platform/auth/allow.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Answers } from '../../platform/http/answers.js';
import { CurrentCaller } from '../../platform/http/current-caller.js';
import { SlotReader } from './slot-reader.js';
import { SlotPage, SlotQuery } from './slots.dto.js';

@ApiTags('appointments')
@Controller('v1/slots')
export class SlotsController {
  constructor(private readonly reader: SlotReader) {}

  /** What can be booked when, with the seats that are still free. */
  @Get()
  @Allow('officer', 'supervisor')
  @Answers(200, SlotPage)
  list(@CurrentCaller() caller: Caller, @Query() query: SlotQuery): Promise<SlotPage> {
    return this.reader.list(caller, query);
  }
}
