/** What stands in one cell of a table or one attribute of a file. */
export type Cell = string | number | boolean | null | readonly string[];

/** The types of cells, in the words of our files' own descriptions. */
export type CellType = 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'list';

/** A column: what it is called, what it holds, and how it is read from an item. */
export type Column<Item> = {
  readonly name: string;
  readonly type: CellType;
  readonly about: string;
  readonly read: (item: Item, baseUrl: string) => Cell;
};

/** The strings of a list; nothing where there is no list. */
export function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

/** A value of the graph as a cell. */
export function cellOf(value: unknown): Cell {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'object') return Array.isArray(value) ? value.map(String) : JSON.stringify(value);
  return value as string | number | boolean;
}

/** A cell without structure and without what breaks readers: a list is joined by "; ", an empty one is null. */
export function flatCell(cell: Cell): string | number | boolean | null {
  if (typeof cell === 'string') return cleanText(cell);
  if (!isList(cell)) return cell;
  return cell.length === 0 ? null : cleanText(cell.join('; '));
}

/** Whether a cell holds a list. */
export function isList(cell: Cell): cell is readonly string[] {
  return Array.isArray(cell);
}

const illegal =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** A text without the characters that XML forbids, and that break readers of tables too. */
export function cleanText(text: string): string {
  return text.replace(illegal, '');
}
