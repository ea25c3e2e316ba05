/**
 * The one reader of names: what a text means, said aloud. A name is taken where its key is a name's and one thing bears
 * it; where several do, all are told; where none does, there are candidates, ranked, each with a reason.
 *
 *     Putin               taken: Vladimir Putin, by a weak alias
 *     Kim                 ambiguous: Kim Jong-un, Kim Jong-il, Kim Yo-jong
 *     Pyongyang, a person other type: a place
 *     Kim Dzong Un        unknown; perhaps Kim Jong-un: it sounds alike
 */
import { askedKeys } from '../name.ts';
import type { NamedThing, NameIndex } from './name-index.ts';
import { askedOf, type Finding, type Reason, reasons, rules, unlikeness } from './rules.ts';

/** A thing as an answer shows it. */
export type Thing = Pick<NamedThing, 'id' | 'type' | 'name'>;

/** A thing that bears a name, whether by a weak alias, and how often texts call it so, which orders and never decides. */
export type Bearer = { readonly thing: Thing; readonly weak: boolean; readonly mentions?: number };

/** A thing that a text may mean, and why. */
export type Candidate = { readonly thing: Thing; readonly reason: Reason; readonly score: number };

/** What a text means. Only TAKEN is sure. */
export type NameReading =
  | { readonly kind: 'TAKEN'; readonly bearer: Bearer }
  /** The strong bearers first. */
  | { readonly kind: 'AMBIGUOUS'; readonly bearers: readonly Bearer[] }
  /** Known, but as nothing of the type that was asked for. */
  | { readonly kind: 'OTHER_TYPE'; readonly bearers: readonly Bearer[] }
  | { readonly kind: 'UNKNOWN'; readonly candidates: readonly Candidate[] };

/** What a name is asked for as. */
export type Wanted = {
  /** The types of things that it may mean; any, where left out. */
  readonly types?: readonly string[] | undefined;
  /** Types that only a name that identifies means: a metonym, Moscow for Russia, acts and is no place. */
  readonly strong?: readonly string[] | undefined;
  /** The day by which candidates must have been known; any, where left out. */
  readonly day?: string;
};

/** Who bears a name: an index in memory, or what a look-up in a graph has found. */
export type Known = {
  readonly byId: { get(id: string): Thing | undefined };
  readonly byKey: { get(key: string): readonly Bearer[] | undefined };
};

/** Reads a name or an id among those known; undefined where nothing bears it. */
export function readKnown(text: string, known: Known, wanted: Wanted = {}): NameReading | undefined {
  const all = bearersOf(text, known);
  if (all.length === 0) return undefined;
  const bearers = all.filter((bearer) => isWanted(bearer, wanted));
  const [bearer, ...others] = bearers;
  if (!bearer) return { kind: 'OTHER_TYPE', bearers: strongest(all) };
  return others.length > 0 ? { kind: 'AMBIGUOUS', bearers } : { kind: 'TAKEN', bearer };
}

/** Reads a name or an id; what nothing bears has candidates. */
export function readName(text: string, index: NameIndex, wanted: Wanted = {}): NameReading {
  const candidates = () => candidatesOf(text, index, wanted);
  return readKnown(text, index, wanted) ?? { kind: 'UNKNOWN', candidates: candidates() };
}

function isWanted({ thing, weak }: Bearer, { types, strong }: Wanted): boolean {
  if (types && !types.includes(thing.type)) return false;
  return !weak || !strong?.includes(thing.type);
}

function bearersOf(text: string, { byId, byKey }: Known): readonly Bearer[] {
  const thing = byId.get(text.trim());
  if (thing) return [{ thing, weak: false }];
  const [bearers = []] = askedKeys(text).flatMap((key) =>
    [byKey.get(key) ?? []].filter(({ length }) => length > 0),
  );
  return [...bearers].sort(compareBearers);
}

/** Those whom the name identifies first, then those whom texts call so most, then by id. */
function compareBearers(a: Bearer, b: Bearer): number {
  const often = (b.mentions ?? 0) - (a.mentions ?? 0);
  return Number(a.weak) - Number(b.weak) || often || (a.thing.id < b.thing.id ? -1 : 1);
}

/** What a name is, if anything bears it strongly; else whatever it may be. */
function strongest(bearers: readonly Bearer[]): readonly Bearer[] {
  const strong = bearers.filter(({ weak }) => !weak);
  return strong.length > 0 ? strong : bearers;
}

/** What a text that is no name may mean, the likeliest first; nothing for a text with nothing to read. */
export function candidatesOf(
  text: string,
  index: NameIndex,
  { types, day }: Wanted = {},
): readonly Candidate[] {
  const asked = askedOf(text);
  if (!asked) return [];
  const findings = rules.flatMap((rule) => rule(asked, index));
  const isMeant = ({ type, reportedOn = '' }: NamedThing) =>
    (types?.includes(type) ?? true) && (day === undefined || reportedOn <= day);
  const meant = findings.filter(({ thing }) => isMeant(thing));
  const ranked = meant.map((finding) => rank(finding, asked.spoken)).sort(compareRanked);
  const best = new Map(ranked.reverse().map((candidate) => [candidate.thing.id, candidate]));
  const candidates = [...best.values()].sort(compareRanked).slice(0, CANDIDATES_MAX);
  return candidates.map(({ thing, reason, score }) => ({ thing, reason, score }));
}

/** How many candidates are given at most: with more, none of them is likely. */
const CANDIDATES_MAX = 10;

type Ranked = Candidate & { readonly unlike: number };

function rank({ thing, reason, entry }: Finding, spoken: string): Ranked {
  return { thing, reason, score: reasons[reason].score, unlike: entry ? unlikeness(spoken, entry) : 0 };
}

/** The surest reason first, then the name most like the text, then by id. */
function compareRanked(a: Ranked, b: Ranked): number {
  return b.score - a.score || a.unlike - b.unlike || (a.thing.id < b.thing.id ? -1 : 1);
}
