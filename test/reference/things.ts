import type { Properties } from './graph.ts';
import { ordered } from './order.ts';
import type { Declaration, Owned } from './owned.ts';
import type { Sameness } from './sameness.ts';

/** A thing and what owners call it. */
export type Thing = {
  readonly id: string;
  readonly label: string;
  /** The ids that stand for it, its own first. */
  readonly ids: readonly string[];
  readonly properties: Properties;
  readonly names: readonly Called[];
};

/** A key that an index finds it by: `weak` merely may mean it; how often texts call it so; `since` the first day of it. */
export type Called = {
  readonly key: string;
  readonly weak: boolean;
  readonly mentions: number;
  readonly since: string;
};

/** Words of which the first declaration that has one decides, on every day: what we call a thing is no news. */
const FIRST = ['name', 'wikidata', 'kind', 'isoCode', 'demonym', 'named'];

const list = (value: unknown): readonly string[] => (Array.isArray(value) ? (value as string[]) : []);

const union = (parts: readonly string[]): readonly string[] => ordered([...new Set(parts)], (part) => [part]);

/** Background first, then by day, so that what a thing is called never changes afterwards. */
const inOrder = (declared: readonly Declaration[]): readonly Declaration[] =>
  ordered(declared, ({ thing, owner }) => [owner.day, owner.id, thing]);

const firstOf = (declared: readonly Declaration[], property: string): unknown =>
  declared.map(({ properties }) => properties[property] ?? null).find((value) => value !== null) ?? null;

function wordsOf(ever: readonly Declaration[], declared: readonly Declaration[]): Properties {
  const words = Object.fromEntries(FIRST.map((property) => [property, firstOf(ever, property)]));
  const called = ({ properties: { name, aliases } }: Declaration) => [
    ...(typeof name === 'string' && name !== words.name ? [name] : []),
    ...list(aliases),
  ];
  return {
    ...words,
    aliases: [...new Set(declared.flatMap(called))],
    weakAliases: [...new Set(declared.flatMap(({ properties: { weakAliases } }) => list(weakAliases)))],
  };
}

type Use = { readonly key: string; readonly rank: number; readonly hits: number; readonly day: string };

/** 0 identifies, 1 and 2 merely may, 3 is no name: a noun, unless of an event, which has no other names. */
function rankOf(kind: unknown, label: string): number {
  return kind === 'NOMINAL' && label !== 'Event' ? 3 : 2;
}

function usesOf(
  { ids, label }: Pick<Thing, 'ids' | 'label'>,
  { declarations, mentions }: Owned,
): readonly Use[] {
  const declared = declarations
    .filter(({ thing }) => ids.includes(thing))
    .flatMap(({ owner: { day }, properties: { keys, weakKeys } }) => [
      ...list(keys).map((key) => ({ key, rank: 0, hits: 0, day })),
      ...list(weakKeys).map((key) => ({ key, rank: 1, hits: 0, day })),
    ]);
  const called = mentions.flatMap(({ thing, day, properties: { key, kind } }) => {
    const counts = ids.includes(thing) && typeof key === 'string' && kind !== 'PRONOUN';
    return counts ? [{ key, rank: rankOf(kind, label), hits: 1, day }] : [];
  });
  return [...declared, ...called];
}

function namesOf(uses: readonly Use[]): readonly Called[] {
  return union(uses.map(({ key }) => key)).flatMap((key) => {
    const same = uses.filter((use) => use.key === key);
    const rank = Math.min(...same.map((use) => use.rank));
    const mentions = same.reduce((sum, { hits }) => sum + hits, 0);
    const [since = ''] = same.flatMap((use) => (use.rank < 3 ? [use.day] : [])).sort();
    return rank < 3 ? [{ key, weak: rank > 0, mentions, since }] : [];
  });
}

/** Declarations by the things that they are of. */
function byThing({ declarations }: Owned, same: Sameness): ReadonlyMap<string, readonly Declaration[]> {
  const groups = new Map<string, readonly Declaration[]>();
  for (const one of declarations) groups.set(same(one.thing), [...(groups.get(same(one.thing)) ?? []), one]);
  return new Map([...groups].map(([id, declared]) => [id, inOrder(declared)]));
}

/** Every thing that an owner had declared by a day, each once, whatever it is called by; `written` is of all days. */
export function thingsIn(owned: Owned, written: Owned, same: Sameness): readonly Thing[] {
  const ever = byThing(written, same);
  return [...byThing(owned, same)].map(([id, declared]) => {
    const label = declared[0]?.label ?? '';
    const ids = union([id, ...declared.map(({ thing }) => thing)]);
    const properties = wordsOf(ever.get(id) ?? [], declared);
    return { id, label, ids, properties, names: namesOf(usesOf({ ids, label }, owned)) };
  });
}
