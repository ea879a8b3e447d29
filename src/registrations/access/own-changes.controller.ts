import { Body, Controller, Patch, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../../platform/auth/allow.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Answers, AnswersTagged, Versioned } from '../../platform/http/answers.js';
import { CurrentCaller } from '../../platform/http/current-caller.js';
import { ExpectedVersion } from '../../platform/http/entity-tag.js';
import { HelpWords } from '../duress/help-words.service.js';
import { PapersRequest } from '../intake/intake.dto.js';
import {
  ConsentsChangeRequest,
  ContactChangeRequest,
  HelpWordRequest,
  HomeChangeRequest,
  NeedsChangeRequest,
  OwnRegistrationResponse,
} from '../registrations.dto.js';
import { OwnConsentsService } from './own-consents.service.js';
import { OwnContactService } from './own-contact.service.js';
import { OwnDetailsService } from './own-details.service.js';
import { OwnPapersService } from './own-papers.service.js';

/** What a person changes of what they told. */
@ApiTags('registrations')
@Controller('v1/registrations/own')
export class OwnChangesController {
  constructor(
    private readonly contact: OwnContactService,
    private readonly details: OwnDetailsService,
    private readonly papers: OwnPapersService,
    private readonly consents: OwnConsentsService,
    private readonly helpWords: HelpWords,
  ) {}

  /** Changes how the person can be reached. Only they can do it. */
  @Patch('contact')
  @Allow('person')
  @Versioned()
  @AnswersTagged(200, OwnRegistrationResponse)
  changeContact(
    @CurrentCaller() caller: Caller,
    @ExpectedVersion() version: number,
    @Body() body: ContactChangeRequest,
  ): Promise<OwnRegistrationResponse> {
    return this.contact.change(caller, version, body);
  }

  /** Changes what the person told of their home and family. */
  @Put('home')
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
  @Patch('papers')
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
  @Put('needs')
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
  @Put('help-word')
  @Allow('person')
  @Answers(204)
  chooseHelpWord(@CurrentCaller() caller: Caller, @Body() { helpWord }: HelpWordRequest): Promise<void> {
    return this.helpWords.choose(caller, helpWord);
  }

  /** Changes what the person agrees to. What has been passed on before cannot be called back; nothing more is. */
  @Put('consents')
  @Allow('person')
  @Versioned()
  @AnswersTagged(200, OwnRegistrationResponse)
  changeConsents(
    @CurrentCaller() caller: Caller,
    @ExpectedVersion() version: number,
    @Body() { consents }: ConsentsChangeRequest,
  ): Promise<OwnRegistrationResponse> {
    return this.consents.change(caller, version, consents);
  }
}
