/** One part of a sort key, and which way it counts. */
export type KeyPart = { readonly value: unknown; readonly descending: boolean };

/** Compares texts by code point, numbers by size; what has no value comes last whichever way. */
export function comparePart(a: KeyPart, b: KeyPart): number {
  if (a.value === b.value) return 0;
  if (a.value === null) return 1;
  if (b.value === null) return -1;
  const sign = a.descending ? -1 : 1;
  if (typeof a.value === 'string' && typeof b.value === 'string')
    return sign * compareTexts(a.value, b.value);
  return sign * (Number(a.value) - Number(b.value));
}

function compareTexts(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  for (const [index, letter] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    if (letter !== other) return (letter.codePointAt(0) ?? 0) - (other.codePointAt(0) ?? 0);
  }
  return left.length - right.length;
}

export function compareKeys(a: readonly KeyPart[], b: readonly KeyPart[]): number {
  for (const [index, part] of a.entries()) {
    const other = b[index];
    const result = other ? comparePart(part, other) : 1;
    if (result !== 0) return result;
  }
  return 0;
}

export const ascending = (values: readonly unknown[]): readonly KeyPart[] =>
  values.map((value) => ({ value: value ?? null, descending: false }));

/** The items by their natural order. */
export function ordered<T>(items: readonly T[], key: (item: T) => readonly unknown[]): readonly T[] {
  return items
    .map((item) => ({ item, key: ascending(key(item)) }))
    .sort((a, b) => compareKeys(a.key, b.key))
    .map(({ item }) => item);
}
