import { ServiceError } from '../errors.ts';
import { type Graph, projectionOf } from './graph.ts';

/** Which part of the graph: lists of what passes, all where there is none. */
export type Filter = {
  /** Node types. */
  readonly types?: readonly string[];
  /** Relationship types. */
  readonly relations?: readonly string[];
  /** Statuses of events; other nodes pass. */
  readonly statuses?: readonly string[];
  /** What the graph is folded to before it is written. */
  readonly projections?: readonly string[];
};

/** Whether nodes of a type pass. */
export function lets({ types }: Filter, type: string): boolean {
  return !types || types.includes(type);
}

/** Whether every node passes. */
export function isWhole({ types, statuses }: Filter): boolean {
  return !types && !statuses;
}

/** The names of the filters in addresses: where they lead, and what may stand there. */
function filtersOf(graph: Graph): Readonly<Record<string, Allowed>> {
  const { catalog } = graph;
  const projection = projectionOf(graph);
  return {
    types: { key: 'types', allowed: catalog.types.map(({ name }) => name) },
    kinds: { key: 'relations', allowed: catalog.predicates },
    status: { key: 'statuses', allowed: catalog.statuses },
    projection: { key: 'projections', allowed: projection ? [projection.name] : [] },
  };
}

type Allowed = { readonly key: keyof Filter; readonly allowed: readonly string[] };

/** The names of the filters that addresses take: those for which the domain has something to choose among. */
export function filterNames(graph: Graph): string[] {
  return Object.entries(filtersOf(graph)).flatMap(([name, { allowed }]) =>
    allowed.length > 0 ? [name] : [],
  );
}

/** Those that choose a part of the graph and leave it as it is. */
export function partNames(graph: Graph): string[] {
  return filterNames(graph).filter((name) => name !== 'projection');
}

/** Reads filters such as `types=Person,Gift`; an unknown name or value is a BAD_USER_INPUT that tells the known ones. */
export function readFilter(graph: Graph, pairs: readonly (readonly [string, string])[]): Filter {
  const filters = filtersOf(graph);
  const filter: { -readonly [K in keyof Filter]: Filter[K] } = {};
  for (const [name, value] of pairs) {
    const known = Object.hasOwn(filters, name) ? filters[name] : undefined;
    if (!known?.allowed.length) throw unknownFilter(graph, name);
    const { key, allowed } = known;
    filter[key] = value.split(',').map((item) => knownValue(name, item.trim(), allowed));
  }
  if (filter.projections && pairs.length > 1) {
    throw new ServiceError('BAD_USER_INPUT', 'A projection takes no other filter.', {
      hint: `Leave out ${partNames(graph).join(', ')}.`,
    });
  }
  return filter;
}

function unknownFilter(graph: Graph, name: string): ServiceError {
  const some = [graph.catalog.types[0], graph.catalog.types.at(-1)].map((type) => type?.name);
  return new ServiceError('BAD_USER_INPUT', `There is no filter ${name.slice(0, 100)}.`, {
    hint: `Filters are ${filterNames(graph).join(', ')}, as in types=${some.join(',')}.`,
  });
}

function knownValue(name: string, item: string, allowed: readonly string[]): string {
  const found = allowed.find((known) => known.toLowerCase() === item.toLowerCase());
  if (found !== undefined) return found;
  throw new ServiceError(
    'BAD_USER_INPUT',
    `The filter ${name} does not know ${item.slice(0, 100) || 'nothing'}.`,
    {
      hint: `It knows ${allowed.join(', ')}.`,
    },
  );
}
