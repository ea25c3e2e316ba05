/**
 * How names are folded into keys of the Name index. The table is the one in cypher/90-derive.cypher:
 * what is folded there when the index is made must be folded alike when a name is asked for.
 */

/** Letters with marks, by the plain letters that stand for them. */
const FOLDED: { readonly [plain: string]: string } = {
  a: 'àáâãäåāăą',
  c: 'çćĉċč',
  d: 'ďđ',
  e: 'èéêëēĕėęě',
  g: 'ĝğġģ',
  h: 'ĥ',
  i: 'ìíîïĩīĭį',
  j: 'ĵ',
  k: 'ķ',
  l: 'ĺļľł',
  n: 'ñńņň',
  o: 'òóôõöøōŏő',
  r: 'ŕŗř',
  s: 'śŝşš',
  t: 'ţť',
  u: 'ùúûüũūŭůűų',
  w: 'ŵ',
  y: 'ýÿŷ',
  z: 'źżž',
  ss: 'ß',
  ae: 'æ',
  oe: 'œ',
  "'": '’',
  '-': '‐‑–',
};

/** All pairs of a letter with marks and what stands for it. */
export const foldedPairs: readonly (readonly [string, string])[] = [
  ...Object.entries(FOLDED).flatMap(([plain, marked]) => [...marked].map((letter) => [letter, plain] as const)),
  ['i\u0307', 'i'],
];

/** The key of a name in the Name index: trimmed, lower case, without marks. `Kim Jong-Ün ` gives `kim jong-un`. */
export function nameKey(name: string): string {
  const lower = name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
  if (/^[ -~]*$/.test(lower)) return lower;
  return foldedPairs.reduce((key, [letter, plain]) => key.replaceAll(letter, plain), lower);
}

/** Whether a text has the form of an id, `label:slug`. */
export function isId(text: string): boolean {
  return /^[a-z]+:\S+$/.test(text);
}

/** Cypher that finds all entities of a name key, as `r` (the match) and `e` (the entity). */
export const matchesOfKey = (key: string): string => `MATCH (n:Name {key: ${key}})-[r:NAMES]->(e:Entity)`;
