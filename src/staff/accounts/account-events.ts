/** An event about an account once for each of its posts, so that the auditors of every one of them see it. */
export const eventsAt = (
  posts: readonly string[],
  action: string,
  accountId: string,
  detail: Record<string, unknown> = {},
) => posts.map((postId) => ({ action, subject: { kind: 'account', id: accountId }, postId, detail }));
