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
import { bindings } from './build.ts';

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
 * every other variable that is mentioned after it. Both are noted while the text behind them is made, and filled in then:
 * what they name has its name from before.
 */

/** A statement, and its parameters in the order of their names: the first is `p0`. */
export type Printed = { readonly text: string; readonly parameters: readonly Parameter[] };

/** Prints a query: one clause a line, subqueries indented. */
export function print(query: Query): Printed {
  const printer = new Printer();
  return { text: printer.lines(query).join('\n'), parameters: printer.parameters() };
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

/*
 * Names are given to variables, not to texts: one printer goes through the whole statement, and what has a name keeps it.
 * So each part is printed exactly once, where it stands, also the conditions inside an EXISTS. Parentheses are printed
 * where an operator binds less than what is around it, as data has none: `(a OR b) AND c` is an AND of an OR.
 */

/** What clauses mention, in the order in which they do, each with the last clause that does. */
type Uses = Map<Variable, number>;

/** A WITH whose line waits until it is known what the clauses behind it use of what is `open` before it. */
type Waiting = {
  readonly at: number;
  readonly open: readonly Variable[];
  put(carried: readonly string[]): void;
};

class Printer {
  readonly #hinted: boolean;
  readonly #names = new Map<Variable, string>();
  readonly #parameters = new Map<Parameter, string>();
  #lines: string[] = [];
  #uses: Uses = new Map();
  /** Which clause, among those beside it, is at hand. */
  #at = 0;

  constructor(hinted = false) {
    this.#hinted = hinted;
  }

  parameters(): readonly Parameter[] {
    return [...this.#parameters.keys()];
  }

  /** The lines of a query that sees nothing around it. */
  lines(query: Query): readonly string[] {
    const [outer, lines]: [string[], string[]] = [this.#lines, []];
    this.#lines = lines;
    this.#query(query, new Set(), '');
    this.#lines = outer;
    return lines;
  }

  /** Prints the branches of a query and gives what they use of what is around it. */
  #query({ branches }: Query, outside: ReadonlySet<Variable>, indent: string): readonly Variable[] {
    const [outer, at] = [this.#uses, this.#at];
    const used = new Set<Variable>();
    for (const [index, clauses] of branches.entries()) {
      this.#uses = new Map();
      if (index > 0) this.#lines.push(`${indent}UNION ALL`);
      this.#clauses(clauses, outside, indent);
      for (const one of this.#uses.keys()) used.add(one);
    }
    [this.#uses, this.#at] = [outer, at];
    for (const one of used) outer.set(one, at);
    return [...used].filter((one) => outside.has(one));
  }

  /** Clauses one behind the other, each of which sees what those before it bind; a WITH that carries nothing ends that. */
  #clauses(clauses: readonly Clause[], outside: ReadonlySet<Variable>, indent: string): void {
    const visible = new Set(outside);
    const waiting: Waiting[] = [];
    for (const [index, clause] of clauses.entries()) {
      this.#at = index;
      if (clause.kind === 'with') waiting.push(this.#with(clause, visible, indent));
      else this.#clause(clause, visible, indent);
      if (clause.kind === 'with' && !clause.carry)
        for (const one of visible) if (!outside.has(one)) visible.delete(one);
      for (const name of bindings(clause)) visible.add(variableOf(name));
    }
    for (const { at, open, put } of waiting) {
      const carried = open.filter((one) => (this.#uses.get(one) ?? -1) >= at);
      put(carried.map((one) => this.#names.get(one) ?? one.name ?? one.hint));
    }
  }

  #clause(clause: Exclude<Clause, With>, visible: ReadonlySet<Variable>, indent: string): void {
    switch (clause.kind) {
      case 'match':
        this.#lines.push(indent + this.#match(clause));
        break;
      case 'unwind':
        this.#lines.push(`${indent}UNWIND ${this.expression(clause.list)} AS ${this.#name(clause.as)}`);
        break;
      case 'return':
        this.#lines.push(
          `${indent}RETURN ${distinct(clause)}${this.#columns(clause.columns).join(', ')}${this.#cut(clause)}`,
        );
        break;
      case 'subcall': {
        const line = this.#lines.push('') - 1;
        const inside = clause.imports ? new Set(clause.imports.map(variableOf)) : visible;
        const used = this.#query(clause.query, inside, `${indent}  `);
        const imported = (clause.imports ?? used).map((one) => this.#name(one));
        this.#lines[line] = `${indent}CALL (${imported.join(', ')}) {`;
        this.#lines.push(`${indent}}`);
      }
    }
  }

  /** Prints a WITH but for what it carries on. */
  #with(clause: With, visible: ReadonlySet<Variable>, indent: string): Waiting {
    const lines = this.#lines;
    const line = lines.push('') - 1;
    const where = clause.where === undefined ? '' : ` WHERE ${this.expression(clause.where)}`;
    const columns = this.#columns(clause.columns);
    const behind = `${this.#cut(clause)}${where}`;
    const named = new Set(clause.columns.map(({ as }) => as));
    return {
      at: this.#at,
      open: clause.carry ? [...visible].filter((one) => !named.has(one)) : [],
      put: (carried) => {
        lines[line] = `${indent}WITH ${distinct(clause)}${[...carried, ...columns].join(', ')}${behind}`;
      },
    };
  }

  /** `MATCH (v0)-[r1:GAVE]->(v2:Gift) WHERE …` */
  #match({ optional, patterns, where }: Match): string {
    const texts = patterns.map((one) => this.#pattern(one)).join(', ');
    const test = where === undefined ? '' : ` WHERE ${this.expression(where)}`;
    return `${optional ? 'OPTIONAL ' : ''}MATCH ${texts}${test}`;
  }

  #columns(columns: readonly Column[]): readonly string[] {
    return columns.map(({ value, as }) =>
      value === as ? this.#name(as) : `${this.expression(value)} AS ${this.#name(as)}`,
    );
  }

  /** The order of rows, and how many of them there are. */
  #cut({ order, limit }: Pick<With, 'order' | 'limit'>): string {
    const sorted = order?.length ? ` ORDER BY ${order.map((key) => this.#sortKey(key)).join(', ')}` : '';
    return limit === undefined ? sorted : `${sorted} LIMIT ${this.expression(limit)}`;
  }

  #sortKey({ value, descending }: SortKey): string {
    return `${this.expression(value)}${descending ? ' DESC' : ''}`;
  }

  /** `path_0 = (v1)-[:X]->(v2)` */
  #pattern({ path, search, parts }: Pattern): string {
    const text = parts.map((part) => (part.kind === 'node' ? this.#node(part) : this.#hop(part))).join('');
    const found = search === undefined ? text : `${search}(${text})`;
    return path === undefined ? found : `${this.#name(path)} = ${found}`;
  }

  /** `(v0:Gift {id: $p0})` */
  #node({ variable, labels, properties }: NodePattern): string {
    const name = variable === undefined ? '' : this.#name(variable);
    const map = properties.length === 0 ? '' : `{${this.#entries(properties)}}`;
    const head = `${name}${labels.map((label) => `:${word(label)}`).join('')}`;
    return `(${[head, map].filter((text) => text !== '').join(' ')})`;
  }

  /** `-[r0:GAVE|GIVEN_TO*0..8]->` */
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

  /** The name of a variable, given where it first stands; whoever prints it uses it. */
  #name(name: Name): string {
    const variable = variableOf(name);
    if (this.#hinted) return variable.hint;
    this.#uses.set(variable, this.#at);
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

  /** An operator between its operands, in front of one, or behind it: `NOT v0.holds`, `v0.date IS NULL`. */
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
        return `${one.of} { ${this.lines(one.query).join(' ')} }`;
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

  /** `CASE WHEN … THEN … ELSE … END` */
  #case({ subject, branches, otherwise }: Extract<Expression, { kind: 'case' }>): string {
    const tests = branches.map(
      ({ when, value }) => `WHEN ${this.expression(when)} THEN ${this.expression(value)}`,
    );
    const of = subject === undefined ? [] : [this.expression(subject)];
    const last = otherwise === undefined ? [] : [`ELSE ${this.expression(otherwise)}`];
    return ['CASE', ...of, ...tests, ...last, 'END'].join(' ');
  }
}

const distinct = (clause: { readonly distinct?: boolean }): string => (clause.distinct ? 'DISTINCT ' : '');

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
