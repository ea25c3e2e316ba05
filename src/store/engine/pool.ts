import { totalmem } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { ServiceError } from '../../errors.ts';
import { withDeadline } from '../bounds.ts';
import type { ReadOptions, Row, Statement, TextHit, TextIndex } from '../store.ts';
import { EngineProcess, ProcessGone, type ProcessSettings } from './engine-process.ts';
import type { Question } from './frames.ts';

/**
 * The engine in processes of its own, over one graph file. Nothing inside the engine stops a statement, and ending a
 * thread that runs one ends all; a process can be ended at any moment, and everything that it works at with it.
 *
 * Light reads share the light processes, many at a time. A heavy one has a process to itself, so that nobody else is
 * hurt when it is ended: at its deadline, when its client has gone, when the service stops. What was in a light process
 * that is ended is asked again in another, since a read may be asked twice; the statement that ended it is heavy from
 * then on. Each process that ends is replaced at once.
 */

/** How many processes of each kind. */
export type PoolSize = { readonly light: number; readonly heavy: number };

export type PoolSettings = ProcessSettings & { readonly size: PoolSize };

/** How often a read is asked again when the process that had it was ended for another. */
const TURNS_MAX = 3;

/** Milliseconds that a light read, which nobody waits for any more, may go on before its process is ended. */
const LINGER_MS = 200;

/** Milliseconds before a process that could not open the graph is followed by another. */
const RETRY_MS = 1_000;

/** Milliseconds within which a sign of life comes. */
const PING_MS = 1_400;

/** How many texts of statements are remembered as heavy. */
const HEAVY_TEXTS_MAX = 1_000;

/** Somebody who waits for a process. */
type Waiter = {
  readonly take: (process: EngineProcess) => void;
  readonly refuse: (why: Error) => void;
};

/** Some processes that take each other's place, and those who wait for one. */
class Lane {
  readonly #settings: ProcessSettings;
  readonly #together: boolean;
  readonly #processes = new Set<EngineProcess>();
  readonly #taken = new Set<EngineProcess>();
  readonly #waiting: Waiter[] = [];
  #isClosed = false;

  /** `together`: whether a process takes many reads at a time. */
  constructor(
    settings: ProcessSettings,
    { count, together }: { readonly count: number; readonly together: boolean },
  ) {
    this.#settings = settings;
    this.#together = together;
    for (let made = 0; made < count; made += 1) this.#start();
  }

