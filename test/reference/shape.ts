import type { GraphNode, Item, Properties, Relationship } from './graph.ts';
import type { NamedAs } from './resolution.ts';

/** How a value is compared by a filter. */
export type ValueKind = 'id' | 'name' | 'text' | 'texts' | 'int' | 'day' | 'choice' | 'flag' | 'fuzzyDate';

export type ValueField<T> = {
  readonly kind: ValueKind;
  /** The values that a choice is made from, in their order. */
  readonly among?: readonly unknown[];
  read(item: T): unknown;
};

/** One place of a list: the item, and what joins it to the owner: null where nothing in the world does. */
export type Entry = { readonly item: Item; readonly join: Properties | null };

/** An argument that names an entity. */
export type NamedArgument<T extends Item = Item> = {
  readonly as: readonly string[];
  /** Types that only a name that identifies means. */
  readonly strong?: readonly string[] | undefined;
  holds(item: T, named: GraphNode): boolean;
};

/** Whether an item lies in what a name means, and which names do. */
export type Within = Pick<NamedArgument<GraphNode>, 'strong' | 'holds'>;

export type ListField<T> = {
  /** The type of the items; of nodes their labels tell it. */
  readonly of: string;
  read(item: T): readonly Entry[];
  readonly named?: { readonly [argument: string]: NamedArgument };
  /** How a filter by name finds items: by what they lie in. */
  readonly within?: Within;
  /** Whether it also has what is denied or taken back, without being asked. */
  readonly whole?: boolean;
};

export type OneField<T> = { readonly of: string; read(item: T): Item | null };

/** A type of the schema: its fields by what they hold, and its natural order. */
export type Shape<T extends Item = Item> = {
  readonly values: { readonly [field: string]: ValueField<T> };
  readonly lists: { readonly [field: string]: ListField<T> };
  readonly ones: { readonly [field: string]: OneField<T> };
  order(item: T): readonly unknown[];
  /** Everything that a name means, of things that have one. */
  readonly means?: (text: string, as: NamedAs) => readonly GraphNode[];
  /** The keys of a field that orders a list by more than a value. */
  keysOf?(field: string, item: T): readonly unknown[] | undefined;
};

/** A value stored on the item under a name. */
export function stored(kind: ValueKind, property: string): ValueField<Item> {
  return { kind, read: (item) => item.properties[property] ?? null };
}

/** Relationships as the items of a list. */
export const relationships = (found: readonly Relationship[]): readonly Entry[] =>
  found.map((item) => ({ item, join: null }));

/** The nodes at the start of relationships, each joined by its relationship. */
export const starts = (found: readonly Relationship[]): readonly Entry[] =>
  found.map((r) => ({ item: r.start, join: r.properties }));

/** The nodes at the end of relationships, each joined by its relationship. */
export const ends = (found: readonly Relationship[]): readonly Entry[] =>
  found.map((r) => ({ item: r.end, join: r.properties }));

/** A list of the sentences behind an item. */
export const evidenceList = <T extends Item>(read: (item: T) => readonly Relationship[]): ListField<T> => ({
  of: 'Evidence',
  read: (item) => relationships(read(item)),
});

/** Nodes that no relationship joins to the owner, each once. */
export const unjoined = (found: Iterable<GraphNode>): readonly Entry[] =>
  [...new Set(found)].map((item) => ({ item, join: null }));
