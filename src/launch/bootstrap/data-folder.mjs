// @ts-check
import { resolve } from 'node:path';
import { inCheckout } from './checkout.mjs';

/** The environment with DATA_DIR made absolute: seen from where the command was given, which npm leaves for us. */
export const withDataFolder = () => ({
  ...process.env,
  DATA_DIR: resolve(process.env.INIT_CWD ?? process.cwd(), process.env.DATA_DIR || inCheckout('.pulang')),
});
