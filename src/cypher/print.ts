import { broken } from '../errors.ts';
import type {
  Clause,
  Column,
  Direction,
  Expression,
  HopPattern,
  Match,
  Name,
  NodePattern,
  Operation,
  Parameter,
  Pattern,
  Query,
  SortKey,
  Variable,
  With,
} from './ast.ts';
import { bindings, mentions } from './build.ts';

/**
 * The only place that makes text of Cypher. It decides what depends on the whole: names, `v0`, `r1`, `$p0` in the order
 * in which they appear, so that the same plan gives the same text; what a subquery takes from outside; and what goes on
 * beyond a WITH. Of
 *
 *     subcall([match(…gift…), carrying([kept(gift)], {limit}), subcall([match(path(node(gift), …))]), returning(…)])
 *
 * it makes
 *
 *     CALL () {
 *       MATCH (v0:Gift)
 *       WITH v0 LIMIT $p0
 *       CALL (v0) {
 *       …
 *
 * where `(v0)` stands because the inner subquery mentions a variable that is bound before it, and `WITH v0` would name
 * every other variable that is mentioned after it. A text is made in one go, clause by clause, since what a WITH carries
 * hangs on the clauses behind it, and what these may see on the clauses before.
 */

/** A statement, and its parameters in the order of their names: the first is `p0`. */
export type Printed = { readonly text: string; readonly parameters: readonly Parameter[] };

/** Prints a query: one clause a line, subqueries indented. */
export function print(query: Query): Printed {
  const printer = new Printer();
  const text = printer.query(query, new Set(), '').join('\n');
  return { text, parameters: printer.parameters() };
}

/** Prints an expression with the hints of its variables as their names: what it says, whatever they are called elsewhere. */
export function printHinted(expression: Expression): string {
  return new Printer(true).expression(expression);
}

const WORD = /^[A-Za-z_]\w*$/;

/**
 * A label, type, property or key. They come from schema.graphql, never from a request; what is no plain word is refused,
 * so nothing needs escaping.
 */
function word(name: string): string {
  return WORD.test(name) ? name : broken(`"${name}" is no plain identifier`);
}

/** What binds tighter has the higher number; an operand that binds less than its operator stands in parentheses. */
const BINDS: { readonly [operator: string]: number } = {
  OR: 1,
  XOR: 2,
  AND: 3,
  NOT: 4,
  '=': 5,
  '<>': 5,
  '<': 5,
  '<=': 5,
  '>': 5,
  '>=': 5,
  IN: 6,
  CONTAINS: 6,
  'STARTS WITH': 6,
  'ENDS WITH': 6,
  'IS NULL': 6,
  'IS NOT NULL': 6,
  '+': 7,
  '-': 7,
  '*': 8,
  '/': 8,
  '%': 8,
};
const SIGN = 9;
const ATOM = 10;

function bindsOf(expression: Expression): number {
  if (expression.kind !== 'operation') return ATOM;
  if (expression.operator === '-' && expression.operands.length === 1) return SIGN;
  return BINDS[expression.operator] ?? ATOM;
}

/** Operators that may stand in a row without parentheses. */
const CHAINED: ReadonlySet<string> = new Set(['OR', 'AND', '+']);

type Visible = ReadonlySet<Variable>;

class Printer {
  readonly #hinted: boolean;
  readonly #names = new Map<Variable, string>();
  readonly #parameters = new Map<Parameter, string>();

  constructor(hinted = false) {
    this.#hinted = hinted;
  }

  parameters(): readonly Parameter[] {
    return [...this.#parameters.keys()];
  }

  /** The branches of a query, each a line a clause. */
  query({ branches }: Query, visible: Visible, indent: string): string[] {
    return branches.flatMap((clauses, index) => [
      ...(index > 0 ? [`${indent}UNION ALL`] : []),
      ...this.#clauses(clauses, visible, indent),
    ]);
  }

  #clauses(clauses: readonly Clause[], outside: Visible, indent: string): string[] {
    const visible = new Set(outside);
    return clauses.flatMap((clause, index) => {
      const lines = this.#clause(clause, { visible, clauses, index, indent });
      if (clause.kind === 'with' && !clause.carry) {
        for (const one of visible) if (!outside.has(one)) visible.delete(one);
      }
      for (const name of bindings(clause)) visible.add(variableOf(name));
      return lines;
    });
  }

