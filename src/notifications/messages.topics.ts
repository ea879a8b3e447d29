/** Somebody answered a message: `recipientId`, `messageId`, `kind` of the message, `reply` (see replies/reply.ts). */
export const MESSAGE_REPLIED = 'notifications.replied';
/** A message waits to be sent now. */
export const MESSAGES_QUEUED = 'notifications.queued';
