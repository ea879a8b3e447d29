import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { fieldFaults } from '../../platform/http/field-faults.js';
import { invalid } from '../../platform/problems/problem.js';
import { DeviceReceipt } from '../../registrations/intake/device-receipt.js';
import type { FormBody } from '../forms/check-form.js';
import { type Answers, NO_ANSWERS } from '../register/answers.js';
import { readStep } from '../register/register-form.js';
import { isStep } from '../register/register-step.js';

/** What a kiosk put into a box: each question's form as it would have been sent, and what was printed. */
export interface BoxedRegistration {
  answers: Answers;
  receipt: DeviceReceipt;
}

/** @throws Problem `invalid-input` for anything that a kiosk of ours would not have put in */
export function readBoxed(content: unknown, post: string): BoxedRegistration {
  const { answers, receipt } = (isRecord(content) ? content : {}) as { answers?: unknown; receipt?: unknown };
  if (!isRecord(answers)) throw invalid({ pointer: '/answers', code: 'object-expected' });
  const told = Object.entries(answers).map(([step, body]) => {
    if (!isStep(step) || !isRecord(body))
      throw invalid({ pointer: `/answers/${step.slice(0, 100)}`, code: 'unknown-field' });
    return readStep(step, body as FormBody).answers;
  });
  const printed = plainToInstance(DeviceReceipt, isRecord(receipt) ? receipt : {});
  const faults = fieldFaults(
    validateSync(printed, { whitelist: true, forbidNonWhitelisted: true }),
    '/receipt',
  );
  if (faults.length > 0) throw invalid(...faults);
  return { answers: Object.assign({ ...NO_ANSWERS }, ...told, { post }) as Answers, receipt: printed };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
