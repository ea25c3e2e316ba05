import type { Sentence } from '../../article/text.ts';
import { TITLES } from '../titles.ts';
import type { Dictionary, Match, Meaning } from './dictionary.ts';
import type { Word } from './words.ts';

/**
 * Which words of a text name what the corpus knows. Who is named in full anywhere in the text may be named by less
 * everywhere in it; what a person should look at is flagged with the reason:
 *
 *     Bo Lundeen … Lundeen       the surname of who is named in full
 *     Carl Lundeen               somebody else: linked to nobody
 *     Premier Lundeen            nobody is named in full, and one person has the name: flagged
 *     Moscow                     a city after `in`, `at`, `near`, else the state it stands for: flagged
 */

/** Words of a sentence that mean a thing; `doubt` is why a person should look. */
export type Link = {
  readonly sentence: Sentence;
  readonly from: number;
  readonly to: number;
  readonly entity: string;
  readonly isDemonym: boolean;
  readonly doubt?: string;
};

/** A sentence in words, and what the dictionary has of them. */
export type Looked = {
  readonly sentence: Sentence;
  readonly words: readonly Word[];
  readonly matches: readonly Match[];
};

/** Looks the sentences of a text up; bylines and days name nobody. */
export function lookUp(
  sentences: readonly (readonly [Sentence, readonly Word[]])[],
  dictionary: Dictionary,
): readonly Looked[] {
  return sentences
    .filter(([{ n }]) => n !== '0c' && n !== '0d')
    .map(([sentence, words]) => ({ sentence, words, matches: dictionary.matches(words) }));
}

const isPerson = ({ thing }: Meaning): boolean => thing.label === 'Person';

/** Who is named in full, in the order of the text. */
function introducedIn(all: readonly Looked[]): readonly string[] {
  const full = all.flatMap(({ matches }) =>
    matches.flatMap(({ meanings }) =>
      meanings.filter((one) => isPerson(one) && one.how === 'NAME').map(({ thing }) => thing.id),
    ),
  );
  return [...new Set(full)];
}

const IN_A_PLACE = new Set([
  'in',
  'at',
  'near',
  'outside',
  'to',
  'into',
  'leave',
  'left',
  'в',
  'из',
  'под',
  'nach',
  'bei',
]);

type Choice = { readonly meaning: Meaning; readonly doubt?: string };

class Linker {
  readonly #introduced: readonly string[];

  constructor(all: readonly Looked[]) {
    this.#introduced = introducedIn(all);
  }

  link({ sentence, words, matches }: Looked): readonly Link[] {
    return matches.flatMap((match) => {
      const choice = this.#choose(match, words);
      if (!choice) return [];
      const { meaning, doubt } = choice;
      return [
        {
          sentence,
          from: match.from,
          to: match.to,
          entity: meaning.thing.id,
          isDemonym: meaning.how === 'DEMONYM',
          ...(doubt !== undefined && { doubt }),
        },
      ];
    });
  }

  #choose(match: Match, words: readonly Word[]): Choice | undefined {
    const { meanings } = match;
    const strong = meanings.filter(({ how }) => how === 'NAME' || how === 'DEMONYM');
    const [first, second] = strong;
    if (first && !second) return { meaning: first };
    if (first) return { meaning: first, doubt: `${strong.length} things have this name` };
    return meanings.every(isPerson) ? this.#person(match, words) : this.#other(match, words);
  }

  /** A part of a name: of who is named in full; else of the one who has it, where a title stands before. */
  #person({ meanings, from, to }: Match, words: readonly Word[]): Choice | undefined {
    const [before, after] = [words[from - 1], words[to]];
    const hasTitle = before !== undefined && TITLES.has(before.key);
    if (isForename(before, words[from], hasTitle) || isLongerName(words[to - 1], after)) return undefined;
    const known = this.#introduced.flatMap((id) => meanings.filter(({ thing }) => thing.id === id));
    const [one, another] = known;
    if (one)
      return another
        ? { meaning: one, doubt: `${known.length} people of this name are in the text` }
        : { meaning: one };
    const [only, more] = meanings;
    if (!only || more) return undefined;
    return hasTitle ? { meaning: only, doubt: 'the full name is not in the text' } : undefined;
  }

  /** A city that stands for its government too. */
  #other({ meanings, from }: Match, words: readonly Word[]): Choice | undefined {
    const place = meanings.find(({ thing }) => thing.label === 'Place');
    const state = meanings.find(({ thing }) => thing.label !== 'Place');
    const isPlace = IN_A_PLACE.has(words[from - 1]?.key ?? '');
    const meaning = isPlace ? (place ?? state) : (state ?? place);
    return meaning && { meaning, doubt: 'a name that stands for another thing too' };
  }
}

/** `Carl` before a surname: another person of the name. An initial is one too, unless it is the right one. */
function isForename(before: Word | undefined, name: Word | undefined, hasTitle: boolean): boolean {
  if (!before?.isCapital || hasTitle || name?.isCut) return false;
  return !COMMON.has(before.key);
}

/** `Venn & Sons`, `Venn Street`: the name of something else. */
function isLongerName(last: Word | undefined, after: Word | undefined): boolean {
  return last !== undefined && after?.isCapital === true && !after.isCut && NAMED_FOR.has(after.key);
}

const NAMED_FOR = new Set(
  'sons brothers street avenue prize award foundation institute doctrine plan airport bridge stadium'.split(
    ' ',
  ),
);

/** Words that begin sentences with a capital and are no forenames. */
const COMMON = new Set(
  `the a an but and when while after before if as that for from with by on in at to of said says both mr mrs since because
  although though however meanwhile then now later did does was is yet so or nor until during against between among under
  der die das und aber als nach von mit im in но и а в на что как по когда после`.split(/\s+/),
);

/** The links of a text. */
export function linksOf(all: readonly Looked[]): readonly Link[] {
  const linker = new Linker(all);
  return all.flatMap((looked) => linker.link(looked));
}
