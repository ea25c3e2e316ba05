import { ServiceError } from '../errors.ts';
import { type Cell, flatCell } from '../export/cells.ts';

/** How CSV is written: plain for programs, or so that Excel reads UTF-8 and runs no formulas. */
export type CsvStyle = { readonly excel: boolean };

/** What Excel takes for the start of a formula. */
const formula = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

/** The pairs of an address without `excel`, and what that says; other values than 1 and 0 are a BAD_USER_INPUT. */
export function readCsvStyle(pairs: readonly (readonly [string, string])[]) {
  const excel = pairs.find(([name]) => name === 'excel')?.[1] ?? '0';
  if (excel !== '1' && excel !== '0') {
    throw new ServiceError('BAD_USER_INPUT', 'The parameter excel is 1 or 0.', {
      hint: 'Write excel=1 for a file that Excel opens by a click, or leave it out.',
    });
  }
  return { style: { excel: excel === '1' }, rest: pairs.filter(([name]) => name !== 'excel') };
}

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
