import { v7 } from 'uuid';

/** A new identifier: UUID version 7 (RFC 9562), so that rows of one moment lie together in an index. */
export const newId = (): string => v7();
