import {
  type DocumentNode,
  type ExecutionResult,
  execute as executeByResolvers,
  GraphQLError,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import { Admission, type AdmissionLimits, type LaneName, type Price, type Slot } from '../admission.ts';
import { readAnswer } from '../compile/answer.ts';
import { compile } from '../compile/compile.ts';
import { costOf, tooDear } from '../compile/cost.ts';
import { bind, type Variables } from '../compile/input.ts';
import type { CompileLimits } from '../compile/plan.ts';
import { tooMuchWork } from '../compile/work.ts';
import { broken, ServiceError } from '../errors.ts';
import type { GraphStore, ReadOptions } from '../store/store.ts';
import { countBearers } from './bearers.ts';
import { explain, type Made } from './explain.ts';
import { keyOf } from './limit.ts';
import { lookAhead, refuseRelations } from './lookahead.ts';
import { beforeReading, type NameRead, readNames, type ToldName, toldName } from './names.ts';
import { KnownDocuments, type Operation, type Prepared } from './operation.ts';
import type { Schema } from './schema.ts';
import { type Asked, runSearches } from './search.ts';

/** One operation as Apollo hands it over: parsed, validated, variables still as the client sent them. */
export type OperationRequest = {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Identifies the document text, so that what is made of it can be kept. */
  readonly documentId: string;
  readonly variables: { readonly [name: string]: unknown };
  /** Aborted when the client has gone. */
  readonly signal?: AbortSignal;
  /** Whether a name that is not understood is told, and not refused. */
  readonly lenient?: boolean;
  /** Whether the answer shall say how it was made. */
  readonly explain?: boolean;
  /** Takes the price from what whoever asks may spend; throws where that is not enough. */
  readonly spend?: (price: Price) => void;
  /** Told how the answer was made. */
  readonly report?: (made: Made) => void;
};

/** An answer; `names` of its extensions tells how each name was read that the operation asks with. */
export type Answered = ExecutionResult & { readonly extensions?: { readonly names?: readonly ToldName[] } };

/** Answers one operation with one statement of the store, the names and words that it asks with being looked up before. */
export type Execute = (request: OperationRequest) => Promise<Answered>;

/** What answers are made of. */
export type ExecuteContext = Schema & {
  readonly store: GraphStore;
  readonly limits: CompileLimits &
    AdmissionLimits & {
      readonly queryTimeoutMs: number;
      readonly relationsMax: number;
      readonly workMax: number;
    };
  /** Lets operations to the graph; one of its own where others need not see it. */
  readonly admission?: Admission;
  /** Keeps what is made of documents; its own where Apollo does not share it. */
  readonly documents?: KnownDocuments;
};

/** What one service answers with. */
type Answering = ExecuteContext & { readonly documents: KnownDocuments; readonly admission: Admission };

/** A request whose variables are as its operation declares them, and what was prepared for it. */
type Asking = {
  readonly request: OperationRequest;
  readonly variables: Variables;
  readonly prepared: Prepared;
  readonly operation: Operation;
};

/**
 * Makes the function that answers operations: look ahead, compile, read, answer.
 * It rejects with a `ServiceError` where the request or the store is at fault.
 */
export function createExecute(context: ExecuteContext): Execute {
  const { admission = new Admission(context.limits), documents = new KnownDocuments(context.schema) } =
    context;
  const answering: Answering = { ...context, documents, admission };
  return (request) => answer(answering, request);
}

async function answer(context: Answering, request: OperationRequest): Promise<Answered> {
  const { documentId, document, operation: node } = request;
  if (node.operation !== OperationTypeNode.QUERY) throw readOnly(node.operation);
  const known = context.documents.find(documentId) ?? context.documents.add(documentId, document);
  const operation = known.operations.get(node.name?.value ?? '');
  if (!operation) throw new Error('a document without the operation that was asked');
  const coerced = getVariableValues(context.schema, node.variableDefinitions ?? [], request.variables, {
    maxErrors: 5,
  });
  if (coerced.errors) return { errors: coerced.errors.map(asBadInput) };
  const variables = coerced.coerced;
  const prepare = () => prepareOperation(context, operation, variables);
  const prepared = context.documents.prepared({ known, operation }, variables, prepare);
  const asking = { request, variables, prepared, operation };
  return prepared.ofSchema.length === 0 ? answerGraph(context, asking) : answerSchema(context, asking);
}

function readOnly(type: string): ServiceError {
  return new ServiceError('BAD_USER_INPUT', `The graph is read only; a ${type} cannot be run.`, {
    hint: 'Ask a query; the graph changes when attested load runs.',
  });
}

function prepareOperation(context: ExecuteContext, { fields }: Operation, variables: Variables): Prepared {
  const { selecteds, ofSchema, keys } = lookAhead(context.schema, fields, variables);
  const root = context.schema.getQueryType() ?? broken('the schema has no type for queries');
  refuseRelations(context.mapping, { rootType: root.name, selecteds }, context.limits.relationsMax);
  return { compiled: compile(context, root.name, selecteds), ofSchema, keys };
}

async function answerGraph(context: Answering, asking: Asking): Promise<Answered> {
  const { request, variables, prepared } = asking;
  const { compiled } = prepared;
  const { costMax, workMax, queryTimeoutMs } = context.limits;
  const cost = compiled.cost ?? costOf(compiled.plan, variables);
  const statistics = context.store.statistics?.();
  const work = statistics && compiled.work?.(statistics, beforeReading(compiled.plan.names, variables));
  const price = { items: cost.total, rows: work?.rows };
  const made = {
    cost: price.items,
    work: price.rows,
    lane: context.admission.laneOf(price),
    statement: compiled.text,
  };
  request.report?.(made);
  if (cost.total > costMax) throw tooDear(cost, costMax);
  if (work && work.rows > workMax) throw tooMuchWork(work, workMax);
  request.spend?.(price);
  const asked = performance.now();
  const slot = await context.admission.enter(price, request.signal);
  const started = performance.now();
  const searches: Asked[] = [];
  const timeoutMs = timeLeft(queryTimeoutMs, asked);
  const reading = { ...asking, slot, searches, timeoutMs, lane: made.lane };
  const { data, names } = await readData(context, reading).finally(slot.leave);
  const rows = countItems(data);
  request.report?.({ ...made, rows });
  const took = { waitedMilliseconds: started - asked, milliseconds: performance.now() - started };
  const explained = request.explain && {
    explain: explain(compiled, { ...made, cost, rows, searches, ...took }),
  };
  if (!explained && names.length === 0) return { data };
  return { data, extensions: { ...(names.length > 0 && { names }), ...explained } };
}

/** Answers what is asked of the schema itself by graphql-js, and the rest, if there is any, by the graph. */
async function answerSchema(context: Answering, asking: Asking): Promise<Answered> {
  const { request, prepared } = asking;
  const { ofSchema, keys } = prepared;
  const selectionSet = { kind: Kind.SELECTION_SET, selections: ofSchema } as const;
  const fragments = request.document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  const document: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [{ ...request.operation, selectionSet }, ...fragments],
  };
  const asksGraph = new Set(ofSchema.map(keyOf)).size < keys.length;
  const described = await executeByResolvers({
    schema: context.schema,
    document,
    variableValues: request.variables,
  });
  if (!described.data || !asksGraph) return described;
  const answered = await answerGraph(context, asking);
  const data = { ...answered.data, ...described.data };
  return { ...answered, data: Object.fromEntries(keys.map((key) => [key, data[key]])) };
}

