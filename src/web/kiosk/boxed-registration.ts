import { isUUID } from 'class-validator';
import { shaped } from '../../platform/http/field-faults.js';
import { invalid } from '../../platform/problems/problem.js';
import { DeviceReceipt } from '../../registrations/intake/device-receipt.js';
import { type Answers, NO_ANSWERS } from '../register/answers.js';
import { readStep } from '../register/register-form.js';
import { REPORTED, STEP_FIELDS } from '../register/register-step.js';

/** What a kiosk put into a box: each question's form as it would have been sent, and what was printed. */
export interface BoxedRegistration {
  answers: Answers;
  receipt: DeviceReceipt;
  /** The name that the cases of those who stood there together share; of older kiosks nothing. */
  group?: string;
  /** Of a child: the secret of the adult of the same group whom it is with. */
  guardian?: string;
}

/**
 * Takes the answers that we ask for, whichever question they stood in: a box may be older than we are, and a question that
 * was moved or given up since then is no reason to refuse a person who has left.
 * @throws Problem `invalid-input` for anything that is no box of a kiosk
 */
export function readBoxed(content: unknown, post: string): BoxedRegistration {
  const box: Record<string, unknown> = isRecord(content) ? content : {};
  const { answers, receipt, group, guardian } = box;
  if (!isRecord(answers) || !Object.values(answers).every(isRecord))
    throw invalid({ pointer: '/answers', code: 'object-expected' });
  if (group !== undefined && !isUUID(group)) throw invalid({ pointer: '/group', code: 'wrong-format' });
  if (guardian !== undefined && !isSecret(guardian))
    throw invalid({ pointer: '/guardian', code: 'wrong-format' });
  const told = Object.assign({}, ...Object.values(answers)) as Record<string, unknown>;
  const read = REPORTED.map((step) => {
    const fields = STEP_FIELDS[step].filter((field) => Object.hasOwn(told, field));
    return readStep(step, Object.fromEntries(fields.map((field) => [field, told[field]]))).answers;
  });
  const { value: printed, faults } = shaped(DeviceReceipt, isRecord(receipt) ? receipt : {}, '/receipt');
  if (faults.length > 0) throw invalid(...faults);
  return {
    answers: Object.assign({ ...NO_ANSWERS }, ...read, { post }) as Answers,
    receipt: printed,
    ...(typeof group === 'string' && { group }),
    ...(isSecret(guardian) && { guardian }),
  };
}

const isSecret = (value: unknown): value is string =>
  typeof value === 'string' && /^[A-Za-z0-9_-]{22}$/.test(value);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
