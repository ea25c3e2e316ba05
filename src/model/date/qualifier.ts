/**
 * The doubts of EDTF: `?` uncertain, `~` approximate, `%` both. After a part of a date a qualifier is on that part and
 * all before it; before a part it is on that part alone. `2023-09~-16` and `~2023-~09-16` say the same.
 */

/** A part of a date with the qualifiers around it, none being ''. */
export type QualifiedPart = { readonly text: string; readonly before: string; readonly after: string };

/** A qualifier is its place here: bit 1 uncertain, bit 2 approximate. */
const QUALIFIERS: readonly string[] = ['', '?', '~', '%'];

/** What the qualifiers of a date say of it, and its canonical text. */
export type Qualified = { readonly edtf: string; readonly uncertain: boolean; readonly approximate: boolean };

/** Whether a part has a qualifier before and one after it, which no form of EDTF has. */
export function isQualifiedTwice(parts: readonly QualifiedPart[]): boolean {
  return parts.some(({ before, after }) => before !== '' && after !== '');
}

/** Reads the qualifiers of a date. */
export function qualify(parts: readonly QualifiedPart[]): Qualified {
  const bits = (qualifier: string) => QUALIFIERS.indexOf(qualifier);
  const doubts = parts.map(({ before }, index) =>
    parts.slice(index).reduce((doubt, { after }) => doubt | bits(after), bits(before)),
  );
  const all = doubts.reduce((one, other) => one | other, 0);
  return { edtf: print(parts, doubts), uncertain: (all & 1) > 0, approximate: (all & 2) > 0 };
}

/** Writes one qualifier after the parts that share it where it is the only one, else one before each part. */
function print(parts: readonly QualifiedPart[], doubts: readonly number[]): string {
  const end = doubts.lastIndexOf(Math.max(...doubts));
  const grouped = doubts.every((doubt, index) => doubt === (index <= end ? doubts[end] : 0));
  const written = parts.map(({ text }, index) => {
    const qualifier = QUALIFIERS[doubts[index] ?? 0] ?? '';
    if (!grouped) return qualifier + text;
    return index === end ? text + qualifier : text;
  });
  return written.join('-');
}
