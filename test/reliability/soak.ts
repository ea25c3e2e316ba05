import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type StoreSettings } from '../../src/store/open.ts';
import { patience } from '../support/engines.ts';
import { type Probed, ServiceProcess } from '../support/process.ts';
import { FaultProxy } from '../support/proxy.ts';
import { seededRandom } from '../support/random.ts';

/** How a soak is run: over Neo4j behind a proxy that breaks one connection in so many, or over a graph file. */
export type Soak = {
  readonly seconds: number;
  readonly seed: number;
  readonly neo4j?: StoreSettings | undefined;
};

/** What a soak found. */
export type Soaked = {
  readonly requests: number;
  readonly codes: { readonly [code: string]: number };
  readonly wrong: number;
  /** Megabytes of heap a minute, by least squares over the last three quarters. */
  readonly heapSlope: number;
  /** Descriptors at the end less those at a quarter, and the same of threads. */
  readonly descriptorsGrown: number;
  readonly threadsGrown: number;
  /** Megabytes of memory that the process has, at a quarter and at the end. */
  readonly rss: readonly [number, number];
  readonly rejections: number;
  /** Megabytes of heap, from the first sample to the last. */
  readonly heap: readonly number[];
};

const CLIENTS = 4;

/**
 * Requests before the clock starts, each with a document of its own: more than any cache of the service holds, so that
 * what grows from then on does not stop growing by itself. A soak too short to judge that needs fewer.
 */
const warmUpOf = (seconds: number): number => Math.min(3_000, seconds * 10);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** The questions asked, each with what is right; the number makes each document another. */
const questions: readonly {
  readonly ask: (n: number) => string;
  readonly isRight: (data: unknown) => boolean;
}[] = [
  {
    ask: (n) => `query q${n} { gifts(from: "Putin", to: "Kim") { nodes { name } } }`,
    isRight: (data) => (data as { gifts: { nodes: unknown[] } }).gifts.nodes.length === 2,
  },
  {
    ask: (n) =>
      `query q${n} { claims(first: 20) { totalCount nodes { id about(first: 3) { nodes { id } } } } }`,
    isRight: (data) => (data as { claims: { nodes: unknown[] } }).claims.nodes.length === 20,
  },
];

/** What a request in a hundred does instead of asking properly. */
const faults: readonly ((service: ServiceProcess) => Promise<unknown>)[] = [
  (service) => service.ask('{ broken'),
  (service) => service.ask('{ people(first: 100000) { nodes { id } } }'),
  (service) => service.get('/nowhere'),
  (service) => {
    const gone = service.ask('{ claims(first: 100) { nodes { id about(first: 10) { nodes { id } } } } }');
    return Promise.race([gone, pause(1)]);
  },
];

/** Megabytes a minute of a straight line through the samples of the last three quarters. */
function slopeOf(samples: readonly { readonly minute: number; readonly heap: number }[]): number {
  const kept = samples.slice(Math.floor(samples.length / 4));
  const mean = (of: (s: (typeof kept)[number]) => number) =>
    kept.reduce((sum, s) => sum + of(s), 0) / kept.length;
  const [minute, heap] = [mean((s) => s.minute), mean((s) => s.heap)];
  const covariance = kept.reduce((sum, s) => sum + (s.minute - minute) * (s.heap - heap), 0);
  const variance = kept.reduce((sum, s) => sum + (s.minute - minute) ** 2, 0);
  return variance === 0 ? 0 : covariance / variance;
}

class Run {
  readonly #service: ServiceProcess;
  readonly #proxy: FaultProxy | undefined;
  readonly #random: () => number;
  #asked = 0;
  #until = 0;
  readonly codes: { [code: string]: number } = {};
  readonly samples: { minute: number; heap: number; probed: Probed }[] = [];
  requests = 0;
  wrong = 0;

  constructor(service: ServiceProcess, proxy: FaultProxy | undefined, soak: Soak) {
    this.#service = service;
    this.#proxy = proxy;
    this.#random = seededRandom(soak.seed);
  }

  /** Fills the caches, and does each fault a few times: code that runs for the first time takes memory, too. */
  async warmUp(requests: number): Promise<void> {
    const client = async () => {
      while (this.#asked < requests) await this.#service.ask(this.#next().text);
    };
    await Promise.all(Array.from({ length: CLIENTS }, client));
    for (let round = 0; round < 10; round += 1) {
      for (const fault of faults) await fault(this.#service).catch(() => undefined);
    }
  }

  /** Starts the clock. */
  begin(seconds: number): void {
    this.#until = performance.now() + seconds * 1_000;
  }

  get #goes(): boolean {
    return performance.now() < this.#until;
  }

  #next(): { readonly text: string; readonly isRight: (data: unknown) => boolean } {
    const n = this.#asked++;
    const { ask, isRight } = questions[n % questions.length] as (typeof questions)[number];
    return { text: ask(n), isRight };
  }

