import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { Translator } from '../../platform/i18n/translator.js';
import { Assets } from '../assets/assets.js';
import { PageContexts } from '../frame/page-contexts.js';
import { Pages } from '../frame/pages.js';
import type { GuardedVisit } from '../frame/visit.js';
import { paths } from '../paths.js';
import { KioskPages } from './kiosk-pages.js';

/** What a kiosk keeps to work without a network. */
export interface KioskShell {
  /** Changes with any page, word, script or style. */
  version: string;
  pages: ReadonlyMap<string, string>;
  /** Addresses of styles and scripts, with their version. */
  assets: readonly string[];
}

const ASSET = /\/assets\/[\w.-]+\?v=\w+/g;
const IMPORT = /from '\.\/([\w.-]+\?v=\w+)'/g;

/** Puts together the pages of a kiosk in every language, with everything that they load. */
@Injectable()
export class KioskShells {
  private readonly made = new Map<string, Promise<KioskShell>>();

  constructor(
    private readonly pages: Pages,
    private readonly contexts: PageContexts,
    private readonly kiosk: KioskPages,
    private readonly translator: Translator,
    private readonly assets: Assets,
  ) {}

  /** The shell of the caller's post: made once, because nothing in it changes while the process runs but the post. */
  async of(visit: GuardedVisit): Promise<KioskShell> {
    const { post } = await this.contexts.of(visit);
    const key = JSON.stringify([visit.caller.posts, post]);
    const known = this.made.get(key) ?? this.make(visit);
    this.made.set(key, known);
    return known.catch((error: unknown) => {
      this.made.delete(key);
      throw error;
    });
  }

  private async make(visit: GuardedVisit): Promise<KioskShell> {
    const pages = new Map<string, string>();
    const context = { ...(await this.contexts.of(visit)), path: paths.kiosk, surface: 'kiosk' as const };
    for (const { locale } of this.translator.languages()) {
      const own = { ...context, locale };
      pages.set(locale, this.pages.html('kiosk/start', await this.kiosk.model(visit.caller, own), own));
    }
    const assets = await this.withImports([...pages.values()].flatMap((html) => html.match(ASSET) ?? []));
    const hash = createHash('sha256');
    for (const part of [...pages.values(), ...assets]) hash.update(part);
    return { version: hash.digest('hex').slice(0, 12), pages, assets };
  }

  /** Addresses, and those that the scripts behind them ask for. */
  private async withImports(addresses: readonly string[]): Promise<string[]> {
    const found = new Set(addresses);
    for (const address of found) {
      const asset = await this.assets.find(address.replace(/^\/assets\/|\?.*$/g, ''));
      if (!asset?.type.startsWith('text/javascript')) continue;
      for (const [, name] of asset.plain.toString().matchAll(IMPORT)) found.add(`/assets/${name}`);
    }
    return [...found].sort();
  }
}
