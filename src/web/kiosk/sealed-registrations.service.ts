import { Injectable } from '@nestjs/common';
import type { Caller } from '../../platform/auth/caller.js';
import { onlyPost } from '../../platform/auth/caller.js';
import { SealBroken } from '../../platform/crypto/sealing.js';
import { SealedBox } from '../../platform/crypto/sealed-box.js';
import type { FieldFault } from '../../platform/problems/problem.js';
import { invalid, Problem } from '../../platform/problems/problem.js';
import { PostsService } from '../../posts/posts.service.js';
import { DeviceIntakeService } from '../../registrations/intake/device-intake.service.js';
import type { Answers } from '../register/answers.js';
import { asChildOrAdult, isAskedForGuardian } from '../register/child.js';
import { RegisterPlaces, type RegisterPlace } from '../register/register-place.js';
import { questionErrors, toRequest } from '../register/report-faults.js';
import { reportOf } from '../register/report.js';
import { REPORTED } from '../register/register-step.js';
import { readBoxed } from './boxed-registration.js';
import type { SealedRegistrationResponse } from './sealed-registrations.dto.js';

/** Takes in what a kiosk kept while it had no network: opened here, checked as every registration is, counted once. */
@Injectable()
export class SealedRegistrationsService {
  constructor(
    private readonly sealedBox: SealedBox,
    private readonly posts: PostsService,
    private readonly places: RegisterPlaces,
    private readonly intake: DeviceIntakeService,
  ) {}

  /**
   * The key counts whichever device sends it: a kiosk that is enrolled again keeps what it had.
   * @throws Problem `box-unreadable`, `invalid-input` with the questions' faults (422), `already-registered` (409)
   */
  async receive(caller: Caller, key: string, box: string): Promise<SealedRegistrationResponse> {
    const { code } = await this.posts.byId(onlyPost(caller));
    const { answers, receipt, group, guardian } = readBoxed(this.opened(key, box), code);
    const place = await this.places.of(caller, 'kiosk');
    const faults = this.faults(answers, place);
    if (faults.length > 0) throw invalid(...faults);
    const year = this.places.year(place, answers.post);
    const request = toRequest(reportOf(asChildOrAdult(answers, year)));
    const adult = isAskedForGuardian(answers, year) ? guardian : undefined;
    const together = group === undefined ? undefined : { groupId: group, guardianSecret: adult };
    // what was sent, not what we make of it: that changes with the year and with each version of ours
    const idempotent = { key, scope: 'sealed registration', body: { box } };
    const { reference, receivedAt } = await this.intake.register(
      caller,
      request,
      idempotent,
      receipt,
      together,
    );
    return { reference, receivedAt };
  }

  private opened(key: string, box: string): unknown {
    try {
      return JSON.parse(this.sealedBox.open(key, Buffer.from(box, 'base64url')).toString());
    } catch (error) {
      if (error instanceof SealBroken || error instanceof SyntaxError)
        throw new Problem('invalid', 'box-unreadable');
      throw error;
    }
  }

  private faults(answers: Answers, place: RegisterPlace): FieldFault[] {
    const today = this.places.today(place, answers.post);
    return REPORTED.filter((step) => step !== 'post').flatMap((step) =>
      questionErrors(step, answers, today).map(({ field, code }) => ({
        pointer: `/answers/${step}/${field}`,
        code,
      })),
    );
  }
}
