import { type Agreement, agreementOf } from './agreement.ts';
import { statedOf } from './evidence.ts';
import { type Shapes, shapeOf } from './filter.ts';
import type { Graph, Item } from './graph.ts';
import { type ListArguments, type ListSource, pageOf } from './list.ts';
import type { Names } from './names.ts';
import { type Resolution, take } from './resolution.ts';
import type { Entry, ListField, NamedArgument } from './shape.ts';

/** What the resolvers of one graph share. */
export type World = { readonly graph: Graph; readonly names: Names; readonly shapes: Shapes };

/** An object of the answer: each field a value, or a function of its arguments. */
export type Fields = { readonly [field: string]: unknown };

const SHORT_PAGE = 20;

/** A list that has no cursors. */
export const upTo = <T>(items: readonly T[], first: unknown, size = SHORT_PAGE): readonly T[] =>
  items.slice(0, typeof first === 'number' ? first : size);

/** A list without pages: filtered and ordered like any other, and cut. */
export function plainList(shapes: Shapes, of: string, items: readonly Item[]) {
  const entries = items.map((item) => ({ item, join: null }));
  return ({ where, orderBy, first }: ListArguments) =>
    pageOf(shapes, { of, entries, pageSize: SHORT_PAGE }, { where, orderBy, first }).entries.map(
      ({ item }) => item,
    );
}

export function showAgreement(shapes: Shapes, { contradicting, ...agreement }: Agreement): Fields {
  return { ...agreement, contradicting: plainList(shapes, 'Claim', contradicting) };
}

/** The agreement on an item itself; null where its type has none. */
export function showOwn(shapes: Shapes, of: string, item: Item): Fields | null {
  const { agreement } = shapeOf(shapes, item, of);
  return agreement ? showAgreement(shapes, agreement(item)) : null;
}

/** A list as a connection: what its named arguments were taken to mean, and the page that is asked for. */
export function connect(
  world: World,
  source: ListSource & { readonly named?: ListField<Item>['named'] },
  args: ListArguments,
): Fields {
  const resolved: Resolution[] = [];
  let entries = source.entries;
  for (const [argument, named] of Object.entries<NamedArgument>(source.named ?? {})) {
    const value = args[argument];
    if (typeof value !== 'string') continue;
    const resolution = take(world, argument, value, named.as);
    resolved.push(resolution);
    const { taken } = resolution;
    entries = taken ? entries.filter(({ item }) => named.holds(item, taken)) : [];
  }
  const page = pageOf(world.shapes, { ...source, entries }, args);
  const edges = page.entries.map((entry) => edge(world, source.of, entry));
  const { hasNextPage, hasPreviousPage, totalCount } = page;
  const pageInfo = {
    hasNextPage,
    hasPreviousPage,
    startCursor: page.entries.at(0)?.cursor ?? null,
    endCursor: page.entries.at(-1)?.cursor ?? null,
  };
  return { nodes: page.entries.map((entry) => entry.item), edges, pageInfo, totalCount, resolved };
}

function edge(
  { graph, shapes }: World,
  of: string,
  { item, join, cursor }: Entry & { readonly cursor: string },
): Fields {
  const evidence = () => (join ? statedOf(graph, join) : (shapeOf(shapes, item, of).evidence?.(item) ?? []));
  return {
    cursor,
    node: item,
    basis: join?.basis ?? null,
    evidence: (args: ListArguments) => plainList(shapes, 'Evidence', evidence())(args),
    agreement: () => (join ? showAgreement(shapes, agreementOf(graph, join)) : showOwn(shapes, of, item)),
  };
}
