import { readdirSync, readFileSync } from 'node:fs';
import { getPriority } from 'node:os';
import { setImmediate as turn } from 'node:timers/promises';
import type { Environment } from '../../src/platform/config/environment.js';
import { OpenRequests } from '../../src/platform/overload/open-requests.js';
import { DrawingRoom } from '../../src/travel-documents/pdf/drawing-room.js';
import { DrawingLost, DrawingProcess } from '../../src/travel-documents/pdf/drawing/drawing-process.js';
import { SAMPLE_PEOPLE } from '../../src/travel-documents/samples/sample-people.js';
import { sampleContent } from '../../src/travel-documents/samples/sample-set.js';

/** Somewhat modest: tests leave no core free for whoever comes last. */
const NICENESS = 1;
/** Sheets of people who do not exist, whose seals are only bytes. */
const ISSUED = new Date('2026-11-02T08:00:00Z');
const documents = SAMPLE_PEOPLE.slice(0, 5).map((person, index) => ({
  content: sampleContent(person, index, 'IDN', ISSUED),
  seal: Buffer.alloc(120, index),
  portrait: null,
  issuedAt: ISSUED,
}));
const checkAddress = 'https://pulang.example.org/check';
const batch = { documents, date: ISSUED, checkAddress };

/** `T` where it was stopped (proc(5)). */
const stateOf = (pid: number): string => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.charAt(0);

describe('the process that draws', () => {
  const openRequests = new OpenRequests();
  const drawing = new DrawingProcess({ DRAWING_NICENESS: NICENESS } as Environment, openRequests);
  const room = new DrawingRoom(drawing);
  afterAll(() => drawing.onApplicationShutdown());

  const sheet = () => room.draw({ document: documents[0]!, checkAddress });
  const whole = async (pieces: AsyncIterable<Buffer>): Promise<Buffer> => {
    const all: Buffer[] = [];
    for await (const piece of pieces) all.push(piece);
    return Buffer.concat(all);
  };
  const kill = (): void => void process.kill(drawing.pid!, 'SIGKILL');

  it('is held while others wait, but not before it has loaded what it needs', async () => {
    const held = async (asked: Promise<Buffer>): Promise<boolean> => {
      let [isOver, wasHeld] = [false, false];
      const over = asked.then(() => (isOver = true));
      for (; !isOver; await turn()) wasHeld ||= stateOf(drawing.pid!) === 'T';
      await over;
      return wasHeld;
    };
    if (process.platform !== 'linux') return;
    const answered = openRequests.begin();
    expect(await held(sheet())).toBe(false);
    while (!(await held(sheet())));
    answered();
  });

  it('comes after everyone else with all its threads, and is given none of our secrets', async () => {
    await sheet();
    const of = `/proc/${drawing.pid}`;
    if (process.platform === 'linux') {
      const nice = (thread: string): number =>
        Number(readFileSync(`${of}/task/${thread}/stat`, 'utf8').split(') ')[1]!.split(' ')[16]);
      expect(new Set(readdirSync(`${of}/task`).map(nice))).toEqual(
        new Set([Math.max(NICENESS, getPriority())]),
      );
      const names = readFileSync(`${of}/environ`, 'utf8').split('\0').filter(Boolean);
      expect(names.filter((name) => !name.startsWith('NODE_CHANNEL_'))).toEqual([]);
    }
  });

  it('leaves its core to whoever wakes up, where it comes last', async () => {
    if (process.platform !== 'linux') return;
    const last = new DrawingProcess({ DRAWING_NICENESS: 19 } as Environment, new OpenRequests());
    await new DrawingRoom(last).draw({ document: documents[0]!, checkAddress });
    const of = `/proc/${last.pid}/task`;
    // the 41st value is the policy (proc(5)), and 5 is SCHED_IDLE (sched(7))
    const policies = readdirSync(of).map(
      (thread) => readFileSync(`${of}/${thread}/stat`, 'utf8').split(') ')[1]!.split(' ')[38],
    );
    last.onApplicationShutdown();
    expect(new Set(policies)).toEqual(new Set(['5']));
  });

  it('goes on from time to time, however long others wait for an answer', async () => {
    const answered = openRequests.begin();
    expect((await sheet()).length).toBeGreaterThan(10_000);
    answered();
  });

  it('is started again where it dies over a sheet, and the sheet is the same', async () => {
    const undisturbed = await sheet();
    const [before, asked] = [drawing.pid, Promise.all([sheet(), sheet()])];
    kill();
    for (const drawn of await asked) expect(drawn.equals(undisturbed)).toBe(true);
    expect(drawing.pid).not.toBe(before);
  });

  it('goes on with a file of many where the one before it stopped', async () => {
    const undisturbed = await whole(room.drawBatch(batch));
    expect(undisturbed.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(5);
    const pieces = room.drawBatch(batch);
    const first = [await pieces.next(), await pieces.next(), await pieces.next()].map(({ value }) => value!);
    kill();
    expect(Buffer.concat([...first, await whole(pieces)]).equals(undisturbed)).toBe(true);
  });

  it('begins a file anew where another process draws by now', async () => {
    const undisturbed = await whole(room.drawBatch(batch));
    const pieces = room.drawBatch(batch);
    const first = (await pieces.next()).value!;
    const under = sheet();
    kill();
    await under;
    expect(Buffer.concat([first, await whole(pieces)]).equals(undisturbed)).toBe(true);
  });

  it('draws no more than is taken, and what is given up is forgotten', async () => {
    const pieces = room.drawBatch(batch);
    await pieces.next();
    await pieces.return();
    await expect(drawing.ask({ act: 'end', file: 'another' })).rejects.toThrow(DrawingLost);
    expect((await sheet()).length).toBeGreaterThan(10_000);
  });

  it('asks to try again later where it is at its end, or too many wait', async () => {
    const facts = { title: 'Many', author: 'Contoh', date: ISSUED };
    const begun = Array.from({ length: 101 }, (_, n) =>
      drawing.ask({ act: 'begin', file: String(n), facts }),
    );
    const many = await Promise.allSettled(begun);
    expect(many.filter(({ status }) => status === 'rejected')).toMatchObject([{ reason: { code: 'busy' } }]);
    const under = sheet();
    drawing.onApplicationShutdown();
    await expect(under).rejects.toMatchObject({ code: 'busy' });
  });
});
