import { ServiceError } from '../errors.ts';
import { nodeTypes, relations, statuses } from './vocabulary.ts';

/** Which part of the graph: lists of what passes, all where there is none. */
export type Filter = {
  /** Node types. */
  readonly types?: readonly string[];
  /** Relationship types. */
  readonly relations?: readonly string[];
  /** Statuses of events; other nodes pass. */
  readonly statuses?: readonly string[];
};

/** The names of the filters in addresses: where they lead, and what may stand there. */
const filters = {
  types: { key: 'types', allowed: nodeTypes },
  kinds: { key: 'relations', allowed: relations },
  status: { key: 'statuses', allowed: statuses },
} as const satisfies Record<string, { key: keyof Filter; allowed: readonly string[] }>;

/** The names of the filters that addresses take. */
export const filterNames: readonly string[] = Object.keys(filters);

/** Reads filters such as `types=Person,Gift`; an unknown name or value is a BAD_USER_INPUT that tells the known ones. */
export function readFilter(pairs: readonly (readonly [string, string])[]): Filter {
  const filter: { -readonly [K in keyof Filter]: Filter[K] } = {};
  for (const [name, value] of pairs) {
    if (!isFilter(name)) throw unknownFilter(name);
    const { key, allowed } = filters[name];
    filter[key] = value.split(',').map((item) => knownValue(name, item.trim(), allowed));
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
