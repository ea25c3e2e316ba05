/** What is known by which name: the keys that decide, and what candidates beyond them are found by. */
import { nameKey, nameWords } from '../name.ts';
import { NearTexts } from './edits.ts';
import { latinOf, soundsOf } from './sound.ts';

/** A thing with its names, as the graph has it. */
export type NamedThing = {
  readonly id: string;
  /** Its type: Person, Place … */
  readonly type: string;
  /** Its own name, which answers show. */
  readonly name: string;
  /** The day since when it is known; always, where there is none. */
  readonly reportedOn?: string;
  readonly aliases: readonly string[];
  /** Names that alone do not tell it from others: a surname, a capital for its government. */
  readonly weakAliases?: readonly string[];
  /** Codes of a standard, `RU` and `RUS` of ISO 3166; only upper case asks for one. */
  readonly codes?: readonly string[];
  /** What its people are called: `Russian`. */
  readonly demonym?: string;
  /** The offices that a person holds, each with the id of what it is an office of. */
  readonly offices?: readonly { readonly title: string; readonly of: string }[];
};

/** One name of one thing, with the forms in which it is looked for. */
export type NameEntry = {
  readonly thing: NamedThing;
  readonly key: string;
  /** Its words as it has them, single letters apart. */
  readonly words: readonly string[];
  /** What it is found in part by: its words; of a script without blanks, its letters in twos and more. */
  readonly parts: ReadonlySet<string>;
  /** It in Latin letters; of two or three words, with each of them first. */
  readonly latins: readonly string[];
  readonly weak: boolean;
};

/** A holder of an office, and the words of its title. */
export type Holder = { readonly thing: NamedThing; readonly title: readonly string[]; readonly of: string };

type Lookup<Item> = ReadonlyMap<string, readonly Item[]>;

/** Entries by every form that a name is looked for in. */
export type NameIndex = {
  readonly byId: ReadonlyMap<string, NamedThing>;
  readonly byKey: Lookup<NameEntry>;
  /** By the words of the key in the order of the alphabet. */
  readonly byWords: Lookup<NameEntry>;
  readonly byPart: Lookup<NameEntry>;
  /** By the letters and digits of the key alone. */
  readonly byLetters: Lookup<NameEntry>;
  readonly nearLetters: NearTexts;
  readonly byLatin: Lookup<NameEntry>;
  readonly bySound: Lookup<NameEntry>;
  readonly nearSounds: NearTexts;
  /** By the first letters of three words or more. */
  readonly byInitials: Lookup<NameEntry>;
  readonly byCode: Lookup<NamedThing>;
  readonly byDemonym: Lookup<NamedThing>;
  /** Holders of an office by the last word of its title. */
  readonly byTitle: Lookup<Holder>;
};

/** Words that say nothing by themselves: a name is not found by one of them. */
const SMALL_WORDS: ReadonlySet<string> = new Set(
  'a al am and at bin bint da de del der di do dos du el for ibn in la le of on or the to van von y'.split(
    ' ',
  ),
);

/** Whether a word may be looked for by itself. */
export function isWord(word: string): boolean {
  return word.length > 1 && !SMALL_WORDS.has(word);
}

/** Whether a word tells something: it has three letters, or two of a script that writes syllables. */
export function isTelling(word: string): boolean {
  return isWord(word) && (word.length > 2 || !/^[\p{Script=Latin}\d]/u.test(word));
}

/** Scripts that do not part words. */
const UNPARTED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{M}ー]+$/u;

/** Whether a text is one word because its script parts none. */
export function isUnparted(text: string): boolean {
  return UNPARTED.test(text);
}

/** The letters and digits of a key. */
export function lettersOf(key: string): string {
  return key.replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

/** The first letters of three words or more, with the small words and without them. */
function initialsOf(words: readonly string[]): readonly string[] {
  const telling = words.filter((word) => !SMALL_WORDS.has(word));
  return [words, telling]
    .filter(({ length }) => length > 2)
    .map((list) => list.map((word) => word[0]).join(''));
}

/** The runs of two letters or more, but for the whole. */
function partsOfUnparted(text: string): readonly string[] {
  const letters = [...text];
  return letters.flatMap((_, start) =>
    letters.slice(start + 1).map((__, more) => letters.slice(start, start + more + 2).join('')),
  );
}

/** A name of two or three words may begin with any of them: Kishida Fumio, Fumio Kishida. */
function turns(key: string): readonly string[] {
  const words = key.split(' ');
  if (words.length > 3) return [key];
  return words.map((_, index) => [...words.slice(index), ...words.slice(0, index)].join(' '));
}

/** Makes the index; names with nothing to read are left out. */
export function indexNames(things: Iterable<NamedThing>): NameIndex {
  const all = [...things];
  const entries = all.flatMap(entriesOf);
  const byLetters = group(entries, ({ key }) => [lettersOf(key)]);
  const bySound = group(entries, ({ latins }) => latins.flatMap(soundsOf));
  return {
    byId: new Map(all.map((thing) => [thing.id, thing])),
    byKey: group(entries, ({ key }) => [key]),
    byWords: group(entries, ({ key }) => [sortedWords(key)]),
    byPart: group(entries, ({ parts }) => [...parts].filter(isWord)),
    byLetters,
    nearLetters: new NearTexts(byLetters.keys()),
    byLatin: group(entries, ({ latins }) => latins),
    bySound,
    nearSounds: new NearTexts(bySound.keys()),
    byInitials: group(entries, ({ words }) => initialsOf(words)),
    byCode: group(all, ({ codes = [] }) => codes),
    byDemonym: group(all, ({ demonym = '' }) => [nameKey(demonym)]),
    byTitle: group(all.flatMap(holdersOf), ({ title }) => [title.at(-1) ?? '']),
  };
}

/** The words of a key in the order of the alphabet, so that names in any order are alike. */
export function sortedWords(key: string): string {
  return key.split(' ').sort().join(' ');
}

function entriesOf(thing: NamedThing): readonly NameEntry[] {
  const weak = (thing.weakAliases ?? []).map((name) => entryOf(thing, name, true));
  const strong = [thing.name, ...thing.aliases].map((name) => entryOf(thing, name, false));
  // Of names with one key the last is kept: the thing's own before an alias, and a strong one before a weak one.
  const entries = new Map([...weak, ...strong.reverse()].map((entry) => [entry.key, entry]));
  entries.delete('');
  return [...entries.values()];
}

function entryOf(thing: NamedThing, name: string, weak: boolean): NameEntry {
  const [key, words] = [nameKey(name), nameWords(name)];
  const parts = isUnparted(key) ? partsOfUnparted(key) : [...key.split(' '), ...words];
  return { thing, key, words, parts: new Set(parts), latins: turns(key).map(latinOf), weak };
}

function holdersOf(thing: NamedThing): Holder[] {
  return (thing.offices ?? []).map(({ title, of }) => ({ thing, title: nameKey(title).split(' '), of }));
}

/** Items by each of their keys that is not empty, once by each. */
function group<Item>(items: readonly Item[], keysOf: (item: Item) => readonly string[]): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    for (const key of new Set(keysOf(item))) {
      if (key === '') continue;
      const known = groups.get(key);
      if (known) known.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}
