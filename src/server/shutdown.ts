import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Gate } from '../admission.ts';
import type { GraphStore } from '../store/store.ts';
import type { Lifecycle } from './health.ts';

/** What a stop has to do with. */
export type Stopping = {
  readonly app: FastifyInstance;
  readonly gate: Gate;
  readonly store: GraphStore;
  readonly lifecycle: Lifecycle;
  readonly logger: Logger;
  /** Milliseconds for the requests under way to finish. */
  readonly graceMs: number;
};

/** Milliseconds for the store to close once the grace is over. */
const CLOSE_MS = 300;

/**
 * Stops in order at SIGTERM or SIGINT: refuses new requests, lets those under way finish, closes the connections
 * that ask nothing and the store, and exits with 0; with 1 after the grace, or at a second signal.
 */
export function stopOnSignal(stopping: Stopping): void {
  const { lifecycle, logger } = stopping;
  const stop = async (signal: NodeJS.Signals) => {
    if (lifecycle.phase === 'draining') process.exit(1);
    lifecycle.phase = 'draining';
    logger.info({ signal }, 'stopping');
    giveUpAfterGrace(stopping);
    await drain(stopping);
    await stopping.store.close();
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

async function drain({ app, gate }: Stopping): Promise<void> {
  const closed = app.close();
  await gate.empty();
  app.server.closeAllConnections();
  await closed;
}

function giveUpAfterGrace({ store, logger, graceMs }: Stopping): void {
  setTimeout(() => {
    logger.error({ graceMs }, 'stopped before all requests were answered');
    const exit = () => process.exit(1);
    setTimeout(exit, CLOSE_MS);
    store.close().then(exit, exit);
  }, graceMs).unref();
}
