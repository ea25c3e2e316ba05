import { nameKey } from './name.ts';

/** How names that are asked for are found: by key, and what is near to a key that nothing has. */

export { nameKey };

/** The key under which the index holds a name that is stored: the same as of one that is asked for. */
export const indexKey = nameKey;

/** Whether a text has the form of an id: `label:` and whatever an owner calls the thing; of a fact its value, with blanks. */
export function isId(text: string): boolean {
  return /^[a-z]+:\S.*$/su.test(text);
}

/** The start that near names share with a key. */
export function nearPrefix(key: string): string {
  return [...key].slice(0, 2).join('');
}

/** How many letters a name that is no part of another may differ from it, and still be near. */
const EDITS_MAX = 2;

/** Names by how near they are to one that was asked for: those that it is part of, then by edits; nothing is near to no name. */
export function nearest(name: string, keys: readonly string[]): readonly string[] {
  const asked = nameKey(name);
  if (asked === '') return [];
  const ranked = [...new Set(keys)]
    .filter((key) => key !== '')
    .map((key) => {
      const part = key.includes(asked);
      const longer = Math.abs(key.length - asked.length);
      // Of two names one of which is part of the other, or much longer, the lengths tell enough.
      const edits = part || asked.includes(key) || longer > EDITS_MAX ? longer : distance(asked, key);
      return { key, edits, part };
    });
  const near = ranked.filter(({ key, edits, part }) => part || asked.includes(key) || edits <= EDITS_MAX);
  near.sort((a, b) => Number(b.part) - Number(a.part) || a.edits - b.edits || (a.key < b.key ? -1 : 1));
  return near.map(({ key }) => key);
}

/** Levenshtein distance: how many letters to add, drop or change. */
function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(change, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    previous = row;
  }
  return previous[b.length] ?? 0;
}
