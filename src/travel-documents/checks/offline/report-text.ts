import type { OfflineReport } from './judge-file.js';

/** For programs that ask the command. */
const EXIT = { valid: 0, refused: 1, notFullyChecked: 3 } as const;

const isGenuine = ({ verdict }: OfflineReport): boolean =>
  verdict === 'valid' || verdict === 'unknown-feature';

/** Genuine is not enough for a yes where it could not be looked up whether signer or document were taken back. */
export function exitCodeOf(report: OfflineReport): number {
  if (!isGenuine(report)) return EXIT.refused;
  return report.notes.length > 0 ? EXIT.notFullyChecked : EXIT.valid;
}

/** The report for people: the verdict first, and with it what it does not rest on. */
export function reportText(report: OfflineReport): string {
  const reserved = isGenuine(report) && report.notes.length > 0;
  const rows: [string, string | null][] = [
    ['verdict', report.verdict + (reserved ? ', BUT NOT FULLY CHECKED: it may have been taken back' : '')],
    ...report.notes.map((note): [string, string] => ['note', note]),
    ['number', report.number],
    ['issued on', report.issuedOn],
    ['valid until', report.validUntil],
    ['sealed by', report.signer],
    ['file signature', report.fileSignature],
    ...(report.lines ?? []).map((line): [string, string] => ['', line]),
  ];
  return rows.map(([name, value]) => `${name.padEnd(16)}${value ?? '-'}`).join('\n');
}
