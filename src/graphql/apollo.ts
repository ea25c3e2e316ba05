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
import type { Execute } from './execute.ts';
import { depthRule } from './limits.ts';
import type { Schema } from './schema.ts';

/** What the server hands along with each request. */
export type RequestContext = {
  readonly requestId: string;
  /** Aborted when the client has gone. */
  readonly signal: AbortSignal;
};

/** What an Apollo Server is made of. */
export type ApolloParts = {
  readonly schema: Schema;
  readonly execute: Execute;
  readonly introspection: boolean;
  readonly limits: {
    readonly tokensMax: number;
    readonly depthMax: number;
    readonly recursiveSelectionsMax: number;
  };
  readonly logger: Logger;
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
    validationRules: [depthRule(limits.depthMax)],
    maxRecursiveSelections: limits.recursiveSelectionsMax,
    formatError: (formatted, error) => presentError(parts, formatted, error),
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      answering(parts),
      logging(logger),
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
        const asked = { document, operation, documentId: queryHash ?? '', variables, signal, explain };
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

/** One line for each operation: its name, time and codes, never its text or its variables. */
function logging(logger: Logger): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: async () => {
      const started = performance.now();
      return {
        async willSendResponse({ contextValue, operation, operationName, response }) {
          const errors = response.body.kind === 'single' ? (response.body.singleResult.errors ?? []) : [];
          logger.info(
            {
              reqId: contextValue.requestId,
              operation: operation?.operation,
              name: operationName ?? undefined,
              ms: Math.round(performance.now() - started),
              status: response.http.status ?? 200,
              ...(errors.length > 0 && { codes: errors.map((error) => error.extensions?.code) }),
            },
            'operation',
          );
        },
      };
    },
  };
}
