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

/** Signs in with the password that was given, as whoever has it can. */
async function enter(service: Service, username: string, password = GIVEN): Promise<Api> {
  const { body } = await service.everyone().post('/v1/sessions').send({ username, password }).expect(201);
  return service.as((body as { accessToken: string }).accessToken);
}

/** Chooses another password than the one that was given, with the code of whoever confirmed the account. */
const choose = (api: Api, code: string | undefined, given = GIVEN, own = OWN) =>
  api.put('/v1/password').send({ currentPassword: given, newPassword: own, code });

/** New accounts for tests: made by an administrator, confirmed by the operator where nobody else does, taken over by their holder. */
export const hiring = (service: Service) => {
  const confirm = (username: string) => service.app.get(CountersigningService).confirmByOperator(username);
  return {
    make: (administrator: Api, username: string, role: StaffRole) =>
      make(service, administrator, username, role),
    enter: (username: string, given?: string) => enter(service, username, given),
    choose,
    confirm,
    takeOver: async (username: string, given?: string, own?: string): Promise<Api> => {
      const code = await confirm(username);
      const api = await enter(service, username, given);
      await choose(api, code, given, own).expect(204);
      return api;
    },
  };
};
