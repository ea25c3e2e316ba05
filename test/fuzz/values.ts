import { type Graph, type GraphNode, typeOf } from '../reference/graph.ts';
import { naughty } from './naughty.ts';
import type { Tape } from './tape.ts';

/** Values that operations are made of: from the graph, and some that are not there. */
export type Values = {
  text(tape: Tape, property: string): string;
  /** A name, mostly of an entity of these types. */
  name(tape: Tape, types: readonly string[]): string;
  /** An id, mostly of a node of these types. */
  id(tape: Tape, types: readonly string[]): string;
  day(tape: Tape): string;
  int(tape: Tape): number;
};

/** Fields that are stored under another name. */
const aliased: Readonly<Record<string, string>> = { number: 'n', position: 'seq', statement: 'text' };

const strings = (value: unknown): readonly string[] =>
  [value].flat().filter((one): one is string => typeof one === 'string');

/** Collects what the graph holds. */
export function valuesOf(graph: Graph): Values {
  const properties = [...graph.nodes, ...graph.relationships].flatMap((item) =>
    Object.entries(item.properties),
  );
  const byProperty = new Map<string, string[]>();
  for (const [property, value] of properties) {
    byProperty.set(property, [...(byProperty.get(property) ?? []), ...strings(value)]);
  }
  const of = (property: string) => [...new Set(byProperty.get(property) ?? [])];
  const known = new Map([...byProperty.keys()].map((property) => [property, of(property)]));
  const names = ['name', 'aliases', 'weakAliases', 'surface', 'key'].flatMap((key) => known.get(key) ?? []);
  const words = [...new Set([...names, ...(known.get('text') ?? [])].flatMap((text) => text.split(/\s+/)))];
  const ids = [...(known.get('id') ?? []), 'person:nobody', 'event:w-conference|x', 'gift:𐐔'];
  const days = [
    ...(known.get('earliest') ?? []),
    ...(known.get('latest') ?? []),
    ...(known.get('reportedOn') ?? []),
    ...(known.get('withdrawnOn') ?? []),
    '2024-02-29',
    '0001-01-01',
    '9999-12-31',
    '2023-09-30',
    '2000-07-19',
  ];
  const ints = properties.flatMap(([, value]) => (typeof value === 'number' ? [value] : []));
  const numbers = [...new Set([0, 1, 2, -1, 2147483647, -2147483648, ...ints.filter((n) => n < 300)])];
  const text = (tape: Tape, property: string): string => {
    const own = known.get(aliased[property] ?? property) ?? [];
    if (own.length > 0 && tape.chance(5, 10)) return recase(tape, tape.pick(own));
    return tape.chance(4, 5) ? part(tape, tape.pick(words)) : tape.pick(naughty);
  };
  const idsOf = byType(graph.byId, (id) => [id]);
  const namesOf = byType(graph.byId, (_, { properties: { name, aliases, weakAliases } }) =>
    [name, aliases, weakAliases].flatMap(strings),
  );
  const name = (tape: Tape, types: readonly string[]): string => {
    const own = types.flatMap((type) => namesOf.get(type) ?? []);
    if (own.length > 0 && tape.chance(6, 10)) return recase(tape, tape.pick(own));
    if (tape.chance(1, 6)) return text(tape, 'title');
    return tape.chance(1, 4) ? id(tape, types) : recase(tape, tape.pick(names));
  };
  const id = (tape: Tape, types: readonly string[]): string => {
    const own = types.flatMap((type) => idsOf.get(type) ?? []);
    return own.length > 0 && tape.chance(8, 10) ? tape.pick(own) : tape.pick(ids);
  };
  return { text, name, id, day: (tape) => tape.pick(days), int: (tape) => tape.pick(numbers) };
}

/** What is read of nodes by their types; one that others count as is found by the ids of these too. */
function byType(
  nodes: Graph['byId'],
  read: (id: string, node: GraphNode) => readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [id, node] of nodes)
    found.set(typeOf(node), [...(found.get(typeOf(node)) ?? []), ...read(id, node)]);
  return found;
}

function recase(tape: Tape, text: string): string {
  const how = tape.below(6);
  if (how === 1) return text.toUpperCase();
  if (how === 2) return text.toLowerCase();
  return text;
}

function part(tape: Tape, text: string): string {
  const letters = [...text];
  return recase(tape, letters.slice(0, 1 + tape.below(letters.length || 1)).join(''));
}