  async ask(): Promise<void> {
    while (this.#goes) {
      this.requests += 1;
      if (this.#random() < 0.01) {
        await faults[Math.floor(this.#random() * faults.length)]?.(this.#service).catch(() => undefined);
        continue;
      }
      const { text, isRight } = this.#next();
      const reply = await this.#service.ask(text).catch((error: unknown) => this.#explain(error));
      const code = reply.code ?? 'right';
      this.codes[code] = (this.codes[code] ?? 0) + 1;
      if (reply.code === undefined && !isRight(reply.body.data)) this.wrong += 1;
      await pause(2);
    }
  }

  /** A broken connection is a fault of the service: tells how the process is. */
  async #explain(error: unknown): Promise<never> {
    await pause(500);
    const state = this.#service.isRunning ? 'runs on' : 'has died';
    throw new Error(`${error}: the service ${state}:\n${this.#service.output.slice(-3_000)}`);
  }

  /** Takes the database away for a hundredth of the time. */
  async disturb(): Promise<void> {
    while (this.#proxy && this.#goes) {
      await pause(9_900);
      await this.#proxy.set(this.#random() < 0.5 ? { kind: 'refused' } : { kind: 'hole' });
      await pause(100);
      await this.#proxy.set({ kind: 'none' });
    }
  }

  async sample(everyMs: number): Promise<void> {
    const started = performance.now();
    while (this.#goes) {
      await pause(everyMs);
      if (!this.#service.isRunning) return;
      const probed = await this.#service.probe();
      this.samples.push({
        minute: (performance.now() - started) / 60_000,
        heap: probed.heapUsed / 1_048_576,
        probed,
      });
    }
  }
}

/** Loads the graph into a server, whatever was there before. */
async function fill(neo4j: StoreSettings, environment: Record<string, string>): Promise<void> {
  const store = await openStore({ ...neo4j, ...patience });
  await store.write([{ text: 'MATCH (n) DETACH DELETE n', parameters: {} }]);
  await store.close();
  const { exit, output } = await ServiceProcess.run('load', environment);
  if (exit !== 0) throw new Error(output);
}

/** Keeps the built service busy for a while, with a fault in a hundred requests, and sees what becomes of it. */
export async function soak(settings: Soak): Promise<Soaked> {
  const folder = mkdtempSync(join(tmpdir(), 'attested-soak-'));
  const { neo4j } = settings;
  const at = neo4j && new URL(neo4j.url);
  const proxy = at && (await FaultProxy.start(at.hostname, Number(at.port || 7687)));
  const environment: Record<string, string> =
    neo4j && proxy
      ? {
          GRAPH_URL: `bolt://127.0.0.1:${proxy.port}`,
          NEO4J_USER: neo4j.user ?? '',
          NEO4J_PASSWORD: neo4j.password ?? '',
        }
      : { GRAPH_URL: `file:${join(folder, 'graph.grafeo')}` };
  if (neo4j) await fill(neo4j, environment);
  // Twice as many slots as clients: a slot that is not given back is soon missed.
  const service = await ServiceProcess.start(
    { ...environment, QUERY_TIMEOUT_MS: '2000', LIGHT_SLOTS: '8' },
    { readyMs: 240_000 },
  );
  try {
    const run = new Run(service, proxy, settings);
    await run.warmUp(warmUpOf(settings.seconds));
    run.begin(settings.seconds);
    const everyMs = Math.max(500, settings.seconds * 10);
    const clients = Array.from({ length: CLIENTS }, () => run.ask());
    await Promise.all([...clients, run.disturb(), run.sample(everyMs)]);
    return resultOf(run);
  } finally {
    await service.kill();
    await proxy?.close();
  }
}

function resultOf({ samples, requests, codes, wrong }: Run): Soaked {
  const [quarter, last] = [samples[Math.floor(samples.length / 4)]?.probed, samples.at(-1)?.probed];
  const megabytes = (bytes = 0) => Math.round(bytes / 1_048_576);
  return {
    requests,
    codes,
    wrong,
    heapSlope: Math.round(slopeOf(samples) * 100) / 100,
    descriptorsGrown: (last?.descriptors ?? 0) - (quarter?.descriptors ?? 0),
    threadsGrown: (last?.threads ?? 0) - (quarter?.threads ?? 0),
    rss: [megabytes(quarter?.rss), megabytes(last?.rss)],
    rejections: last?.rejections ?? 0,
    heap: samples.map(({ heap }) => Math.round(heap * 10) / 10),
  };
}
