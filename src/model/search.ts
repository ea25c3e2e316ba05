import { nameKey } from './name.ts';

/** What can be searched, and what counts as a word. */

/** The texts that a search looks through: names of entities, claims, and sentences where they are loaded. */
export const textIndexes = {
  names: { label: 'Name', property: 'key', key: 'key' },
  claims: { label: 'Claim', property: 'text', key: 'id' },
  sentences: { label: 'Sentence', property: 'text', key: 'id' },
} as const;

export type SearchedIn = keyof typeof textIndexes;

/** A text found, and the words of the request that it holds. */
export type SearchHit = {
  readonly in: SearchedIn;
  readonly key: string;
  readonly text: string;
  readonly matched: readonly string[];
  readonly score: number;
};

/** The most words of one search that count. */
export const WORDS_MAX = 16;

/** The words of a text: runs of letters and digits in lower case, each once. `Kim Jong-un's` gives kim, jong, un, s. */
export function wordsOf(text: string): readonly string[] {
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  return [...new Set(words)];
}

/** The words to look for: names are kept folded, other texts as they are. */
export function searchedWords(text: string, place: SearchedIn): readonly string[] {
  return wordsOf(place === 'names' ? nameKey(text) : text).slice(0, WORDS_MAX);
}

/** English words that say nothing of what is looked for; `s` is what the apostrophe of a possessive leaves. */
const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  'a an and are as at be by did for from had has have in is it its of on or s that the this to was were what with'.split(
    ' ',
  ),
);

/** The words that a hit is ranked by: all but function words; where there are no others, these. */
function tellingWords(words: readonly string[]): ReadonlySet<string> {
  const telling = words.filter((word) => !FUNCTION_WORDS.has(word));
  return new Set(telling.length > 0 ? telling : words);
}

/** The hits that hold a word whole, those with most telling words first, then by the engine's score. */
export function rankHits(hits: readonly Omit<SearchHit, 'matched'>[], text: string): readonly SearchHit[] {
  const wanted = new Map(
    (Object.keys(textIndexes) as SearchedIn[]).map((place) => {
      const words = searchedWords(text, place);
      return [place, { words, telling: tellingWords(words) }];
    }),
  );
  const ranked = hits.map((hit) => {
    const own = new Set(wordsOf(hit.text));
    const { words, telling } = wanted.get(hit.in) ?? { words: [], telling: new Set<string>() };
    const matched = words.filter((word) => own.has(word));
    return { hit: { ...hit, matched }, told: matched.filter((word) => telling.has(word)).length };
  });
  return ranked
    .filter(({ hit }) => hit.matched.length > 0)
    .sort((a, b) => b.told - a.told || b.hit.score - a.hit.score || (a.hit.key < b.hit.key ? -1 : 1))
    .map(({ hit }) => hit);
}
