import type { FastifyInstance } from 'fastify';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Admission, Gate } from '../admission.ts';
import { errorCodes } from '../errors.ts';
import { graphqlCodes } from './graphql-errors.ts';
import type { Observer } from './observing.ts';

/** What the service counts. Every label has a fixed set of values, whatever clients send. */
export type Metrics = { readonly registry: Registry; readonly observe: Observer };

const METHODS = new Set(['GET', 'HEAD', 'POST', 'OPTIONS']);
const CODES = new Set<string>([...Object.keys(errorCodes), ...graphqlCodes]);
const TYPES = new Set(['query', 'mutation', 'subscription']);
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const ITEMS = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000];

/** What is looked at whenever the counters are shown, and what the service is. */
export type Shown = {
  readonly gate: Gate;
  readonly admission: Admission;
  readonly version: string;
  readonly engine: string;
};

/** Makes the counters of one service. */
export function createMetrics(shown: Shown): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  showLoad(registry, shown);
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

/** How full the service is, which tells before it refuses anything. */
function showLoad(registry: Registry, { gate, admission, version, engine }: Shown): void {
  const of = { registers: [registry] };
  new Gauge({
    ...of,
    name: 'attested_info',
    help: 'The service, always 1.',
    labelNames: ['version', 'engine'],
  }).set({ version, engine }, 1);
  new Gauge({
    ...of,
    name: 'attested_requests',
    help: 'Requests that are worked at now, and that wait for it.',
    labelNames: ['state'],
    collect() {
      this.set({ state: 'working' }, gate.working);
      this.set({ state: 'waiting' }, gate.waiting);
    },
  });
  new Gauge({
    ...of,
    name: 'attested_slots_taken',
    help: 'Slots of operations that the graph works at now, by lane.',
    labelNames: ['lane'],
    collect() {
      this.set({ lane: 'heavy' }, admission.taken.heavy);
      this.set({ lane: 'light' }, admission.taken.light);
    },
  });
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
  app.addHook('onResponse', ({ routeOptions, method }, reply, done) => {
    const labels = {
      route: routeOptions.url ?? 'none',
      method: METHODS.has(method) ? method : 'OTHER',
      status: reply.statusCode,
    };
    requests.observe(labels, reply.elapsedTime / 1_000);
    done();
  });
  app.get('/metrics', async (_request, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  );
}
