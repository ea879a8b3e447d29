import { Body, Controller, Param, ParseUUIDPipe, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../../platform/auth/allow.js';
import type { Caller } from '../../platform/auth/caller.js';
import { AnswersTagged, Versioned } from '../../platform/http/answers.js';
import { CurrentCaller } from '../../platform/http/current-caller.js';
import { ExpectedVersion } from '../../platform/http/entity-tag.js';
import { CaseResponse, ContactChangeRequest } from '../registrations.dto.js';
import { ContactInPersonService } from './contact-in-person.service.js';

@ApiTags('registrations')
@Controller('v1/registrations/:id/contact')
export class ContactInPersonController {
  constructor(private readonly inPerson: ContactInPersonService) {}

  /** Changes how somebody is reached who stands at the counter. Never on the word of a relative. */
  @Patch()
  @Allow('officer', 'protection')
  @Versioned()
  @AnswersTagged(200, CaseResponse)
  change(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() body: ContactChangeRequest,
  ): Promise<CaseResponse> {
    return this.inPerson.change(caller, id, version, body);
  }
}
