import { Body, Controller, Delete, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../../platform/auth/allow.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Answers } from '../../platform/http/answers.js';
import { CurrentCaller } from '../../platform/http/current-caller.js';
import { ClientList, NewClientRequest, NewClientResponse } from './clients.dto.js';
import { ClientsService } from './clients.service.js';

@ApiTags('staff')
@Controller('v1/clients')
export class ClientsController {
  constructor(private readonly clients: ClientsService) {}

  @Get()
  @Allow('administrator')
  @Answers(200, ClientList)
  list(@CurrentCaller() caller: Caller): Promise<ClientList> {
    return this.clients.list(caller);
  }

  @Post()
  @Allow('administrator')
  @Answers(201, NewClientResponse)
  admit(@CurrentCaller() caller: Caller, @Body() body: NewClientRequest): Promise<NewClientResponse> {
    return this.clients.admit(caller, body);
  }

  @Delete(':id')
  @Allow('administrator')
  @Answers(204)
  shutOut(@CurrentCaller() caller: Caller, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.clients.shutOut(caller, id);
  }
}
