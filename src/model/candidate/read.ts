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

/** A thing that bears a name, and whether by a weak alias. */
export type Bearer = { readonly thing: NamedThing; readonly weak: boolean };

/** A thing that a text may mean, and why. */
export type Candidate = { readonly thing: NamedThing; readonly reason: Reason; readonly score: number };

/** What a text means. Only TAKEN is sure. */
export type NameReading =
  | { readonly kind: 'TAKEN'; readonly bearer: Bearer }
  /** The strong bearers first. */
  | { readonly kind: 'AMBIGUOUS'; readonly bearers: readonly Bearer[] }
  /** Known, but as nothing of the type that was asked for. */
  | { readonly kind: 'OTHER_TYPE'; readonly bearers: readonly Bearer[] }
  | { readonly kind: 'UNKNOWN'; readonly candidates: readonly Candidate[] };

/** Reads a name or an id, as a thing of some types, or of any. */
export function readName(text: string, index: NameIndex, types?: readonly string[]): NameReading {
  const known = bearersOf(text, index);
  if (known.length === 0) return { kind: 'UNKNOWN', candidates: candidatesOf(text, index, types) };
  const bearers = known.filter(({ thing }) => types?.includes(thing.type) ?? true);
  const [bearer, ...others] = bearers;
  if (!bearer) return { kind: 'OTHER_TYPE', bearers: strongest(known) };
  return others.length > 0 ? { kind: 'AMBIGUOUS', bearers } : { kind: 'TAKEN', bearer };
}

function bearersOf(text: string, index: NameIndex): readonly Bearer[] {
  const byId = index.byId.get(text.trim());
  if (byId) return [{ thing: byId, weak: false }];
  const key = askedKeys(text).find((asked) => index.byKey.has(asked)) ?? '';
  const bearers = (index.byKey.get(key) ?? []).map(({ thing, weak }) => ({ thing, weak }));
  return bearers.sort((a, b) => Number(a.weak) - Number(b.weak) || (a.thing.id < b.thing.id ? -1 : 1));
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
  types?: readonly string[],
): readonly Candidate[] {
  const asked = askedOf(text);
  if (!asked) return [];
  const findings = rules.flatMap((rule) => rule(asked, index));
  const meant = findings.filter(({ thing }) => types?.includes(thing.type) ?? true);
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
