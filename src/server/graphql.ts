import { createHash } from 'node:crypto';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance } from 'fastify';
import type { RequestContext } from './apollo.ts';
import { contextOf } from './edge.ts';

/** `/graphql`, by GET and POST. */
export function graphqlRoute(app: FastifyInstance, apollo: ApolloServer<RequestContext>): void {
  const handler = fastifyApolloHandler(apollo, { context: contextOf });
  app.route({ method: ['GET', 'POST'], url: '/graphql', exposeHeadRoute: false, handler });
}

/** `/schema.graphql`, the schema as it is written, with its comments and directives. */
export function schemaRoute(app: FastifyInstance, sdl: string): void {
  const etag = `"${createHash('sha256').update(sdl).digest('base64url').slice(0, 22)}"`;
  const coded: Readonly<Record<string, Buffer>> = { br: brotliCompressSync(sdl), gzip: gzipSync(sdl) };
  app.get('/schema.graphql', async (request, reply) => {
    reply.headers({ etag, 'cache-control': 'no-cache', vary: 'accept-encoding' });
    if (request.headers['if-none-match']?.includes(etag)) return reply.code(304).send();
    reply.type('text/plain; charset=utf-8');
    const accepted = request.headers['accept-encoding'] ?? '';
    const coding = Object.keys(coded).find((name) => accepted.includes(name));
    return coding ? reply.header('content-encoding', coding).send(coded[coding]) : reply.send(sdl);
  });
}
