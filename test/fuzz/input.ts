import {
  type GraphQLInputObjectType,
  type GraphQLInputType,
  GraphQLNonNull,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import type { Tape } from './tape.ts';
import type { Values } from './values.ts';

/** A value as it stands in a document, and as it stands in variables. */
export type Written = { readonly text: string; readonly json: unknown };

/** Where a value stands: what it is for, how deep in an input, and whether variables may stand in it. */
export type Place = {
  readonly key: string;
  readonly depth: number;
  readonly constant: boolean;
  /** A condition that is null, or a variable without a value, is refused. */
  readonly never?: 'null';
  /** The types that an id or a name is looked for among. */
  readonly types?: readonly string[];
  /** The day that an interval of days lies around. */
  readonly around?: string;
};

/** A variable of the operation, with two values of the same type: one to ask first, one to ask again. */
export type Variable = {
  readonly name: string;
  readonly declaration: string;
  readonly values: readonly [unknown, unknown];
};

const DEPTH_MAX = 4;
const NAMES = new Set([
  'a',
  'b',
  'from',
  'to',
  'during',
  'involving',
  'at',
  'partOf',
  'about',
  'by',
  'of',
  'name',
]);

/** Days on which, and around which, the articles of the tests were published. */
const REPORT_DAYS = ['2024-01-02', '2024-01-03', '2023-09-18', '2023-12-31', '2023-09-17', '9999-12-31'];

/** Lists that must hold something. */
const NOT_EMPTY = new Set(['by', 'via']);

/** Writes values of input types, with variables in them. */
export class InputWriter {
  readonly variables: Variable[] = [];
  readonly #tape: Tape;
  readonly #values: Values;
  readonly #hit: (coordinate: string) => void;

  constructor(tape: Tape, values: Values, hit: (coordinate: string) => void) {
    this.#tape = tape;
    this.#values = values;
    this.#hit = hit;
  }

  /** A value of a type, or a variable of it. */
  write(type: GraphQLInputType, place: Place): Written {
    if (!place.constant && this.#tape.chance(1, 4)) return this.#variable(type, place);
    const nullable = !isNonNullType(type) && place.never !== 'null';
    if (nullable && this.#tape.chance(1, 40)) return { text: 'null', json: null };
    return this.#plain(type, place);
  }

  /** Declares a variable that somebody else gives its value. */
  declare(name: string, type: string, values: readonly [unknown, unknown] = [undefined, undefined]): Written {
    this.variables.push({ name, declaration: `$${name}: ${type}`, values });
    return { text: `$${name}`, json: null };
  }

  #variable(type: GraphQLInputType, place: Place): Written {
    const constant = { ...place, constant: true };
    const name = `v${this.variables.length}`;
    const open = !isNonNullType(type) && place.never !== 'null';
    const make = () => (open && this.#tape.chance(1, 8) ? undefined : this.write(type, constant).json);
    const values = [make(), make()] as const;
    const fallback =
      !isNonNullType(type) && this.#tape.chance(1, 8) ? ` = ${this.write(type, constant).text}` : '';
    return this.declare(name, `${type}${fallback}`, values);
  }

  #plain(type: GraphQLInputType, place: Place): Written {
    if (isNonNullType(type)) return this.#plain(type.ofType, place);
    if (isListType(type)) return this.#list(type.ofType, place);
    if (isInputObjectType(type)) return this.#object(type, place);
    if (isEnumType(type)) {
      const { name } = this.#tape.pick(type.getValues());
      this.#hit(`${type.name}.${name}`);
      return { text: name, json: name };
    }
    const json = this.#scalar(getNamedType(type).name, place);
    return { text: JSON.stringify(json), json };
  }

  #scalar(type: string, { key, around, types = [] }: Place): unknown {
    if (type === 'Boolean') return this.#tape.chance(1, 2);
    if (type === 'Int' && key === 'maxHops') return 1 + this.#tape.below(5);
    if (type === 'Int') return this.#values.int(this.#tape);
    if (key === 'asOf') return this.#tape.pick(REPORT_DAYS);
    if (type === 'Date') return around ? this.#dayBeside(key, around) : this.#values.day(this.#tape);
    if (type === 'ID') return this.#values.id(this.#tape, types);
    return NAMES.has(key)
      ? this.#values.name(this.#tape, types)
      : this.#values.text(this.#tape, key.replace('where.', ''));
  }

  /** An interval ends on the day that it starts, or later. */
  #dayBeside(key: string, around: string): string {
    const day = this.#values.day(this.#tape);
    const fits = key === 'from' ? day <= around : day >= around;
    return fits ? day : around;
  }

  #list(type: GraphQLInputType, place: Place): Written {
    if (this.#tape.chance(1, 12)) return this.#plain(type, place);
    const items = Array.from(
      { length: NOT_EMPTY.has(place.key) ? 1 + this.#tape.below(3) : this.#tape.below(4) },
      () => this.write(type, place),
    );
    return { text: `[${items.map((item) => item.text).join(', ')}]`, json: items.map((item) => item.json) };
  }

  #object(type: GraphQLInputObjectType, place: Place): Written {
    const depth = place.depth + 1;
    const fields = Object.values(type.getFields()).filter(
      (field) =>
        depth < DEPTH_MAX ||
        !isInputObjectType(getNamedType(field.type)) ||
        isComparison(getNamedType(field.type)) ||
        getNamedType(field.type).name === 'DateRange',
    );
    const count = type.isOneOf ? 1 : Math.min(fields.length, this.#tape.pick([1, 1, 1, 2, 2, 3, 0]));
    const chosen = new Set(Array.from({ length: count }, () => this.#tape.pick(fields)));
    const named = (name: string) => fields.find((field) => field.name === name);
    const [certainly, during] = [named('certainly'), named('during')];
    // Alone it is refused: asked for now and then, but not by filters that stand for themselves.
    if (certainly && during && chosen.has(certainly) && (place.constant || !this.#tape.chance(1, 8)))
      chosen.add(during);
    const around = type.name === 'DateRange' ? { around: this.#values.day(this.#tape) } : {};
    const never = type.name === 'DateRange' ? {} : { never: 'null' as const };
    const written = [...chosen].map((field) => {
      this.#hit(`${type.name}.${field.name}`);
      const key = isInputObjectType(getNamedType(field.type))
        ? `where.${field.name}`
        : type.name === 'DateRange'
          ? field.name
          : place.key;
      const { constant, types } = place;
      const inner = { key, depth, constant, ...(types && { types }), ...around, ...never };
      const value = type.isOneOf
        ? this.write(new GraphQLNonNull(field.type), inner)
        : this.write(field.type, inner);
      return [field.name, value] as const;
    });
    return {
      text: `{${written.map(([name, value]) => `${name}: ${value.text}`).join(', ')}}`,
      json: Object.fromEntries(written.map(([name, value]) => [name, value.json])),
    };
  }
}

/** The comparisons of a plain value have no filters of other things in them. */
function isComparison({ name }: { readonly name: string }): boolean {
  return name.endsWith('Filter') && (name === 'TextListFilter' || !name.endsWith('ListFilter'));
}
