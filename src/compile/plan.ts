import type { GraphQLSchema } from 'graphql';
import type { Call, Clause, Expression, Parameter, Variable } from '../cypher/ast.ts';
import { list, literal, parameter, same } from '../cypher/build.ts';
import { expression } from '../cypher/template.ts';
import type { NameReading, Wanted } from '../model/candidate/read.ts';
import type { FieldMapping, Mapping } from '../model/mapping.ts';
import type { Value } from '../store/store.ts';
import type { Input, Values, Variables } from './input.ts';
import type { Selected, Selection } from './selection.ts';

/**
 * What the graph must do for one operation, and how its answer is read from the one row that comes back.
 * Plain data: made by `planOperation`, read by `readAnswer`, priced by `costOf`. It is kept, and so holds nothing of the statement.
 */

/** One value of a row. */
export type Cell =
  | { readonly kind: 'expression'; readonly expression: Expression }
  /** An object in the row of its owner; null where `when` does not hold. */
  | { readonly kind: 'object'; readonly cells: readonly Cell[]; readonly when?: Expression | undefined }
  | Subquery;

/** A correlated subquery that puts one column beside its owner. */
export type Subquery = { readonly kind: 'subquery'; readonly call: Call; readonly column: Variable };

/** A sort key; what has no value comes last in either direction. */
export type OrderKey = {
  readonly value: Expression;
  readonly descending: boolean;
  readonly nullable: boolean;
};

/** A thing that is bound once for the whole statement, and the call that binds it. */
export type BoundThing = { readonly taken: Variable; readonly call: Call };

/** An object of the answer: its cells, and for each concrete type the fields read from them. */
export type ObjectPlan = {
  readonly cells: readonly Cell[];
  /** The cell that holds the label of the value, when its type decides what is read. */
  readonly typeCell: number | undefined;
  /** By concrete type, in the order of the schema. */
  readonly fields: ReadonlyMap<string, readonly FieldPlan[]>;
  /** From label to concrete type. */
  readonly typeOf: ReadonlyMap<string, string>;
};

export type FieldPlan = { readonly key: string; readonly coordinate: string; readonly reading: Reading };

/** How one field is read from the row of its object. */
export type Reading =
  | { readonly kind: 'typename' }
  | { readonly kind: 'variable'; readonly read: (variables: Variables) => unknown }
  | { readonly kind: 'value'; readonly cell: number; readonly shape: 'required' | 'nullable' | 'list' }
  | { readonly kind: 'quote'; readonly cell: number }
  | { readonly kind: 'inline'; readonly cell: number; readonly object: ObjectPlan }
  | { readonly kind: 'here'; readonly object: ObjectPlan }
  | { readonly kind: 'one'; readonly cell: number; readonly object: ObjectPlan; readonly required: boolean }
  | {
      readonly kind: 'list';
      readonly cell: number;
      readonly object: ObjectPlan;
      readonly size: (v: Variables) => number;
    }
  | {
      readonly kind: 'byId';
      readonly cell: number;
      readonly object: ObjectPlan;
      readonly ids: (v: Variables) => readonly string[];
    }
  /** A part of what was found before the statement: of the one at the place that the cell holds. */
  | {
      readonly kind: 'found';
      readonly cell: number;
      readonly part: (variables: Variables, at: number) => unknown;
    }
  | { readonly kind: 'cursor'; readonly page: PagePlan }
  | { readonly kind: 'connection'; readonly connection: ConnectionPlan };

/** How a page lies in its list, and how cursors are made. */
export type PagePlan = {
  readonly size: (variables: Variables) => number;
  readonly backward: boolean;
  /** Marks the cursors of this list. */
  readonly mark: string;
  /** The cells of an item that hold its sort keys. */
  readonly keyCells: readonly number[];
};

export type ConnectionPlan = {
  /** The cell of the owner that holds the items. */
  readonly items: number | undefined;
  readonly page: PagePlan;
  /** The cell of the owner that tells whether something lies on the far side of the cursor. */
  readonly behind: number | undefined;
  /** As `behind`, for the cursor that the page ends at where there are two. */
  readonly beyond: number | undefined;
  readonly fields: readonly ConnectionField[];
};

export type ConnectionField = { readonly key: string } & (
  | { readonly kind: 'typename'; readonly name: string }
  | { readonly kind: 'items'; readonly object: ObjectPlan }
  | { readonly kind: 'pageInfo'; readonly fields: readonly PageInfoField[] }
  | { readonly kind: 'totalCount'; readonly cell: number }
);

export type PageInfoField = { readonly key: string; readonly name: string };

/** A full-text search: its words, and the name under which the variables hold its hits. */
export type SearchPlan = {
  readonly hits: string;
  readonly text: (variables: Variables) => string;
  readonly limit: (variables: Variables) => number;
};

/** A text that was asked with, the key that something bears of those it asks for, and what it means. */
export type ReadText = { readonly text: string; readonly key: string; readonly reading: NameReading };

/** What a name, or each of several, means. */
export type Meaning = { readonly ids: readonly string[]; readonly texts: readonly ReadText[] };

