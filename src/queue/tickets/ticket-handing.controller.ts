import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../../platform/auth/allow.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Answers, AnswersTagged, Versioned } from '../../platform/http/answers.js';
import { CurrentCaller } from '../../platform/http/current-caller.js';
import { ExpectedVersion } from '../../platform/http/entity-tag.js';
import { HeldTickets } from '../skills/held-tickets.service.js';
import { HeldTicketList } from '../skills/skills.dto.js';
import { TransferChoices } from '../transfers/transfer-choices.js';
import { TransferNotes } from '../transfers/transfer-notes.js';
import { TransferChoicesResponse, TransferNoteList, TransferRequest } from '../transfers/transfers.dto.js';
import { TransfersService } from '../transfers/transfers.service.js';
import { UndoService } from '../undo/undo.service.js';
import { TicketResponse } from './tickets.dto.js';

const TicketId = () => Param('id', ParseUUIDPipe);

/** Who of those at a counter goes to whom else, and what was done by mistake. */
@ApiTags('queue')
@Controller('v1/tickets')
export class TicketHandingController {
  constructor(
    private readonly transfers: TransfersService,
    private readonly choices: TransferChoices,
    private readonly notes: TransferNotes,
    private readonly undoing: UndoService,
    private readonly held: HeldTickets,
  ) {}

  /** People who wait longer than their place says, because whoever could call them lacks a skill. */
  @Get('held')
  @Allow('supervisor')
  @Answers(200, HeldTicketList)
  heldUp(@CurrentCaller() caller: Caller): Promise<HeldTicketList> {
    return this.held.list(caller);
  }

  /** To whom the caller can hand somebody over at this moment. */
  @Get('transfer-choices')
  @Allow('officer')
  @Answers(200, TransferChoicesResponse)
  transferChoices(@CurrentCaller() caller: Caller): Promise<TransferChoicesResponse> {
    return this.choices.of(caller);
  }

  /** Hands the person over to another counter, service or skill. They keep their place. */
  @Post(':id/transfer')
  @Allow('officer', 'supervisor')
  @Versioned()
  @AnswersTagged(200, TicketResponse)
  transfer(
    @CurrentCaller() caller: Caller,
    @TicketId() id: string,
    @ExpectedVersion() version: number,
    @Body() body: TransferRequest,
  ): Promise<TicketResponse> {
    return this.transfers.transfer(caller, id, version, body);
  }

  /** What officers wrote who handed the person over, for whoever has them at their counter. Reading it is on record. */
  @Get(':id/notes')
  @Allow('officer')
  @Answers(200, TransferNoteList)
  readNotes(@CurrentCaller() caller: Caller, @TicketId() id: string): Promise<TransferNoteList> {
    return this.notes.read(caller, id);
  }

  /** Takes back finish, park, missed or transfer: by the same officer, within 15 seconds, while nothing else happened. */
  @Post(':id/undo')
  @Allow('officer', 'supervisor')
  @Versioned()
  @AnswersTagged(200, TicketResponse)
  undo(
    @CurrentCaller() caller: Caller,
    @TicketId() id: string,
    @ExpectedVersion() version: number,
  ): Promise<TicketResponse> {
    return this.undoing.undo(caller, id, version);
  }

  /** Lets any counter call somebody who waits for a skill. */
  @Post(':id/release')
  @Allow('supervisor')
  @Versioned()
  @AnswersTagged(200, TicketResponse)
  release(
    @CurrentCaller() caller: Caller,
    @TicketId() id: string,
    @ExpectedVersion() version: number,
  ): Promise<TicketResponse> {
    return this.held.release(caller, id, version);
  }
}
