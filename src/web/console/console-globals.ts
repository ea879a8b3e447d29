import { STATE_TONES } from './state-tones.js';

/** What the console's templates may use besides their model: the choices that its forms offer, and the tones of states. */
export const consoleGlobals = {
  tones: STATE_TONES,
};
