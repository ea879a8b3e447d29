import type { Role } from './roles.js';

export type SecondFactorState = 'none' | 'owed' | 'given';

/** Who is asking: what a service needs to know to decide, to confine itself to posts and to write the audit log. */
export interface Caller {
  readonly role: Role | 'everyone' | 'system';
  /** Account, registration, device or client; none for everyone and the system. */
  readonly id: string | null;
  /** The server-side session that the token points to. */
  readonly sessionId: string | null;
  /** Diplomatic posts whose rows this caller may touch. */
  readonly posts: readonly string[];
  readonly requestId: string;
  /** A person's session that was opened with the help word: it shows a harmless view and changes nothing (decision 33). */
  readonly duress?: boolean;
  /** Of staff: whether the session stands on a second factor; `owed` where it can only set one up (decision 34). */
  readonly secondFactor?: SecondFactorState;
  /** Of staff: somebody else made their password, and they can only choose another one. */
  readonly passwordOwed?: boolean;
  /** Of staff: they can only choose a password with the code of another administrator (decision 42). */
  readonly countersignatureOwed?: boolean;
  /** Of staff: whether they proved within the last quarter of an hour that it is them. */
  readonly confirmed?: boolean;
  /** Language of answers, a catalogue's tag such as `id`. */
  readonly locale: string;
}

/** The service itself, at work for one post: background jobs and seeding. */
export const systemCaller = (postId: string, requestId: string): Caller => ({
  role: 'system',
  id: null,
  sessionId: null,
  posts: [postId],
  requestId,
  locale: 'en',
});

/** The caller's only post. A person, a device, a client and whoever works with people (`AT_ONE_POST`) always has exactly one. */
export function onlyPost(caller: Caller): string {
  const [post, another] = caller.posts;
  if (post === undefined || another !== undefined)
    throw new Error('the caller does not belong to exactly one post');
  return post;
}
