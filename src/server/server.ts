import { createHash } from 'node:crypto';
import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import cors from '@fastify/cors';
import fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyRequest } from 'fastify';
import type { RequestContext } from '../graphql/apollo.ts';
import type { GraphStore } from '../store/store.ts';
import { answerErrors, errorBody } from './errors.ts';
import { healthRoutes } from './health.ts';

/** What the edge is made of. */
export type ServerParts = {
  readonly apollo: ApolloServer<RequestContext>;
  readonly sdl: string;
  readonly store: GraphStore;
  readonly logger: FastifyBaseLogger;
  readonly bodyBytesMax: number;
  readonly corsOrigins: readonly string[];
  /** Further routes, each a plugin of its own folder. */
  readonly routes: readonly ((app: FastifyInstance) => void | Promise<void>)[];
};

/** The HTTP service: GraphQL, the schema, health, and the routes handed in. Not yet listening. */
export async function createServer(parts: ServerParts): Promise<FastifyInstance> {
  const { apollo, sdl, store, logger, bodyBytesMax, corsOrigins, routes } = parts;
  const app = fastify({
    loggerInstance: logger,
    bodyLimit: bodyBytesMax,
    disableRequestLogging: true,
    requestTimeout: 30_000,
    forceCloseConnections: 'idle',
    exposeHeadRoutes: true,
    http: { headersTimeout: 10_000, connectionsCheckingInterval: 1_000, maxHeaderSize: 16_384 },
  });
  answerErrors(app);
  let draining = false;
  app.addHook('preClose', async () => {
    draining = true;
  });
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  await app.register(cors, { origin: corsOrigins.includes('*') ? '*' : [...corsOrigins], maxAge: 86_400 });
  healthRoutes(app, store, () => draining);
  graphqlRoutes(app, apollo);
  schemaRoute(app, sdl);
  for (const route of routes) await app.register(async (scope) => route(scope));
  return app;
}

function graphqlRoutes(app: FastifyInstance, apollo: ApolloServer<RequestContext>): void {
  const handler = fastifyApolloHandler(apollo, {
    context: async (request: FastifyRequest) => ({ requestId: request.id, signal: signalOf(request) }),
  });
  app.route({ method: ['GET', 'POST'], url: '/graphql', handler });
  app.route({
    method: ['PUT', 'PATCH', 'DELETE'],
    url: '/graphql',
    handler: (_request, reply) =>
      reply
        .code(405)
        .header('allow', 'GET, POST')
        .send(errorBody('METHOD_NOT_ALLOWED', 'Ask /graphql by POST or GET.')),
  });
}

/** Aborted when the client goes before it has its answer. */
function signalOf(request: FastifyRequest): AbortSignal {
  const controller = new AbortController();
  const { socket } = request.raw;
  const gone = () => controller.abort();
  socket.once('close', gone);
  request.raw.once('close', () => {
    if (request.raw.destroyed && !request.raw.complete) controller.abort();
  });
  return controller.signal;
}

function schemaRoute(app: FastifyInstance, sdl: string): void {
  const etag = `"${createHash('sha256').update(sdl).digest('base64url').slice(0, 16)}"`;
  app.get('/schema.graphql', async (request, reply) => {
    reply.header('etag', etag).type('text/plain; charset=utf-8');
    if (request.headers['if-none-match'] === etag) return reply.code(304).send();
    return sdl;
  });
}
