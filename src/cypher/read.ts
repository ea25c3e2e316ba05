import type {
  Clause,
  Column,
  Entry,
  Expression,
  HopPattern,
  Match,
  Name,
  NodePattern,
  Pattern,
  Query,
  SortKey,
  Variable,
  With,
} from './ast.ts';
import { conjuncts, hole, literal, operation, property, query, variable } from './build.ts';
import { LEVELS, NOT, PREDICATES, QUANTIFIERS, RESERVED, Tokens, unquoted } from './tokens.ts';

/**
 * Reads the Cypher that stands in directives of schema.graphql, once, when a service starts, and the few pieces that
 * planners keep as text. It knows the part of openCypher that every engine of ours takes and that passes can follow;
 * anything else is refused with the place where it stands, since what is not understood cannot be put as of a day.
 *
 * A name that is a hole, `this` or `asOf`, becomes one; every other name is one variable throughout the piece, whose
 * printed name begins with it: `dated` gives `dated_3`.
 *
 * It reads by recursive descent, a method for each form of the grammar, which takes its tokens and leaves what follows:
 *
 *     MATCH (this)-[:GAVE]->(gift:Gift) WHERE gift.item = 'rifle' RETURN gift
 *     └ #match ┬ pattern ┬ #node (this) ┬ #hop -[:GAVE]-> ┬ #node (gift:Gift)
 *              └ expression, by levels of what binds: OR, XOR, AND, NOT, comparisons, +, *, then `#postfix` of an atom
 *
 * What a name means is not asked here: labels, types and properties are held against the model by `model/check.ts`.
 */

/** Where a piece stands, `Gift.date (line 1403)`, and the names in it that are holes. */
export type Reading = { readonly place: string; readonly holes: ReadonlySet<string> };

/** Reads a query, or clauses of one without its RETURN. */
export function readQuery(text: string, reading: Reading): Query {
  return new Reader(text, reading).whole((reader) => reader.query());
}

/** Reads an expression: `coalesce(this.role, this.title, '')`. */
export function readExpression(text: string, reading: Reading): Expression {
  return new Reader(text, reading).whole((reader) => reader.expression());
}

/** Reads a pattern: `(named)-[:GAVE]->(this)`. */
export function readPattern(text: string, reading: Reading): Pattern {
  return new Reader(text, reading).whole((reader) => reader.pattern());
}

class Reader extends Tokens {
  readonly #reading: Reading;
  readonly #variables = new Map<string, Variable>();
  readonly #bound = new Set<Name>();
  constructor(text: string, reading: Reading) {
    super(text, reading.place);
    this.#reading = reading;
  }

  /** All of the text as one thing. */
  whole<T>(read: (reader: this) => T): T {
    const found = read(this);
    if (this.next.kind !== 'end') this.refuse(`"${this.next.text}" is not expected`);
    const [open] = [...this.#variables].filter(([, one]) => !this.#bound.has(one));
    if (open) this.refuse(`nothing binds "${open[0]}"`);
    return found;
  }

  /** A variable or a hole. */
  #name(): Name {
    const text = this.word();
    if (RESERVED.has(text.toUpperCase())) this.refuse(`${text} is not expected`);
    return this.#named(text);
  }

