import { consolePages } from './console.js';
import { duplicates } from './duplicates.js';
import { hall } from './hall.js';
import { ministry } from './ministry.js';
import { publicPages } from './public.js';
import { receipts } from './receipt.js';
import { register } from './register.js';
import type { Samples } from './sample.js';

export const samples: Samples = {
  ...publicPages,
  ...register,
  ...receipts,
  ...hall,
  ...consolePages,
  ...duplicates,
  ...ministry,
};
