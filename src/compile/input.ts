import { hash } from 'node:crypto';
import { type GraphQLInputType, getNullableType, isInputObjectType, isListType } from 'graphql';
import { invariant, ServiceError } from '../errors.ts';
import { isId } from '../model/name.ts';
import type { Value } from '../store/store.ts';

/** The variables of one request, coerced by the schema. */
export type Variables = { readonly [name: string]: unknown };

/**
 * An argument, or a part of one, as the operation gives it. `value` is what it is in the request at hand and
 * decides the shape of the statement (which keys are there, which lists); `read` finds it again in any request
 * of the same shape, so that a compiled statement serves them all.
 */
export class Input {
  readonly value: unknown;
  readonly read: (variables: Variables) => unknown;
  /** Whether it is what the schema says where the operation says nothing. */
  readonly byDefault: boolean;

  constructor(value: unknown, read: (variables: Variables) => unknown, byDefault = false) {
    this.value = value;
    this.read = read;
    this.byDefault = byDefault;
  }

  /** What the schema says of an argument that the operation leaves out. */
  static default(value: unknown): Input {
    return new Input(value, () => value, true);
  }

  /** A value that is the same in every request. */
  static constant(value: unknown): Input {
    return new Input(value, () => value);
  }

  // A function keeps all that it stands in, and what is compiled is kept: so these are made here, where no document is.

  /** A variable of the request. */
  static variable(name: string, variables: Variables): Input {
    return new Input(variables[name], (others) => others[name]);
  }

  /** A list of which each item finds its own value. */
  static list(items: readonly Input[]): Input {
    return new Input(
      items.map((item) => item.value),
      (variables) => items.map((item) => item.read(variables)),
    );
  }

  /** An object of which each key finds its own value. */
  static object(entries: readonly (readonly [string, Input])[]): Input {
    return new Input(Object.fromEntries(entries.map(([key, input]) => [key, input.value])), (variables) =>
      Object.fromEntries(entries.map(([key, input]) => [key, input.read(variables)])),
    );
  }

  /** A value under a path of keys: `["status", "in"]` around a value gives `{status: {in: value}}`. */
  static nested(path: readonly string[], input: Input): Input {
    return path.reduceRight(
      (inner, key) => new Input({ [key]: inner.value }, (variables) => ({ [key]: inner.read(variables) })),
      input,
    );
  }

  /** Neither given nor null. */
  get present(): boolean {
    return this.value !== undefined && this.value !== null;
  }

  /** The value under a key of an input object; undefined when the key is not given. */
  get(key: string): Input | undefined {
    const value = member(this.value, key);
    return value === undefined
      ? undefined
      : new Input(value, (variables) => member(this.read(variables), key));
  }

  /** The keys of an input object. */
  keys(): readonly string[] {
    return this.present ? Object.keys(this.value as object) : [];
  }

  /** The items of a list; none when it is absent. */
  items(): readonly Input[] {
    const values = Array.isArray(this.value) ? this.value : [];
    return values.map((value, index) => new Input(value, (variables) => member(this.read(variables), index)));
  }
}

function member(value: unknown, key: string | number): unknown {
  if (value === null || typeof value !== 'object' || !Object.hasOwn(value, key)) return undefined;
  return (value as { readonly [key: string | number]: unknown })[key];
}

/** A value of a request, and the name of its parameter; one without a name is only checked. */
export type PlannedValue = {
  readonly name: string | undefined;
  readonly read: (variables: Variables) => unknown;
};

/** The values of an operation's parameters. */
export type Values = {
  /** Those that are the same in every request, by the names of their parameters. */
  readonly constants: { readonly [name: string]: Value };
  /** The others, in the order in which they are checked. */
  readonly values: readonly PlannedValue[];
};

/** What a reader gives whatever the variables are; nothing for one that looks at them, or refuses what it finds. */
export function constantOf<T>(read: (variables: Variables) => T): { readonly value: T } | undefined {
  try {
    return { value: read(WATCHED) };
  } catch {
    return undefined;
  }
}

/** Variables at which nobody can look: the first one ends it, before anything is made of it. */
const WATCHED: Variables = new Proxy({}, { get: looked, getOwnPropertyDescriptor: looked });

const LOOKED = new Error('a reader looked at the variables');

function looked(): never {
  throw LOOKED;
}

/** The parameters of one request: what is the same in all, and the values of this one, checked on the way. */
export function bind(values: Values, variables: Variables): { readonly [name: string]: Value } {
  const parameters: { [name: string]: Value } = { ...values.constants };
  for (const { name, read } of values.values) {
    const value = read(variables) as Value;
    if (name !== undefined) parameters[name] = value;
  }
  return parameters;
}

/** What stands under a key of a filter. */
export function required(input: Input, key: string): Input {
  const value = input.get(key);
  invariant(value?.present, `a condition without a value, ${key}, passed the check`);
  return value;
}

const NO_CONDITION =
  'Leave it out; what is not stated is found by exists: false, of a list by none: {}, of a thing by not: {…: {}}.';

