import {
  type DocumentNode,
  type ExecutionResult,
  execute as executeByResolvers,
  type FragmentDefinitionNode,
  GraphQLError,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import { Admission, type AdmissionLimits, type Slot } from '../admission.ts';
import { readAnswer } from '../compile/answer.ts';
import { bind, type Compiled, compile } from '../compile/compile.ts';
import { costOf, refuseCost } from '../compile/cost.ts';
import type { Variables } from '../compile/input.ts';
import type { CompileLimits } from '../compile/scope.ts';
import { invariant, ServiceError } from '../errors.ts';
import type { GraphStore, Value } from '../store/store.ts';
import { CompiledCache } from './cache.ts';
import { countItems, explain, type Made } from './explain.ts';
import { lookAhead } from './lookahead.ts';
import { refuseRelations } from './relations.ts';
import type { Schema } from './schema.ts';
import { type Asked, runSearches } from './search.ts';
import { shapeOf } from './shape.ts';

/** One operation as Apollo hands it over: parsed, validated, variables still as the client sent them. */
export type OperationRequest = {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Identifies the document text, so that compiled work can be kept. */
  readonly documentId: string;
  readonly variables: { readonly [name: string]: unknown };
  /** Aborted when the client has gone. */
  readonly signal?: AbortSignal;
  /** Whether the answer shall say how it was made. */
  readonly explain?: boolean;
  /** Told how the answer was made. */
  readonly report?: (made: Made) => void;
};

/** What is kept of compiled statements: some 7 MB of heap. */
const COMPILED_MAX = { statements: 1_000, characters: 600_000 };

/** Answers one operation with one statement of the store. */
export type Execute = (request: OperationRequest) => Promise<ExecutionResult>;

/** What answers are made of. */
export type ExecuteContext = Schema & {
  readonly store: GraphStore;
  readonly limits: CompileLimits &
    AdmissionLimits & { readonly queryTimeoutMs: number; readonly relationsMax: number };
  /** Lets operations to the graph; one of its own where others need not see it. */
  readonly admission?: Admission;
};

/** What one service answers with: what it was made of, and what it keeps from one operation to the next. */
type Answering = ExecuteContext & { readonly known: CompiledCache; readonly admission: Admission };

/**
 * Makes the function that answers operations: look ahead, compile, read, answer.
 * It rejects with a `ServiceError` where the request or the store is at fault.
 */
export function createExecute(context: ExecuteContext): Execute {
  const { admission = new Admission(context.limits) } = context;
  const answering: Answering = { ...context, known: new CompiledCache(COMPILED_MAX), admission };
  return (request) => answer(answering, request);
}

async function answer(context: Answering, request: OperationRequest): Promise<ExecutionResult> {
  const { operation } = request;
  if (operation.operation !== OperationTypeNode.QUERY) {
    throw new ServiceError(
      'BAD_USER_INPUT',
      `The graph is read only; a ${operation.operation} cannot be run.`,
      {
        hint: 'Ask a query; the graph changes when attested load runs.',
      },
    );
  }
  const coerced = getVariableValues(context.schema, operation.variableDefinitions ?? [], request.variables, {
    maxErrors: 5,
  });
  if (coerced.errors) return { errors: coerced.errors.map(asBadInput) };
  const variables = coerced.coerced;
  if (asksSchema(operation)) return introspect(context, request);
  const compiled = context.known.find(keyOf(context, request, variables), variables, () =>
    compileRequest(context, request, variables),
  );
  const cost = costOf(compiled.plan, variables);
  request.report?.({ cost: cost.total, statement: compiled.text });
  refuseCost(cost, context.limits.costMax);
  const asked = performance.now();
  const slot = await context.admission.enter(cost.total, request.signal);
  const started = performance.now();
  const searches: Asked[] = [];
  const reading = { variables, slot, signal: request.signal, searches };
  const data = await readData(context, compiled, reading).finally(slot.leave);
  const rows = countItems(data);
  request.report?.({ cost: cost.total, statement: compiled.text, rows });
  if (!request.explain) return { data };
  const took = { waitedMilliseconds: started - asked, milliseconds: performance.now() - started };
  return { data, extensions: { explain: explain(compiled, { cost, rows, searches, ...took }) } };
}

function keyOf(
  { schema }: ExecuteContext,
  { documentId, operation }: OperationRequest,
  variables: Variables,
): string {
  return `${documentId}\n${operation.name?.value ?? ''}\n${shapeOf(schema, operation, variables)}`;
}

function compileRequest(
  context: ExecuteContext,
  { document, operation }: OperationRequest,
  variables: Variables,
): Compiled {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const root = context.schema.getRootType(operation.operation);
  invariant(root, `the schema has no ${operation.operation} type`);
  const selecteds = lookAhead(context.schema, operation, fragments, variables);
  refuseRelations(context.mapping, root.name, selecteds, context.limits.relationsMax);
  return compile(context, root.name, selecteds);
}

/** A search asks the store first: what the statement will refuse, a cursor or an id, is refused before that. */
function refuseBeforeSearch({ plan, text }: Compiled, variables: Variables): void {
  if (text === undefined) return;
  bind({ plan, text }, { ...variables, ...Object.fromEntries(plan.searches.map(({ hits }) => [hits, []])) });
}

/** What a compiled operation is read with. */
type ReadingOf = {
  readonly variables: Variables;
  readonly slot: Slot;
  readonly signal: AbortSignal | undefined;
  /** Where the full-text searches are noted. */
  readonly searches: Asked[];
};

async function readData(context: ExecuteContext, compiled: Compiled, reading: ReadingOf) {
  if (compiled.plan.searches.length === 0) return readFound(context, compiled, reading);
  refuseBeforeSearch(compiled, reading.variables);
  const searched = await runSearches(context.store, compiled.plan.searches, reading);
  return readFound(context, compiled, { ...reading, variables: searched });
}

async function readFound(context: ExecuteContext, compiled: Compiled, reading: ReadingOf) {
  const row = await readRow(context, compiled, reading);
  return readAnswer(compiled.plan.root, row, reading.variables);
}

async function readRow(
  { store, limits }: ExecuteContext,
  compiled: Compiled,
  { variables, slot, signal }: ReadingOf,
): Promise<readonly Value[]> {
  const { text } = compiled;
  if (text === undefined) return [];
  const options = { timeoutMs: limits.queryTimeoutMs, working: slot.keep, ...(signal && { signal }) };
  const [row] = await store.read(bind({ ...compiled, text }, variables), options);
  const data = row?.data;
  invariant(Array.isArray(data), 'a statement gave no row');
  return data;
}

/** Whether the operation asks for the schema itself, which graphql-js answers. */
function asksSchema(operation: OperationDefinitionNode): boolean {
  return operation.selectionSet.selections.some(
    (node) => node.kind === Kind.FIELD && ['__schema', '__type'].includes(node.name.value),
  );
}

async function introspect(context: ExecuteContext, request: OperationRequest): Promise<ExecutionResult> {
  const { document, operation, variables } = request;
  const args = { schema: context.schema, document, operationName: operation.name?.value ?? null };
  return executeByResolvers({ ...args, variableValues: variables });
}

function asBadInput(error: GraphQLError): GraphQLError {
  return new GraphQLError(error.message, {
    ...(error.nodes && { nodes: error.nodes }),
    originalError: error.originalError ?? null,
    extensions: { code: 'BAD_USER_INPUT' },
  });
}