/** A name that an operation asks with. */
export type NamePlan = {
  /** Under which the variables hold its `Meaning`. */
  readonly key: string;
  /** The field of the root in which it is asked, by its key in the answer. */
  readonly path: string;
  /** The argument, or where in `where`: `from`, `where.madeIn.name`. */
  readonly argument: string;
  readonly wanted: Wanted;
  /** What several bearers are: each of them meant, a refusal, or merely told. */
  readonly several: 'any' | 'refused' | 'told';
  readonly texts: (variables: Variables) => readonly string[];
  /** The day by which names must have been known; always, where there is none. */
  readonly day: ((variables: Variables) => string) | undefined;
};

/** What an operation asks of the graph, and how it is answered. */
export type Plan = Values & {
  readonly root: ObjectPlan;
  /** The parameters of the statement, as they are named. */
  readonly parameters: readonly { readonly name: string }[];
  /** Inputs whose values are in the text: another value needs another plan. */
  readonly pinned: readonly Input[];
  /** Names to read before all else; what they mean is parameters of the statement. */
  readonly names: readonly NamePlan[];
  /** Full-text searches to run before the statement; their hits are parameters of it. */
  readonly searches: readonly SearchPlan[];
  /** What the root fields weigh besides the items that they give. */
  readonly weight: number;
};

/** Bounds on what one operation may ask. */
export type CompileLimits = {
  /** The most items that one list may be asked for. */
  readonly pageSizeMax: number;
  /** The most items that one answer may hold, as far as can be told before it is read. */
  readonly costMax: number;
};

/** What the parts of a plan share while it is made: the schema, and the parameters, names and searches so far. */
export class Scope {
  readonly schema: GraphQLSchema;
  readonly mapping: Mapping;
  readonly limits: CompileLimits;
  readonly parameters: Parameter[] = [];
  readonly names: NamePlan[] = [];
  /** Things that are bound before all else. */
  readonly things: BoundThing[] = [];
  readonly searches: SearchPlan[] = [];
  /** The day by which things must have been published, for the root field at hand. */
  asOf: Parameter | undefined;
  /** The same day, as a request says it. */
  readDay: ((variables: Variables) => string) | undefined;
  /** The root field at hand, by its key in the answer. */
  path = '';
  /** Inputs whose values, not only their shape, are in the statement's text. */
  readonly pinned: Input[] = [];

  constructor(schema: GraphQLSchema, mapping: Mapping, limits: CompileLimits) {
    this.schema = schema;
    this.mapping = mapping;
    this.limits = limits;
  }

  /** The value of an input that the text itself depends on, such as a bound that Cypher takes only as a literal. */
  pin(input: Input): unknown {
    this.pinned.push(input);
    return input.value;
  }

  /** What stands for the day `asOf` in Cypher of the schema: without one, a day that never comes. */
  get day(): Expression {
    return this.asOf ?? NEVER;
  }

  /** Where a field comes from. */
  field(typeName: string, fieldName: string): FieldMapping {
    return this.mapping.field(typeName, fieldName);
  }

  /** Adds a parameter. */
  parameter(read: (variables: Variables) => Value): Parameter {
    const added = parameter(read);
    this.parameters.push(added);
    return added;
  }
}

const NEVER = literal('9999-12-31');

/** A bound thing of the graph: a node, a relationship with its ends, or a map. */
export type Element = {
  readonly variable: Variable;
  readonly startNode?: Variable;
  readonly endNode?: Variable;
  /** The rule of properties that a value stored on it has. */
  readonly rule?: string | undefined;
};

/** A field to plan: of which type it is, what is asked of it, and the row that gets what it needs. */
export type FieldRequest = {
  readonly scope: Scope;
  readonly row: RowBuilder;
  readonly typeName: string;
  readonly selected: Selected;
};

/** Plans how a field is read. */
export type PlanField = (request: FieldRequest) => Reading;

/** An object to plan: what is asked of it, and the row that it shares, where it is not one of its own. */
export type ObjectRequest = {
  readonly scope: Scope;
  readonly element: Element | null;
  readonly selection: Selection;
  readonly row?: RowBuilder;
};

/** The row of an object while it is planned: each expression stands in it once. */
export class RowBuilder {
  readonly cells: Cell[] = [];

  constructor(cells: readonly Cell[] = []) {
    for (const cell of cells) this.add(cell);
  }

  /** Adds a cell and gives its place; an expression that is there already is not repeated. */
  add(cell: Cell): number {
    const known = cell.kind === 'expression' ? this.cells.findIndex((one) => same(one, cell)) : -1;
    return known >= 0 ? known : this.cells.push(cell) - 1;
  }

  addExpression(expression: Expression): number {
    return this.add({ kind: 'expression', expression });
  }
}

/** The subqueries that cells need before them, and the cells as a list: `CALL (v0) { … AS h1 }` and `[v0.name, h1]`. */
export function rowOf(cells: readonly Cell[]): {
  readonly calls: readonly Clause[];
  readonly row: Expression;
} {
  const calls: Clause[] = [];
  const items = cells.map((cell) => expressionOf(cell, calls));
  return { calls, row: list(items) };
}

function expressionOf(cell: Cell, calls: Clause[]): Expression {
  if (cell.kind === 'expression') return cell.expression;
  if (cell.kind === 'subquery') return added(cell, calls);
  const inner = rowOf(cell.cells);
  calls.push(...inner.calls);
  return cell.when ? expression`CASE WHEN ${cell.when} THEN ${inner.row} END` : inner.row;
}

function added({ call, column }: Subquery, calls: Clause[]): Expression {
  calls.push(call);
  return column;
}
