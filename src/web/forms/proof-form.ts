import { FactorProof, PasskeyProof } from '../../staff/second-factor/second-factor.dto.js';
import { type CheckedForm, checkForm, type FormBody, typed } from './check-form.js';

/**
 * What somebody gave to prove that it is them: a typed code, or what the page's script wrote into `confirmPasskey` as a passkey
 * signed it. Faults are shown at the code, the one field that is seen.
 */
export function proofOf(body: FormBody): CheckedForm<FactorProof> {
  const answer = typed(body, 'confirmPasskey');
  const code = typed(body, 'confirmCode').trim();
  if (answer === '' && code === '')
    return { ok: false, errors: [{ field: 'confirmCode', code: 'required' }] };
  if (answer === '') return checkForm(FactorProof, { code }, { '/code': 'confirmCode' });
  const passkey = checkForm(PasskeyProof, fromJson(answer));
  return passkey.ok
    ? { ok: true, value: { passkey: passkey.value } }
    : { ok: false, errors: [{ field: 'confirmCode', code: 'wrong-passkey' }] };
}

/** An object that a script wrote, or an empty one. */
export function fromJson(text: string): FormBody {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as FormBody) : {};
  } catch {
    return {};
  }
}
