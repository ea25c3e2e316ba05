import type { FastifyInstance } from 'fastify';
import type { GraphStore } from '../store/store.ts';
import { errorBody } from './errors.ts';

/** Milliseconds for which an answer of the store's ping is kept. */
const PING_KEPT_MS = 1_000;

/** `/livez` says that the process runs, `/readyz` that it can answer. */
export function healthRoutes(app: FastifyInstance, store: GraphStore, isDraining: () => boolean): void {
  let checked = 0;
  let last: Promise<void> = Promise.resolve();
  const ping = () => {
    if (Date.now() - checked >= PING_KEPT_MS) {
      checked = Date.now();
      last = store.ping();
      last.catch(() => undefined);
    }
    return last;
  };
  app.get('/livez', async () => ({ status: 'live' }));
  app.get('/readyz', async (_request, reply) => {
    if (isDraining()) return reply.code(503).send(errorBody('DRAINING', 'The service is shutting down.'));
    try {
      await ping();
      return { status: 'ready', engine: store.engine };
    } catch (error) {
      const message = error instanceof Error ? error.message : 'The graph does not answer.';
      return reply.code(503).send(errorBody('STORE_UNAVAILABLE', message));
    }
  });
}
