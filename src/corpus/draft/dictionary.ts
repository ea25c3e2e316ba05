import { type Grammar, labelOf } from '../../article/grammar.ts';
import { nameWords } from '../../model/name.ts';
import type { Known, KnownThing } from '../known.ts';
import { stemOf, type Word } from './words.ts';

/** How words name a thing: by a full name, by one that others share, by the last word of a person's, or by its people. */
export type How = 'NAME' | 'WEAK' | 'SURNAME' | 'DEMONYM';

/** A thing that words may mean. */
export type Meaning = { readonly thing: KnownThing; readonly how: How };

/** Words of a sentence that stand in the dictionary: which, and what they may mean. */
export type Match = { readonly from: number; readonly to: number; readonly meanings: readonly Meaning[] };

type Entry = { readonly words: readonly string[]; readonly name: string; readonly meaning: Meaning };

/** Words as they are looked up; letters with stops are one (`u`, `s` of U.S.). */
const lookedUp = (name: string): readonly string[] => {
  const words = nameWords(name).filter((word, at) => !(at === 0 && word === 'the'));
  const isLetters = words.length > 1 && words.every((word) => word.length === 1);
  return (isLetters ? [words.join('')] : words).map(stemOf);
};

/** Events and gifts are called by nouns, and things of one article (`group:kd-20310412:residents`) mean nobody in another. */
const isNamed = ({ id }: KnownThing, grammar: Grammar): boolean =>
  labelOf(grammar, id)?.happens === false && id.split(':').length === 2;

/** Everything that a corpus calls its things, looked up by the first word; the longest that fits is taken. */
export class Dictionary {
  readonly #entries = new Map<string, Entry[]>();

  constructor(known: Known, grammar: Grammar) {
    for (const thing of known.things()) if (isNamed(thing, grammar)) this.#add(thing);
  }

  #add(thing: KnownThing): void {
    const add = (name: string, how: How) => {
      const words = lookedUp(name);
      const [first] = words;
      if (first === undefined) return;
      const entry = { words, name, meaning: { thing, how } };
      this.#entries.set(first, [...(this.#entries.get(first) ?? []), entry]);
    };
    for (const name of thing.names) add(name, 'NAME');
    for (const name of thing.weakNames) add(name, 'WEAK');
    if (thing.demonym !== undefined)
      for (const name of [thing.demonym, `${thing.demonym}s`]) add(name, 'DEMONYM');
    const surname = /\s(\S+)$/u.exec(thing.names[0] ?? '')?.[1];
    const isTold = thing.weakNames.length > 0 || surname === undefined;
    if (thing.label === 'Person' && !isTold) add(surname, 'SURNAME');
  }

  /** What stands in a sentence, from the left, the longest first. */
  matches(words: readonly Word[]): readonly Match[] {
    const found: Match[] = [];
    for (let from = 0; from < words.length; from++) {
      const match = this.#at(words, from);
      if (!match) continue;
      found.push(match);
      from = match.to - 1;
    }
    return found;
  }

  #at(words: readonly Word[], from: number): Match | undefined {
    const entries = this.#entries.get(stemOf(words[from]?.key ?? '')) ?? [];
    const fitting = entries.filter((entry) => fits(entry, words, from));
    const longest = Math.max(0, ...fitting.map((entry) => entry.words.length));
    const meanings = fitting.filter((entry) => entry.words.length === longest).map(({ meaning }) => meaning);
    if (meanings.length === 0) return undefined;
    const strong = meanings.filter(({ how }) => how === 'NAME');
    return { from, to: from + longest, meanings: distinct(strong.length > 0 ? strong : meanings) };
  }
}

const distinct = (meanings: readonly Meaning[]): readonly Meaning[] =>
  meanings.filter(({ thing }, at) => meanings.findIndex((one) => one.thing.id === thing.id) === at);

/** Whether the words of a name stand there, with capitals where it has them: `us` is not the US. */
function fits({ words, name }: Entry, sentence: readonly Word[], from: number): boolean {
  const isAllCapitals = /^[\p{Lu}\p{N}.\s]+$/u.test(name);
  return words.every((word, at) => {
    const here = sentence[from + at];
    if (!here || stemOf(here.key) !== word || (at > 0 && here.isCut)) return false;
    return isAllCapitals
      ? here.text === here.text.toUpperCase()
      : at > 0 || here.isCapital || !/^\p{Lu}/u.test(name);
  });
}
