import type { GraphQLSchema } from 'graphql';
import { print } from '../cypher/print.ts';
import type { Mapping } from '../model/mapping.ts';
import type { Statement, Value } from '../store/store.ts';
import type { Variables } from './input.ts';
import type { Plan } from './plan.ts';
import { planOperation } from './roots.ts';
import { type CompileLimits, Scope } from './scope.ts';
import type { Selected } from './selection.ts';

/** An operation compiled for one shape of variables: it serves every request of that shape. */
export type Compiled = {
  readonly plan: Plan;
  /** The statement's text; undefined when the graph is not asked at all. */
  readonly text: string | undefined;
};

/** What is compiled against. */
export type CompileContext = {
  readonly schema: GraphQLSchema;
  readonly mapping: Mapping;
  readonly limits: CompileLimits;
};

/**
 * Compiles what an operation asks. Pure: the same question gives the same text. What a condition asks that cannot matter,
 * as beside an `or` that always holds, is not in the text: its value is checked all the same.
 */
export function compile(context: CompileContext, rootType: string, selecteds: readonly Selected[]): Compiled {
  const scope = new Scope(context.schema, context.mapping, context.limits);
  const planned = planOperation(scope, rootType, selecteds);
  const printed = planned.statement && print(planned.statement);
  const names = new Map(printed?.parameters.map((one, index) => [one, `p${index}`]));
  const parameters = [...names.values()].map((name) => ({ name }));
  const values = scope.parameters.map((one) => ({ name: names.get(one), read: one.read }));
  return { plan: { ...planned, parameters, values }, text: printed?.text };
}

/** The statement for one request: all values as parameters, checked on the way. */
export function bind(compiled: Compiled & { readonly text: string }, variables: Variables): Statement {
  const parameters: { [name: string]: Value } = {};
  for (const { name, read } of compiled.plan.values) {
    const value = read(variables) as Value;
    if (name !== undefined) parameters[name] = value;
  }
  return { text: compiled.text, parameters };
}
