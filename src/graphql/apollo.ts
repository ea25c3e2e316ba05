import { ApolloServer, type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { InMemoryLRUCache } from '@apollo/utils.keyvaluecache';
import { type DocumentNode, type ExecutionResult, GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { type ErrorCode, errorCodes, ServiceError } from '../errors.ts';
import type { Execute } from './execute.ts';
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
  readonly limits: { readonly tokensMax: number; readonly recursiveSelectionsMax: number };
  readonly logger: Logger;
};

/** Memory for parsed documents, in bytes of their JSON. */
const DOCUMENT_STORE_BYTES = 4 * 2 ** 20;

/** An Apollo Server that parses and validates, and leaves the answer to `execute`. */
export function createApollo(parts: ApolloParts): ApolloServer<RequestContext> {
  const { schema, introspection, limits, logger } = parts;
  return new ApolloServer<RequestContext>({
    schema: schema.schema,
    introspection,
    nodeEnv: 'production',
    logger,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    documentStore: new InMemoryLRUCache<DocumentNode>({ maxSize: DOCUMENT_STORE_BYTES }),
    stopOnTerminationSignals: false,
    parseOptions: { maxLexicalTokens: limits.tokensMax },
    validationOptions: { maxErrors: 5 },
    maxRecursiveSelections: limits.recursiveSelectionsMax,
    formatError: (formatted, error) => formatError(logger, formatted, error),
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      answering(parts),
    ],
  });
}

/** Answers whole operations in place of resolvers, and gives errors the HTTP status of their code. */
function answering({ execute, logger }: ApolloParts): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: async () => ({
      async responseForOperation({ document, operation, queryHash, request, contextValue }) {
        const { requestId, signal } = contextValue;
        const variables = request.variables ?? {};
        const explain = request.http?.headers.has('x-explain') || request.extensions?.explain === true;
        const asked = { document, operation, documentId: queryHash ?? '', variables, signal, explain };
        const result: ExecutionResult = await execute(asked).catch((error: unknown) => ({
          data: null,
          errors: [asGraphQLError(logger, requestId, error)],
        }));
        const errors = result.errors?.map((error) => error.toJSON());
        const { data, extensions } = result;
        const singleResult = {
          ...(errors && { errors }),
          ...(data !== undefined && { data }),
          ...(extensions && { extensions }),
        };
        const failed = errors && !data;
        const http = { headers: new HeaderMap(), ...(failed && { status: statusOf(errors) }) };
        return { body: { kind: 'single', singleResult }, http };
      },
    }),
  };
}

function statusOf(errors: readonly GraphQLFormattedError[]): number {
  const code = errors[0]?.extensions?.code as ErrorCode | undefined;
  return code && code in errorCodes ? errorCodes[code].status : 500;
}

/** An error of our own keeps its words; anything else is logged whole and answered bare. */
export function asGraphQLError(logger: Logger, requestId: string, error: unknown): GraphQLError {
  if (error instanceof ServiceError) {
    if (errorCodes[error.code].status >= 500) logger.error({ err: error, requestId }, error.message);
    const extensions = { code: error.code, ...(error.hint && { hint: error.hint }) };
    return new GraphQLError(error.message, { originalError: error, extensions });
  }
  logger.error({ err: error, requestId }, 'unexpected error');
  return new GraphQLError(`Internal server error; the log has it under request ${requestId}.`, {
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  });
}

/** Lets through what graphql-js and Apollo say about the request; hides the rest. */
function formatError(
  logger: Logger,
  formatted: GraphQLFormattedError,
  error: unknown,
): GraphQLFormattedError {
  const code = formatted.extensions?.code;
  if (code !== undefined && code !== 'INTERNAL_SERVER_ERROR') return formatted;
  logger.error({ err: error }, 'unexpected error');
  return { message: 'Internal server error.', extensions: { code: 'INTERNAL_SERVER_ERROR' } };
}
