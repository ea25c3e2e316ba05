import { createHash } from 'node:crypto';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLServer } from '../graphql/apollo.ts';
import { type AskedGuard, guardAsked } from './asked.ts';
import { guardRoutes, type Lifecycle } from './health.ts';

/** `/graphql`, by GET and POST. */
export function graphqlRoutes(
  app: FastifyInstance,
  apollo: GraphQLServer,
  lifecycle: Lifecycle,
  asked: AskedGuard,
): void {
  guardRoutes(app, lifecycle);
  guardAsked(app, asked);
  const contextOf = (request: FastifyRequest, reply: FastifyReply) => ({
    requestId: request.id,
    signal: clientGone(reply),
  });
  const byApollo = fastifyApolloHandler(apollo, {
    context: async (request, reply) => contextOf(request, reply),
  });
  const handler = (request: FastifyRequest, reply: FastifyReply) => {
    const short = isPlain(request)
      ? apollo.shortcut.answer(request.body, request.headers.accept, () => contextOf(request, reply))
      : undefined;
    if (!short) return byApollo.call(app, request, reply);
    return short.then(({ status, text }) => {
      reply.code(status).header('cache-control', 'no-store').header('content-type', JSON_TYPE);
      if (status === 503) reply.header('retry-after', '1');
      return text;
    });
  };
  app.route({ method: ['GET', 'POST'], url: '/graphql', exposeHeadRoute: false, handler });
}

const JSON_TYPE = 'application/json; charset=utf-8';

/** What clients accept that take an answer as JSON, in the words that most of them use. */
const takesJson = new Set([undefined, '*/*', 'application/json', 'application/json, text/plain, */*']);

/** A POST that wants JSON and no explanation. */
function isPlain({ method, headers }: FastifyRequest): boolean {
  return method === 'POST' && takesJson.has(headers.accept) && headers['x-explain'] === undefined;
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
