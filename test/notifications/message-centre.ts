import type { AddressInfo } from 'node:net';
import smpp, { type Pdu, type Session, type SmppServer } from 'smpp';

/** What a centre does with a message: answers a status (0 takes it), or hangs up without an answer. */
type Manner = (pdu: Pdu, count: number) => number | 'hang-up';

/** A text message centre on loopback: the package's own SMPP server, which notes what it is given. */
export async function startMessageCentre() {
  const taken: Pdu[] = [];
  let manner: Manner = () => 0;
  let receipts = false;
  let asked: (id: string) => number = () => 1;
  let submitted = 0;
  let ids = 0;
  let answered: (() => void) | undefined;
  const bound: string[] = [];
  const sessions = new Set<Session>();
  const make = () =>
    smpp.createServer((session) => {
      sessions.add(session);
      session.on('error', () => undefined);
      session.on('close', () => sessions.delete(session));
      session.on('bind_transceiver', (pdu) => {
        const good = pdu.system_id === 'pulang' && pdu.password === 'secret';
        bound.push(pdu.system_id ?? '');
        session.send(pdu.response({ command_status: good ? 0 : 0x0e, system_id: 'centre' }));
      });
      session.on('enquire_link', (pdu) => session.send(pdu.response()));
      session.on('unbind', (pdu) => {
        session.send(pdu.response());
        session.close();
      });
      session.on('deliver_sm_resp', () => answered?.());
      session.on('query_sm', (pdu) =>
        session.send(
          pdu.response({ message_id: pdu.message_id, message_state: asked(pdu.message_id ?? '') }),
        ),
      );
      session.on('submit_sm', (pdu) => {
        const status = manner(pdu, ++submitted);
        if (status === 'hang-up') {
          taken.push(pdu);
          session.destroy();
          return;
        }
        if (status !== 0) {
          session.send(pdu.response({ command_status: status }));
          return;
        }
        taken.push(pdu);
        const id = `SM-${++ids}`;
        // before the answer, as some centres do
        if (receipts) deliver(session, receiptOf(id, pdu.user_message_reference ?? 0, true));
        session.send(pdu.response({ message_id: id }));
      });
    });
  let server: SmppServer = make();
  const listen = (port: number) =>
    new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      sessions.forEach((session) => session.destroy());
    });
  return {
    url: `smpp://pulang:secret@127.0.0.1:${port}`,
    taken,
    lastId: () => `SM-${ids}`,
    bound,
    behave: (next: Manner) => {
      manner = next;
      submitted = 0;
    },
    sendReceipts: (wanted: boolean) => (receipts = wanted),
    answerQueries: (next: (id: string) => number) => (asked = next),
    /** Delivers something and waits until it is answered. */
    deliver: (fields: Record<string, unknown>) =>
      new Promise<void>((resolve) => {
        answered = resolve;
        const [session] = sessions;
        deliver(session!, fields);
      }),
    sessions,
    stop,
    startAgain: async () => {
      server = make();
      await listen(port);
    },
  };
}

const deliver = (session: Session, fields: Record<string, unknown>) =>
  session.send(new smpp.PDU('deliver_sm', fields));

/** A receipt as SMPP 3.4, appendix B writes it. */
export const receiptOf = (id: string, reference: number, delivered: boolean) => ({
  esm_class: 4,
  source_addr: '85512000001',
  short_message: `id:${id} sub:001 dlvrd:001 submit date:2601160300 done date:2601160300 stat:${delivered ? 'DELIVRD' : 'UNDELIV'} err:000 text:`,
  user_message_reference: reference,
});

/** The words that a message carries. */
export const textOf = (pdu: Pdu): string => String((pdu.message_payload ?? pdu.short_message)?.message ?? '');
