import { type Cell, type CellType, cleanText, isList } from './cells.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

/** A text as it may stand in an XML attribute or element: what XML forbids is left out, the rest survives whole. */
export function xmlText(text: string): string {
  const clean = cleanText(text);
  return /[&<>"'\n\r\t]/.test(clean)
    ? clean.replace(/[&<>"'\n\r\t]/g, (found) => entities[found] ?? found)
    : clean;
}

/** Attributes of an XML element, those that are null left out. */
export function xmlAttributes(attributes: { readonly [name: string]: string | number | null }): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => ` ${name}="${xmlText(String(value))}"`)
    .join('');
}

/** A column type in the words that GEXF and GraphML share. */
export function xmlType(type: CellType, list: string): string {
  switch (type) {
    case 'list':
      return list;
    case 'date':
    case 'string':
      return 'string';
    case 'integer':
      return 'integer';
    case 'number':
      return 'double';
    case 'boolean':
      return 'boolean';
  }
}

/** A cell as the text of an XML value; null where there is nothing to say. */
export function xmlCell(cell: Cell, list: (items: readonly string[]) => string): string | null {
  if (cell === null) return null;
  if (isList(cell)) return cell.length === 0 ? null : list(cell);
  return String(cell);
}

/** A text as it may stand in HTML, in an attribute too. */
export function html(text: string): string {
  return cleanText(text).replace(/[&<>"]/g, (found) => entities[found] ?? found);
}
