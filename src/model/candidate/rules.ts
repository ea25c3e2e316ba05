/**
 * The rules by which a text that is no name may still mean one. Each proposes; none takes. The scores are fixed: they
 * order what the rules find, and mean nothing else.
 */
import { nameKey, nameWords } from '../name.ts';
import { editDistance } from './edits.ts';
import {
  type Holder,
  isTelling,
  isUnparted,
  isWord,
  lettersOf,
  type NamedThing,
  type NameEntry,
  type NameIndex,
  sortedWords,
} from './name-index.ts';
import { latinOf, soundsOf, spokenOf } from './sound.ts';

/** Why something is a candidate, the surest first: its score, and the reason as people are told it. */
export const reasons = {
  WORD_ORDER: { score: 100, words: 'the words stand in another order' },
  CODE: { score: 98, words: 'it has this code' },
  SAME_LETTERS: { score: 96, words: 'the letters are the same' },
  TITLE: { score: 94, words: 'the name stands with an office of theirs' },
  OFFICE: { score: 92, words: 'holds this office' },
  TRANSLITERATION: { score: 90, words: 'it is the same in Latin letters' },
  PART_OF_NAME: { score: 89, words: 'the words are part of this name' },
  ONE_EDIT: { score: 88, words: 'one letter differs' },
  ABBREVIATION: { score: 86, words: 'it is this name abbreviated' },
  DEMONYM: { score: 83, words: 'its people are called so' },
  TWO_EDITS: { score: 82, words: 'two letters differ' },
  SOUND: { score: 78, words: 'it sounds alike' },
  NAME_WITHIN: { score: 76, words: 'the text holds this name and other words' },
  NEAR_SOUND: { score: 60, words: 'it sounds nearly alike' },
} as const;

export type Reason = keyof typeof reasons;

/** What a rule found: a thing, why, and the name that led there, if one did. */
export type Finding = { readonly thing: NamedThing; readonly reason: Reason; readonly entry?: NameEntry };

/** A text that is asked for, in the forms that the rules look at. */
export type Asked = {
  readonly text: string;
  readonly key: string;
  /** Its words, single letters apart. */
  readonly words: readonly string[];
  /** It in Latin letters. */
  readonly latin: string;
  /** It as it is spoken. */
  readonly spoken: string;
};

type Rule = (asked: Asked, index: NameIndex) => readonly Finding[];

/** How many names a rule looks at: with more the text says too little, and each is compared letter by letter. */
const NAMES_MAX = 1_000;

function found(entries: readonly NameEntry[] | undefined, reason: Reason): readonly Finding[] {
  return (entries ?? []).slice(0, NAMES_MAX).map((entry) => ({ thing: entry.thing, reason, entry }));
}

const wordOrder: Rule = ({ key }, index) => found(index.byWords.get(sortedWords(key)), 'WORD_ORDER');

const sameLetters: Rule = ({ key }, index) => found(index.byLetters.get(lettersOf(key)), 'SAME_LETTERS');

const code: Rule = ({ text }, index) =>
  (index.byCode.get(text.trim()) ?? []).map((thing) => ({ thing, reason: 'CODE' as const }));

/** `the Russians`, `American`. */
const demonym: Rule = ({ key }, index) => {
  const things = index.byDemonym.get(key) ?? index.byDemonym.get(key.replace(/s$/, '')) ?? [];
  return things.map((thing) => ({ thing, reason: 'DEMONYM' as const }));
};

/** One typing error in names of four letters or more, two in texts from nine on. */
const edits: Rule = ({ key }, index) => {
  const letters = lettersOf(key);
  if (letters.length < 3) return [];
  const near = index.nearLetters.near(letters, letters.length < 9 ? 1 : 2);
  const long = near.filter(({ text }) => Math.max(text.length, letters.length) > 3);
  return long.flatMap(({ text, edits }) =>
    found(index.byLetters.get(text), edits === 1 ? 'ONE_EDIT' : 'TWO_EDITS'),
  );
};

const transliteration: Rule = ({ latin }, index) => found(index.byLatin.get(latin), 'TRANSLITERATION');

/**
 * Consonants alike. In Latin letters two of them tell little, and the vowels must be somewhat alike too; of a word in
 * another script there may be no more, and no vowels.
 */
const sound: Rule = ({ key, latin, spoken }, index) => {
  const isLatin = /\p{Script=Latin}/u.test(key);
  const sounds = soundsOf(latin).filter((text) => text.length >= (isLatin ? 3 : 2));
  const near = sounds.filter((text) => text.length > 3).flatMap((text) => index.nearSounds.near(text, 1));
  const findings = [
    ...sounds.flatMap((text) => found(index.bySound.get(text), 'SOUND')),
    ...near
      .filter(({ edits }) => edits > 0)
      .flatMap(({ text }) => found(index.bySound.get(text), 'NEAR_SOUND')),
  ];
  if (!isLatin) return findings;
  return findings.filter(({ entry }) => entry && unlikeness(spoken, entry) <= UNLIKENESS_MAX);
};

/** How unlike names may be, vowels counted, whose consonants are alike. */
const UNLIKENESS_MAX = 0.5;

/** All words are of one name: `Security Council`, `Moon Jae`. */
const partOfName: Rule = ({ key }, index) => {
  const words = key.split(' ');
  const [rarest = []] = words
    .filter(isTelling)
    .map((word) => index.byPart.get(word) ?? [])
    .sort((a, b) => a.length - b.length);
  return found(
    rarest.filter(({ parts }) => words.every((word) => parts.has(word))),
    'PART_OF_NAME',
  );
};

