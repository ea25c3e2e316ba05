/**
 * The text of an article as it is kept: plain, with line ends of Unix, nothing invisible. From a saved page or the HTML of a
 * clipboard the words of headings and paragraphs stay. What was cleaned is told, since positions are counted in the result.
 */

/** A text, and one short sentence for each thing that was done to it. */
export type Cleaned = {
  readonly text: string;
  readonly told: readonly string[];
  /** The address that a page gives for itself. */
  readonly url?: string;
};

type Step = readonly [pattern: RegExp, by: string, told: string];

const STEPS: readonly Step[] = [
  [/^\uFEFF/, '', 'took out the byte order mark'],
  [/\r\n?/g, '\n', 'made line ends those of Unix'],
  [/[\u00AD\u200B\u2060\uFEFF]/g, '', 'took out characters that cannot be seen'],
  [/[\u00A0\u2007\u202F]/g, ' ', 'made fixed blanks plain ones'],
  [/[ \t]+$/gm, '', 'took out blanks at the ends of lines'],
  [/\n{3,}/g, '\n\n', 'took out empty lines'],
  [/^\n+|\n+$/g, '', 'took out empty lines at the beginning and the end'],
];

function plain(text: string, told: string[]): string {
  return STEPS.reduce((before, [pattern, by, what]) => {
    const after = before.replace(pattern, by);
    if (after !== before) told.push(what);
    return after;
  }, text);
}

const ENTITIES: { readonly [name: string]: string } = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  shy: '',
};

/** The letter that an entity of HTML stands for: `&mdash;`, `&#8212;`, `&#x2014;`. */
function letterOf(entity: string): string {
  const [, x, digits] = /^#(x?)([\da-f]+)$/i.exec(entity) ?? [];
  const code = digits === undefined ? Number.NaN : Number.parseInt(digits, x === '' ? 10 : 16);
  if (code < 0x110000) return String.fromCodePoint(code);
  return ENTITIES[entity] ?? `&${entity};`;
}

const decoded = (text: string): string => text.replace(/&(#?\w+);/g, (_, entity: string) => letterOf(entity));

const UNREAD =
  /<!--[\s\S]*?-->|<(script|style|noscript|svg|nav|header|footer|aside|form|figure|button)\b[\s\S]*?<\/\1\s*>/gi;

/** What a page is mostly about. */
const MAIN = /<(article|main)\b[^>]*>([\s\S]*?)<\/\1\s*>/i;

const isHtml = (source: string): boolean =>
  /^\s*(?:<!doctype html|<html|<[a-z]+[\s>][\s\S]*<\/[a-z]+>)/i.test(source);

function fromHtml(source: string, told: string[]): string {
  told.push('took the words out of the page, without scripts, menus and captions');
  const body = /<body\b[^>]*>([\s\S]*)<\/body>/i.exec(source)?.[1] ?? source;
  const read = body.replace(UNREAD, ' ');
  const main = MAIN.exec(read)?.[2] ?? read;
  const lines = main
    .replace(/\s+/g, ' ')
    .replace(/<(?:br|\/p|\/h[1-6]|\/li|\/div|\/blockquote|\/section|\/time|\/address)\b[^>]*>/gi, '\n')
    .replace(/<[^>]+>/g, '')
    .split('\n')
    .map((line) => decoded(line).trim());
  return lines.filter((line) => line !== '').join('\n');
}

/** Cleans a text, or what HTML says. */
export function clean(source: string): Cleaned {
  const told: string[] = [];
  const url = /<link\b[^>]*rel="canonical"[^>]*href="(https?:[^"]+)"/i.exec(source)?.[1];
  const words = isHtml(source) ? fromHtml(source, told) : source;
  return { text: plain(words, told), told, ...(url !== undefined && { url: decoded(url) }) };
}
