import { account } from './account.js';
import { administration } from './administration.js';
import { consolePages } from './console.js';
import { blanks } from './blanks.js';
import { documents } from './documents.js';
import { duplicates } from './duplicates.js';
import { duress } from './duress.js';
import { hall } from './hall.js';
import { lists } from './lists.js';
import { messages } from './messages.js';
import { ministry } from './ministry.js';
import { postPages } from './post.js';
import { planner } from './planner.js';
import { publicPages } from './public.js';
import { receipts } from './receipt.js';
import { register } from './register.js';
import { secondPerson } from './second-person.js';
import type { Samples } from './sample.js';

export const samples: Samples = {
  ...publicPages,
  ...register,
  ...receipts,
  ...hall,
  ...consolePages,
  ...account,
  ...administration,
  ...blanks,
  ...documents,
  ...duplicates,
  ...duress,
  ...lists,
  ...messages,
  ...planner,
  ...postPages,
  ...secondPerson,
  ...ministry,
};
