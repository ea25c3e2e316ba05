import { ServiceError } from '../errors.ts';
import { type NodeType, nodeTypes, relations, statuses } from './vocabulary.ts';

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
export function lets({ types }: Filter, type: NodeType): boolean {
  return !types || types.includes(type);
}

/** People alone, each two of them joined by how many gifts the one gave the other. */
export const PERSONS = 'persons';

/** The names of the filters in addresses: where they lead, and what may stand there. */
const filters = {
  types: { key: 'types', allowed: nodeTypes },
  kinds: { key: 'relations', allowed: relations },
  status: { key: 'statuses', allowed: statuses },
  projection: { key: 'projections', allowed: [PERSONS] },
} as const satisfies Record<string, { key: keyof Filter; allowed: readonly string[] }>;

/** The names of the filters that addresses take. */
export const filterNames: readonly string[] = Object.keys(filters);

/** Those that choose a part of the graph and leave it as it is. */
export const partNames = filterNames.filter((name) => name !== 'projection');

/** Reads filters such as `types=Person,Gift`; an unknown name or value is a BAD_USER_INPUT that tells the known ones. */
export function readFilter(pairs: readonly (readonly [string, string])[]): Filter {
  const filter: { -readonly [K in keyof Filter]: Filter[K] } = {};
  for (const [name, value] of pairs) {
    if (!isFilter(name)) throw unknownFilter(name);
    const { key, allowed } = filters[name];
    filter[key] = value.split(',').map((item) => knownValue(name, item.trim(), allowed));
  }
  if (filter.projections && pairs.length > 1) {
    throw new ServiceError('BAD_USER_INPUT', 'A projection takes no other filter.', {
      hint: `Leave out ${partNames.join(', ')}.`,
    });
  }
  return filter;
}

function isFilter(name: string): name is keyof typeof filters {
  return Object.hasOwn(filters, name);
}

function unknownFilter(name: string): ServiceError {
  return new ServiceError('BAD_USER_INPUT', `There is no filter ${name.slice(0, 100)}.`, {
    hint: `Filters are ${filterNames.join(', ')}, as in types=Person,Gift.`,
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
