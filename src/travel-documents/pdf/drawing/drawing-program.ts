import { stepAside } from '../../../platform/programs/step-aside.js';
import type { DrawingAnswer, DrawingRequest } from './drawing-request.js';

/**
 * The process that draws, for whoever started it, as long as that lives. It is modest before it begins: what it loads is
 * work already.
 */
stepAside(Number(process.argv[2]));
const { DrawingDesk } = await import('./drawing-desk.js');
const desk = new DrawingDesk();

const say = (answer: DrawingAnswer): void =>
  void process.send?.(answer, undefined, undefined, () => undefined);

process.on('message', ({ id, ...request }: { id: number } & DrawingRequest) => {
  desk.answer(request).then(
    (bytes) => say({ id, bytes }),
    (fault: unknown) => say({ id, fault }),
  );
});
// Nobody is left to take what is being drawn.
process.once('disconnect', () => process.exit(0));
