import type { AccountPage } from '../../../src/web/console/account/account.view.js';
import { drawQr } from '../../../src/web/drawings/qr-drawing.js';
import { EARLIER, NO_FORM, NOW, type Samples, STAFF, YESTERDAY } from './sample.js';

const none: AccountPage = {
  factor: { passkeys: [], appSince: null, recoveryCodes: 0, required: false, resetAt: null },
  password: { changedAt: null, owed: false, codeOwed: false },
  owed: false,
  form: NO_FORM,
  values: { name: '' },
  refused: null,
  done: null,
};
const ID = STAFF.staff.id;
const ADDRESS = `otpauth://totp/Pulang:teladan?issuer=Pulang&secret=${'MADEUP2A'.repeat(4)}&digits=6&period=30`;
const HERE = { ...STAFF, path: '/console/account' };

/** The pages by which staff prove that it is them. */
export const account: Pick<
  Samples,
  | 'console/second-step'
  | 'console/account'
  | 'console/account-app'
  | 'console/account-password'
  | 'console/recovery-codes'
  | 'console/confirmation'
> = {
  'console/second-step': [
    { model: { form: NO_FORM, kinds: ['passkey', 'authenticator-app', 'recovery-code'] } },
    {
      variant: 'wrong',
      model: {
        form: { ...NO_FORM, errors: [{ field: 'confirmCode', code: 'wrong-second-factor' }] },
        kinds: ['authenticator-app', 'recovery-code'],
      },
    },
  ],
  'console/account': [
    { model: none, context: HERE },
    {
      variant: 'owed',
      model: { ...none, owed: true, factor: { ...none.factor, required: true, resetAt: YESTERDAY } },
      context: { ...HERE, staff: { ...STAFF.staff, nav: [] } },
    },
    {
      variant: 'two-steps',
      model: {
        ...none,
        factor: {
          ...none.factor,
          passkeys: [
            { id: ID, name: 'Office computer', addedAt: YESTERDAY, usedAt: NOW },
            { id: ID, name: 'Phone', addedAt: EARLIER, usedAt: null },
          ],
          appSince: EARLIER,
          recoveryCodes: 3,
        },
        password: { changedAt: EARLIER, owed: false, codeOwed: false },
        done: 'app-added',
      },
      context: HERE,
    },
  ],
  'console/account-app': [
    {
      model: {
        form: NO_FORM,
        address: ADDRESS,
        qr: drawQr(ADDRESS),
        secret: Array<string>(8).fill('MADE'),
      },
      context: HERE,
    },
  ],
  'console/account-password': [
    { model: { form: NO_FORM, owed: false, waiting: [], min: 15 }, context: HERE },
    {
      variant: 'first',
      model: {
        form: {
          ...NO_FORM,
          errors: [
            { field: 'currentPassword', code: 'wrong-password' },
            { field: 'newPassword', code: 'too-short', params: { min: 15 } },
            { field: 'newPasswordAgain', code: 'not-the-same' },
          ],
        },
        owed: true,
        waiting: [],
        min: 15,
      },
      context: { ...HERE, staff: { ...STAFF.staff, nav: [] } },
    },
    {
      variant: 'waits',
      model: {
        form: { ...NO_FORM, errors: [{ field: 'code', code: 'wrong-code' }] },
        owed: true,
        waiting: [
          { given: 'account', givenByName: 'A. Umpama', givenAt: EARLIER },
          { given: 'second-factor', givenByName: 'R. Teladan', givenAt: YESTERDAY },
        ],
        min: 15,
      },
      context: { ...HERE, staff: { ...STAFF.staff, nav: [] } },
    },
  ],
  'console/recovery-codes': [
    { model: { codes: Array.from({ length: 10 }, (_, i) => `XXXX-XXXX-XXX${i}`) }, context: HERE },
  ],
  'console/confirmation': [
    {
      model: { form: NO_FORM, kinds: ['passkey', 'authenticator-app', 'recovery-code'] },
      context: HERE,
    },
    {
      variant: 'password',
      model: {
        form: { ...NO_FORM, errors: [{ field: 'confirmPassword', code: 'wrong-password' }] },
        kinds: [],
      },
      context: HERE,
    },
  ],
};
