import { ApolloServer, type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { InMemoryLRUCache } from '@apollo/utils.keyvaluecache';
import type { DocumentNode } from 'graphql';
import type { Logger } from 'pino';
import { answerOperation, legacyStatus } from './answer.ts';
import type { RequestContext } from './context.ts';
import { presentError } from './errors.ts';
import type { Execute } from './execute.ts';
import { asksExplain, type Made } from './explain.ts';
import { createObserver, type Observer, observing } from './observing.ts';
import type { Schema } from './schema.ts';
import { Shortcut } from './shortcut.ts';

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

/** An Apollo Server, and the short way round it for operations that it knows. */
export class GraphQLServer extends ApolloServer<RequestContext> {
  readonly shortcut: Shortcut;

  constructor(shortcut: Shortcut, config: ConstructorParameters<typeof ApolloServer<RequestContext>>[0]) {
    super(config);
    this.shortcut = shortcut;
  }
}

/** Memory for parsed documents, in bytes of their JSON; on the heap they take about four times as much. */
const DOCUMENT_STORE_BYTES = 2 ** 20;

/** The most mistakes told of one document. */
const VALIDATION_ERRORS_MAX = 5;

/**
 * An Apollo Server that parses and validates, and leaves the answer to `execute`.
 * Every option that would follow NODE_ENV or another variable of the environment is set here.
 */
export function createApollo(parts: ApolloParts): GraphQLServer {
  const { schema, introspection, limits, logger } = parts;
  const observer = createObserver(logger, limits.slowQueryMs, parts.observers ?? []);
  const shortcut = new Shortcut(parts, observer);
  return new GraphQLServer(shortcut, {
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
      answering(parts, shortcut),
      forLegacyClients(),
      observing(observer),
    ],
  });
}

/** Answers whole operations in place of resolvers, and gives errors the HTTP status of their code. */
function answering(parts: ApolloParts, shortcut: Shortcut): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: async () => ({
      async responseForOperation({ document, operation, queryHash, request, contextValue, source }) {
        // Without an operation of the name asked for, Apollo says so itself.
        if (!operation) return null;
        const { requestId, signal } = contextValue;
        const variables = request.variables ?? {};
        const header = request.http?.headers.get('x-explain');
        const explain = asksExplain(header) || request.extensions?.explain === true;
        const report = (made: Made) => {
          contextValue.made = made;
        };
        const known = { document, operation, documentId: queryHash ?? '' };
        if (source !== undefined) shortcut.remember(source, request.operationName, known);
        const asked = { ...known, variables, signal, explain, report };
        const { result, status } = await answerOperation(parts, requestId, asked);
        const headers = new HeaderMap(status === 503 ? [['retry-after', '1']] : []);
        const http = { headers, ...(status !== 200 && { status }) };
        return { body: { kind: 'single', singleResult: result }, http };
      },
    }),
  };
}

/** Gives clients that take only `application/json` the status that they expect. */
function forLegacyClients(): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: async () => ({
      async willSendResponse({ request, response }) {
        const errors = response.body.kind === 'single' ? (response.body.singleResult.errors ?? []) : [];
        const status = legacyStatus(request.http?.headers.get('accept'), errors);
        if (status !== undefined) response.http.status = status;
      },
    }),
  };
}
