import { nameWords } from '../../model/name.ts';

/** The words of a sentence as a dictionary looks them up, each with where it stands. */
export type Word = {
  /** As it is written, without a possessive. */
  readonly text: string;
  /** Folded as names are. */
  readonly key: string;
  /** In code points of the sentence. */
  readonly start: number;
  readonly end: number;
  readonly isCapital: boolean;
  /** Whether a mark stands between it and the word before. */
  readonly isCut: boolean;
};

const TOKEN = /(?:\p{L}\.){2,}|[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*/gu;

const POSSESSIVE = /['’]s?$/u;

/** Cuts a sentence into words; `Kim's` is Kim, `U.S.` one word. */
export function wordsIn(sentence: string): readonly Word[] {
  const points = (text: string): number => [...text].length;
  let before = 0;
  return [...sentence.matchAll(TOKEN)].map(({ 0: token, index }) => {
    const text = token.replace(POSSESSIVE, '');
    const start = points(sentence.slice(0, index));
    const isCut = /[^\s-]/u.test(sentence.slice(before, index).replace(/['’]s?/u, ''));
    before = index + token.length;
    return {
      text,
      key: nameWords(text).join(''),
      start,
      end: start + points(text),
      isCapital: /^\p{Lu}/u.test(text),
      isCut,
    };
  });
}

const ENDINGS =
  /(?:ого|его|ому|ему|ыми|ими|ами|ями|ой|ей|ом|ем|ым|им|ых|их|ах|ях|ов|ев|ую|юю|ая|яя|ою|ею|[аяуюыиоейь])$/u;

/** A word of Cyrillic without its case; other words as they are. */
export function stemOf(key: string): string {
  if (!/^\p{Script=Cyrillic}{4,}$/u.test(key)) return key;
  const stem = key.replace(ENDINGS, '');
  return stem.length > 2 ? stem : key;
}
