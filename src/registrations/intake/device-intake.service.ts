import { Injectable } from '@nestjs/common';
import type { Caller } from '../../platform/auth/caller.js';
import { Keyring } from '../../platform/crypto/keyring.js';
import { Database } from '../../platform/database/database.js';
import { violatedConstraint } from '../../platform/database/violated-constraint.js';
import type { IdempotentRequest } from '../../platform/idempotency/idempotency-key.js';
import { invalid } from '../../platform/problems/problem.js';
import { refusedBy } from '../../platform/problems/refused-by.js';
import { accessIndexes } from './access-credentials.js';
import { type DeviceReceipt, isNumberOf } from './device-receipt.js';
import type { RegistrationReceipt, RegistrationRequest } from './intake.dto.js';
import { IntakeService } from './intake.service.js';

/** Those who registered at the device together. */
export interface Together {
  /** The name that their cases share. */
  groupId: string;
  /** Of a child: the access secret of the adult whom it is with. */
  guardianSecret?: string;
}

const GUARDIAN_SQL =
  'SELECT id FROM registration WHERE access_secret_index = $1 AND group_id = $2 AND guardian_id IS NULL';

/** Takes in a person whom a device registered while it could not reach us, under the number and codes that it printed. */
@Injectable()
export class DeviceIntakeService {
  constructor(
    private readonly intake: IntakeService,
    private readonly database: Database,
    private readonly keyring: Keyring,
  ) {}

  /**
   * @returns the receipt; its reference is another one where the printed number was taken
   * @throws Problem as {@link IntakeService.register}, and `already-registered` (409) for a secret that was used before
   */
  async register(
    caller: Caller,
    request: RegistrationRequest,
    idempotent: IdempotentRequest,
    printed: DeviceReceipt,
    together?: Together,
  ): Promise<RegistrationReceipt> {
    if (printed.reference !== undefined && !isNumberOf(request.post, printed.reference))
      throw invalid({ pointer: '/receipt/reference', code: 'wrong-format' });
    const group = together && {
      groupId: together.groupId,
      guardianId: await this.guardian(caller, together),
    };
    const register = (receipt: DeviceReceipt) =>
      this.intake
        .register(caller, request, idempotent, receipt, group)
        .catch(refusedBy({ registration_secret_once: 'already-registered' }));
    try {
      return await register(printed);
    } catch (error) {
      if (violatedConstraint(error) !== 'registration_reference_once' || printed.reference === undefined)
        throw error;
      const { accessCode, accessSecret } = printed;
      return register({ accessCode, accessSecret });
    }
  }

  /** An adult whose registration has not arrived yet is not waited for: that they came together is known all the same. */
  private async guardian(caller: Caller, { groupId, guardianSecret }: Together): Promise<string | null> {
    if (guardianSecret === undefined) return null;
    const rows = await this.database.transaction(caller.posts, (tx) =>
      tx.query<{ id: string }[]>(GUARDIAN_SQL, [accessIndexes(this.keyring).secret(guardianSecret), groupId]),
    );
    return rows[0]?.id ?? null;
  }
}
