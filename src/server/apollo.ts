import {
  ApolloServer,
  type ApolloServerOptions,
  type ApolloServerPlugin,
  type GraphQLRequestContext,
  type GraphQLRequestListener,
  type GraphQLResponse,
  HeaderMap,
} from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { ExecutionResult, GraphQLFormattedError, OperationDefinitionNode } from 'graphql';
import type { Logger } from 'pino';
import type { Execute, OperationRequest } from '../graphql/execute.ts';
import type { Made } from '../graphql/explain.ts';
import { inspectVariables, KnownDocuments } from '../graphql/operation.ts';
import type { Schema } from '../graphql/schema.ts';
import type { Limits } from '../limits.ts';
import type { Spend } from './budget.ts';
import { asGraphQLError, presentError, statusOf } from './graphql-errors.ts';
import type { Lifecycle } from './health.ts';
import type { Observed, Observer } from './observing.ts';

/**
 * Apollo Server, and what of its steps is ours. One way for every request, new or known:
 *
 *     Apollo: HTTP, CSRF ─▶ hash of the text ─▶ documentStore: the document, when it is known ─▶ else parse
 *       ─▶ responseForOperation: limits of the variables, accept the document unless it is known, execute
 *       ─▶ willSendResponse: status for old clients, log, counters, spans ─▶ Apollo: media type, JSON
 *
 * Apollo's own validation is off for one reason: it comes before any hook that could refuse, and would do unbounded
 * work for a document that the limits refuse. `KnownDocuments.accept` validates with the same rules, right behind the limits. Its
 * document store is read only for Apollo: it would keep what it has parsed, valid or not.
 */

/** What an Apollo Server is made of. */
export type ApolloParts = {
  readonly schema: Schema;
  readonly execute: Execute;
  readonly introspection: boolean;
  readonly limits: Limits & { readonly slowQueryMs: number };
  readonly logger: Logger;
  /** Told of each operation when its answer goes out. */
  readonly observers?: readonly Observer[];
  /** What is known of documents; of its own where `execute` does not share it. */
  readonly documents?: KnownDocuments;
  /** The graph that answers come from, where more than this service can change it: each answer tells it. */
  readonly graph?: () => Lifecycle['graph'];
};

/** What the server hands along with each request. */
export type RequestContext = {
  readonly requestId: string;
  /** Who asks: the name of their key or token. */
  readonly principal: string | undefined;
  /** Takes a price from what they may spend, where that is bounded. */
  readonly spend: Spend | undefined;
  /** Aborted when the client has gone. */
  readonly signal: AbortSignal;
  readonly startedAt: Date;
  /** By the clock of `performance.now`. */
  readonly started: number;
  /** The operation, once its document is accepted. */
  operation?: OperationDefinitionNode;
  /** How the answer was made, once that is known. */
  made?: Made;
};

type Serving = ApolloParts & { readonly documents: KnownDocuments };

type Request = GraphQLRequestContext<RequestContext>;

/** The most characters of a name that are told to observers: the name is the client's. */
const NAME_MAX = 64;

/** Every option that would follow NODE_ENV or another variable of the environment is set here. */
export function createApollo(parts: ApolloParts): ApolloServer<RequestContext> {
  const { schema, introspection, limits, logger } = parts;
  const serving = { ...parts, documents: parts.documents ?? new KnownDocuments(schema.schema) };
  return new ApolloServer<RequestContext>({
    schema: schema.schema,
    introspection,
    hideSchemaDetailsFromClientErrors: !introspection,
    nodeEnv: 'production',
    logger,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    documentStore: storeOf(serving.documents),
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: limits.tokensMax },
    dangerouslyDisableValidation: true,
    formatError: (formatted, error) => presentError(parts, formatted, error),
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      answering(serving),
    ],
  });
}

/** Gives Apollo the documents that are known; the key ends in the hash of the text. */
function storeOf(
  documents: KnownDocuments,
): NonNullable<ApolloServerOptions<RequestContext>['documentStore']> {
  return {
    get: async (key) => documents.find(key.slice(key.lastIndexOf(':') + 1))?.document,
    set: async () => undefined,
    delete: async () => undefined,
  };
}

/** Answers whole operations in place of resolvers. The hooks hold nothing of a request, so all requests share them. */
function answering(serving: Serving): ApolloServerPlugin<RequestContext> {
  const listener: GraphQLRequestListener<RequestContext> = {
    responseForOperation: (request) => respond(serving, request),
    willSendResponse: async (request) => finish(serving, request),
  };
  return { requestDidStart: async () => listener };
}

