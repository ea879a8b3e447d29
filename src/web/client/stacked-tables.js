/**
 * Lets wide tables stand as labelled rows on a phone: each cell knows the heading of its column, which the styles show above
 * it. Roles stay as they are read, although the cells are no longer laid out as a table.
 */
export function stackTables() {
  for (const table of document.querySelectorAll(
    '.pulang-scroll > .govuk-table:not(.pulang-figures), .pulang-table',
  )) {
    const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
    if (heads.length === 0) continue;
    table.setAttribute('role', 'table');
    for (const part of [table.tHead, ...table.tBodies]) part.setAttribute('role', 'rowgroup');
    for (const row of table.rows) row.setAttribute('role', 'row');
    for (const head of heads) head.setAttribute('role', 'columnheader');
    for (const row of [...table.tBodies].flatMap((body) => [...body.rows]))
      for (const cell of row.cells) {
        cell.setAttribute('role', cell.tagName === 'TH' ? 'rowheader' : 'cell');
        cell.dataset.label = heads[cell.cellIndex]?.textContent ?? '';
      }
    table.dataset.stacked = '';
  }
}
