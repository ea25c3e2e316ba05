import type { GraphQLSchema } from 'graphql';
import { type Expression, literal, type Parameter, parameter, type Variable } from '../cypher/ast.ts';
import type { FieldMapping, Mapping } from '../model/mapping.ts';
import type { Value } from '../store/store.ts';
import type { Input, Variables } from './input.ts';
import type { NameResolution, SearchPlan } from './plan.ts';

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
  readonly names: NameResolution[] = [];
  readonly searches: SearchPlan[] = [];
  /** The day by which things must have been published, for the root field at hand. */
  asOf: Parameter | undefined;
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

  /** Where a field comes from: what is stored as it stands now is, of another day, what its Cypher tells. */
  field(typeName: string, fieldName: string): FieldMapping {
    const mapping = this.mapping.field(typeName, fieldName);
    return (mapping.kind === 'stored' && this.asOf && mapping.dated) || mapping;
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
};
