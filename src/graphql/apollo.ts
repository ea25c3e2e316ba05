import { ApolloServer, type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { InMemoryLRUCache } from '@apollo/utils.keyvaluecache';
import type { DocumentNode, ExecutionResult, GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { type ErrorCode, errorCodes } from '../errors.ts';
import { asGraphQLError, presentError } from './errors.ts';
import type { Execute, Made } from './execute.ts';
import { type Observer, observing } from './observing.ts';
import type { Schema } from './schema.ts';

/** What the server hands along with each request. */
export type RequestContext = {
  readonly requestId: string;
  /** Aborted when the client has gone. */
  readonly signal: AbortSignal;
  /** How the answer was made, once that is known. */
  made?: Made;
};

/** What an Apollo Server is made of. */
export type ApolloParts = {
  readonly schema: Schema;
  readonly execute: Execute;
  readonly introspection: boolean;
  readonly limits: { readonly tokensMax: number; readonly slowQueryMs: number };
  readonly logger: Logger;
  /** Told of each operation when its answer goes out. */
  readonly observers?: readonly Observer[];
};

/** Memory for parsed documents, in bytes of their JSON; on the heap they take about four times as much. */
const DOCUMENT_STORE_BYTES = 4 * 2 ** 20;

/** The most mistakes told of one document. */
const VALIDATION_ERRORS_MAX = 5;

/**
 * An Apollo Server that parses and validates, and leaves the answer to `execute`.
 * Every option that would follow NODE_ENV or another variable of the environment is set here.
 */
export function createApollo(parts: ApolloParts): ApolloServer<RequestContext> {
  const { schema, introspection, limits, logger } = parts;
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
    documentStore: new InMemoryLRUCache<DocumentNode>({ maxSize: DOCUMENT_STORE_BYTES }),
    stopOnTerminationSignals: false,
    parseOptions: { maxLexicalTokens: limits.tokensMax },
    validationOptions: { maxErrors: VALIDATION_ERRORS_MAX },
    formatError: (formatted, error) => presentError(parts, formatted, error),
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      answering(parts),
      legacyStatus(),
      observing(logger, limits.slowQueryMs, parts.observers ?? []),
    ],
  });
}

/** Answers whole operations in place of resolvers, and gives errors the HTTP status of their code. */
function answering(parts: ApolloParts): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: async () => ({
      async responseForOperation({ document, operation, queryHash, request, contextValue }) {
        // Without an operation of the name asked for, Apollo says so itself.
        if (!operation) return null;
        const { requestId, signal } = contextValue;
        const variables = request.variables ?? {};
        const explain = request.http?.headers.has('x-explain') || request.extensions?.explain === true;
        const report = (made: Made) => {
          contextValue.made = made;
        };
        const asked = {
          document,
          operation,
          documentId: queryHash ?? '',
          variables,
          signal,
          explain,
          report,
        };
        const result: ExecutionResult = await parts.execute(asked).catch((error: unknown) => ({
          errors: [asGraphQLError(parts, requestId, error)],
        }));
        const errors = result.errors?.map((error) => presentError(parts, error.toJSON(), error));
        const { data, extensions } = result;
        const status = errors && !data ? { status: statusOf(errors) } : {};
        const singleResult = {
          ...(errors && { errors }),
          ...(data && { data }),
          ...(extensions && { extensions }),
        };
        return { body: { kind: 'single', singleResult }, http: { headers: new HeaderMap(), ...status } };
      },
    }),
  };
}

function statusOf([first]: readonly GraphQLFormattedError[]): number {
  const code = String(first?.extensions?.code);
  return Object.hasOwn(errorCodes, code) ? errorCodes[code as ErrorCode].status : 500;
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
function legacyStatus(): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: async () => ({
      async willSendResponse({ request, response }) {
        const accept = request.http?.headers.get('accept') ?? '';
        if (!accept.includes('application/json') || accept.includes('application/graphql-response+json'))
          return;
        const errors = response.body.kind === 'single' ? (response.body.singleResult.errors ?? []) : [];
        if (errors.length > 0 && errors.every((error) => NOT_EXECUTED.has(error.extensions?.code))) {
          response.http.status = 200;
        }
      },
    }),
  };
}
