import { OTHER_ROLES, type Role, STAFF_ROLES } from '../../src/platform/auth/roles.js';
import type { Service } from './service.js';

/** Every kind of caller, and none. */
export const CALLERS = [...STAFF_ROLES, ...OTHER_ROLES, 'everyone'] as const;
export type CallerKind = (typeof CALLERS)[number];

/** A token for each role of the demonstration post. */
export async function roleTokens(service: Service): Promise<Map<CallerKind, string>> {
  const { demonstration } = service;
  const receipt = await service.register();
  const credentials: Record<(typeof OTHER_ROLES)[number], [string, object]> = {
    person: ['/v1/registrations/access', { accessSecret: receipt.accessSecret }],
    kiosk: ['/v1/devices/enrolments', { code: demonstration.kioskCode }],
    board: ['/v1/devices/enrolments', { code: demonstration.boardCode }],
    client: ['/v1/sessions/client', { secret: demonstration.clientSecret }],
  };
  const signIn = async (role: Role): Promise<[Role, string]> => {
    const account = demonstration.accounts.find(({ username }) => username === role);
    const [path, body] = account
      ? ['/v1/sessions', { username: account.username, password: account.password }]
      : credentials[role as (typeof OTHER_ROLES)[number]];
    const answer = await service.everyone().post(path).send(body).expect(201);
    return [role, (answer.body as { accessToken: string }).accessToken];
  };
  return new Map<CallerKind, string>(await Promise.all([...STAFF_ROLES, ...OTHER_ROLES].map(signIn)));
}