  #clause(clause: Clause, { visible, clauses, index, indent }: Place): string[] {
    switch (clause.kind) {
      case 'match':
        return [indent + this.#match(clause)];
      case 'unwind':
        return [`${indent}UNWIND ${this.expression(clause.list)} AS ${this.#name(clause.as)}`];
      case 'subcall': {
        const { imports = importedBy(clause.query, visible), query } = clause;
        const names = imports.map((one) => this.#name(one)).join(', ');
        const inside = new Set(imports.map(variableOf));
        return [`${indent}CALL (${names}) {`, ...this.query(query, inside, `${indent}  `), `${indent}}`];
      }
      case 'with': {
        const where = clause.where ? ` WHERE ${this.expression(clause.where)}` : '';
        const after = clauses.slice(index + 1);
        const columns = [...carriedBy(clause, visible, after), ...clause.columns];
        return [`${indent}WITH ${this.#columns({ ...clause, columns })}${where}`];
      }
      case 'return':
        return [`${indent}RETURN ${this.#columns(clause)}`];
    }
  }

  #match({ optional, patterns, where }: Match): string {
    const texts = patterns.map((one) => this.#pattern(one)).join(', ');
    const test = where === undefined ? '' : ` WHERE ${this.expression(where)}`;
    return `${optional ? 'OPTIONAL ' : ''}MATCH ${texts}${test}`;
  }

  #columns({
    distinct,
    columns,
    order,
    limit,
  }: Pick<With, 'distinct' | 'columns' | 'order' | 'limit'>): string {
    const texts = columns.map(({ value, as }) =>
      value === as ? this.#name(as) : `${this.expression(value)} AS ${this.#name(as)}`,
    );
    const sorted = order?.length ? ` ORDER BY ${order.map((key) => this.#sortKey(key)).join(', ')}` : '';
    const cut = limit === undefined ? '' : ` LIMIT ${this.expression(limit)}`;
    return `${distinct ? 'DISTINCT ' : ''}${texts.join(', ')}${sorted}${cut}`;
  }

  #sortKey({ value, descending }: SortKey): string {
    return `${this.expression(value)}${descending ? ' DESC' : ''}`;
  }

  #pattern({ path, search, parts }: Pattern): string {
    const text = parts.map((part) => (part.kind === 'node' ? this.#node(part) : this.#hop(part))).join('');
    const found = search === undefined ? text : `${search}(${text})`;
    return path === undefined ? found : `${this.#name(path)} = ${found}`;
  }

  #node({ variable, labels, properties }: NodePattern): string {
    const name = variable === undefined ? '' : this.#name(variable);
    const map = properties.length === 0 ? '' : `{${this.#entries(properties)}}`;
    const head = `${name}${labels.map((label) => `:${word(label)}`).join('')}`;
    return `(${[head, map].filter((text) => text !== '').join(' ')})`;
  }

  #hop({ variable, types, direction, length }: HopPattern): string {
    const name = variable === undefined ? '' : this.#name(variable);
    const kinds = types.length === 0 ? '' : `:${types.map(word).join('|')}`;
    const body = `${name}${kinds}${length === undefined ? '' : `*${length.min}..${length.max}`}`;
    const [left, right] = ARROWS[direction];
    return `${left}${body === '' ? '' : `[${body}]`}${right}`;
  }

  #entries(entries: NodePattern['properties']): string {
    return entries.map(({ key, value }) => `${word(key)}: ${this.expression(value)}`).join(', ');
  }

  #name(name: Name): string {
    const variable = variableOf(name);
    if (this.#hinted) return variable.hint;
    if (variable.name !== undefined) return variable.name;
    const known = this.#names.get(variable);
    if (known !== undefined) return known;
    const made = word(`${variable.hint}${this.#names.size}`);
    this.#names.set(variable, made);
    return made;
  }

  #parameter(one: Parameter): string {
    if (this.#hinted) return '$p';
    const known = this.#parameters.get(one) ?? `$p${this.#parameters.size}`;
    this.#parameters.set(one, known);
    return known;
  }

  /** An operand, in parentheses where it binds less than what stands around it. */
  #operand(expression: Expression, least: number): string {
    const text = this.expression(expression);
    return bindsOf(expression) < least ? `(${text})` : text;
  }

  #all(expressions: readonly Expression[]): string {
    return expressions.map((one) => this.expression(one)).join(', ');
  }

  #operation({ operator, operands }: Operation): string {
    const [first, ...others] = operands;
    if (!first) broken(`${operator} of nothing`);
    const binds = bindsOf({ kind: 'operation', operator, operands });
    if (operator === 'NOT') return `NOT ${this.#operand(first, binds)}`;
    if (operator.startsWith('IS ')) return `${this.#operand(first, binds + 1)} ${operator}`;
    if (others.length === 0) return `${operator}${this.#operand(first, binds)}`;
    const head = this.#operand(first, CHAINED.has(operator) || binds > 6 ? binds : binds + 1);
    const rest = others.map((one) => this.#operand(one, binds + 1));
    return [head, ...rest].join(` ${operator} `);
  }

  expression(one: Expression): string {
    switch (one.kind) {
      case 'variable':
      case 'hole':
        return this.#name(one);
      case 'parameter':
        return this.#parameter(one);
      case 'literal':
        return typeof one.value === 'string' ? quoted(one.value) : String(one.value);
      case 'star':
        return '*';
      case 'property':
        return `${this.#operand(one.of, ATOM)}.${word(one.name)}`;
      case 'operation':
        return this.#operation(one);
      case 'call':
        return `${word(one.name)}(${one.distinct ? 'DISTINCT ' : ''}${this.#all(one.args)})`;
      case 'list':
        return `[${this.#all(one.items)}]`;
      case 'map':
        return `{${this.#entries(one.entries)}}`;
      case 'index':
        return `${this.#operand(one.of, ATOM)}[${this.expression(one.at)}]`;
      case 'slice': {
        const [from, to] = [one.from, one.to].map((end) => (end === undefined ? '' : this.expression(end)));
        return `${this.#operand(one.of, ATOM)}[${from}..${to}]`;
      }
      case 'label':
        return `${this.#operand(one.of, ATOM)}:${word(one.label)}`;
      case 'comprehension':
      case 'quantifier':
      case 'reduce':
        return this.#overList(one);
      case 'case':
        return this.#case(one);
      case 'subquery':
        return `${one.of} { ${this.query(one.query, new Set(), '').join(' ')} }`;
      case 'computed':
        broken('a computed value was put to no clause');
    }
  }

  /** What goes over a list, item by item. */
  #overList(one: Extract<Expression, { readonly list: Expression }>): string {
    const each = () => `${this.#name(one.item)} IN ${this.expression(one.list)}`;
    switch (one.kind) {
      case 'comprehension': {
        const items = each();
        const where = one.where === undefined ? '' : ` WHERE ${this.expression(one.where)}`;
        const value = one.value === undefined ? '' : ` | ${this.expression(one.value)}`;
        return `[${items}${where}${value}]`;
      }
      case 'quantifier':
        return `${one.quantifier}(${each()} WHERE ${this.expression(one.where)})`;
      case 'reduce': {
        const total = `${this.#name(one.total)} = ${this.expression(one.start)}`;
        return `reduce(${total}, ${each()} | ${this.expression(one.value)})`;
      }
    }
  }

  #case({ subject, branches, otherwise }: Extract<Expression, { kind: 'case' }>): string {
    const tests = branches.map(
      ({ when, value }) => `WHEN ${this.expression(when)} THEN ${this.expression(value)}`,
    );
    const of = subject === undefined ? [] : [this.expression(subject)];
    const last = otherwise === undefined ? [] : [`ELSE ${this.expression(otherwise)}`];
    return ['CASE', ...of, ...tests, ...last, 'END'].join(' ');
  }
}

