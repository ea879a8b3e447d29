/** What the way in must know of a request before anything has read it. */

/** Must be answered whatever the load: whether we live, and files that cost nothing. */
const ALWAYS = /^\/(health\/|metrics|assets\/)/;
/** Stay open for hours and do no work meanwhile. */
const STREAMS = /^[^?]*\/events(\?|$)/;

export const isApi = (url: string): boolean => url.startsWith('/v1/');

/** Whether a request takes no place. */
export const isFree = (url: string): boolean => ALWAYS.test(url) || STREAMS.test(url);

export const hasCredential = ({
  authorization,
  cookie,
}: {
  authorization?: string;
  cookie?: string;
}): boolean => authorization !== undefined || (cookie ?? '').includes('session=');
