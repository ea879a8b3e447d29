import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** One signature, or one that was refused. */
export interface LogEntry {
  at: string;
  country: string;
  purpose: string;
  /** The document's number, where what was signed tells it. */
  number: string | null;
  /** SHA-256 of what was signed, hexadecimal. */
  digest: string;
  /** Why it was refused. */
  refused?: string;
}

const FIRST = '0'.repeat(64);
const chained = (line: string): string => createHash('sha256').update(line).digest('hex');

/**
 * What the signer signed, one JSON object a line, each with the hash of the line before: written before the signature is
 * given away, by a process that the application cannot write for.
 */
export class SignatureLog {
  private last: string;

  constructor(private readonly file: string) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const lines = readLines(file);
    this.last = lines.length === 0 ? FIRST : chained(lines.at(-1) ?? '');
  }

  write(entry: LogEntry): void {
    const line = JSON.stringify({ ...entry, previous: this.last });
    appendFileSync(this.file, `${line}\n`, { mode: 0o600 });
    this.last = chained(line);
  }
}

/** @returns the entries, and the first line (from 1) that is cut off or does not follow from the one before, or null */
export function readSignatureLog(file: string): { entries: LogEntry[]; brokenAt: number | null } {
  const lines = readLines(file);
  const entries = lines.map(readEntry);
  const broken = entries.findIndex(
    (entry, index) => entry?.previous !== (index === 0 ? FIRST : chained(lines[index - 1] ?? '')),
  );
  return {
    entries: entries.filter((entry) => entry !== undefined),
    brokenAt: broken < 0 ? null : broken + 1,
  };
}

/** @returns undefined where a process was ended while it wrote, or somebody else did */
function readEntry(line: string): (LogEntry & { previous: string }) | undefined {
  try {
    return JSON.parse(line) as LogEntry & { previous: string };
  } catch {
    return undefined;
  }
}

const readLines = (file: string): string[] =>
  existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
