import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { ServiceError } from './errors.ts';
import type { LoadReport } from './load/load.ts';
import type { Lifecycle } from './server/health.ts';
import { type GraphStore, generationOf } from './store/store.ts';

/**
 * Which graph a service answers from. One of its own, in memory or in a file, it makes by itself: at start, and when it is told
 * to reload. One on a server it never writes: it serves what the marker says, reads the marker every second, and looks at what
 * the graph holds at start, after each change and now and then.
 */

/** What a service has to do with its graph. */
export type Serving = {
  readonly store: GraphStore;
  readonly lifecycle: Lifecycle;
  readonly logger: Logger;
  /** Loads what has changed into a graph of the service's own; nothing where all is up to date. */
  readonly load: () => Promise<LoadReport | undefined>;
  /** The hash of the scripts that this service was given, if it was: a graph on a server may be made of others. */
  readonly corpus: () => Promise<string | undefined>;
  /** Milliseconds between two looks at a graph on a server. */
  readonly lookMs: number;
  /** Told of each load. */
  readonly onLoad: (report: LoadReport) => void;
};

/** Milliseconds between two tries at a server that does not answer, and between two readings of its marker. */
const PAUSE_MS = 1_000;

/** Keeps a service supplied with its graph, and tells its lifecycle what there is. */
export class ServedGraph {
  readonly #serving: Serving;
  #reloading: Promise<void> | undefined;
  #said = '';
  #lookedAt = Number.NEGATIVE_INFINITY;
  #told = false;

  constructor(serving: Serving) {
    this.#serving = serving;
  }

  /** Resolves when there is a graph to answer from, or the service stops. One on a server is watched from then on. */
  async prepare(): Promise<void> {
    const { lifecycle } = this.#serving;
    while (this.#phase() === 'starting') {
      await this.#try();
      if (lifecycle.graph && !lifecycle.refusal && this.#phase() === 'starting') lifecycle.phase = 'serving';
      else if (this.#phase() === 'starting') await sleep(PAUSE_MS);
    }
    if (this.#serving.store.shared) void this.#watch();
  }

  /** Goes over to what there is now: loads what has changed, or reads the marker. Those who ask at once share one. */
  reload(): Promise<void> {
    this.#reloading ??= this.#go().finally(() => {
      this.#reloading = undefined;
    });
    return this.#reloading;
  }

  /** Asked anew after each wait: a signal may have moved the phase on. */
  #phase(): Lifecycle['phase'] {
    return this.#serving.lifecycle.phase;
  }

  async #watch(): Promise<void> {
    while (this.#phase() !== 'draining') {
      await sleep(PAUSE_MS, undefined, { ref: false });
      if (this.#phase() !== 'draining') await this.#try();
    }
  }

  /** Reloads; where the server does not answer, or a reload fails later on, that is said and tried again. */
  async #try(): Promise<void> {
    try {
      await this.reload();
    } catch (error) {
      if (this.#phase() === 'draining') return;
      const isPassing = error instanceof ServiceError && error.code === 'STORE_UNAVAILABLE';
      if (!isPassing && this.#phase() === 'starting') throw error;
      this.#say(error, 'Trying again.');
    }
  }

  /** Reloads at a signal: what goes wrong is logged, and the graph of before is served on. */
  async reloadOnSignal(): Promise<void> {
    this.#serving.logger.info('reloading');
    await this.reload().catch((error: unknown) => this.#say(error, 'The graph of before is served.'));
  }

  /** One line in the log, however often the same goes wrong. */
  #say(error: unknown, more = ''): void {
    const message = error instanceof Error ? error.message : String(error);
    const line = `${message} ${more}`.trim();
    const code = error instanceof ServiceError ? error.code : undefined;
    if (line !== this.#said) this.#serving.logger.warn({ code }, line);
    this.#said = line;
  }

  #go(): Promise<void> {
    return this.#serving.store.shared ? this.#follow() : this.#load();
  }

  async #load(): Promise<void> {
    const { store, lifecycle, load, onLoad } = this.#serving;
    try {
      const report = await load();
      if (report) onLoad(report);
      delete lifecycle.warning;
    } catch (error) {
      if (!(await this.#servesOld(error))) throw error;
    }
    lifecycle.graph = { corpus: await generationOf(store) };
  }

  /** Where a full disk kept the new graph from being made, serves the one that is there, and says so at `/readyz`. */
  async #servesOld(error: unknown): Promise<boolean> {
    const { store, logger, lifecycle } = this.#serving;
    if (!(error instanceof ServiceError) || error.code !== 'STORE_FULL') return false;
    if ((await generationOf(store)) === null) return false;
    logger.error({ code: error.code }, `${error.message} The graph of before is served.`);
    lifecycle.warning = `${error.message} The graph of before is served.`;
    return true;
  }

  /** Reads the marker of a graph on a server; looks at the graph where the marker has changed, or it is time to. */
  async #follow(): Promise<void> {
    const { store, lifecycle, lookMs, logger } = this.#serving;
    const generation = await store.shared?.generation();
    if (!generation) return this.#refuse(absent());
    const isNew = generation.number !== lifecycle.graph?.generation;
    if (!isNew && performance.now() - this.#lookedAt < lookMs) return;
    const damage = await store.shared?.look();
    this.#lookedAt = performance.now();
    if (damage !== undefined) this.#refuse(damaged(damage));
    else this.#accept();
    if (isNew) logger.info({ corpus: generation.corpus, generation: generation.number }, 'graph');
    lifecycle.graph = { corpus: generation.corpus, generation: generation.number };
    await this.#tellOther();
  }

  #accept(): void {
    delete this.#serving.lifecycle.refusal;
    this.#said = '';
  }

  #refuse(refusal: ServiceError): void {
    this.#serving.lifecycle.refusal = refusal;
    if (refusal.code === 'GRAPH_ABSENT') delete this.#serving.lifecycle.graph;
    this.#say(refusal);
  }

  /** Says once that the graph is made of other scripts than this service was given. */
  async #tellOther(): Promise<void> {
    const { corpus, lifecycle, logger } = this.#serving;
    if (this.#told) return;
    this.#told = true;
    const own = await corpus();
    if (own === undefined || own === lifecycle.graph?.corpus) return;
    logger.warn(
      { own, served: lifecycle.graph?.corpus },
      'The graph on the server is made of other scripts than those of CORPUS_DIR; it is served as it is.',
    );
  }
}

/** Has a graph of our own loaded, or finds one on a server, which is not written: else a GRAPH_ABSENT or a GRAPH_DAMAGED. */
export async function requireGraph({ shared }: GraphStore, load: () => Promise<unknown>): Promise<void> {
  if (!shared) {
    await load();
    return;
  }
  if (!(await shared.generation())) throw absent();
  const damage = await shared.look();
  if (damage !== undefined) throw damaged(damage);
}

function absent(): ServiceError {
  return new ServiceError('GRAPH_ABSENT', 'There is no graph on the server yet.', {
    hint: 'Run attested load, which alone writes to a server.',
  });
}

function damaged(damage: string): ServiceError {
  return new ServiceError('GRAPH_DAMAGED', `The graph on the server is damaged: ${damage}.`, {
    hint: 'Take out what others put into the database, or run attested load --rebuild.',
  });
}
