import { inflateRawSync } from 'node:zlib';
import { requireNearPlaces } from './cell-places.js';
import { blankTexts, withoutEmptyEnd } from './empty-end.js';
import { requireShortTags } from './short-tags.js';
import { UnreadableTable } from './table.js';

/** What a spreadsheet of 10,000 rows comes to, several times over. */
const MOST_INFLATED = 64 * 1024 * 1024;
/** Sheets fold to a tenth or a thirtieth; what folds to less was made to unfold. */
const [MOST_TIMES, UNSUSPICIOUS] = [100, 2 * 1024 * 1024];
const MOST_ENTRIES = 300;
const [END, ENTRY, LOCAL] = [0x06054b50, 0x02014b50, 0x04034b50];
const [STORED, DEFLATED] = [0, 8];
const XML = /\.(?:xml|rels)$/;

/** What is in an archive, by the names that its directory gives. */
export type Parts = ReadonlyMap<string, Buffer>;

/**
 * The parts of an archive (ZIP, APPNOTE 6.3.10) that are XML. Refused is what would unfold to more than a spreadsheet of ours
 * can be: by what it says first, and then by what really comes out, since it may lie; and what stands too far out or goes on
 * without end.
 * @throws UnreadableTable `archive-too-large`, `too-many-rows`, `too-many-columns`, or `not-a-table` where it is damaged, encrypted or otherwise strange
 */
export function smallArchive(bytes: Buffer): Parts {
  const entries = directory(bytes);
  const said = entries.reduce((sum, { inflated }) => sum + inflated, 0);
  const swollen = entries.some(
    ({ size, inflated }) => inflated > UNSUSPICIOUS && inflated > MOST_TIMES * size,
  );
  if (said > MOST_INFLATED || swollen) throw new UnreadableTable('archive-too-large');
  const parts = new Map<string, Buffer>();
  for (const entry of entries.filter(({ name }) => XML.test(name))) {
    const part = unfolded(bytes, entry);
    requireShortTags(part);
    // which of two is meant, readers do not agree on
    if (parts.has(entry.name)) throw new UnreadableTable('not-a-table');
    parts.set(entry.name, part);
  }
  const blank = blankTexts(parts.get('xl/sharedStrings.xml'));
  for (const [name, whole] of parts) {
    const part = withoutEmptyEnd(whole, blank);
    requireNearPlaces(part);
    parts.set(name, part);
  }
  return parts;
}

interface ArchiveEntry {
  name: string;
  method: number;
  size: number;
  inflated: number;
  offset: number;
}

/** The central directory, which stands at the end. */
function directory(bytes: Buffer): ArchiveEntry[] {
  try {
    const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006'));
    if (end < 0 || bytes.readUInt32LE(end) !== END) throw new RangeError();
    const count = bytes.readUInt16LE(end + 10);
    if (count > MOST_ENTRIES) throw new UnreadableTable('archive-too-large');
    const entries: ArchiveEntry[] = [];
    for (let at = bytes.readUInt32LE(end + 16); entries.length < count;) {
      if (bytes.readUInt32LE(at) !== ENTRY || bytes.readUInt16LE(at + 8) & 1) throw new RangeError();
      entries.push({
        name: bytes.toString('utf8', at + 46, at + 46 + bytes.readUInt16LE(at + 28)),
        method: bytes.readUInt16LE(at + 10),
        size: bytes.readUInt32LE(at + 20),
        inflated: bytes.readUInt32LE(at + 24),
        offset: bytes.readUInt32LE(at + 42),
      });
      at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    }
    return entries;
  } catch (error) {
    throw error instanceof UnreadableTable ? error : new UnreadableTable('not-a-table');
  }
}

/** What an entry really holds. */
function unfolded(bytes: Buffer, { method, size, inflated, offset }: ArchiveEntry): Buffer {
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL)
    throw new UnreadableTable('not-a-table');
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const packed = bytes.subarray(start, start + size);
  if (method === STORED && size === inflated) return packed;
  if (method !== DEFLATED) throw new UnreadableTable('not-a-table');
  try {
    // no more than it said: a liar is found out after as many bytes
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, inflated) });
  } catch (error) {
    const { code } = error as { code?: string };
    throw new UnreadableTable(code === 'ERR_BUFFER_TOO_LARGE' ? 'archive-too-large' : 'not-a-table');
  }
}