/** `UNSC`, and `J. Biden`, `S. Korea`, `World Health Org`: words cut short beside whole ones, in the order of the name. */
const abbreviation: Rule = ({ key, words }, index) => {
  const entries = new Set(words.filter(isWord).flatMap((word) => index.byPart.get(word) ?? []));
  const short = [...entries].filter(
    ({ parts, words: known }) => !words.every((word) => parts.has(word)) && isShort(words, known),
  );
  return found([...(index.byInitials.get(key) ?? []), ...short], 'ABBREVIATION');
};

function isShort(asked: readonly string[], words: readonly string[]): boolean {
  let at = 0;
  for (const word of asked) {
    const index = words.findIndex((known, position) => position >= at && known.startsWith(word));
    if (index < 0) return false;
    at = index + 1;
  }
  return true;
}

/** A run of the words asked for that something is named by, and the words beside it. */
type Run = { readonly entries: readonly NameEntry[]; readonly beside: readonly string[] };

/** The longest runs of words that are names. A script without blanks has its letters as words. */
function runsOf(key: string, index: NameIndex): readonly Run[] {
  const unparted = isUnparted(key);
  const words = unparted ? [...key] : key.split(' ');
  for (let length = Math.min(words.length - 1, RUN_MAX); length > 0; length--) {
    const runs = words.slice(length - 1).flatMap((_, start) => {
      const run = words.slice(start, start + length).join(unparted ? '' : ' ');
      const entries = run.split(' ').some(isWord) ? entriesOfRun(run, index) : [];
      const beside = [...words.slice(0, start), ...words.slice(start + length)];
      return entries.length > 0 ? [{ entries, beside }] : [];
    });
    if (runs.length > 0) return runs;
  }
  return [];
}

/** The most words of a name that is looked for among others. */
const RUN_MAX = 12;

function entriesOfRun(run: string, index: NameIndex): readonly NameEntry[] {
  return index.byKey.get(run) ?? index.byKey.get(run.replace(/'s\b/g, '')) ?? [];
}

/** `President Putin`, `Vladimir Putin (president)`, `King Putin`: a name, and words beside it. */
const nameWithin: Rule = ({ key }, index) =>
  runsOf(key, index).flatMap(({ entries, beside }) =>
    entries.map((entry) => {
      const titles = (entry.thing.offices ?? []).map(({ title }) => nameKey(title).split(' '));
      const fits = titles.some((title) => beside.every((word) => title.includes(word)));
      return { thing: entry.thing, reason: fits ? 'TITLE' : 'NAME_WITHIN', entry } as const;
    }),
  );

/** `the Russian president`, `the president of Russia`, `the foreign minister`. */
const office: Rule = ({ key }, index) => {
  const words = key.split(' ').filter((word) => word !== 'of' && word !== 'the');
  if (words.length > RUN_MAX) return [];
  const places = placesIn(words, index);
  return places.flatMap(({ ids, beside }) =>
    holders(beside, index).flatMap((holder) => {
      const meant = ids === undefined || ids.has(holder.of);
      return meant ? [{ thing: holder.thing, reason: 'OFFICE' as const }] : [];
    }),
  );
};

/** The words as a title, and what it may be an office of: anything, or what some of the words name. */
function placesIn(
  words: readonly string[],
  index: NameIndex,
): readonly { readonly ids?: ReadonlySet<string>; readonly beside: readonly string[] }[] {
  const named = words.flatMap((_, start) =>
    words.slice(start).map((__, more) => {
      const run = words.slice(start, start + more + 1).join(' ');
      const things = [
        ...(index.byDemonym.get(run) ?? []),
        ...entriesOfRun(run, index).map(({ thing }) => thing),
      ];
      const beside = [...words.slice(0, start), ...words.slice(start + more + 1)];
      return { ids: new Set(things.map(({ id }) => id)), beside };
    }),
  );
  return [{ beside: words }, ...named.filter(({ ids }) => ids.size > 0)];
}

function holders(title: readonly string[], index: NameIndex): readonly Holder[] {
  const last = title.at(-1);
  if (last === undefined) return [];
  const known = index.byTitle.get(last) ?? [];
  return known.filter((holder) => title.every((word) => holder.title.includes(word)));
}

/** All rules. */
export const rules: readonly Rule[] = [
  ...[wordOrder, sameLetters, code, demonym, edits, transliteration, sound],
  ...[partOfName, abbreviation, nameWithin, office],
];

/** The longest text that is looked at; no name is longer, and what is found grows with it. */
const LENGTH_MAX = 200;

/** The text as the rules look at it; undefined where there is nothing to read, or too much. */
export function askedOf(text: string): Asked | undefined {
  if (text.length > LENGTH_MAX) return undefined;
  const key = nameKey(text);
  const latin = latinOf(key);
  return key === '' ? undefined : { text, key, words: nameWords(text), latin, spoken: spokenOf(latin) };
}

/** How unlike a text and a name are as they are spoken: 0 for the same, 1 where no letter stays. */
export function unlikeness(spoken: string, { latins }: NameEntry): number {
  const known = latins.map(spokenOf);
  return Math.min(
    ...known.map((name) => editDistance(spoken, name) / Math.max(spoken.length, name.length, 1)),
  );
}
