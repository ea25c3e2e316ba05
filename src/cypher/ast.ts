/**
 * Cypher as data: what the language says, without a text and without names. Everything is frozen; a variable is an
 * object, and two variables are one when they are the same object. So pieces are put together without a clash, and
 * whoever changes a query makes another one. Text is made by `print.ts` alone, which also decides names.
 *
 * `MATCH (v0)-[:GAVE]->(v1:Gift) WHERE v1.item = $p0` is
 * `match(path(node(giver), hop(undefined, ['GAVE'], 'OUT'), node(gift, 'Gift')), equal(property(gift, 'item'), item))`.
 */

/** A variable; the hint is how its name begins, `v` of `v0`. One with a name is printed as that. */
export type Variable = { readonly kind: 'variable'; readonly hint: string; readonly name?: string };

/** What stands for a variable or a value until a piece of Cypher is put to use: `this`, `asOf`. */
export type Hole = { readonly kind: 'hole'; readonly name: string };

/** What a clause binds. */
export type Name = Variable | Hole;

/** A value of a request, found in its variables. */
export type Parameter = {
  readonly kind: 'parameter';
  readonly read: (variables: { readonly [name: string]: unknown }) => unknown;
};

/** A property of a node, a relationship or a map. `rule` names what passes have to know of it, see `PropertyRule`. */
export type Property = {
  readonly kind: 'property';
  readonly of: Expression;
  readonly name: string;
  readonly rule?: string | undefined;
};

/** AND and OR of any number; others of two; NOT, - and IS NULL of one. */
export type Operation = {
  readonly kind: 'operation';
  readonly operator: string;
  readonly operands: readonly Expression[];
};

export type Literal = { readonly kind: 'literal'; readonly value: string | number | boolean | null };

/** A value that a subquery computes for each row: it stands in a condition until the condition is put to a clause. */
export type Computed = { readonly kind: 'computed'; readonly query: Query; readonly column: Variable };

export type Expression =
  | Name
  | Parameter
  | Property
  | Operation
  | Literal
  | Computed
  | { readonly kind: 'star' }
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly distinct?: boolean;
      readonly args: readonly Expression[];
    }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  | { readonly kind: 'map'; readonly entries: readonly Entry[] }
  | { readonly kind: 'index'; readonly of: Expression; readonly at: Expression }
  | {
      readonly kind: 'slice';
      readonly of: Expression;
      readonly from?: Expression | undefined;
      readonly to?: Expression | undefined;
    }
  | { readonly kind: 'label'; readonly of: Expression; readonly label: string }
  | {
      readonly kind: 'comprehension';
      readonly item: Name;
      readonly list: Expression;
      readonly where?: Expression | undefined;
      readonly value?: Expression | undefined;
    }
  | {
      readonly kind: 'quantifier';
      readonly quantifier: string;
      readonly item: Name;
      readonly list: Expression;
      readonly where: Expression;
    }
  | {
      readonly kind: 'reduce';
      readonly total: Name;
      readonly start: Expression;
      readonly item: Name;
      readonly list: Expression;
      readonly value: Expression;
    }
  | {
      readonly kind: 'case';
      readonly subject?: Expression | undefined;
      readonly branches: readonly { readonly when: Expression; readonly value: Expression }[];
      readonly otherwise?: Expression | undefined;
    }
  | { readonly kind: 'subquery'; readonly of: 'EXISTS' | 'COUNT'; readonly query: Query };

/** A key of a map with its value. */
export type Entry = { readonly key: string; readonly value: Expression };

/** Which way a relationship is written, from left to right. */
export type Direction = 'OUT' | 'IN' | 'EITHER';

export type NodePattern = {
  readonly kind: 'node';
  readonly variable?: Name | undefined;
  readonly labels: readonly string[];
  readonly properties: readonly Entry[];
};

export type HopPattern = {
  readonly kind: 'hop';
  readonly variable?: Name | undefined;
  readonly types: readonly string[];
  readonly direction: Direction;
  /** How many relationships one after the other, where not just one. */
  readonly length?: { readonly min: number; readonly max: number } | undefined;
};

/** Nodes with hops between them. */
export type Pattern = {
  readonly kind: 'pattern';
  readonly path?: Name | undefined;
  readonly search?: 'allShortestPaths' | 'shortestPath' | undefined;
  readonly parts: readonly (NodePattern | HopPattern)[];
};

export type Match = {
  readonly kind: 'match';
  readonly optional?: boolean;
  /** Whether it only looks something up in an index, which is of no day. */
  readonly lookUp?: boolean;
  readonly patterns: readonly Pattern[];
  readonly where?: Expression | undefined;
};

/** A column: a value and the variable that holds it afterwards. */
export type Column = { readonly value: Expression; readonly as: Name };

/** A key to sort by. */
export type SortKey = { readonly value: Expression; readonly descending: boolean };

/** `carry`: whatever else later clauses use goes on too. */
export type With = {
  readonly kind: 'with';
  readonly distinct?: boolean;
  readonly carry?: boolean;
  readonly columns: readonly Column[];
  readonly where?: Expression | undefined;
  readonly order?: readonly SortKey[] | undefined;
  readonly limit?: Expression | undefined;
};

export type Return = {
  readonly kind: 'return';
  readonly distinct?: boolean;
  readonly columns: readonly Column[];
  readonly order?: readonly SortKey[] | undefined;
  readonly limit?: Expression | undefined;
};

/** A subquery for each row. Without imports it takes what it uses of the variables around it. */
export type Call = { readonly kind: 'subcall'; readonly imports?: readonly Name[]; readonly query: Query };

export type Clause =
  | Match
  | With
  | Return
  | Call
  | { readonly kind: 'unwind'; readonly list: Expression; readonly as: Name };

/** Clauses in order; several branches are joined by UNION ALL. */
export type Query = { readonly kind: 'query'; readonly branches: readonly (readonly Clause[])[] };

/** Any piece of Cypher. */
export type Node = Expression | NodePattern | HopPattern | Pattern | Clause | Query;
