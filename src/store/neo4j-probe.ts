import type { Driver } from 'neo4j-driver';

/** Milliseconds that the server may take to answer when asked for a sign of life: of two seconds, most are left to it. */
const PATIENCE_MS = 1_400;

/** A server that has been slow lately is busy: it may take so many times as long as it did. */
const PATIENCE_TIMES = 3;

/** The most milliseconds that it may take. */
export const PATIENCE_MAX_MS = 10_000;

/** Milliseconds for which a slow answer is remembered. */
const LATELY_MS = 30_000;

/** Milliseconds after which something that waits asks for one. */
const WATCH_AFTER_MS = 200;

/** Milliseconds after which it asks again. */
const WATCH_AGAIN_MS = 400;

type Database = { readonly database?: string };

class SilentError extends Error {
  readonly code = 'ServiceUnavailable';
}

/**
 * Asks a Neo4j server for signs of life, over a connection of its own, so that neither busy nor dead connections
 * of others count. The driver itself waits for a silent server for as long as its connection stands.
 */
export class Neo4jProbe {
  readonly #connect: () => Driver;
  #driver: Driver | undefined;
  #asking: Promise<void> | undefined;
  /** When the server last answered anything that was watched: that, too, is a sign of life. */
  #heardAt = Number.NEGATIVE_INFINITY;
  /** The slowest sign of life of late, and until when it counts. */
  #slowest = { ms: 0, until: Number.NEGATIVE_INFINITY };
  /** Those on which an answer is still awaited, though it was given up. */
  readonly #late = new Set<Driver>();

  constructor(connect: () => Driver) {
    this.#connect = connect;
  }

  /**
   * Resolves when the server answers; rejects when it does not, within a second or two, or later if it has been slow
   * of late. Askers share one question.
   */
  ping(database: Database): Promise<void> {
    this.#asking ??= this.#ask(database).finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  /** As `running`, but rejects, after a word to `onLost`, when that takes long and the server does not answer. */
  watch<T>(running: Promise<T>, database: Database, onLost: () => void): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      let timer: NodeJS.Timeout | undefined;
      let done = false;
      const look = async () => {
        const askedAt = performance.now();
        try {
          await this.ping(database);
          if (!done) timer = setTimeout(look, WATCH_AGAIN_MS);
        } catch (error) {
          if (done) return;
          if (this.#heardAt > askedAt) {
            timer = setTimeout(look, WATCH_AGAIN_MS);
            return;
          }
          reject(error);
          onLost();
        }
      };
      timer = setTimeout(look, WATCH_AFTER_MS);
      const settle = () => {
        done = true;
        clearTimeout(timer);
      };
      const heard = (answer: T) => {
        this.#heardAt = performance.now();
        resolve(answer);
      };
      running.finally(settle).then(heard, reject);
    });
  }

  async close(): Promise<void> {
    // Nobody waits for connections that nothing was heard of: their end may never be heard of either.
    for (const driver of this.#late) driver.close().catch(() => undefined);
    this.#late.clear();
    await this.#driver?.close();
  }

  /** Milliseconds that the server has for a sign of life now. */
  get #patience(): number {
    const { ms, until } = this.#slowest;
    if (performance.now() > until) return PATIENCE_MS;
    return Math.min(PATIENCE_MAX_MS, Math.max(PATIENCE_MS, PATIENCE_TIMES * ms));
  }

  #learn(ms: number): void {
    const now = performance.now();
    if (ms >= this.#slowest.ms || now > this.#slowest.until) this.#slowest = { ms, until: now + LATELY_MS };
  }

  /**
   * A connection that was left alone may have died meanwhile: that is found out by a second try on a new one. Both
   * together get the time of one, for a server behind a connection that died may be silent as well.
   */
  async #ask(database: Database): Promise<void> {
    const wasOpen = this.#driver !== undefined;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new SilentError('the server is silent')), this.#patience);
    });
    try {
      await this.#askOnce(database, late);
    } catch (error) {
      if (!wasOpen || error instanceof SilentError) throw error;
      await this.#askOnce(database, late);
    } finally {
      clearTimeout(timer);
    }
  }

  async #askOnce(database: Database, late: Promise<never>): Promise<void> {
    this.#driver ??= this.#connect();
    const driver = this.#driver;
    const askedAt = performance.now();
    const asked = driver.getServerInfo(database).then(() => this.#learn(performance.now() - askedAt));
    try {
      await Promise.race([asked, late]);
    } catch (error) {
      if (this.#driver === driver) this.#driver = undefined;
      if (error instanceof SilentError) this.#awaitLate(driver, asked);
      else {
        asked.catch(() => undefined);
        driver.close().catch(() => undefined);
      }
      throw error;
    }
  }

  /** An answer that comes after all shows that the server was busy: it is learned from, and its connection used again. */
  #awaitLate(driver: Driver, asked: Promise<void>): void {
    this.#late.add(driver);
    const settle = (isAlive: boolean) => {
      clearTimeout(timer);
      if (!this.#late.delete(driver)) return;
      if (isAlive && !this.#driver) this.#driver = driver;
      else driver.close().catch(() => undefined);
    };
    // Not worth living for: a process that stops does not wait for it.
    const timer = setTimeout(() => settle(false), PATIENCE_MAX_MS).unref();
    asked.then(
      () => settle(true),
      () => settle(false),
    );
  }
}
