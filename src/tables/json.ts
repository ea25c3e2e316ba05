import { type Cell, flatCell } from '../export/cells.ts';

/** JSON as tables take it: an array of flat objects with the same keys, nulls too, lists joined by "; ". */
export async function* writeJson(
  header: readonly string[],
  rows: AsyncIterable<readonly Cell[]>,
): AsyncGenerator<string> {
  let before = '[\n';
  for await (const row of rows) {
    const entries = header.map((name, i) => [name, flatCell(row[i] ?? null)]);
    yield `${before}${JSON.stringify(Object.fromEntries(entries))}`;
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}
