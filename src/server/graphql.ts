import { createHash } from 'node:crypto';
import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { RequestContext } from '../graphql/apollo.ts';
import { type AskedGuard, guardAsked } from './asked.ts';
import { guardRoutes, type Lifecycle } from './health.ts';

/** `/graphql`, by GET and POST. */
export function graphqlRoutes(
  app: FastifyInstance,
  apollo: ApolloServer<RequestContext>,
  lifecycle: Lifecycle,
  asked: AskedGuard,
): void {
  guardRoutes(app, lifecycle);
  guardAsked(app, asked);
  const handler = fastifyApolloHandler(apollo, {
    context: async (request, reply) => ({ requestId: request.id, signal: clientGone(reply) }),
  });
  app.route({ method: ['GET', 'POST'], url: '/graphql', exposeHeadRoute: false, handler });
}

/** Aborted when the connection closes before the answer is sent. */
function clientGone({ raw }: FastifyReply): AbortSignal {
  const controller = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) controller.abort();
  });
  return controller.signal;
}

/** `/schema.graphql`, the schema as it is written, with its comments and directives. */
export function schemaRoute(app: FastifyInstance, sdl: string): void {
  const etag = `"${createHash('sha256').update(sdl).digest('base64url').slice(0, 22)}"`;
  app.get('/schema.graphql', async (request, reply) => {
    reply.header('etag', etag).header('cache-control', 'no-cache');
    if (request.headers['if-none-match']?.includes(etag)) return reply.code(304).send();
    return reply.type('text/plain; charset=utf-8').send(sdl);
  });
}