/** The answer to an operation; nothing where the document has none of the name asked for, which Apollo tells. */
async function respond(serving: Serving, request: Request): Promise<GraphQLResponse | null> {
  const { requestId } = request.contextValue;
  const answer = await answerRequest(serving, request).catch(
    (error: unknown): ExecutionResult => ({ errors: [asGraphQLError(serving, requestId, error)] }),
  );
  if (!answer) return null;
  const { data } = answer;
  const graph = serving.graph?.();
  const extensions = graph ? { ...answer.extensions, graph } : answer.extensions;
  const errors = answer.errors?.map((error) => presentError(serving, error.toJSON(), error));
  const result = { ...(errors && { errors }), ...(data && { data }), ...(extensions && { extensions }) };
  const status = errors && !data ? statusOf(errors) : 200;
  const headers = new HeaderMap(status === 503 ? [['retry-after', '1']] : []);
  const http = { headers, ...(status !== 200 && { status }) };
  return { body: { kind: 'single', singleResult: result }, http };
}

async function answerRequest(serving: Serving, request: Request): Promise<ExecutionResult | undefined> {
  const { document, operation, queryHash: documentId = '', contextValue } = request;
  const variables = request.request.variables ?? {};
  inspectVariables(variables, serving.limits);
  if (document && !serving.documents.find(documentId)) {
    const errors = serving.documents.accept(documentId, document, serving);
    if (errors.length > 0) return { errors };
  }
  if (!document || !operation) return undefined;
  contextValue.operation = operation;
  return serving.execute({ document, operation, documentId, variables, ...asked(request) });
}

/** Who waits for an answer, whether half of it will do, and whether they want to know how it was made. */
function asked({
  request,
  contextValue,
}: Request): Pick<OperationRequest, 'signal' | 'lenient' | 'explain' | 'report' | 'spend'> {
  const asks = (option: 'explain' | 'lenient') =>
    isOn(request.http?.headers.get(`x-${option}`)) || request.extensions?.[option] === true;
  return {
    signal: contextValue.signal,
    ...(contextValue.spend && { spend: contextValue.spend }),
    lenient: asks('lenient'),
    explain: asks('explain'),
    report: (made) => {
      contextValue.made = made;
    },
  };
}

/** Whether the value of a header such as `X-Explain` asks for it; 0, false and nothing do not. */
function isOn(value: string | undefined): boolean {
  return value !== undefined && !['', '0', 'false'].includes(value.trim().toLowerCase());
}

/** Sets what goes out with each answer, and tells all who observe. */
function finish({ logger, limits, observers = [] }: Serving, request: Request): void {
  const { response } = request;
  if (!response?.body) return;
  const errors = response.body.kind === 'single' ? (response.body.singleResult.errors ?? []) : [];
  const { http } = response;
  http.headers.set('cache-control', 'no-store');
  tellPrice(http.headers, request.contextValue.made);
  const status = legacyStatus(request.request.http?.headers.get('accept'), errors);
  if (status !== undefined) http.status = status;
  const observed = observe(request.contextValue, http.status ?? 200, errors);
  logOperation(logger, limits.slowQueryMs, observed);
  for (const observer of observers) observer(observed);
}

/** Says what the answer could cost: the items that it could hold, and the rows gone through for it. */
function tellPrice(headers: HeaderMap, made: Made | undefined): void {
  if (!made) return;
  headers.set('x-cost-items', String(made.cost));
  if (made.work !== undefined) headers.set('x-cost-work', String(made.work));
}

/** The codes of requests that were understood as HTTP, but not as GraphQL of this schema. */
const NOT_EXECUTED = new Set<unknown>([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
]);

/**
 * GraphQL over HTTP: who takes only `application/json`, which any intermediary could have sent, gets 200 for a
 * well-formed request whose operation is refused; all others get the status of the error.
 */
function legacyStatus(
  accepted: string | undefined,
  errors: readonly GraphQLFormattedError[],
): 200 | undefined {
  if (errors.length === 0 || errors.some((error) => !NOT_EXECUTED.has(error.extensions?.code))) return;
  if (!accepted?.includes('application/json') || accepted.includes('application/graphql-response+json'))
    return;
  return 200;
}

function observe(
  { requestId, principal, operation, startedAt, started, made }: RequestContext,
  status: number,
  errors: readonly GraphQLFormattedError[],
): Observed {
  return {
    requestId,
    principal,
    type: operation?.operation,
    name: operation?.name?.value.slice(0, NAME_MAX),
    startedAt,
    milliseconds: Math.round((performance.now() - started) * 10) / 10,
    status,
    codes: errors.map((error) => String(error.extensions?.code)),
    cost: made?.cost,
    work: made?.work,
    lane: made?.lane,
    rows: made?.rows,
    statement: made?.statement,
  };
}

/** One line for each operation: its name, time, cost and codes, never its text or its variables; a slow one with its statement. */
function logOperation(logger: Logger, slowMs: number, observed: Observed): void {
  const { requestId, principal, type, name, milliseconds, status, codes } = observed;
  const { cost, work, lane, rows, statement } = observed;
  const facts = {
    reqId: requestId,
    principal,
    operation: type,
    name,
    ms: milliseconds,
    status,
    cost,
    work,
    lane,
    rows,
  };
  logger.info({ ...facts, ...(codes.length > 0 && { codes }) }, 'operation');
  if (milliseconds >= slowMs && statement !== undefined)
    logger.warn({ ...facts, statement }, 'slow operation');
}
