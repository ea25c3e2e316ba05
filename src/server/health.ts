import type { FastifyInstance } from 'fastify';
import { ServiceError } from '../errors.ts';
import type { GraphStore } from '../store/store.ts';
import { sendError } from './errors.ts';

/** Milliseconds for which an answer of the store's ping is kept. */
const PING_KEPT_MS = 1_000;

/** How far the service is: it answers questions only while `serving`. Whoever starts it moves it on. */
export type Lifecycle = {
  phase: 'starting' | 'serving' | 'draining';
  /** What is not as it should be, though questions are answered. */
  warning?: string;
  /** The graph that answers come from: the hash of what it was made of and, on a server, how many changes there were. */
  graph?: { readonly corpus: string | null; readonly generation?: number };
  /** Why no question is answered, though the service runs: there is no graph, or it is damaged. */
  refusal?: ServiceError;
};

/** `/livez` says that the process runs, `/readyz` whether it can answer. */
export function healthRoutes(app: FastifyInstance, store: GraphStore, lifecycle: Lifecycle): void {
  const ping = keptPing(store);
  app.get('/livez', async () => ({ status: 'live' }));
  app.get('/readyz', async (_request, reply) => {
    if (lifecycle.phase === 'draining') return sendError(reply, draining());
    await ping();
    const { warning, graph, refusal } = lifecycle;
    if (refusal) return sendError(reply, refusal);
    if (lifecycle.phase === 'starting') return sendError(reply, starting());
    const status = warning ? 'degraded' : 'ready';
    return { status, engine: store.engine, ...(graph && { graph }), ...(warning && { warning }) };
  });
}

/** The refusal of what needs the graph before it is there. */
export function starting(): ServiceError {
  return new ServiceError('STARTING', 'The graph is not loaded yet.', {
    hint: 'Ask again in a moment; /readyz says what it waits for.',
  });
}

/** The refusal of all that is new once the service stops. */
export function draining(): ServiceError {
  return new ServiceError('DRAINING', 'The service is shutting down.', { hint: 'Ask again in a moment.' });
}

/** Pings at most once a second, however often it is asked. */
function keptPing(store: GraphStore): () => Promise<void> {
  let askedAt = Number.NEGATIVE_INFINITY;
  let last: Promise<void> = Promise.resolve();
  return () => {
    if (performance.now() - askedAt >= PING_KEPT_MS) {
      askedAt = performance.now();
      last = store.ping();
      last.catch(() => undefined);
    }
    return last;
  };
}