  get processes(): readonly EngineProcess[] {
    return [...this.#processes];
  }

  /** A process to ask: the one with least to do, else the first that is free. It is to be given back. */
  take(signal: AbortSignal): Promise<EngineProcess> {
    const free = this.#free();
    if (free) return Promise.resolve(this.#hold(free));
    return new Promise((resolve, reject) => {
      const settle = () => signal.removeEventListener('abort', leave);
      const waiter: Waiter = {
        take: (process) => {
          settle();
          resolve(process);
        },
        refuse: (why) => {
          settle();
          reject(why);
        },
      };
      const leave = () => {
        this.#waiting.splice(this.#waiting.indexOf(waiter), 1);
        reject(signal.reason);
      };
      signal.addEventListener('abort', leave);
      this.#waiting.push(waiter);
    });
  }

  giveBack(process: EngineProcess): void {
    this.#taken.delete(process);
    this.#serve();
  }

  /** Ends all processes; who waits for one is refused, since none will come. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const { refuse } of this.#waiting.splice(0)) refuse(closed());
    await Promise.all([...this.#processes].map((process) => process.end()));
  }

  #free(): EngineProcess | undefined {
    return [...this.#processes]
      .filter((process) => process.isOpen && !this.#taken.has(process))
      .sort((one, other) => one.asked - other.asked)[0];
  }

  #hold(process: EngineProcess): EngineProcess {
    if (!this.#together) this.#taken.add(process);
    return process;
  }

  #serve(): void {
    for (let free = this.#free(); free && this.#waiting.length > 0; free = this.#free())
      this.#waiting.shift()?.take(this.#hold(free));
  }

  #start(): void {
    const process = new EngineProcess(this.#settings);
    this.#processes.add(process);
    let opened = false;
    process.ready.then(
      () => {
        opened = true;
        this.#serve();
      },
      () => undefined,
    );
    process.exited.then(async () => {
      this.#processes.delete(process);
      this.#taken.delete(process);
      if (!opened) await sleep(RETRY_MS, undefined, { ref: false });
      if (!this.#isClosed) this.#start();
    });
  }
}

/** What reads a graph in engine processes; the file is its own, and closed with it. */
export class EnginePool {
  readonly #file: ProcessSettings['file'];
  readonly #light: Lane;
  readonly #heavy: Lane;
  readonly #heavyTexts = new Set<string>();
  #isClosed = false;

  constructor(settings: PoolSettings) {
    this.#file = settings.file;
    this.#light = new Lane(settings, { count: settings.size.light, together: true });
    this.#heavy = new Lane(settings, { count: settings.size.heavy, together: false });
  }

  /** Resolves with the bytes of memory that the largest process takes, once all can be asked. */
  async open(): Promise<number> {
    const all = [...this.#light.processes, ...this.#heavy.processes];
    const ready = await Promise.all(all.map((process) => process.ready)).catch((error: unknown) => {
      throw error instanceof ProcessGone ? new EnginesRefused(unstarted()) : error;
    });
    const bytes = Math.max(...ready.map((one) => one.bytes));
    assertFits(all.length, bytes);
    return bytes;
  }

  read(statement: Statement, options: ReadOptions = {}): Promise<Row[]> {
    return this.#ask({ kind: 'read', statement }, options);
  }

  searchText(index: TextIndex, words: readonly string[], limit: number): Promise<TextHit[]> {
    return this.#ask({ kind: 'search', index, words, limit }, {});
  }

  async ping(): Promise<void> {
    await this.read({ text: 'RETURN 1 AS one', parameters: {} }, { timeoutMs: PING_MS });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all([this.#light.close(), this.#heavy.close()]);
    await this.#file.handle.close();
  }

  /** The time of a read counts from here on, whatever it waits for and however often it is asked. */
  async #ask<T>(question: Question, options: ReadOptions): Promise<T> {
    if (this.#isClosed) throw closed();
    const stop = new AbortController();
    const asked = this.#askInTurns<T>(question, { lane: options.lane, stop: stop.signal });
    options.working?.(asked);
    return withDeadline(asked, options, (why) => stop.abort(why));
  }

  async #askInTurns<T>(question: Question, { lane, stop }: Asking): Promise<T> {
    for (let turn = 1; ; turn += 1) {
      const isHeavy = lane === 'heavy' || this.#heavyTexts.has(textOf(question));
      try {
        return await this.#askOne<T>(question, { stop, isHeavy });
      } catch (error) {
        if (!(error instanceof ProcessGone)) throw error;
        if (this.#isClosed) throw closed();
        if (stop.aborted) throw stop.reason;
        if (turn === TURNS_MAX) throw lost();
      }
    }
  }

  async #askOne<T>(
    question: Question,
    { stop, isHeavy }: { readonly stop: AbortSignal; readonly isHeavy: boolean },
  ) {
    const lane = isHeavy ? this.#heavy : this.#light;
    const engine = await lane.take(stop);
    let isDone = false;
    const end = () => {
      if (isDone) return;
      if (!isHeavy) this.#remember(textOf(question));
      void engine.end();
    };
    const abandon = () => {
      const isLingering = !isHeavy && (stop.reason as ServiceError).code === 'CLIENT_GONE';
      if (isLingering) setTimeout(end, LINGER_MS).unref();
      else end();
    };
    stop.addEventListener('abort', abandon);
    try {
      return await engine.ask<T>(question);
    } finally {
      isDone = true;
      stop.removeEventListener('abort', abandon);
      lane.giveBack(engine);
    }
  }

  #remember(text: string): void {
    if (this.#heavyTexts.size >= HEAVY_TEXTS_MAX) this.#heavyTexts.clear();
    this.#heavyTexts.add(text);
  }
}

/** Refuses more processes than the machine, or what the service may take of it, has memory for. */
function assertFits(processes: number, bytes: number): void {
  const most = Math.min(process.constrainedMemory() || Number.POSITIVE_INFINITY, totalmem());
  if (processes * bytes <= most) return;
  const megabytes = (some: number) => Math.ceil(some / 2 ** 20);
  const refusal = new ServiceError(
    'BAD_CONFIG',
    `The graph takes ${megabytes(bytes)} MB in each of ${processes} engine processes; there are ${megabytes(most)} MB.`,
    { hint: 'Set ENGINE_PROCESSES to fewer, or give the service more memory.' },
  );
  throw new EnginesRefused(refusal);
}

/** Thrown when engine processes cannot be had, whatever the file holds: for `because`, which is told. */
export class EnginesRefused extends Error {
  readonly because: ServiceError;

  constructor(because: ServiceError) {
    super(because.message);
    this.because = because;
  }
}

const unstarted = () =>
  new ServiceError('STORE_UNAVAILABLE', 'The engine processes ended before they could be asked.', {
    hint: 'The log says why; there may be too little memory.',
  });

type Asking = { readonly lane: ReadOptions['lane']; readonly stop: AbortSignal };

const textOf = (question: Question): string =>
  question.kind === 'read' ? question.statement.text : `search ${question.index.label}`;

const closed = () => new ServiceError('STORE_UNAVAILABLE', 'The graph is closed: the service is stopping.');

/** The refusal of a read whose process ended several times, though not for its own sake. */
const lost = () =>
  new ServiceError('STORE_UNAVAILABLE', 'The processes that read the graph ended before they could answer.', {
    hint: 'Ask again in a moment.',
  });