/**
 * Refuses a value of an argument in which a condition asks for nothing, and so would find everything.
 *
 *     gifts(where: {madeIn: null})                  refused
 *     gifts(where: {item: {eq: $item}})             refused while $item has no value
 *     gifts(where: null), gifts(from: $nobody)      no filter: arguments may be left out
 *     {during: {from: "2023-09-01", to: null}}      an open end: null is what the schema says where nothing is given
 */
export function checkConditions(type: GraphQLInputType, value: unknown): void {
  const plain = getNullableType(type);
  if (typeof value !== 'object' || value === null) return;
  if (isListType(plain)) {
    for (const item of Array.isArray(value) ? value : [value]) checkConditions(plain.ofType, item);
    return;
  }
  if (!isInputObjectType(plain)) return;
  const given = value as { readonly [key: string]: unknown };
  const fields = plain.getFields();
  for (const [key, inner] of Object.entries(given)) {
    const field = fields[key];
    if (!field) continue;
    if ((inner === null || inner === undefined) && field.defaultValue !== null)
      throw emptyCondition(`${key}: null`);
    checkConditions(field.type, inner);
  }
  if ('certainly' in given && !('during' in given)) throw loneCertainly(given.certainly);
}

/** The refusal of a condition that has no value, as it stands in the filter. */
export function emptyCondition(condition: string): ServiceError {
  return new ServiceError('BAD_USER_INPUT', `A filter has ${condition}, which asks for nothing.`, {
    hint: NO_CONDITION,
  });
}

/** `certainly` says how `during` is meant: alone it would ask for nothing. */
function loneCertainly(certainly: unknown): ServiceError {
  return new ServiceError('BAD_USER_INPUT', `A filter has certainly: ${certainly} without during.`, {
    hint: 'certainly says how during is meant: give during too.',
  });
}

/** An id, or a list of ids, in the form that ids have; anything else is refused. */
export function checkId(value: unknown): Value {
  for (const id of Array.isArray(value) ? value : [value]) {
    if (typeof id === 'string' && isId(id)) continue;
    throw new ServiceError('BAD_ID', `"${String(id).slice(0, 100)}" is not an id.`, {
      hint: 'Ids look like person:vladimir-putin; to look something up by name, use the name argument or resolve(name:).',
    });
  }
  return value as Value;
}

/** A list of which a page is asked: its field, how many items where nothing says so, and how many at most. */
type PageLimit = {
  readonly coordinate: string;
  readonly assumed: number;
  readonly max: number;
  /** Whether it has further pages. */
  readonly pages: boolean;
};

/** How many items a page has. */
export function pageSize(count: Input | undefined, limit: PageLimit): (variables: Variables) => number {
  const { coordinate, assumed, max, pages } = limit;
  return (variables) => {
    const value = count ? count.read(variables) : assumed;
    if (!count || (typeof value === 'number' && value >= 0 && value <= max)) return Number(value);
    const hint = pages
      ? 'Ask for a smaller page and follow pageInfo.endCursor.'
      : `Ask for ${max} or fewer: this list has no further pages.`;
    const asked = `${coordinate} was asked for ${value} items; a page holds 0 to ${max} (PAGE_SIZE_MAX).`;
    throw new ServiceError('PAGE_SIZE', asked, { hint });
  };
}

/** One item more than a page has, which tells whether there is a further one. */
export const oneMore =
  (size: (variables: Variables) => number) =>
  (variables: Variables): number =>
    size(variables) + 1;

/** The cursor of an item with these sort keys. */
export function encodeCursor(mark: string, keys: readonly Value[]): string {
  const body = JSON.stringify(keys);
  const check = hash('sha256', mark + body, 'base64url').slice(0, 6);
  return Buffer.from(JSON.stringify([mark, check, ...keys])).toString('base64url');
}

/** The list, and the sort keys, of a cursor; null where a text is none, or was changed by hand. */
function readCursor(text: string): { readonly mark: string; readonly keys: readonly Value[] } | null {
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    if (!Array.isArray(parts) || typeof parts[0] !== 'string') return null;
    const [mark, , ...keys] = parts as [string, ...Value[]];
    return encodeCursor(mark, keys) === text ? { mark, keys } : null;
  } catch {
    return null;
  }
}

/** Whether a text is a cursor, which is as long as the values that it holds: what was given out is taken back. */
export function isCursor(text: string): boolean {
  return readCursor(text) !== null;
}

/** The sort keys in a cursor; one of another list, or changed by hand, is refused. */
export function decodeCursor(cursor: unknown, mark: string, count: number): readonly Value[] {
  const found = readCursor(String(cursor));
  if (found?.mark === mark && found.keys.length === count) return found.keys;
  throw new ServiceError('BAD_CURSOR', 'The cursor does not belong to this list in this order.', {
    hint: 'A cursor is a place in an order: take it from the same field with the same orderBy; where may differ.',
  });
}

/** The sort keys in the cursor of a request; its parameters ask for them one after the other. */
export function decoded(
  cursor: Input,
  mark: string,
  count: number,
): (variables: Variables) => readonly Value[] {
  let last: { readonly text: unknown; readonly keys: readonly Value[] } | undefined;
  return (variables) => {
    const text = cursor.read(variables);
    if (!last || last.text !== text) last = { text, keys: decodeCursor(text, mark, count) };
    return last.keys;
  };
}
