import type { Value } from '../store/store.ts';
import type { Input, Variables } from './input.ts';

/**
 * What the graph must do for one operation, and how its answer is read from the one row that comes back.
 * Plain data: made by `planOperation`, printed by `printStatement`, read by `readAnswer`, priced by `costOf`.
 */

/** A parameter of the statement and where its value stands in a request. */
export type Parameter = { readonly name: string; readonly read: (variables: Variables) => Value };

/** One value of a row. Expressions hold identifiers of the schema and parameters, never a client's text. */
export type Cell =
  | {
      readonly kind: 'expression';
      readonly text: string;
      /** Variables of the whole statement that the text needs. */
      readonly imports?: readonly string[];
    }
  | { readonly kind: 'object'; readonly cells: readonly Cell[] }
  | { readonly kind: 'subquery'; readonly subquery: Subquery };

/** A correlated subquery that puts one column beside its owner. */
export type Subquery =
  | { readonly kind: 'list'; readonly list: List }
  | { readonly kind: 'count'; readonly count: Count };

/** A clause that binds variables; a projection also carries on what the subquery imports. */
export type Clause = string | { readonly project: string; readonly distinct?: true; readonly where?: string };

/** Where rows come from: clauses that bind variables, and what must hold of them. */
export type Source = {
  readonly clauses: readonly Clause[];
  /** The variables that the clauses bind and later parts use. */
  readonly binds: readonly string[];
  readonly conditions: readonly string[];
  /** Whether the clauses can bind the same item twice. */
  readonly repeats: boolean;
};

/** A sort key; what has no value comes last in either direction. */
export type OrderKey = {
  readonly expression: string;
  readonly descending: boolean;
  readonly nullable: boolean;
};

/** Items in order, cut to a page, each a row of cells. */
export type List = {
  /** The field of the schema that it answers, `Person.gave`. */
  readonly coordinate: string;
  readonly column: string;
  readonly imports: readonly string[];
  readonly source: Source;
  /** Per item, values that the order needs: a statement that returns `column`. */
  readonly computed: readonly {
    readonly column: string;
    readonly text: string;
    readonly imports: readonly string[];
  }[];
  readonly order: readonly OrderKey[];
  /** What holds of items beyond the cursor. */
  readonly seek: readonly string[];
  /** Whether the page is taken from the end: then rows come last first. */
  readonly backward: boolean;
  /** The parameter that holds how many rows are read, or none for a single value. */
  readonly limit: string | 1;
  /** How many items the answer holds at most, for the cost. */
  readonly size: (variables: Variables) => number;
  readonly cells: readonly Cell[];
};

/** How many items there are, counted up to `limit` when given. */
export type Count = {
  readonly column: string;
  readonly imports: readonly string[];
  readonly source: Source;
  readonly computed: List['computed'];
  readonly seek: readonly string[];
  readonly limit?: 1;
};

/** A name or id of an argument, resolved once for the whole statement. */
export type NameResolution = {
  /** The column that holds all matches, the first being the one taken. */
  readonly matches: string;
  /** The column that holds the one taken. */
  readonly taken: string;
  readonly idParameter: string;
  readonly keyParameter: string;
  /** The labels that a match may have; none for any. */
  readonly labels: readonly string[];
  /** How often the texts use the name for a match, as Cypher over `r`, what names it. */
  readonly mentions: string;
  /** The parameter with the day by which a match, and that it is called so, must have been reported. */
  readonly asOf: string | undefined;
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

/** A compiled operation before it is printed. */
export type Plan = {
  readonly names: readonly NameResolution[];
  readonly root: ObjectPlan;
  readonly parameters: readonly Parameter[];
  /** Inputs whose values are in the text: another value needs another plan. */
  readonly pinned: readonly Input[];
  /** Full-text searches to run before the statement; their hits are parameters of it. */
  readonly searches: readonly SearchPlan[];
  /** What the root fields weigh besides the items that they give. */
  readonly weight: number;
};
