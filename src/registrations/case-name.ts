import type { Registration } from './registration.entity.js';

/** A case, and at which post it is. */
export type CaseName = Pick<Registration, 'id' | 'postId'>;
