import { Body, Controller, Param, ParseUUIDPipe, Patch, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../platform/auth/allow.js';
import type { Caller } from '../platform/auth/caller.js';
import { Answers, AnswersTagged, Versioned } from '../platform/http/answers.js';
import { CurrentCaller } from '../platform/http/current-caller.js';
import { ExpectedVersion } from '../platform/http/entity-tag.js';
import { OwnContactService } from './access/own-contact.service.js';
import { OwnDetailsService } from './access/own-details.service.js';
import { OwnPapersService } from './access/own-papers.service.js';
import { HelpWords } from './duress/help-words.service.js';
import { PapersRequest } from './intake/intake.dto.js';
import { ContactInPersonService } from './contact/contact-in-person.service.js';
import {
  CaseResponse,
  ContactChangeRequest,
  HelpWordRequest,
  HomeChangeRequest,
  NeedsChangeRequest,
  OwnRegistrationResponse,
} from './registrations.dto.js';

@ApiTags('registrations')
@Controller('v1/registrations')
export class ChangesController {
  constructor(
    private readonly ownContact: OwnContactService,
    private readonly details: OwnDetailsService,
    private readonly papers: OwnPapersService,
    private readonly inPerson: ContactInPersonService,
    private readonly helpWords: HelpWords,
  ) {}

  /** Changes how the person can be reached. Only they can do it. */
  @Patch('own/contact')
  @Allow('person')
  @Versioned()
  @AnswersTagged(200, OwnRegistrationResponse)
  changeOwnContact(
    @CurrentCaller() caller: Caller,
    @ExpectedVersion() version: number,
    @Body() body: ContactChangeRequest,
  ): Promise<OwnRegistrationResponse> {
    return this.ownContact.change(caller, version, body);
  }

  /** Changes what the person told of their home and family. */
  @Put('own/home')
  @Allow('person')
  @Versioned()
  @AnswersTagged(200, OwnRegistrationResponse)
  changeHome(
    @CurrentCaller() caller: Caller,
    @ExpectedVersion() version: number,
    @Body() body: HomeChangeRequest,
  ): Promise<OwnRegistrationResponse> {
    return this.details.changeHome(caller, version, body);
  }

  /** Adds papers that the person had not told of. What was told before stays; nobody has seen what is added. */
  @Patch('own/papers')
  @Allow('person')
  @Versioned()
  @AnswersTagged(200, OwnRegistrationResponse)
  addPapers(
    @CurrentCaller() caller: Caller,
    @ExpectedVersion() version: number,
    @Body() body: PapersRequest,
  ): Promise<OwnRegistrationResponse> {
    return this.papers.add(caller, version, body);
  }

  /** Changes what the person needs; the priority follows. */
  @Put('own/needs')
  @Allow('person')
  @Versioned()
  @AnswersTagged(200, OwnRegistrationResponse)
  changeNeeds(
    @CurrentCaller() caller: Caller,
    @ExpectedVersion() version: number,
    @Body() { needs }: NeedsChangeRequest,
  ): Promise<OwnRegistrationResponse> {
    return this.details.changeNeeds(caller, version, needs);
  }

  /** Chooses the help word, or another one. It is never shown, nor whether there is one. */
  @Put('own/help-word')
  @Allow('person')
  @Answers(204)
  chooseHelpWord(@CurrentCaller() caller: Caller, @Body() { helpWord }: HelpWordRequest): Promise<void> {
    return this.helpWords.choose(caller, helpWord);
  }

  /** Changes how somebody is reached who stands at the counter. Never on the word of a relative. */
  @Patch(':id/contact')
  @Allow('officer', 'protection')
  @Versioned()
  @AnswersTagged(200, CaseResponse)
  changeContact(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() body: ContactChangeRequest,
  ): Promise<CaseResponse> {
    return this.inPerson.change(caller, id, version, body);
  }
}
