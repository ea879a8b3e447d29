import { Injectable } from '@nestjs/common';
import type { Caller } from '../../platform/auth/caller.js';
import { violatedConstraint } from '../../platform/database/violated-constraint.js';
import type { IdempotentRequest } from '../../platform/idempotency/idempotency-key.js';
import { invalid, Problem } from '../../platform/problems/problem.js';
import { type DeviceReceipt, isNumberOf } from './device-receipt.js';
import type { RegistrationReceipt, RegistrationRequest } from './intake.dto.js';
import { IntakeService } from './intake.service.js';

/** Takes in a person whom a device registered while it could not reach us, under the number and codes that it printed. */
@Injectable()
export class DeviceIntakeService {
  constructor(private readonly intake: IntakeService) {}

  /**
   * @param groupId the name that the cases of those who registered there together share
   * @returns the receipt; its reference is another one where the printed number was taken
   * @throws Problem as {@link IntakeService.register}, and `already-registered` (409) for a secret that was used before
   */
  async register(
    caller: Caller,
    request: RegistrationRequest,
    idempotent: IdempotentRequest,
    printed: DeviceReceipt,
    groupId?: string,
  ): Promise<RegistrationReceipt> {
    if (printed.reference !== undefined && !isNumberOf(request.post, printed.reference))
      throw invalid({ pointer: '/receipt/reference', code: 'wrong-format' });
    try {
      return await this.intake.register(caller, request, idempotent, printed, groupId);
    } catch (error) {
      const violated = violatedConstraint(error);
      if (violated === 'registration_secret_once') throw new Problem('conflict', 'already-registered');
      if (violated !== 'registration_reference_once' || printed.reference === undefined) throw error;
      const { accessCode, accessSecret } = printed;
      return this.intake.register(caller, request, idempotent, { accessCode, accessSecret }, groupId);
    }
  }
}
