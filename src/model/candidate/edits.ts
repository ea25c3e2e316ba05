/**
 * Texts that a typing error makes of each other, found among many: by length, then by the letters they have, and only
 * then letter by letter. One edit changes at most two bits of a text's letters, so that of 100,000 texts a few hundred
 * are left to be compared.
 */

type Known = { readonly text: string; readonly letters: number };

/** Texts to be found again with errors in them. */
export class NearTexts {
  readonly #byLength = new Map<number, Known[]>();

  constructor(texts: Iterable<string>) {
    for (const text of texts) {
      const known = this.#byLength.get(text.length);
      if (known) known.push({ text, letters: lettersOf(text) });
      else this.#byLength.set(text.length, [{ text, letters: lettersOf(text) }]);
    }
  }

  /** The texts at most so many edits away, with how many; an edit adds, drops or changes a letter, or swaps two. */
  near(text: string, editsMax: number): readonly { readonly text: string; readonly edits: number }[] {
    const letters = lettersOf(text);
    const found: { text: string; edits: number }[] = [];
    for (let length = text.length - editsMax; length <= text.length + editsMax; length++) {
      for (const known of this.#byLength.get(length) ?? []) {
        if (bitsOf(known.letters ^ letters) > editsMax * 2) continue;
        const edits = editDistance(text, known.text);
        if (edits <= editsMax) found.push({ text: known.text, edits });
      }
    }
    return found;
  }
}

/** The letters of a text as 32 bits, several letters sharing one. */
function lettersOf(text: string): number {
  let letters = 0;
  for (let index = 0; index < text.length; index++) letters |= 1 << (text.charCodeAt(index) & 31);
  return letters;
}

function bitsOf(number: number): number {
  let [rest, bits] = [number, 0];
  for (; rest !== 0; bits++) rest &= rest - 1;
  return bits;
}

/** Damerau's distance, each letter being swapped at most once (optimal string alignment). */
export function editDistance(a: string, b: string): number {
  let [beforeLast, last]: [number[], number[]] = [
    [],
    Array.from({ length: b.length + 1 }, (_, index) => index),
  ];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = swapped ? (beforeLast[j - 2] ?? 0) + 1 : change;
      row.push(Math.min(change, swap, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    [beforeLast, last] = [last, row];
  }
  return last[b.length] ?? 0;
}
