import type { GraphQLSchema } from 'graphql';
import type { Call, Expression, Parameter, Variable } from '../cypher/ast.ts';
import type { NameReading, Wanted } from '../model/candidate/read.ts';
import type { FieldMapping, Mapping } from '../model/mapping.ts';
import type { Value } from '../store/store.ts';
import type { ObjectPlan, Reading } from './answer.ts';
import type { Input, Values, Variables } from './input.ts';
import type { Selected } from './selection.ts';

/**
 * What the graph must do for one operation, and how its answer is read from the one row that comes back.
 * Plain data: made by `planOperation`, read by `readAnswer`, priced by `costOf`. It is kept, and so holds nothing of the statement.
 */

/** One value of a row, and the correlated subqueries that must stand before it: `h1` and `CALL (v0) { … AS h1 }`. */
export type Cell = { readonly expression: Expression; readonly calls: readonly Call[] };

/** The row of an object while it is planned: each expression stands in it once. */
export type Row = Cell[];

/** A sort key; what has no value comes last in either direction. */
export type OrderKey = {
  readonly value: Expression;
  readonly descending: boolean;
  readonly nullable: boolean;
};

/** A thing that is bound once for the whole statement, and the call that binds it. */
export type BoundThing = { readonly taken: Variable; readonly call: Call };

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

/** What is compiled against. */
export type CompileContext = {
  readonly schema: GraphQLSchema;
  readonly mapping: Mapping;
  readonly limits: CompileLimits;
};

/** What the parts of a plan share while it is made: the schema, and the parameters, names and searches so far. */
export type Scope = CompileContext & {
  /** How fields of things are planned, wherever they are met: objects hold lists, and lists hold objects. */
  readonly planFieldOf: (request: FieldRequest, element: Element) => Reading;
  readonly parameters: Parameter[];
  readonly names: NamePlan[];
  /** Things that are bound before all else. */
  readonly things: BoundThing[];
  readonly searches: SearchPlan[];
  /** Inputs whose values, not only their shape, are in the statement's text. */
  readonly pinned: Input[];
  /** The day by which things must have been published, for the root field at hand. */
  asOf: Parameter | undefined;
  /** The same day, as a request says it. */
  readDay: ((variables: Variables) => string) | undefined;
  /** The root field at hand, by its key in the answer. */
  path: string;
  /** What stands for the day `asOf` in Cypher of the schema: without one, a day that never comes. */
  readonly day: Expression;
  /** Where a field comes from. */
  field(typeName: string, fieldName: string): FieldMapping;
  /** Adds a parameter. */
  parameter(read: (variables: Variables) => Value): Parameter;
  /** The value of an input that the text itself depends on, such as a bound that Cypher takes only as a literal. */
  pin(input: Input): unknown;
};

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
  readonly row: Row;
  readonly typeName: string;
  readonly selected: Selected;
};

/** Plans how one field is read. */
export type PlanField = (request: FieldRequest) => Reading;
