/** What the head of a request says that matters before anybody reads it in full. */
export interface RequestHead {
  url: string;
  /** By lower-case name. */
  headers: Record<string, string | undefined>;
  /** Bytes of the whole request: its head, the empty line after it, and its body. */
  length: number;
}

const END = '\r\n\r\n';
/** No browser's is longer; Node allows 16 KiB. */
const LONGEST = 8192;
const REQUEST_LINE = /^[A-Z]{3,7} (\/[!-~]*) HTTP\/1\.1$/;
/** A header in its usual form: nothing folded, no space before the colon (RFC 9112 section 5). */
const HEADER = /^([\w!#$%&'*+.^`|~-]+):[ \t]*([\t\x20-\x7e\x80-\xff]*)$/;
/** By these something else than a length may say where the request ends, or who speaks next. */
const UNUSUAL = ['transfer-encoding', 'upgrade', 'expect'];
const LENGTH = /^\d{1,9}$/;

/**
 * @param bytes the first that follow the end of another request
 * @returns nothing where they do not begin with a whole head in its plainest form: whoever reads them next might understand another
 * length, and whoever acted on ours would then take a part of one request for another (RFC 9112 section 11.2)
 */
export function readHead(bytes: Buffer): RequestHead | undefined {
  const end = bytes.subarray(0, LONGEST).indexOf(END);
  if (end < 0) return undefined;
  const [first, ...lines] = bytes.toString('latin1', 0, end).split('\r\n');
  const url = REQUEST_LINE.exec(first!)?.[1];
  const headers = url === undefined ? undefined : readHeaders(lines);
  if (!headers || UNUSUAL.some((name) => name in headers)) return undefined;
  const body = headers['content-length'] ?? '0';
  if (!LENGTH.test(body)) return undefined;
  return { url: url!, headers, length: end + END.length + Number(body) };
}

/** @returns nothing where a line is not what it should be, or a header comes twice */
function readHeaders(lines: string[]): RequestHead['headers'] | undefined {
  const headers = Object.create(null) as RequestHead['headers'];
  for (const line of lines) {
    const [, name, value] = HEADER.exec(line) ?? [];
    const known = name?.toLowerCase();
    if (known === undefined || known in headers) return undefined;
    headers[known] = value;
  }
  return headers;
}
