import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Filled by the build; see styles/build-styles.ts. */
const BUILT = join(import.meta.dirname, '../public');

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

export interface Asset {
  type: string;
  plain: Buffer;
  gzipped: Buffer;
}

/** What browsers load besides pages, kept in memory. From sources, where nothing was built, it is made when first asked for. */
@Injectable()
export class Assets {
  /** Changes with the content of any file, so that browsers may keep them for ever. */
  readonly version: string;
  private files: ReadonlyMap<string, Asset> | undefined;

  constructor() {
    const built = existsSync(BUILT) ? readFolder(BUILT) : undefined;
    this.version = built ? digest(built) : `dev${process.pid}`;
    this.files = built && prepare(built, this.version);
  }

  async find(name: string): Promise<Asset | undefined> {
    this.files ??= prepare(await buildNow(), this.version);
    return this.files.get(name);
  }
}

type Files = readonly (readonly [name: string, content: Buffer])[];

const readFolder = (folder: string): Files =>
  readdirSync(folder)
    .sort()
    .map((name) => [name, readFileSync(join(folder, name))] as const);

async function buildNow(): Promise<Files> {
  const { buildStyles } = await import('../styles/build-styles.js');
  const folder = mkdtempSync(join(tmpdir(), 'pulang-assets-'));
  try {
    buildStyles(folder);
    return readFolder(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const digest = (files: Files): string =>
  files
    .reduce((hash, [name, content]) => hash.update(name).update(content), createHash('sha256'))
    .digest('hex')
    .slice(0, 10);

/** Scripts name each other with the version too, or a new one could meet an old one. */
function prepare(files: Files, version: string): Map<string, Asset> {
  return new Map(
    files.map(([name, content]) => {
      const extension = extname(name);
      const plain =
        extension === '.js'
          ? Buffer.from(content.toString().replace(/(from '\.\/[\w-]+\.js)'/g, `$1?v=${version}'`))
          : content;
      return [
        name,
        {
          type: TYPES[extension] ?? 'application/octet-stream',
          plain,
          gzipped: gzipSync(plain, { level: 9 }),
        },
      ];
    }),
  );
}
