import { Injectable } from '@nestjs/common';
import type { Caller } from '../../platform/auth/caller.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import type { IdempotentRequest } from '../../platform/idempotency/idempotency-key.js';
import { newId } from '../../platform/ids.js';
import { invalid } from '../../platform/problems/problem.js';
import { PostChoice } from '../../posts/post-choice.js';
import type { DeviceReceipt } from './device-receipt.js';
import type { RegistrationReceipt, RegistrationRequest } from './intake.dto.js';
import { type GroupPlace, IntakeRecords, receivedAt } from './intake-records.js';
import { intakeFaults } from './intake-rules.js';

/** Takes in one person, once for each idempotency key. */
@Injectable()
export class IntakeService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly records: IntakeRecords,
    private readonly posts: PostChoice,
  ) {}

  /**
   * @param issued what a device printed already; see DeviceIntakeService
   * @param group that of those who registered at the same device, and the adult of a child
   * @throws Problem `invalid-input`, `not-allowed` (another post's device or officer), `idempotency-key-reused`
   */
  async register(
    caller: Caller,
    request: RegistrationRequest,
    idempotent: IdempotentRequest,
    issued?: DeviceReceipt,
    group?: Omit<GroupPlace, 'registrationId'>,
  ): Promise<RegistrationReceipt> {
    const post = await this.posts.named(caller, request.post, '/post');
    const faults = intakeFaults(request, this.records.today(post));
    if (faults.length > 0) throw invalid(...faults);
    const place = group && { registrationId: newId(), ...group };
    const { receipt, send } = this.records.prepare(caller, post, request, place, issued);
    return this.idempotency.onceAhead([post.id], idempotent, { known: receipt, answer: receivedAt, send });
  }
}