  /** A name that stands where it is bound. */
  #binding(): Name {
    const name = this.#name();
    this.#bound.add(name);
    return name;
  }

  #named(text: string): Name {
    if (this.#reading.holes.has(text)) return hole(text);
    const known = this.#variables.get(text) ?? variable(`${text}_`);
    this.#variables.set(text, known);
    return known;
  }

  query(): Query {
    return query(...this.separated(() => this.#clauses(), 'UNION ALL'));
  }

  #clauses(): readonly Clause[] {
    const clauses: Clause[] = [];
    while (this.next.kind !== 'end' && !this.sees('}') && !this.sees('UNION')) {
      if (clauses.at(-1)?.kind === 'return') this.refuse(`"${this.next.text}" stands after RETURN`);
      clauses.push(this.#clause());
    }
    if (clauses.length === 0) this.refuse('a clause is expected');
    return clauses;
  }

  /** What the word at hand begins. */
  #clause(): Clause {
    if (this.takes('MATCH')) return this.#match(false);
    if (this.takes('OPTIONAL MATCH')) return this.#match(true);
    if (this.takes('UNWIND')) {
      const list = this.expression();
      this.expect('AS');
      return { kind: 'unwind', list, as: this.#binding() };
    }
    if (this.takes('WITH')) return this.#with();
    if (this.takes('RETURN')) return { kind: 'return', ...this.#columns() };
    if (this.takes('CALL')) return this.#call();
    this.refuse(`${this.next.text} begins no clause that is known here`);
  }

  /** `MATCH (a)-[:X]->(b), (c) WHERE …`, behind its first word. */
  #match(optional: boolean): Match {
    const patterns = this.separated(() => this.pattern());
    const where = this.takes('WHERE') ? this.expression() : undefined;
    return { kind: 'match', ...(optional && { optional }), patterns, where };
  }

  /** `WITH DISTINCT a, b.id AS c ORDER BY c LIMIT 1 WHERE …` */
  #with(): With {
    const columns = this.#columns();
    const where = this.takes('WHERE') ? this.expression() : undefined;
    return { kind: 'with', ...columns, where };
  }

  /** `CALL (a, b) { … }`; without parentheses it sees nothing of what is around it. */
  #call(): Clause {
    const imports = this.takes('(') ? this.between(')', () => this.#name()) : [];
    return { kind: 'subcall', imports, query: this.#braced() };
  }

  /** `{ MATCH … RETURN … }` */
  #braced(): Query {
    this.expect('{');
    const found = this.query();
    this.expect('}');
    return found;
  }

  /** What WITH and RETURN have in common: `DISTINCT a, b.id AS c ORDER BY c DESC LIMIT 1`. */
  #columns(): Pick<With, 'distinct' | 'columns' | 'order' | 'limit'> {
    const distinct = this.takes('DISTINCT');
    const columns = this.separated(() => this.#column());
    const order = this.takes('ORDER BY') ? this.separated(() => this.#sortKey()) : undefined;
    const limit = this.takes('LIMIT') ? this.expression() : undefined;
    return { ...(distinct && { distinct }), columns, order, limit };
  }

  /** `b.id AS c`, or `a` alone, which keeps its name. */
  #column(): Column {
    const value = this.expression();
    if (this.takes('AS')) return { value, as: this.#binding() };
    if (value.kind === 'variable' || value.kind === 'hole') return { value, as: value };
    this.refuse(`a column needs a name, by AS, before "${this.next.text}"`);
  }

  /** `c DESC` */
  #sortKey(): SortKey {
    const value = this.expression();
    const descending = this.takes('DESC');
    if (!descending) this.takes('ASC');
    return { value, descending };
  }

  /** `way = (a)-[:X]->(b)<-[:Y]-(:C)` */
  pattern(): Pattern {
    const path = this.next.kind === 'word' ? this.#binding() : undefined;
    if (path) this.expect('=');
    const parts: (NodePattern | HopPattern)[] = [this.#node()];
    while (this.sees('-') || this.sees('< -')) parts.push(this.#hop(), this.#node());
    return { kind: 'pattern', path, parts };
  }

  /** `(a:B {id: c})`, any part of which may be missing. */
  #node(): NodePattern {
    this.expect('(');
    const name = this.next.kind === 'word' ? this.#binding() : undefined;
    const labels: string[] = [];
    while (this.takes(':')) labels.push(this.word());
    const properties = this.takes('{') ? this.between('}', () => this.#entry()) : [];
    this.expect(')');
    return { kind: 'node', variable: name, labels, properties };
  }

  /** `-[r:X|Y*0..8]->`, `<-[…]-`, or either way `-[…]-`. */
  #hop(): HopPattern {
    const into = this.takes('<');
    this.expect('-');
    const body = this.takes('[') ? this.#hopBody() : { types: [] };
    this.expect('-');
    const out = this.takes('>');
    if (into && out) this.refuse('an arrow has two heads');
    return { kind: 'hop', ...body, direction: into ? 'IN' : out ? 'OUT' : 'EITHER' };
  }

  /** `r:X|Y*0..8]` */
  #hopBody(): Pick<HopPattern, 'variable' | 'types' | 'length'> {
    const name = this.next.kind === 'word' ? this.#binding() : undefined;
    const types = this.takes(':') ? this.separated(() => this.word(), '|') : [];
    const length = this.takes('*') ? this.#length() : undefined;
    this.expect(']');
    return { variable: name, types, length };
  }

  /** `0..8`: without an upper bound a search has no end, so it must have one. */
  #length(): { readonly min: number; readonly max: number } {
    const min = this.number();
    return { min, max: this.takes('..') ? this.number() : min };
  }

  /** `id: c` */
  #entry(): Entry {
    const key = this.word();
    this.expect(':');
    return { key, value: this.expression() };
  }

  /** An expression whose operators bind at least as tightly as a level: `a OR b` at 0, `a + b` further down. */
  expression(level = 0): Expression {
    if (level === NOT)
      return this.takes('NOT') ? operation('NOT', this.expression(NOT)) : this.expression(level + 1);
    const operators = LEVELS[level];
    if (operators === undefined) return this.#sign();
    let left = this.expression(level + 1);
    for (;;) {
      const operator = operators.find((one) => this.sees(one));
      if (operator !== undefined && !this.#isHop(operator)) {
        this.takes(operator);
        left = grouped(operator, left, this.expression(level + 1));
      } else if (level === PREDICATES && this.sees('IS')) {
        const test = ['IS NULL', 'IS NOT NULL'].find((one) => this.takes(one));
        if (test === undefined) this.refuse('IS goes with NULL or NOT NULL');
        left = operation(test, left);
      } else return left;
    }
  }

  /** A pattern as a condition, `(a)-[:X]->(b)`, is told from a difference by what follows. */
  #isHop(operator: string): boolean {
    if ((operator === '-' && this.sees('[', 1)) || (operator === '<' && this.sees('- [', 1)))
      this.refuse('a pattern as a condition stands in EXISTS { MATCH … }');
    return false;
  }

  /** `-a`, or an atom with what follows it. */
  #sign(): Expression {
    return this.takes('-') ? operation('-', this.#sign()) : this.#postfix(this.#atom());
  }

  /** `.name`, `[0]` and `:Label`, as many as follow one another. */
  #postfix(of: Expression): Expression {
    if (this.takes('.')) return this.#postfix(property(of, this.word()));
    if (this.takes('[')) return this.#postfix(this.#indexed(of));
    if (this.takes(':')) return this.#postfix({ kind: 'label', of, label: this.word() });
    return of;
  }

  /** `0]`, or a slice: `1..3]`, `..3]`, `1..]`. */
  #indexed(of: Expression): Expression {
    const from = this.sees('..') ? undefined : this.expression();
    if (this.takes(']')) return from ? { kind: 'index', of, at: from } : this.refuse('an index is expected');
    this.expect('..');
    const to = this.sees(']') ? undefined : this.expression();
    this.expect(']');
    return { kind: 'slice', of, from, to };
  }

  /** What needs no look at what is around it: a number, a text, parentheses, a list, a map, or what begins with a word. */
  #atom(): Expression {
    const { kind, text } = this.next;
    if (kind === 'number') return literal(this.number());
    if (kind === 'text') {
      this.skip();
      return literal(unquoted(text));
    }
    if (this.takes('(')) {
      const inside = this.expression();
      this.expect(')');
      return inside;
    }
    if (this.takes('[')) return this.#list();
    if (this.takes('{')) return { kind: 'map', entries: this.between('}', () => this.#entry()) };
    return this.#wordly();
  }

  /** What begins with a word: a constant, CASE, a subquery, a function, a variable. */
  #wordly(): Expression {
    if (this.takes('TRUE')) return literal(true);
    if (this.takes('FALSE')) return literal(false);
    if (this.takes('NULL')) return literal(null);
    if (this.takes('CASE')) return this.#case();
    for (const kind of ['EXISTS', 'COUNT'] as const) {
      if (!this.sees(`${kind} {`)) continue;
      this.takes(kind);
      return { kind: 'subquery', of: kind, query: this.#braced() };
    }
    if (!this.sees('(', 1)) return this.#name();
    const name = this.word();
    this.expect('(');
    if (name.toLowerCase() === 'reduce') return this.#reduce();
    if (QUANTIFIERS.has(name.toLowerCase())) return this.#quantifier(name.toLowerCase());
    if (this.takes('* )')) return { kind: 'call', name, args: [{ kind: 'star' }] };
    const distinct = this.takes('DISTINCT');
    return {
      kind: 'call',
      name,
      ...(distinct && { distinct }),
      args: this.between(')', () => this.expression()),
    };
  }

  /** `item IN list` */
  #each(): { readonly item: Name; readonly list: Expression } {
    const item = this.#binding();
    this.expect('IN');
    return { item, list: this.expression() };
  }

  /** `all(item IN list WHERE …)`, behind its parenthesis. */
  #quantifier(quantifier: string): Expression {
    const each = this.#each();
    this.expect('WHERE');
    const where = this.expression();
    this.expect(')');
    return { kind: 'quantifier', quantifier, ...each, where };
  }

  /** `reduce(total = 0, item IN list | total + item)`, behind its parenthesis. */
  #reduce(): Expression {
    const total = this.#binding();
    this.expect('=');
    const start = this.expression();
    this.expect(',');
    const each = this.#each();
    this.expect('|');
    const value = this.expression();
    this.expect(')');
    return { kind: 'reduce', total, start, ...each, value };
  }

  /** `[a, b]`, or a comprehension: `[item IN list WHERE … | value]`. */
  #list(): Expression {
    if (!(this.next.kind === 'word' && this.sees('IN', 1)))
      return { kind: 'list', items: this.between(']', () => this.expression()) };
    const each = this.#each();
    const where = this.takes('WHERE') ? this.expression() : undefined;
    const value = this.takes('|') ? this.expression() : undefined;
    this.expect(']');
    return { kind: 'comprehension', ...each, where, value };
  }

  /** `CASE WHEN … THEN … ELSE … END`, or `CASE subject WHEN … END`. */
  #case(): Expression {
    const subject = this.sees('WHEN') ? undefined : this.expression();
    const branches: { readonly when: Expression; readonly value: Expression }[] = [];
    while (this.takes('WHEN')) {
      const when = this.expression();
      this.expect('THEN');
      branches.push({ when, value: this.expression() });
    }
    const otherwise = this.takes('ELSE') ? this.expression() : undefined;
    this.expect('END');
    return { kind: 'case', subject, branches, otherwise };
  }
}

/** ANDs and ORs in a row are one; others go from left to right. */
function grouped(operator: string, left: Expression, right: Expression): Expression {
  if (operator !== 'AND' && operator !== 'OR') return operation(operator, left, right);
  const first = left.kind === 'operation' && left.operator === operator ? left.operands : [left];
  return operation(operator, ...first, ...(operator === 'AND' ? conjuncts(right) : [right]));
}
