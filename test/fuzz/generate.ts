import type fc from 'fast-check';
import {
  type DocumentNode,
  type GraphQLCompositeType,
  type GraphQLField,
  GraphQLNonNull,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isNullableType,
  isUnionType,
  parse,
  validate,
} from 'graphql';
import { InputWriter, type Written } from './input.ts';
import { Tape, tapes } from './tape.ts';
import { isPart, overlapping, typesFor } from './types.ts';
import type { Values } from './values.ts';

/** A cursor to take from the answer: the response key of the object that holds it, and the variable to put it in. */
export type CursorOf = { readonly key: string; readonly field: string; readonly variable: string };

export type Variables = { readonly [name: string]: unknown };

/** One valid operation: what to ask, with what variables the first and the second time, and which pages to walk on to. */
export type Operation = {
  readonly text: string;
  readonly document: DocumentNode;
  readonly variables: readonly [Variables, Variables];
  readonly cursors: readonly CursorOf[];
  /** The schema coordinates that it uses. */
  readonly coordinates: ReadonlySet<string>;
};

export type Generator = {
  readonly schema: GraphQLSchema;
  readonly values: Values;
  /** Names of fields, and of arguments as `(name:)`, to leave alone. */
  readonly except?: ReadonlySet<string>;
  /** How many fields, fragments and inline fragments a selection has at most. */
  readonly parts?: number;
};

/** Valid operations over the whole schema. */
export function operations(generator: Generator): fc.Arbitrary<Operation> {
  return tapes().map((numbers) => operationOf(generator, numbers));
}

/** The operation that a tape stands for; where its response keys clash, each field gets a key of its own. */
export function operationOf(generator: Generator, numbers: readonly number[]): Operation {
  const operation = new Writer(generator, new Tape(numbers), false).operation();
  if (validate(generator.schema, operation.document).length === 0) return operation;
  const plain = new Writer(generator, new Tape(numbers), true).operation();
  const [error] = validate(generator.schema, plain.document);
  if (error) throw new Error(`the generator wrote what is not valid: ${error.message}\n${plain.text}`);
  return plain;
}

type Fragment = {
  readonly name: string;
  readonly type: GraphQLCompositeType;
  readonly text: string;
  readonly size: number;
};

/** Where a selection stands: how many lists and objects deep, and how many items its lists can have in all. */
type Spot = { readonly depth: number; readonly fan: number };

const DEPTH_MAX = 5;
const PARTS = 4;
const ROOT_PARTS = 2;
const FAN_MAX = 400;
const FIELDS_MAX = 45;
const SLICING = new Set(['first', 'last', 'after', 'before']);
const ODD_KEYS = [
  'id',
  'name',
  'kind',
  'nodes',
  'constructor',
  'toString',
  'then',
  'data',
  'this',
  'v0',
  'select',
];

class Writer {
  readonly #schema: GraphQLSchema;
  readonly #tape: Tape;
  readonly #input: InputWriter;
  readonly #except: ReadonlySet<string>;
  readonly #parts: number;
  readonly #alwaysAlias: boolean;
  readonly #fragments: Fragment[] = [];
  readonly #cursors: CursorOf[] = [];
  readonly #coordinates = new Set<string>();
  #keys = 0;
  #fields = 0;

  constructor(
    { schema, values, except = new Set(), parts = PARTS }: Generator,
    tape: Tape,
    alwaysAlias: boolean,
  ) {
    this.#except = except;
    this.#parts = parts;
    this.#schema = schema;
    this.#tape = tape;
    this.#alwaysAlias = alwaysAlias;
    this.#input = new InputWriter(tape, values, (coordinate) => this.#coordinates.add(coordinate));
  }

