import type { GraphQLSchema } from 'graphql';
import type { Mapping } from '../model/mapping.ts';
import type { Value } from '../store/store.ts';
import type { Input, Variables } from './input.ts';
import type { NameResolution, Parameter, SearchPlan } from './plan.ts';

/** Bounds on what one operation may ask. */
export type CompileLimits = {
  /** The most items that one list may be asked for. */
  readonly pageSizeMax: number;
  /** The most items that one answer may hold, as far as can be told before it is read. */
  readonly costMax: number;
};

/** What the parts of a plan share while it is made: the schema, fresh names, and the parameters so far. */
export class Scope {
  readonly schema: GraphQLSchema;
  readonly mapping: Mapping;
  readonly limits: CompileLimits;
  readonly parameters: Parameter[] = [];
  readonly names: NameResolution[] = [];
  readonly searches: SearchPlan[] = [];
  /** The parameter with the day by which things must have been published, for the root field at hand. */
  asOf: string | undefined;
  /** Inputs whose values, not only their shape, are in the statement's text. */
  readonly pinned: Input[] = [];
  #count = 0;

  constructor(schema: GraphQLSchema, mapping: Mapping, limits: CompileLimits) {
    this.schema = schema;
    this.mapping = mapping;
    this.limits = limits;
  }

  /** A variable that nothing else has: `v0`, `r1`. */
  fresh(prefix: string): string {
    this.#count += 1;
    return `${prefix}${this.#count}`;
  }

  /** The value of an input that the text itself depends on, such as a bound that Cypher takes only as a literal. */
  pin(input: Input): unknown {
    this.pinned.push(input);
    return input.value;
  }

  /** Adds a parameter and gives its name as the text has it: `$p0`. */
  parameter(read: (variables: Variables) => Value): string {
    const name = `p${this.parameters.length}`;
    this.parameters.push({ name, read });
    return `$${name}`;
  }
}

/** A bound thing of the graph: a node, a relationship with its ends, or a map. */
export type Element = {
  readonly variable: string;
  readonly startNode?: string;
  readonly endNode?: string;
};

/** The variables that a subquery about an element has to import. */
export function importsOf(element: Element): readonly string[] {
  return [element.variable, element.startNode, element.endNode].filter((v): v is string => v !== undefined);
}

/** What stands for `this`, `startNode`, `endNode` and `asOf` in Cypher of the schema. */
export function givenBy(scope: Scope, element: Element): { readonly [name: string]: string | undefined } {
  const { variable, startNode, endNode } = element;
  return { this: variable, startNode, endNode, asOf: asOfDay(scope) };
}

/** What stands for the day `asOf` in Cypher of the schema: without one, a day that never comes. */
export function asOfDay(scope: Scope): string {
  return scope.asOf ?? "'9999-12-31'";
}

/** Holds of variables that had been reported by the day `asOf`; nothing to hold without one. */
export function reported(scope: Scope, ...variables: readonly (string | undefined)[]): readonly string[] {
  if (scope.asOf === undefined) return [];
  const known = variables.filter((variable): variable is string => variable !== undefined);
  return known.map((variable) => `coalesce(${variable}.reportedOn, '') <= ${scope.asOf}`);
}
