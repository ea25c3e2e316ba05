import type { GraphQLSchema } from 'graphql';
import type { Mapping } from '../model/mapping.ts';
import type { Statement } from '../store/store.ts';
import type { Variables } from './input.ts';
import type { Plan } from './plan.ts';
import { asksNothing, printStatement } from './print.ts';
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

/** Compiles what an operation asks. Pure: the same question gives the same text. */
export function compile(context: CompileContext, rootType: string, selecteds: readonly Selected[]): Compiled {
  const scope = new Scope(context.schema, context.mapping, context.limits);
  const plan = planOperation(scope, rootType, selecteds);
  return { plan, text: asksNothing(plan.root) ? undefined : printStatement(plan) };
}

/** The statement for one request: all values as parameters, checked on the way. */
export function bind(compiled: Compiled & { readonly text: string }, variables: Variables): Statement {
  const parameters = Object.fromEntries(
    compiled.plan.parameters.map(({ name, read }) => [name, read(variables)]),
  );
  return { text: compiled.text, parameters };
}