/** Where a clause stands: what it can see, among which clauses, and how far in its text begins. */
type Place = {
  readonly visible: Visible;
  readonly clauses: readonly Clause[];
  readonly index: number;
  readonly indent: string;
};

/** What goes on beyond a WITH besides its columns: what stands before it and is used from it on. */
function carriedBy(clause: With, visible: Visible, after: readonly Clause[]): readonly Column[] {
  if (!clause.carry) return [];
  const named = new Set(clause.columns.map(({ as }) => as));
  const open = [...visible].filter((one) => !named.has(one));
  const isUsed = (one: Variable) =>
    mentions(clause).has(one) || after.some((later) => mentions(later).has(one));
  return open.filter(isUsed).map((one) => ({ value: one, as: one }));
}

/** What a subquery takes from outside: what it mentions of what stands before it. */
function importedBy(query: Query, visible: Visible): readonly Variable[] {
  return visible.size === 0 ? [] : [...mentions(query)].filter((one) => visible.has(one));
}

function variableOf(name: Name): Variable {
  return name.kind === 'variable' ? name : broken(`nothing stands for "${name.name}"`);
}

const ARROWS: { readonly [direction in Direction]: readonly [string, string] } = {
  OUT: ['-', '->'],
  IN: ['<-', '-'],
  EITHER: ['-', '-'],
};

/** A text of the schema as Cypher has it. */
function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
