import type { INestApplicationContext } from '@nestjs/common';
import { STAFF_ROLES, type StaffRole } from '../../platform/auth/roles.js';
import { systemCaller } from '../../platform/auth/caller.js';
import { randomText, WORDLESS } from '../../platform/crypto/secret-text.js';
import { AccountsService } from '../../staff/accounts/accounts.service.js';
import { ClientsService } from '../../staff/clients/clients.service.js';
import { DevicesService } from '../../staff/devices/devices.service.js';

/** Everything a newcomer needs to look around, generated and shown once. */
export interface DemonstrationCredentials {
  accounts: { username: string; password: string; role: StaffRole }[];
  kioskCode: string;
  boardCode: string;
  clientSecret: string;
}

/** One account per role (and a second officer, so that four eyes can be tried), a kiosk, a board and an API client. */
export async function seedStaff(
  app: INestApplicationContext,
  postId: string,
): Promise<DemonstrationCredentials> {
  const caller = systemCaller(postId, 'demonstration');
  const accounts = [
    ...STAFF_ROLES.map((role) => ({ username: role, role })),
    { username: 'officer2', role: 'officer' as const },
  ].map((account) => ({ ...account, password: randomText(WORDLESS, 16) }));
  await Promise.all(
    accounts.map(({ username, role, password }) =>
      app.get(AccountsService).create(caller, {
        username,
        displayName: `Demonstration ${username}`,
        role,
        password,
        posts: [postId],
      }),
    ),
  );
  const kiosk = await app.get(DevicesService).announce(caller, { kind: 'kiosk', name: 'Kiosk in the hall' });
  const board = await app.get(DevicesService).announce(caller, { kind: 'board', name: 'Board in the hall' });
  const client = await app.get(ClientsService).admit(caller, { name: 'Demonstration client' });
  return {
    accounts,
    kioskCode: kiosk.enrolmentCode,
    boardCode: board.enrolmentCode,
    clientSecret: client.secret,
  };
}
