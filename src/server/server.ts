import type { ApolloServer } from '@apollo/server';
import cors from '@fastify/cors';
import fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { Gate } from '../admission.ts';
import type { GraphStore } from '../store/store.ts';
import { readAddresses } from './address.ts';
import type { RequestContext } from './apollo.ts';
import {
  breakStalled,
  guardAccess,
  guardOrigins,
  guardRoutes,
  nameRequests,
  readBodies,
  requestIdOf,
} from './edge.ts';
import { EdgeLog } from './edge-log.ts';
import { answerError, answerErrors, answerUnreadable } from './errors.ts';
import { graphqlRoute, schemaRoute } from './graphql.ts';
import { healthRoutes, type Lifecycle } from './health.ts';
import { type Metrics, metricsRoute } from './metrics.ts';
import type { Access } from './scope.ts';
import { guardTrusted, type TrustedDocuments } from './trusted.ts';

/** What the edge keeps to. */
export type ServerLimits = {
  readonly bodyBytesMax: number;
  readonly headersTimeoutMs: number;
  readonly requestTimeoutMs: number;
  readonly sendTimeoutMs: number;
  readonly requestsMax: number;
  readonly connectionsMax: number;
};

/** What the edge is made of. */
export type ServerParts = {
  readonly apollo: ApolloServer<RequestContext>;
  readonly sdl: string;
  readonly store: GraphStore;
  readonly lifecycle: Lifecycle;
  readonly logger: FastifyBaseLogger;
  readonly limits: ServerLimits;
  readonly corsOrigins: readonly string[];
  /** Who may ask; without it everyone may, by any name. */
  readonly access?: Access;
  /** The only documents that are answered, if that is all. */
  readonly trusted?: TrustedDocuments | undefined;
  readonly metrics?: Metrics;
  /** Counts the requests under way; for who stops the service to wait for them. */
  readonly gate?: Gate;
  /** Addresses of proxies whose word on the address of a client is taken. */
  readonly trustedProxies?: readonly string[];
  /** Further routes, each a plugin of its own folder. */
  readonly routes: readonly ((app: FastifyInstance) => void | Promise<void>)[];
};

/** The most bytes in the headers of a request. */
const HEADER_BYTES_MAX = 16_384;

/** The HTTP service: GraphQL, the schema, health, and the routes handed in. Not yet listening. */
export async function createServer(parts: ServerParts): Promise<FastifyInstance> {
  const { apollo, sdl, store, lifecycle, routes, access, metrics, limits, trusted } = parts;
  const app = createFastify(parts);
  answerErrors(app);
  readBodies(app);
  nameRequests(app);
  readAddresses(app, parts.trustedProxies ?? []);
  (parts.gate ?? new Gate(limits.requestsMax)).guard(app);
  breakStalled(app, limits.sendTimeoutMs);
  limitConnections(app, limits.connectionsMax);
  if (access) guardOrigins(app, access);
  await addCors(app, parts.corsOrigins);
  if (access) await guardAccess(app, access);
  if (metrics) metricsRoute(app, metrics);
  healthRoutes(app, store, lifecycle);
  schemaRoute(app, sdl);
  await app.register(async (scope) => {
    guardRoutes(scope, lifecycle);
    if (trusted) guardTrusted(scope, trusted);
    graphqlRoute(scope, apollo);
  });
  for (const route of routes) await app.register(async (scope) => route(scope));
  return app;
}

/** Takes no more connections than `max`; when they are taken, those that only stay open make room for others. */
function limitConnections({ server }: FastifyInstance, max: number): void {
  server.maxConnections = max;
  server.on('drop', () => server.closeIdleConnections());
  // What a client expects beyond 100-continue need not be met, and gets an answer like any other request.
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
}

/** Answers preflights before anything asks for a key, which a preflight never has. */
async function addCors(app: FastifyInstance, origins: readonly string[]): Promise<void> {
  await app.register(cors, {
    origin: origins.includes('*') ? '*' : [...origins],
    exposedHeaders: ['x-request-id', 'etag', 'retry-after', 'x-cost-items', 'x-cost-work'],
    maxAge: 86_400,
    strictPreflight: false,
  });
}

function createFastify({ logger, limits, trustedProxies = [] }: ServerParts): FastifyInstance {
  return fastify({
    loggerInstance: logger,
    genReqId: requestIdOf,
    trustProxy: trustedProxies.length > 0 && [...trustedProxies],
    bodyLimit: limits.bodyBytesMax,
    logController: new EdgeLog(),
    requestTimeout: limits.requestTimeoutMs,
    forceCloseConnections: 'idle',
    // Requests that come while closing meet our own answer, in our own shape.
    return503OnClosing: false,
    exposeHeadRoutes: true,
    frameworkErrors: answerError,
    clientErrorHandler: answerUnreadable,
    http: {
      headersTimeout: limits.headersTimeoutMs,
      connectionsCheckingInterval: 500,
      maxHeaderSize: HEADER_BYTES_MAX,
    },
  });
}
