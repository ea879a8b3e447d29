import { v7 } from 'uuid';

/** A new identifier: UUID version 7 (RFC 9562), so that rows of one moment lie together in an index. */
export const newId = (): string => v7();

/** Of the identifiers above, as the database writes them. */
export const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const isId = (value: unknown): value is string => typeof value === 'string' && ID.test(value);
