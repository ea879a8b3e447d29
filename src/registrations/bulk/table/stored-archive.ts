import { crc32 } from 'node:zlib';
import type { Parts } from './archive-guard.js';

const [LOCAL, LOCAL_BYTES] = [0x04034b50, 30];
const [ENTRY, ENTRY_BYTES] = [0x02014b50, 46];
const [END, END_BYTES] = [0x06054b50, 22];

/**
 * An archive (ZIP, APPNOTE 6.3.10) of these parts and of nothing else, each as it is. Our reader of workbooks goes through a
 * file from its beginning and never looks at the directory by which it was measured: what the directory left out, such as
 * three gigabytes of nothing, would be unfolded all the same.
 */
export function storedArchive(parts: Parts): Buffer {
  const content: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, part] of parts) {
    const named = Buffer.from(name);
    const [local, entry] = [Buffer.alloc(LOCAL_BYTES), Buffer.alloc(ENTRY_BYTES)];
    local.writeUInt32LE(LOCAL, 0);
    entry.writeUInt32LE(ENTRY, 0);
    writeSizes(local, 14, part, named);
    writeSizes(entry, 16, part, named);
    entry.writeUInt32LE(at, 42);
    content.push(local, named, part);
    directory.push(entry, named);
    at += LOCAL_BYTES + named.length + part.length;
  }
  const end = Buffer.alloc(END_BYTES);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(parts.size, 8);
  end.writeUInt16LE(parts.size, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...content, ...directory, end]);
}

function writeSizes(header: Buffer, at: number, part: Buffer, name: Buffer): void {
  header.writeUInt32LE(crc32(part), at);
  header.writeUInt32LE(part.length, at + 4);
  header.writeUInt32LE(part.length, at + 8);
  header.writeUInt16LE(name.length, at + 12);
}
