import type { INestApplicationContext } from '@nestjs/common';
import { type Caller, systemCaller } from '../../platform/auth/caller.js';
import { ClientsService } from '../../staff/clients/clients.service.js';
import { DevicesService } from '../../staff/devices/devices.service.js';
import { type DemonstrationAccount, giveAccounts } from './demonstration-accounts.js';

/** Everything a newcomer needs to look around, generated and shown once. */
export interface DemonstrationCredentials {
  accounts: DemonstrationAccount[];
  kioskCode: string;
  boardCode: string;
  clientSecret: string;
}

/**
 * One account per role, a kiosk, a board and an API client. Given again, they get new passwords, codes and secrets;
 * devices that are enrolled go on working.
 */
export async function seedStaff(
  app: INestApplicationContext,
  postId: string,
): Promise<DemonstrationCredentials> {
  const caller = systemCaller(postId, 'demonstration');
  return {
    accounts: await giveAccounts(app, caller),
    kioskCode: await announce(app, caller, 'kiosk', 'Kiosk in the hall'),
    boardCode: await announce(app, caller, 'board', 'Board in the hall'),
    clientSecret: await admit(app, caller, 'Demonstration client'),
  };
}

async function announce(
  app: INestApplicationContext,
  caller: Caller,
  kind: 'kiosk' | 'board',
  name: string,
): Promise<string> {
  const devices = app.get(DevicesService);
  const { items } = await devices.list(caller);
  for (const left of items)
    if (left.kind === kind && !left.enrolledAt && !left.revoked) await devices.revoke(caller, left.id);
  const { enrolmentCode } = await devices.announce(caller, { kind, name: unused(name, items) });
  return enrolmentCode;
}

async function admit(app: INestApplicationContext, caller: Caller, name: string): Promise<string> {
  const clients = app.get(ClientsService);
  const { items } = await clients.list(caller);
  for (const earlier of items)
    if (earlier.active && earlier.name.startsWith(name)) await clients.shutOut(caller, earlier.id);
  const { secret } = await clients.admit(caller, { name: unused(name, items) });
  return secret;
}

/** The name, numbered where it was used before: names are used once in a post. */
function unused(name: string, items: readonly { name: string }[]): string {
  const before = items.filter((item) => item.name.startsWith(name)).length;
  return before === 0 ? name : `${name} ${before + 1}`;
}
