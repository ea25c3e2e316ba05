import type { FastifyInstance } from 'fastify';
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { errorCodes } from '../errors.ts';
import { graphqlCodes } from '../graphql/errors.ts';
import type { Observer } from '../graphql/observing.ts';

/** What the service counts. Every label has a fixed set of values, whatever clients send. */
export type Metrics = { readonly registry: Registry; readonly observe: Observer };

const METHODS = new Set(['GET', 'HEAD', 'POST', 'OPTIONS']);
const CODES = new Set<string>([...Object.keys(errorCodes), ...graphqlCodes]);
const TYPES = new Set(['query', 'mutation', 'subscription']);
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const ITEMS = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000];

/** Makes the counters of one service. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const of = { registers: [registry] };
  const operations = new Counter({
    ...of,
    name: 'attested_operations_total',
    help: 'GraphQL operations by type and by the code of their first error, or OK.',
    labelNames: ['type', 'code'],
  });
  const seconds = new Histogram({
    ...of,
    name: 'attested_operation_seconds',
    help: 'Seconds that GraphQL operations took.',
    buckets: SECONDS,
  });
  const rows = new Histogram({
    ...of,
    name: 'attested_operation_rows',
    help: 'Items that answers held.',
    buckets: ITEMS,
  });
  const cost = new Histogram({
    ...of,
    name: 'attested_operation_cost',
    help: 'Items that answers could have held at most.',
    buckets: ITEMS,
  });
  return {
    registry,
    observe: (observed) => {
      const [first = 'OK'] = observed.codes;
      const type = observed.type !== undefined && TYPES.has(observed.type) ? observed.type : 'none';
      operations.inc({ type, code: first === 'OK' || CODES.has(first) ? first : 'OTHER' });
      seconds.observe(observed.milliseconds / 1_000);
      if (observed.rows !== undefined) rows.observe(observed.rows);
      if (observed.cost !== undefined) cost.observe(observed.cost);
    },
  };
}

/** Counts each request by route, and shows all counters at `/metrics`. */
export function metricsRoute(app: FastifyInstance, { registry }: Metrics): void {
  const requests = new Histogram({
    registers: [registry],
    name: 'attested_http_request_seconds',
    help: 'Seconds that requests took, by route, method and status.',
    labelNames: ['route', 'method', 'status'],
    buckets: SECONDS,
  });
  app.addHook('onResponse', async ({ routeOptions, method }, reply) => {
    const labels = {
      route: routeOptions.url ?? 'none',
      method: METHODS.has(method) ? method : 'OTHER',
      status: reply.statusCode,
    };
    requests.observe(labels, reply.elapsedTime / 1_000);
  });
  app.get('/metrics', async (_request, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  );
}
