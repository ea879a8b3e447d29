import { Database } from '../../src/platform/database/database.js';
import type { MessageFacts, MessageKind } from '../../src/notifications/message-kinds.js';
import type { MessageState } from '../../src/notifications/message-status.js';
import { Messages } from '../../src/notifications/messages.service.js';
import { MessageSender } from '../../src/notifications/sending/message-sender.js';
import { MessageSweeps } from '../../src/notifications/sending/message-sweeps.js';
import type { RegistrationRequest } from '../../src/registrations/intake/intake.dto.js';
import type { Service } from '../support/service.js';

let phones = 0;
/** A number of nobody. */
export const newPhone = (): string => `+855120${String(++phones).padStart(5, '0')}`;

export interface Row {
  id: string;
  state: MessageState;
  reason: string | null;
  attempts: number;
  reference: number;
  segments: number | null;
  cost: string | null;
  version: number;
  due_at: Date;
}

/** Queues, sends and looks at messages of a service's post. */
export function messagesOf(service: Service) {
  const { app, demonstration } = service;
  const { postId } = demonstration;
  const get = <T>(what: abstract new (...args: never[]) => T) => app.get<T>(what, { strict: false });
  let told = 0;

  const person = async (overrides: Partial<RegistrationRequest> = {}) =>
    (
      await service.register({
        contact: { method: 'sms', phone: newPhone() },
        ...overrides,
      })
    ).id;
  const queue = async (
    recipientId: string,
    kind: MessageKind = 'document-ready',
    more: { facts?: MessageFacts; once?: string; dueAt?: Date } = {},
  ) => {
    const once = more.once ?? `test ${++told}`;
    await get(Database).transaction([postId], (tx) =>
      get(Messages).queue(tx, { postId, recipientId, kind, ...more, once }),
    );
    return once;
  };
  const queueMany = (recipientId: string, count: number, name: string) =>
    get(Database).transaction([postId], (tx) =>
      get(Messages).queue(
        tx,
        ...Array.from({ length: count }, (_, i) => ({
          postId,
          recipientId,
          kind: 'document-ready' as const,
          once: `${name} ${i}`,
        })),
      ),
    );
  return {
    queueMany,
    get,
    postId,
    person,
    queue,
    send: () => get(MessageSender).send(postId),
    sweep: () => get(MessageSweeps).sweep(),
    /** As if its time had come. */
    hurry: () => service.query("UPDATE message SET due_at = now() WHERE state = 'queued'"),
    row: async (once: string) =>
      (await service.query<Row>('SELECT * FROM message WHERE once = $1', [once]))[0]!,
    states: async (like = '%') =>
      Object.fromEntries(
        (
          await service.query<{ state: string; n: number }>(
            'SELECT state, count(*)::int AS n FROM message WHERE once LIKE $1 GROUP BY 1',
            [like],
          )
        ).map(({ state, n }) => [state, n]),
      ),
  };
}
