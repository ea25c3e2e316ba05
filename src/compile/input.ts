import { ServiceError } from '../errors.ts';
import { isId } from '../model/naming.ts';
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

/** What an operator of a filter compares with; null is no such thing. */
export function required(input: Input, operator: string): Input {
  const value = input.get(operator);
  if (value?.present) return value;
  throw new ServiceError('BAD_USER_INPUT', `A filter has ${operator}: null, which nothing can equal.`, {
    hint: 'Leave the operator out, or ask exists: false for what has no value.',
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
