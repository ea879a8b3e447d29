import { spreadsheetCsv } from '../../platform/http/spreadsheet-csv.js';
import type { BreakdownResponse, FigureBreakdownResponse } from './breakdown.dto.js';
import { AGES, ELSEWHERE, SEXES } from './groupings.js';

type Cell = string | number | null;
/** A column: its heading, its HXL hashtag, and what stands in it. */
type Column<Row> = readonly [heading: string, tag: string, cell: (row: Row) => Cell];

/** What its file is called. */
export const breakdownFile = ({ post, by, day }: BreakdownResponse): string =>
  `figures-${post}-by-${by}-${day}.csv`;

/**
 * Figures by group as CSV: a header row, a row of HXL hashtags. By sex and age a row for each figure and a column for
 * each group; by province a row for each figure and province, as there are many. An empty count is withheld.
 */
export function breakdownCsv(breakdown: BreakdownResponse): string {
  if (breakdown.by === 'province') return provinces(breakdown);
  const tags: Readonly<Record<string, string>> = breakdown.by === 'sex' ? SEXES : AGES;
  const groups = breakdown.groups.map(({ group }, index): Column<FigureBreakdownResponse> => [
    group.replaceAll('-', '_'),
    `#affected${tags[group]}`,
    ({ groups }) => groups[index]!.people,
  ]);
  return table([...first(breakdown), ...groups, ...totals(), ...last(breakdown)], breakdown.figures);
}

function provinces(breakdown: BreakdownResponse): string {
  const names = new Map(breakdown.groups.map(({ group, name }) => [group, name]));
  const rows = breakdown.figures.flatMap((figure) => figure.groups.map((of) => ({ ...figure, ...of })));
  return table(
    [
      ...first(breakdown),
      ['province', '#adm1+name', ({ group }) => names.get(group)!],
      ['province_code', '#adm1+code', ({ group }) => (group === ELSEWHERE ? '' : group)],
      ['people', '#affected', ({ people }) => people],
      ...totals(),
      ...last(breakdown),
    ] satisfies Column<(typeof rows)[number]>[],
    rows,
  );
}

const first = ({ post }: BreakdownResponse): Column<FigureBreakdownResponse>[] => [
  ['day', '#date', ({ day }) => day],
  ['post', '#org+code', () => post],
  ['figure', '#indicator+code', ({ figure }) => figure],
];

const totals = (): Column<FigureBreakdownResponse>[] => [
  ['not_shown_yet', '#affected+not_shown', ({ notShown }) => notShown],
  ['total', '#affected+total', ({ total }) => total],
];

function last({
  definitions,
  definition,
  asOf,
  timeZone,
}: BreakdownResponse): Column<FigureBreakdownResponse>[] {
  const words = new Map(definitions.map(({ figure, definition }) => [figure, definition]));
  return [
    ['definition', '#meta+definition', ({ figure }) => words.get(figure) ?? ''],
    ['groups_definition', '#meta+definition+groups', () => definition],
    ['as_of', '#date+asof', () => asOf],
    ['time_zone', '#meta+timezone', () => timeZone],
  ];
}

const table = <Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string =>
  spreadsheetCsv([
    columns.map(([heading]) => heading),
    columns.map(([, tag]) => tag),
    ...rows.map((row) => columns.map(([, , cell]) => cell(row))),
  ]);
