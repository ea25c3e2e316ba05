import type { Driver } from 'neo4j-driver';

/**
 * Milliseconds that the server may take to answer when asked for a sign of life. A busy one takes long, so most of
 * the two seconds after which a silent one must be given up are left to it.
 */
const PING_TIMEOUT_MS = 1_400;

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

  constructor(connect: () => Driver) {
    this.#connect = connect;
  }

  /** Resolves when the server answers; rejects within a second or two when it does not. Askers share one question. */
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
    await this.#driver?.close();
  }

  /**
   * A connection that was left alone may have died meanwhile: that is found out by a second try on a new one. Both
   * together get the time of one, for a server behind a connection that died may be silent as well.
   */
  async #ask(database: Database): Promise<void> {
    const wasOpen = this.#driver !== undefined;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new SilentError('the server is silent')), PING_TIMEOUT_MS);
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
    const asked = driver.getServerInfo(database);
    try {
      await Promise.race([asked, late]);
    } catch (error) {
      asked.catch(() => undefined);
      if (this.#driver === driver) this.#driver = undefined;
      driver.close().catch(() => undefined);
      throw error;
    }
  }
}
