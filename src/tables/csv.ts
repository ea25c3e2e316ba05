import { type Cell, flatCell } from '../export/cells.ts';

/** How CSV is written: plain for programs, or so that Excel reads UTF-8 and runs no formulas. */
export type CsvStyle = { readonly excel: boolean };

/** What Excel takes for the start of a formula. */
const formula = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

/** CSV after RFC 4180: commas, CRLF, a header, lists joined by "; ", nothing for null. */
export async function* writeCsv(
  header: readonly string[],
  rows: AsyncIterable<readonly Cell[]>,
  style: CsvStyle,
): AsyncGenerator<string> {
  yield `${style.excel ? '\uFEFF' : ''}${csvLine(header, style)}`;
  for await (const row of rows) yield csvLine(row, style);
}

function csvLine(row: readonly Cell[], style: CsvStyle): string {
  return `${row.map((cell) => csvCell(cell, style)).join(',')}\r\n`;
}

function csvCell(cell: Cell, { excel }: CsvStyle): string {
  const flat = flatCell(cell);
  if (flat === null) return '';
  if (typeof flat !== 'string') return String(flat);
  const text = excel && formula.test(flat) ? `'${flat}` : flat;
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
