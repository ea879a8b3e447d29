import { Injectable } from '@nestjs/common';
import type { Caller } from '../../platform/auth/caller.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import type { IdempotentRequest } from '../../platform/idempotency/idempotency-key.js';
import { newId } from '../../platform/ids.js';
import { invalid } from '../../platform/problems/problem.js';
import { PostChoice } from '../../posts/post-choice.js';
import type { RegistrationReceipt } from '../intake/intake.dto.js';
import { IntakeRecords } from '../intake/intake-records.js';
import { intakeFaults } from '../intake/intake-rules.js';
import { groupFaults } from './group-rules.js';
import type { RegistrationGroupReceipt, RegistrationGroupRequest } from './groups.dto.js';

/** Takes in people who report together: all of them or nobody, once for each idempotency key. */
@Injectable()
export class GroupsService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly records: IntakeRecords,
    private readonly posts: PostChoice,
  ) {}

  /** @throws Problem `invalid-input`, `not-allowed` (another post's device or officer), `idempotency-key-reused` */
  async register(
    caller: Caller,
    { members }: RegistrationGroupRequest,
    idempotent: IdempotentRequest,
  ): Promise<RegistrationGroupReceipt> {
    if (members.length === 0) throw invalid({ pointer: '/members', code: 'group-of-one' });
    const post = await this.posts.named(caller, members[0]!.post, '/members/0/post');
    const today = this.records.today(post);
    const faults = [
      ...groupFaults(members, Number(today.slice(0, 4))),
      ...members.flatMap((member, index) =>
        intakeFaults(member, today).map((fault) => ({
          ...fault,
          pointer: `/members/${index}${fault.pointer}`,
        })),
      ),
    ];
    if (faults.length > 0) throw invalid(...faults);
    return this.idempotency.transaction([post.id], idempotent, async (tx) => {
      const groupId = newId();
      const ids = members.map(() => newId());
      const receipts: RegistrationReceipt[] = [];
      for (const [index, member] of members.entries()) {
        const guardianId = member.guardian === undefined ? null : ids[member.guardian]!;
        const place = { registrationId: ids[index]!, groupId, guardianId };
        receipts.push(await this.records.write(tx, caller, post, member, place));
      }
      return { id: groupId, members: receipts };
    });
  }
}
