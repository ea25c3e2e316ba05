/**
 * How the answer to a question is read from what the service says. A question names the places in the answer, such as
 * `events.nodes.places.nodes.id`, where lists are gone through; nothing is known here that the service did not say.
 */

/** Where an answer stands: a place for each part of it, by the name of the part. */
export type Places = { readonly [part: string]: string };

/** What a question is to be answered with, as the sample has it. */
export type Expected = { readonly kind: string; readonly [part: string]: unknown };

/** All that stands at a place, in order. */
export function at(data: unknown, place: string): readonly unknown[] {
  const keys = place === '' ? [] : place.split('.');
  return keys.reduce<readonly unknown[]>(
    (found, key) => found.flatMap((value) => within(value).map((part) => part[key])).flat(),
    [data].flat(),
  );
}

function within(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return typeof value === 'object' && value !== null ? [value as Readonly<Record<string, unknown>>] : [];
}

const present = (value: unknown): boolean => value !== null && value !== undefined;

/** The numbers of the sentences that an answer cites, wherever it does. */
export function cited(data: unknown): readonly string[] {
  const found = new Set<string>();
  JSON.stringify(data, (key, value) => {
    if (key === 'number') found.add(value);
    return value;
  });
  return [...found];
}

/** The one value at a place; a truth value where one is expected: something was found, or more than none. */
function one(data: unknown, place: string, expected: unknown): unknown {
  const values = at(data, place).filter(present);
  if (typeof expected === 'boolean') return values.some((value) => value !== 0 && value !== false);
  const distinct = [...new Set(values)];
  if (distinct.length > 1) throw new Error(`${place} holds ${distinct.join(' and ')}, not one thing`);
  return distinct[0] ?? null;
}

/** The parts of an expected answer that are compared, read from the places where they stand. */
function parts(data: unknown, places: Places, expected: Readonly<Record<string, unknown>>) {
  const read = Object.entries(places).map(([part, place]) => {
    const wanted = expected[part];
    return [part, Array.isArray(wanted) ? all(data, place) : one(data, place, wanted)];
  });
  return Object.fromEntries(read);
}

/** What stands at several places, each once, in order. */
function all(data: unknown, places: string): readonly unknown[] {
  return [...new Set(places.split(' ').flatMap((place) => at(data, place).filter(present)))];
}

function sum(data: unknown, places: string): number {
  return places.split(' ').reduce((total, place) => total + Number(one(data, place, undefined)), 0);
}

/** One row of several: each part is read within it, the place `each` says where they are. */
function records(data: unknown, { each = '', ...places }: Places, expected: Expected) {
  const [first = {}] = expected.records as readonly Readonly<Record<string, unknown>>[];
  return at(data, each).map((row) => parts(row, places, first));
}

/** Reads an answer of the kind that is expected. */
export function read(data: unknown, places: Places, expected: Expected): Expected {
  const { kind } = expected;
  switch (kind) {
    case 'count':
      return { kind, count: sum(data, places.count ?? '') };
    case 'record':
      return { kind, record: parts(data, places, expected.record as Readonly<Record<string, unknown>>) };
    case 'records':
      return { kind, records: records(data, places, expected) };
    case 'paths':
      return { kind, paths: at(data, places.each ?? '').map((path) => at(path, places.path ?? '')) };
    case 'resolution': {
      const [resolved] = all(data, places.resolved ?? '');
      const { resolved: _, ...others } = places;
      return { kind, ...parts(data, others, expected), resolved };
    }
    case 'none': {
      const guesses = all(data, places.found ?? '');
      if (guesses.length > 0) return { kind: 'entities', entities: guesses };
      const known = places.known !== undefined && all(data, places.known).length > 0;
      return { kind, reason: known ? 'NOT_STATED' : 'NO_MATCH' };
    }
    case 'attribution': {
      const { sourceText } = parts(data, places, expected);
      const names = all(data, (places.source ?? '').replace(/id$/, 'name'));
      return { kind, ...parts(data, places, expected), named: names.includes(sourceText) };
    }
    default:
      return { kind, ...parts(data, places, expected) };
  }
}
