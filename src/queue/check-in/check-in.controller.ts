import { applyDecorators, Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiExtraModels, ApiResponse, ApiTags, getSchemaPath } from '@nestjs/swagger';
import { Allow } from '../../platform/auth/allow.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Idempotent } from '../../platform/http/answers.js';
import { CurrentCaller } from '../../platform/http/current-caller.js';
import { IdempotencyKey, type IdempotentRequest } from '../../platform/idempotency/idempotency-key.js';
import { OwnTicketResponse } from '../tickets/own-ticket.dto.js';
import { TicketResponse } from '../tickets/tickets.dto.js';
import { CheckInRequest } from './check-in.dto.js';
import { KioskCheckIn } from './kiosk-check-in.service.js';
import { OfficerCheckIn } from './officer-check-in.service.js';

/** Officers are answered a ticket, kiosks what the person may see of it. */
const AnswersByRole = () =>
  applyDecorators(
    HttpCode(201),
    ApiExtraModels(TicketResponse, OwnTicketResponse),
    ApiResponse({
      status: 201,
      description:
        'The number, new or the one that the person has: in full for officers, for kiosks without the case.',
      content: {
        'application/json': {
          schema: {
            oneOf: [TicketResponse, OwnTicketResponse].map((type) => ({ $ref: getSchemaPath(type) })),
          },
        },
      },
    }),
  );

@ApiTags('queue')
@Controller('v1/check-ins')
export class CheckInController {
  constructor(
    private readonly byKiosk: KioskCheckIn,
    private readonly byOfficer: OfficerCheckIn,
  ) {}

  /** Takes a person into the hall and gives them a number. */
  @Post()
  @Allow('kiosk', 'officer')
  @Idempotent()
  @AnswersByRole()
  enter(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() idempotent: IdempotentRequest,
    @Body() body: CheckInRequest,
  ): Promise<TicketResponse | OwnTicketResponse> {
    return caller.role === 'kiosk'
      ? this.byKiosk.enter(caller, body, idempotent)
      : this.byOfficer.enter(caller, body, idempotent);
  }
}
