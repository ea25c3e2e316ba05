/** How wide texts come out: measured, since scripts differ, and cut where a name has more than the room for it. */

/** The letters of the drawing. */
export const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif';
/** Their size in the labels of things. */
export const FONT_SIZE = 12.5;

const context = document.createElement('canvas').getContext('2d');

/** The width of a text in pixels. */
export function widthOf(text: string, size = FONT_SIZE): number {
  if (!context) return text.length * size * 0.5;
  context.font = `${size}px ${FONT}`;
  return context.measureText(text).width;
}

/** As much of the beginning of a text as fits, with a mark where something is left out. */
export function cropped(text: string, width: number, size = FONT_SIZE): string {
  if (widthOf(text, size) <= width) return text;
  const letters = lettersOf(text);
  let [low, high] = [0, letters.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (widthOf(`${letters.slice(0, middle).join('')}…`, size) <= width) low = middle;
    else high = middle - 1;
  }
  return `${letters.slice(0, low).join('').trimEnd()}…`;
}

/** What a reader takes for one letter, whatever it is made of. */
function lettersOf(text: string): readonly string[] {
  return [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].map(
    ({ segment }) => segment,
  );
}

/** More lines than this a name does not get in the drawing; the panel has it whole. */
const LINES_MAX = 4;

/** Cuts a text into lines of at most so many pixels; a word that is wider than a line is cut too. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const { word, gap } of wordsOf(text, width)) {
    const last = lines.at(-1);
    const longer = `${last}${gap}${word}`;
    if (last !== undefined && widthOf(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  if (lines.length <= LINES_MAX) return lines;
  return [...lines.slice(0, LINES_MAX - 1), cropped(lines.slice(LINES_MAX - 1).join(' '), width)];
}

/** The words of a text with what stands before each; a line can also end behind a hyphen. */
function wordsOf(text: string, width: number): readonly { readonly word: string; readonly gap: string }[] {
  return text.split(/\s+/).flatMap((whole) =>
    whole
      .split(/(?<=[-–/])(?=.)/)
      .flatMap((part) => pieces(part, width))
      .map((word, at) => ({ word, gap: at === 0 ? ' ' : '' })),
  );
}

function pieces(word: string, width: number): readonly string[] {
  if (widthOf(word) <= width) return [word];
  const found: string[] = [''];
  for (const letter of lettersOf(word)) {
    const last = found.at(-1) ?? '';
    if (last !== '' && widthOf(last + letter) > width) found.push(letter);
    else found[found.length - 1] = last + letter;
  }
  return found;
}
