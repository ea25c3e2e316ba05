import { agreementOf, claimsFor, statedBy } from './evidence.ts';
import { type Shapes, shapeOf, type Where } from './filter.ts';
import type { Graph, GraphNode, Item, Properties } from './graph.ts';
import { type ListArguments, type ListSource, pageOf } from './list.ts';
import type { Names } from './names.ts';
import { meant } from './resolution.ts';
import type { Entry, ListField, NamedArgument } from './shape.ts';

/** What the resolvers of one graph share. */
export type World = {
  readonly graph: Graph;
  readonly names: Names;
  readonly shapes: Shapes;
};

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

/** `status:`, `predicate:` and the like are short for filters. */
const SHORT: { readonly [argument: string]: (value: unknown) => Where } = {
  status: (status) => ({ status: { in: status } }),
  predicate: (predicate) => ({ predicate: { in: predicate } }),
  agreement: (verdicts) => ({ agreement: { verdict: { in: verdicts } } }),
  between: (interval) => ({ date: { during: interval } }),
};

/** The filter of a list, with what its arguments are short for. */
export function filterOf(args: ListArguments): Where {
  const short = Object.entries(SHORT).flatMap(([argument, filter]) => {
    const value = args[argument] ?? null;
    return value === null ? [] : [filter(value)];
  });
  return { and: [(args.where ?? {}) as Where, ...short] };
}

/** A list as a connection: the page that is asked for, of what any of the things named holds of. */
export function connect(
  world: World,
  source: ListSource & { readonly named?: ListField<Item>['named'] },
  args: ListArguments,
): Fields {
  let entries = source.entries;
  for (const [argument, named] of Object.entries<NamedArgument>(source.named ?? {})) {
    const value = args[argument];
    if (typeof value !== 'string') continue;
    const things = meant(world, value, named);
    entries = entries.filter(({ item }) => things.some((one) => named.holds(item, one)));
  }
  const page = pageOf(world.shapes, { ...source, entries }, { ...args, where: filterOf(args) });
  const edges = page.entries.map((entry) => edge(world, source.of, entry));
  const { hasNextPage, hasPreviousPage, totalCount } = page;
  const pageInfo = {
    hasNextPage,
    hasPreviousPage,
    startCursor: page.entries.at(0)?.cursor ?? null,
    endCursor: page.entries.at(-1)?.cursor ?? null,
  };
  return { nodes: page.entries.map((entry) => entry.item), edges, pageInfo, totalCount };
}

/** The facts that join an item to the owner of a list: one, or those of a relationship that follows from several. */
function factsBehind({ byId }: Graph, join: Properties | null): readonly GraphNode[] {
  const ids = [join?.fact, ...((join?.facts as readonly unknown[] | undefined) ?? [])];
  return ids.flatMap((id) => byId.get(String(id)) ?? []);
}

/**
 * What an item itself rests on, where no relationship joins it to the owner of the list; of a list of any things only what
 * every thing has.
 */
function ownOf({ shapes }: World, of: string, item: Item): Fields {
  const { ones, lists, values } = shapeOf(shapes, item, of);
  const any = !(of in shapes);
  const list = any ? lists.allEvidence : lists.evidence;
  const stated = list?.read(item).map((one) => one.item) ?? [];
  return {
    fact: null,
    agreement: (any ? undefined : ones.agreement?.read(item)) ?? null,
    basis: null,
    status: (any ? undefined : values.status?.read(item)) ?? null,
    evidence: plainList(shapes, 'Evidence', stated),
  };
}

/** What sources make of two parts in one event, of several such events the best: never more than of either part. */
function together({ shapes }: World, facts: readonly GraphNode[]): Fields {
  const told = facts.map((fact) => agreementOf(fact)?.properties ?? {});
  const pairs = told.flatMap((one, at) => (at % 2 === 0 ? [[one, told[at + 1] ?? {}] as const] : []));
  const most = (name: string) =>
    Math.max(...pairs.map((pair) => Math.min(...pair.map((one) => Number(one[name])))));
  const verdicts = pairs.map((pair) => pair.map(({ verdict }) => verdict));
  const isAgreed = verdicts.some((both) => both.every((one) => one === 'AGREED'));
  const isDisputed = verdicts.every((both) => both.includes('DISPUTED'));
  const against = facts.flatMap((fact) => agreementOf(fact)?.out ?? []).map((r) => r.end);
  return {
    verdict: isAgreed ? 'AGREED' : isDisputed ? 'DISPUTED' : 'SINGLE_SOURCE',
    articles: most('articles'),
    sources: most('sources'),
    contradicting: plainList(shapes, 'Claim', [...new Set(against)]),
  };
}

function edge(world: World, of: string, { item, join, cursor }: Entry & { readonly cursor: string }): Fields {
  if (!join) return { cursor, node: item, ...ownOf(world, of, item) };
  const facts = factsBehind(world.graph, join);
  const fact = join.facts ? null : (facts[0] ?? null);
  const agreement = join.facts ? together(world, facts) : fact && agreementOf(fact);
  return {
    cursor,
    node: item,
    fact,
    agreement,
    basis: join.basis ?? null,
    status: fact?.properties.status ?? join.status ?? null,
    evidence: plainList(world.shapes, 'Evidence', statedBy(facts.flatMap(claimsFor))),
  };
}
