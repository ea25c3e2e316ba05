import anyAscii from 'any-ascii';
import { STARTERS } from '../../article/split-words.ts';
import type { Sentence } from '../../article/text.ts';
import { TITLES } from '../titles.ts';
import type { Link } from './mentions.ts';
import { type Word, wordsIn } from './words.ts';

/**
 * Names that nobody in the corpus bears: runs of words with capitals, cut at titles, days and what is known. What each is,
 * is a guess by its words and by what stands before; every one waits for a person.
 */

/** A new name: the thing that it may be of, the reason for the guess, and where it stands. */
export type NewName = {
  readonly id: string;
  readonly label: string;
  readonly name: string;
  readonly places: readonly { readonly sentence: Sentence; readonly from: number; readonly to: number }[];
};

type Run = {
  readonly sentence: Sentence;
  readonly words: readonly Word[];
  readonly from: number;
  readonly to: number;
};

const DAYS = new Set(
  `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
  november december montag dienstag mittwoch donnerstag freitag samstag sonntag`.split(/\s+/),
);

const starters: ReadonlySet<string> = new Set([...STARTERS].map((word) => word.toLowerCase()));

/** Words in small letters that names have inside. */
const INSIDE = new Set(['de', 'la', 'del', 'von', 'van', 'der', 'al', 'bin']);

/** Runs of capitals that no link covers. */
function runsOf(sentence: Sentence, words: readonly Word[], links: readonly Link[]): readonly Run[] {
  const taken = (at: number) =>
    links.some((link) => link.sentence === sentence && link.from <= at && at < link.to);
  const isName = (at: number) => {
    const word = words[at];
    if (!word?.isCapital || taken(at) || TITLES.has(word.key) || DAYS.has(word.key)) return false;
    return !(starters.has(word.key) && (at === 0 || word.text.length < 4));
  };
  const runs: Run[] = [];
  for (let from = 0; from < words.length; from++) {
    if (!isName(from)) continue;
    let to = from + 1;
    const goesOn = (at: number) => !words[at]?.isCut && isName(at);
    const isInside = (at: number) => {
      const key = words[at]?.isCut === false ? (words[at]?.key ?? '') : '';
      const isBody = ORGANIZATION.test(
        words
          .slice(from, at)
          .map(({ text }) => text)
          .join(' '),
      );
      return (INSIDE.has(key) || (isBody && key === 'of')) && goesOn(at + 1);
    };
    while (goesOn(to) || isInside(to)) to++;
    runs.push({ sentence, words, from, to });
    from = to - 1;
  }
  return runs;
}

const ORGANIZATION =
  /\b(?:Union|Ministry|Council|Party|Bank|Court|Company|Inc|Ltd|Corp|University|Army|Navy|Agency|Commission|Parliament|Association|Committee|Institute|Museum|Group|League|Front|Times|News|Dispatch|Authority|Department|Office|Organization|Alliance|Board|Police|Guard|Line)\b/u;

const BEFORE_PLACES = new Set(['in', 'at', 'near', 'from', 'to', 'of', 'outside', 'в', 'из', 'nach', 'aus']);

const textOf = ({ words, from, to }: Run): string =>
  words
    .slice(from, to)
    .map(({ text }) => text)
    .join(' ');

function labelOf(run: Run): string | undefined {
  const name = textOf(run);
  const near = run.words[run.from - 1];
  const before = near?.key === 'the' ? run.words[run.from - 2] : near;
  if (ORGANIZATION.test(name)) return 'Organization';
  if (before && TITLES.has(before.key)) return 'Person';
  const isPlace = before !== undefined && BEFORE_PLACES.has(before.key) && !before.isCapital;
  if (isPlace) return 'Place';
  return run.to - run.from > 1 ? 'Person' : undefined;
}

const slug = (name: string): string =>
  anyAscii(name)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** A single word at the head of a sentence is a name only where it stands elsewhere too. */
const isSure = (run: Run, runs: readonly Run[]): boolean =>
  run.from > 0 ||
  run.to - run.from > 1 ||
  runs.some(
    (one) => one !== run && (one.from > 0 || one.to - one.from > 1) && endsWith(textOf(one), textOf(run)),
  );

const endsWith = (name: string, part: string): boolean => name === part || name.endsWith(` ${part}`);

/** The new names of a text; a surname joins the full name that it belongs to. */
export function newNames(
  sentences: readonly (readonly [Sentence, readonly Word[]])[],
  links: readonly Link[],
  prefixes: ReadonlyMap<string, string>,
): readonly NewName[] {
  const body = sentences.filter(([{ kind }]) => kind === 'BODY');
  const runs = body.flatMap(([sentence, words]) => runsOf(sentence, words, links));
  const sure = runs.filter((run) => isSure(run, runs));
  const found = new Map<string, { label: string; name: string; places: Run[] }>();
  for (const run of [...sure].sort((a, b) => b.to - b.from - (a.to - a.from))) {
    const name = textOf(run);
    const whole = [...found.values()].find((one) => endsWith(one.name, name));
    const label = labelOf(run);
    if (whole) whole.places.push(run);
    else if (label !== undefined) found.set(name, { label, name, places: [run] });
  }
  return [...found.values()].flatMap(({ label, name, places }) => {
    const prefix = prefixes.get(label);
    if (prefix === undefined || slug(name) === '') return [];
    return [{ id: `${prefix}:${slug(name)}`, label, name, places: [...places, ...inHead(name, sentences)] }];
  });
}

/** Where the whole name stands in the title and the place line, which begin every word with a capital. */
function inHead(name: string, sentences: readonly (readonly [Sentence, readonly Word[]])[]): readonly Run[] {
  const wanted = wordsIn(name).map(({ key }) => key);
  const head = sentences.filter(([{ n }]) => ['0a', '0b', '0e'].includes(n));
  return head.flatMap(([sentence, words]) =>
    words.flatMap((_, from) =>
      wanted.every((key, at) => words[from + at]?.key === key)
        ? [{ sentence, words, from, to: from + wanted.length }]
        : [],
    ),
  );
}