  operation(): Operation {
    const root = this.#schema.getQueryType();
    if (!root) throw new Error('no queries');
    const selection = this.#selection(root, { depth: 0, fan: 1 });
    const { variables } = this.#input;
    const declared = variables.length > 0 ? `(${variables.map((v) => v.declaration).join(', ')})` : '';
    const fragments = this.#fragments.map(
      ({ name, type, text }) => `fragment ${name} on ${type.name} ${text}`,
    );
    const head = declared || this.#tape.chance(1, 4) ? `query Q${declared} ` : '';
    const text = [`${head}${selection}`, ...fragments].join('\n');
    const set = (turn: 0 | 1) =>
      Object.fromEntries(
        variables.flatMap((v) => (v.values[turn] === undefined ? [] : [[v.name, v.values[turn]]])),
      );
    return {
      text,
      document: parse(text),
      variables: [set(0), set(1)],
      cursors: this.#cursors,
      coordinates: this.#coordinates,
    };
  }

  #selection(type: GraphQLCompositeType, spot: Spot): string {
    const count = 1 + this.#tape.below(spot.depth === 0 ? Math.min(ROOT_PARTS, this.#parts) : this.#parts);
    const parts = Array.from({ length: count }, () => this.#part(type, spot));
    return `{ ${parts.join(' ')} }`;
  }

  #part(type: GraphQLCompositeType, spot: Spot): string {
    const choice = this.#tape.below(20);
    if (choice === 19) return this.#spread(type, spot);
    if (choice >= 17 || (isUnionType(type) && choice > 2)) return this.#inline(type, spot);
    if (choice === 16 || isUnionType(type))
      return `${this.#alias('__typename')}__typename${this.#directives()}`;
    return this.#field(type, spot);
  }

  #field(type: Exclude<GraphQLCompositeType, { getTypes: unknown }>, spot: Spot): string {
    const known = Object.values(type.getFields()).filter((one) => !this.#except.has(one.name));
    const field = this.#choose(known, spot);
    this.#fields++;
    this.#coordinates.add(`${type.name}.${field.name}`);
    const named = getNamedType(field.type);
    const key = this.#alias(field.name);
    const sliced = field.args.some((argument) => SLICING.has(argument.name));
    const { args, fan, walk } = sliced ? this.#slicing(field, spot) : { args: [], fan: spot.fan, walk: '' };
    const all = [...this.#arguments(field), ...args];
    for (const argument of all)
      this.#coordinates.add(`${type.name}.${field.name}(${argument.split(':')[0]}:)`);
    const given = all.length > 0 ? `(${all.join(', ')})` : '';
    const directives = this.#directives();
    if (!isCompositeType(named)) return `${key}${field.name}${given}${directives}`;
    const below = this.#selection(named, { depth: spot.depth + (isPart(type, named) ? 0 : 1), fan });
    return `${key}${field.name}${given}${directives} ${walk ? below.replace('{', `{ ${walk}`) : below}`;
  }

  /** Leaves first; deeper ones while there is room. */
  #choose(fields: readonly GraphQLField<unknown, unknown>[], spot: Spot): GraphQLField<unknown, unknown> {
    const leaves = fields.filter((field) => !isCompositeType(getNamedType(field.type)));
    const room = this.#fields < FIELDS_MAX && spot.depth < DEPTH_MAX && spot.fan < FAN_MAX;
    const deeper = fields.filter((field) => isCompositeType(getNamedType(field.type)));
    const items = deeper.filter((field) => ['nodes', 'edges', 'node'].includes(field.name));
    if (leaves.length === 0) return this.#tape.pick(deeper);
    if (!room || deeper.length === 0) return this.#tape.pick(leaves);
    if (items.length > 0 && this.#tape.chance(6, 10)) return this.#tape.pick(items);
    return this.#tape.pick(this.#tape.chance(1, 2) ? deeper : leaves);
  }

  /** Of the arguments that name one thing, its id or its name; of the others some. */
  #arguments(field: GraphQLField<unknown, unknown>): string[] {
    const usable = field.args.filter(({ name }) => !SLICING.has(name) && !this.#except.has(`(${name}:)`));
    const naming = usable.filter(({ name }) => name === 'id' || name === 'name');
    const either = naming.length === 2 ? this.#tape.pick(naming) : undefined;
    const chosen = usable.filter((argument) => {
      if (either && naming.includes(argument)) return argument === either;
      return String(argument.type).endsWith('!') || this.#tape.chance(1, Math.max(3, usable.length));
    });
    return chosen.map((argument) => {
      const named = argument === either && isNullableType(argument.type);
      const type = named ? new GraphQLNonNull(argument.type) : argument.type;
      const types = typesFor(this.#schema, field, argument);
      const written = this.#input.write(type, { key: argument.name, depth: 0, constant: false, types });
      return `${argument.name}: ${written.text}`;
    });
  }

  /** The page to ask for, and what to select so that the next can be asked for. */
  #slicing(field: GraphQLField<unknown, unknown>, { fan, depth }: Spot) {
    const has = (name: string) => field.args.some((argument) => argument.name === name);
    const whole = depth === 0 ? 50 : 20;
    if (fan * whole <= FAN_MAX && this.#tape.chance(1, 2))
      return { args: this.#walks(has), fan: fan * whole, walk: '' };
    const size = 1 + this.#tape.below(4);
    const name = has('last') && this.#tape.chance(1, 3) ? 'last' : 'first';
    const number = this.#tape.chance(1, 5)
      ? this.#input.declare(`n${++this.#keys}`, 'Int', [size, 1 + this.#tape.below(3)]).text
      : String(size);
    const args = [`${name}: ${number}`];
    if (!has('after') || !this.#tape.chance(1, 3)) return { args, fan: fan * size, walk: '' };
    const walk = this.#walk(name === 'last' ? 'before' : 'after');
    const odd = this.#tape.chance(1, 6) ? this.#walk(name === 'last' ? 'after' : 'before') : undefined;
    args.push(...[walk, odd].flatMap((one) => (one ? [one.argument] : [])));
    return { args, fan: fan * size, walk: `${walk.selection} ${odd?.selection ?? ''}` };
  }

  #walks(has: (name: string) => boolean): string[] {
    return has('last') && this.#tape.chance(1, 8)
      ? ['first: null', 'last: null', 'after: null', 'before: null']
      : [];
  }

  #walk(argument: 'after' | 'before'): { readonly argument: string; readonly selection: string } {
    const number = ++this.#keys;
    const [key, variable] = [`cursors${number}`, `c${number}`];
    this.#input.declare(variable, 'String');
    if (this.#tape.chance(1, 3)) {
      this.#cursors.push({ key, field: 'cursor', variable });
      return { argument: `${argument}: $${variable}`, selection: `${key}: edges { cursor }` };
    }
    const field = argument === 'after' ? 'endCursor' : 'startCursor';
    this.#cursors.push({ key, field, variable });
    return { argument: `${argument}: $${variable}`, selection: `${key}: pageInfo { ${field} }` };
  }

  /** A response key: none, one of its own, or one that means something elsewhere. */
  #alias(field: string): string {
    const choice = this.#tape.below(8);
    const prefix = /cursor/i.test(field) ? 'aCursor' : 'a';
    if (this.#alwaysAlias || choice === 7) return `${prefix}${++this.#keys}: `;
    return choice === 6 && prefix === 'a' ? `${this.#tape.pick(ODD_KEYS)}: ` : '';
  }

  #directives(): string {
    if (!this.#tape.chance(1, 12)) return '';
    const name = this.#tape.pick(['include', 'skip']);
    const literal = name === 'include' ? 'true' : 'false';
    const when: Written = this.#tape.chance(1, 2)
      ? this.#input.declare(`b${++this.#keys}`, 'Boolean!', [
          this.#tape.chance(1, 2),
          this.#tape.chance(1, 2),
        ])
      : { text: this.#tape.chance(1, 4) ? 'true' : literal, json: null };
    return ` @${name}(if: ${when.text})`;
  }

  #inline(type: GraphQLCompositeType, spot: Spot): string {
    const condition = this.#tape.pick(overlapping(this.#schema, type));
    const bare = condition === type && this.#tape.chance(1, 2);
    return `...${bare ? '' : ` on ${condition.name}`}${this.#directives()} ${this.#selection(condition, spot)}`;
  }

  /** A named fragment, one that is there already where it fits. */
  #spread(type: GraphQLCompositeType, spot: Spot): string {
    const fitting = overlapping(this.#schema, type);
    const known = this.#fragments.filter(
      (one) => fitting.includes(one.type) && one.size * spot.fan < FAN_MAX,
    );
    if (known.length > 0 && this.#tape.chance(2, 3))
      return `...${this.#tape.pick(known).name}${this.#directives()}`;
    const condition = this.#tape.pick(fitting);
    const before = this.#fields;
    const text = this.#selection(condition, spot);
    const name = `F${this.#fragments.length}`;
    const size = text.includes('nodes') || text.includes('edges') ? 1 + this.#fields - before : 1;
    this.#fragments.push({ name, type: condition, text, size });
    return `...${name}${this.#directives()}`;
  }
}
