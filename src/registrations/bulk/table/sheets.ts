import type { Parts } from './archive-guard.js';

export interface Sheet {
  /** As our reader counts them, hidden ones too: the first is 1. */
  number: number;
  /** Its part of the workbook; nothing where there is none. */
  xml: string;
}

/** Which sheet of a workbook is meant, and the names of those that are seen beside it and filled. */
export interface Sheets {
  read: Sheet;
  others: string[];
}

const SHEET = /<(?:\w+:)?sheet\s[^<>]*>/g;
const HIDDEN = /\sstate\s*=\s*["'](?:hidden|veryHidden)["']/;
const FILLED = /<(?:\w+:)?(?:v|is)[\s>]/;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The first sheet that is not hidden (ECMA-376, part 1, 18.2.19): who sends a list means what they see. */
export function sheetsOf(parts: Parts): Sheets {
  const text = (name: string) => parts.get(name)?.toString() ?? '';
  const relations = text('xl/_rels/workbook.xml.rels').match(/<(?:\w+:)?Relationship\s[^<>]*>/g) ?? [];
  const partOf = (id: string): string => {
    const relation = relations.find((one) => one.includes(`Id="${id}"`)) ?? '';
    const [, target = ''] = /Target="([^"]+)"/.exec(relation) ?? [];
    return text(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  };
  const sheets = (text('xl/workbook.xml').match(SHEET) ?? []).map((tag, index) => ({
    number: index + 1,
    isHidden: HIDDEN.test(tag),
    name: unescaped(/\sname="([^"]*)"/.exec(tag)?.[1] ?? ''),
    relation: /\s\w+:id="([^"]+)"/.exec(tag)?.[1] ?? '',
  }));
  const seen = sheets.filter(({ isHidden }) => !isHidden);
  const { number, relation } = seen[0] ?? sheets[0] ?? { number: 1, relation: '' };
  const others = seen.slice(1).filter((other) => FILLED.test(partOf(other.relation)));
  return { read: { number, xml: partOf(relation) }, others: others.map(({ name }) => name) };
}

const unescaped = (text: string): string =>
  text.replace(/&(\w+);/g, (whole, entity: string) => ENTITIES[entity] ?? whole).slice(0, 60);
