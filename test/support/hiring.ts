import { CountersigningService } from '../../src/staff/countersigning/countersigning.service.js';
import type { StaffRole } from '../../src/platform/auth/roles.js';
import type { Api, Service } from './service.js';

const GIVEN = 'seven quiet herons crossing';
const OWN = 'nine loud parrots waiting';

/** Makes an account as an administrator does. @returns its id; its first password is {@link GIVEN} */
async function make(service: Service, administrator: Api, username: string, role: StaffRole) {
  const account = { username, displayName: `${username} (made up)`, role, password: GIVEN };
  const posts = [service.demonstration.postId];
  const { body } = await administrator
    .post('/v1/accounts')
    .send({ ...account, posts })
    .expect(201);
  return (body as { id: string }).id;
}

/** Signs in with the password that was given, and chooses another one, as whoever has it can. */
async function takeOver(service: Service, username: string, given = GIVEN, own = OWN): Promise<Api> {
  const { body } = await service
    .everyone()
    .post('/v1/sessions')
    .send({ username, password: given })
    .expect(201);
  const api = service.as((body as { accessToken: string }).accessToken);
  await api.put('/v1/password').send({ currentPassword: given, newPassword: own }).expect(204);
  return api;
}

/** New accounts for tests: made by an administrator, taken over by their holder, confirmed by the operator. */
export const hiring = (service: Service) => ({
  make: (administrator: Api, username: string, role: StaffRole) =>
    make(service, administrator, username, role),
  takeOver: (username: string, given?: string, own?: string) => takeOver(service, username, given, own),
  confirm: (username: string) => service.app.get(CountersigningService).confirmByOperator(username),
});