/** What a statement is read with; its full-text searches are noted in `searches`. */
type Reading = Asking & {
  readonly slot: Slot;
  readonly timeoutMs: number;
  readonly lane: LaneName;
  readonly searches: Asked[];
};

/** Milliseconds that are left of the time of an operation, which began when it was let in or began to wait. */
function timeLeft(timeoutMs: number, since: number): number {
  return Math.max(1, timeoutMs - (performance.now() - since));
}

/** The answer, and how the names were read that it was asked with. */
type Data = { readonly data: ReturnType<typeof readAnswer>; readonly names: readonly ToldName[] };

async function readData(context: ExecuteContext, reading: Reading): Promise<Data> {
  const { store, mapping } = context;
  const { request, prepared, slot, timeoutMs, lane } = reading;
  const { plan } = prepared.compiled;
  const { signal, lenient = false } = request;
  const options = { timeoutMs, lane, working: slot.keep, ...(signal && { signal }) };
  const reader = { store, mapping, options, lenient };
  const { variables, read } = await readNames(reader, plan.names, reading.variables);
  const data = await readStatement(context, { ...reading, variables }, options);
  return {
    data,
    names: read.length === 0 ? [] : await tellNames(context, { ...reading, variables }, { read, options }),
  };
}

/** How names were read; where one means several things of a list, with how many items of the list each of them gives. */
async function tellNames(
  context: ExecuteContext,
  reading: Reading,
  { read, options }: { readonly read: readonly NameRead[]; readonly options: ReadOptions },
): Promise<readonly ToldName[]> {
  const several = read.filter(
    ({ reading: { kind }, plan }) => kind === 'AMBIGUOUS' && plan.several === 'any',
  );
  if (several.length === 0) return read.map((one) => toldName(one));
  const { operation, prepared, variables } = reading;
  const { selecteds: roots } = lookAhead(context.schema, operation.fields, variables);
  const counted = { roots, names: prepared.compiled.plan.names, variables };
  const counts = await countBearers({ ...context, options }, counted, several);
  return read.map((one) => toldName(one, counts.get(one)));
}

async function readStatement(
  { store }: ExecuteContext,
  reading: Reading,
  options: ReadOptions,
): Promise<ReturnType<typeof readAnswer>> {
  const { plan, text } = reading.prepared.compiled;
  const variables = plan.searches.length === 0 ? reading.variables : await searchFirst(store, reading);
  if (text === undefined) return readAnswer(plan.root, [], variables);
  const [row] = await store.read({ text, parameters: bind(plan, variables) }, options);
  if (!Array.isArray(row?.data)) throw new Error('a statement gave no row');
  return readAnswer(plan.root, row.data, variables);
}

/** A search asks the store first: what the statement will refuse, a cursor or an id, is refused before that. */
async function searchFirst(store: GraphStore, reading: Reading): Promise<Variables> {
  const { plan, text } = reading.prepared.compiled;
  const none = Object.fromEntries(plan.searches.map(({ hits }) => [hits, []]));
  if (text !== undefined) bind(plan, { ...reading.variables, ...none });
  return runSearches(store, plan.searches, reading);
}

/** How many items the lists of an answer hold. Goes through every answer, so without a list or a function of its own. */
function countItems(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let count = 0;
  if (Array.isArray(value)) {
    for (const item of value) if (typeof item === 'object' && item !== null) count += 1 + countItems(item);
    return count;
  }
  for (const key in value) count += countItems((value as Record<string, unknown>)[key]);
  return count;
}

function asBadInput(error: GraphQLError): GraphQLError {
  return new GraphQLError(error.message, {
    ...(error.nodes && { nodes: error.nodes }),
    originalError: error.originalError ?? null,
    extensions: { code: 'BAD_USER_INPUT' },
  });
}
