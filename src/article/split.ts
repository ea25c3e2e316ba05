import {
  ENDINGS,
  GERMAN_MONTHS,
  INNER,
  KINDS_OF,
  NUMBERED,
  SAYING,
  STARTERS,
  TITLES,
  UNITS,
  ZONES,
} from './split-words.ts';

/**
 * Where the sentences of a line end. Every `.` `?` `!` `…` before a blank may be an end; the first rule that fits decides:
 *
 *     “Is it his?” Venn asked.            no end: a question inside the sentence that reports it
 *     Gen. Bo Lundeen left at 5 p.m. Mon  no end after Gen. and p.m.: a title, and a time that goes on
 *     He works at Heron Inc. The port …   an end: a word that begins sentences follows
 *
 * The lists are data (split-words.ts). What no rule can tell (“… of the U.S. Venn said …”) a person overrules.
 */

const CANDIDATE = /(?:[.?!…]+(?<closing>["'”’»›“)\]]*)(?=\s|$)|[。！？]+(?<closingOfCjk>[”’」』）]*))/gu;

/** A quotation or bracket that closes in the line, by where its marks stand. */
type Pair = { readonly open: number; readonly close: number };

const CLOSERS: { readonly [open: string]: string } = {
  '“': '”',
  '«': '»',
  '‹': '›',
  '„': '“”',
  '‘': '’',
  '(': ')',
  '[': ']',
  '「': '」',
};

/** An apostrophe in a word closes nothing. */
const inWord = (line: string, at: number): boolean => /^\p{L}/u.test(line.slice(at + 1));

function closeOf(line: string, open: number, closers: string): number {
  for (let at = open + 1; at < line.length; at++)
    if (closers.includes(line.charAt(at)) && !(line[at] === '’' && inWord(line, at))) return at;
  return -1;
}

/** The quotations and brackets of a line that close in it. Straight quotes open and close by turns. */
function pairsOf(line: string): readonly Pair[] {
  const pairs: Pair[] = [];
  let straight = -1;
  for (let open = 0; open < line.length; open++) {
    const closers = CLOSERS[line.charAt(open)];
    const isCloser = line[open] === '“' && pairs.some(({ close }) => close === open);
    if (closers !== undefined && !isCloser) {
      const close = closeOf(line, open, closers);
      if (close >= 0) pairs.push({ open, close });
    } else if (line[open] === '"') {
      if (straight >= 0) pairs.push({ open: straight, close: open });
      straight = straight >= 0 ? -1 : open;
    }
  }
  return pairs;
}

/** A place where a sentence may end: what stands before its mark, the mark, and what follows. */
type Candidate = {
  readonly before: string;
  readonly mark: string;
  readonly closing: string;
  readonly after: string;
};

const firstWord = (text: string): string => /^[\p{L}\p{M}'’.-]+/u.exec(text)?.[0] ?? '';

const beginsSentence = (after: string): boolean =>
  /^["“«„‘]/.test(after) || STARTERS.has(firstWord(after).replace(/['’].*$/, ''));

/** `Venn asked`, `asked Venn`, `the old mayor of Toru said`: who says so, within seven words. */
function isReported(after: string): boolean {
  const words = after.split(/\s+/, 7).map((word) => word.replace(/[^\p{L}\p{M}'’-]+$/u, ''));
  const verb = words.findIndex((word) => SAYING.has(word));
  const stop = after.split(/\s+/, 7).findIndex((word) => /[.?!,]$/.test(word));
  return verb === 0 || (verb > 0 && (stop < 0 || stop >= verb) && /^\p{Lu}|^the /iu.test(after));
}

/** `In 2023 г.` begins a sentence; `Родился в 1952 г.` may end one. */
function endsRussianYear(before: string, after: string): boolean {
  if (!/\d{4}\s*г$/.test(before)) return false;
  return before.trim().split(/\s+/).length > 3 && /^["«„]?\p{Lu}/u.test(after);
}

function endsAfterNumber(token: string, { before, after }: Candidate): boolean {
  if (/^\d{1,2}$/.test(token) && GERMAN_MONTHS.has(firstWord(after).replace(/\.$/, ''))) return false;
  return before.trim() !== token;
}

/** Whether a full stop ends a sentence, by the word that it stands behind. */
function endsAtStop(candidate: Candidate): boolean {
  const { before, after } = candidate;
  const token = (/[^\s"“«„‘([—–]+$/u.exec(before)?.[0] ?? '').replace(/^[-'’]+/, '');
  if (/^\d+$/.test(token)) return endsAfterNumber(token, candidate);
  if (token === 'г') return endsRussianYear(before, after);
  if (TITLES.has(token) || INNER.has(token)) return false;
  if (NUMBERED.has(token)) return !/^[\d№]/.test(after);
  if (UNITS.has(token)) return !/^\d/.test(after) && !ZONES.test(after);
  const isLetters = /^(?:\p{L}\.)+\p{L}$/u.test(token);
  if (ENDINGS.has(token) || isLetters) return beginsSentence(after);
  if (!/^\p{Lu}$/u.test(token)) return true;
  const previous = /(\p{L}+)\s+\S+$/u.exec(before)?.[1] ?? '';
  return KINDS_OF.has(previous.toLowerCase()) || beginsSentence(after);
}

function ends(candidate: Candidate): boolean {
  const { mark, closing, after } = candidate;
  if (/^[,;:)(\]—–-]|^\p{Ll}/u.test(after)) return false;
  if (/["”’»›“」]/.test(closing)) return !(/[?!…]/.test(mark) && isReported(after));
  return mark.endsWith('.') && mark !== '...' && closing === '' ? endsAtStop(candidate) : true;
}

/** The sentences of a line, as stretches of it in UTF-16 units, without the blanks between them. */
export function splitLine(line: string): readonly { readonly from: number; readonly to: number }[] {
  const pairs = pairsOf(line);
  const found: { from: number; to: number }[] = [];
  let from = line.search(/\S/);
  for (const match of line.matchAll(CANDIDATE)) {
    const closing = match.groups?.closing ?? match.groups?.closingOfCjk ?? '';
    const to = match.index + match[0].length;
    const mark = match[0].slice(0, match[0].length - closing.length);
    const isInside = pairs.some(({ open, close }) => open >= from && open < match.index && close >= to);
    const after = line.slice(to).trimStart();
    if (from < 0 || isInside || after === '') continue;
    if (!ends({ before: line.slice(from, match.index), mark, closing, after })) continue;
    found.push({ from, to });
    from = to + line.slice(to).search(/\S/);
  }
  const to = line.trimEnd().length;
  if (from >= 0 && from < to) found.push({ from, to });
  return found;
}
