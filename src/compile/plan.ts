import type { Call, Expression, Parameter, Query, Variable } from '../cypher/ast.ts';
import type { Input, Variables } from './input.ts';

/**
 * What the graph must do for one operation, and how its answer is read from the one row that comes back.
 * Plain data: made by `planOperation`, read by `readAnswer`, priced by `costOf`; its statement is printed by `print`.
 */

/** A value of a request, and the name of its parameter; one without a name is only checked. */
export type PlannedValue = { readonly name: string | undefined; readonly read: Parameter['read'] };

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

/** A name or id of an argument, resolved once for the whole statement. */
export type NameResolution = {
  /** The column that holds all matches, the first being the one taken. */
  readonly matches: Variable;
  /** The column that holds the one taken. */
  readonly taken: Variable;
  readonly call: Call;
};

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
  | { readonly kind: 'edtf'; readonly cell: number; readonly bound: 'EARLIEST' | 'LATEST' }
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
      readonly kind: 'near';
      readonly cell: number;
      readonly name: (variables: Variables) => string;
      readonly size: (variables: Variables) => number;
    }
  | {
      readonly kind: 'byId';
      readonly cell: number;
      readonly object: ObjectPlan;
      readonly ids: (v: Variables) => readonly string[];
    }
  | { readonly kind: 'resolved'; readonly resolutions: readonly ObjectPlan[] }
  | {
      readonly kind: 'hit';
      readonly cell: number;
      readonly hits: string;
      readonly part: 'score' | 'matched' | 'text';
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
  | { readonly kind: 'resolved'; readonly resolutions: readonly ObjectPlan[] }
);

export type PageInfoField = { readonly key: string; readonly name: string };

/** A full-text search: its words, and the name under which the variables hold its hits. */
export type SearchPlan = {
  readonly hits: string;
  readonly text: (variables: Variables) => string;
  readonly limit: (variables: Variables) => number;
};

/** What an operation asks of the graph, and how it is answered. */
export type Plan = {
  /** Undefined when the graph is not asked at all. */
  readonly statement: Query | undefined;
  readonly root: ObjectPlan;
  /** The parameters of the statement, as they are named. */
  readonly parameters: readonly { readonly name: string }[];
  /** The values of a request in the order in which they are checked. */
  readonly values: readonly PlannedValue[];
  /** Inputs whose values are in the text: another value needs another plan. */
  readonly pinned: readonly Input[];
  /** Full-text searches to run before the statement; their hits are parameters of it. */
  readonly searches: readonly SearchPlan[];
  /** What the root fields weigh besides the items that they give. */
  readonly weight: number;
};
