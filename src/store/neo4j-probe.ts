import type { Driver } from 'neo4j-driver';

/** Milliseconds that the server may take to answer when asked for a sign of life. */
const PING_TIMEOUT_MS = 900;

/** Milliseconds after which something that waits asks for one, and asks again. */
const WATCH_AFTER_MS = 800;

/** How often in a row the server must stay silent before what waits is given up: a busy one may miss a turn. */
const SILENT_TIMES_MAX = 4;

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
  #closed = false;

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
      let silent = 0;
      const look = async () => {
        try {
          await this.ping(database);
          silent = 0;
          if (!done) timer = setTimeout(look, WATCH_AFTER_MS);
        } catch (error) {
          if (done) return;
          silent += 1;
          if (error instanceof SilentError && silent < SILENT_TIMES_MAX) {
            timer = setTimeout(look, WATCH_AFTER_MS);
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
      running.finally(settle).then(resolve, reject);
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#driver?.close();
  }

  /** A connection that was left alone may have died meanwhile: that is found out by a second try on a new one. */
  async #ask(database: Database): Promise<void> {
    if (this.#closed) throw new SilentError('the connection is closed');
    const wasOpen = this.#driver !== undefined;
    try {
      await this.#askOnce(database);
    } catch (error) {
      if (!wasOpen || error instanceof SilentError) throw error;
      await this.#askOnce(database);
    }
  }

  async #askOnce(database: Database): Promise<void> {
    this.#driver ??= this.#connect();
    const driver = this.#driver;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new SilentError('the server is silent')), PING_TIMEOUT_MS);
    });
    const asked = driver.getServerInfo(database);
    try {
      await Promise.race([asked, late]);
    } catch (error) {
      asked.catch(() => undefined);
      if (this.#driver === driver) this.#driver = undefined;
      driver.close().catch(() => undefined);
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }
}
