import { Text } from '../../platform/http/fields.js';
import { invalid } from '../../platform/problems/problem.js';
import { isGuessable } from './guessable-password.js';
import { PASSWORD_MIN } from './password.js';

/** A field that takes a new password: the same for whoever chooses it. */
export const NewPassword = () =>
  Text({ min: PASSWORD_MIN, max: 200, example: 'seven quiet herons crossing' });

/** @param names of the account that it is for. @throws Problem `invalid-input` at the pointer */
export function requireHardToGuess(password: string, names: readonly string[], pointer: string): void {
  if (isGuessable(password, names)) throw invalid({ pointer, code: 'guessable-password' });
}
