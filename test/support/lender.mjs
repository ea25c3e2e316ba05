import { createServer } from 'node:net';

/**
 * What the suites of a run share, given out by its main process over a socket in the folder of the run. A worker sends
 * the name of what it wants, and is answered with one line of JSON:
 *
 *     service →  {}                                          done once in a run, whoever wants it first; others wait
 *     neo4j   →  {"value":{"url":"bolt://127.0.0.1:32768"}}   for this suite alone, until it hangs up
 *     python  →  {"error":"pip found no …"}
 *
 * Nothing is begun before a suite wants it, so a run of a few files starts no server. What was lent is held by the
 * connection: it comes back however the worker ends.
 */
export class Lender {
  #things;
  #server = createServer((socket) => this.#serve(socket));

  /** Takes what there is by name: a `Task` or a `Pool`. */
  constructor(things) {
    this.#things = things;
  }

  /** Listens at a path of the file system. */
  listen(path) {
    return new Promise((resolve, reject) => this.#server.once('error', reject).listen(path, resolve));
  }

  /** Ends all that was begun. */
  async close() {
    this.#server.close();
    await Promise.all(Object.values(this.#things).map((thing) => thing.stop()));
  }

  #serve(socket) {
    socket.on('error', () => undefined);
    socket.once('data', (name) => this.#lend(socket, String(name).trim()));
  }

  async #lend(socket, name) {
    const thing = this.#things[name];
    try {
      const value = await thing.take();
      const giveBack = () => thing.give(value);
      if (socket.destroyed) giveBack();
      else socket.once('close', giveBack).write(`${JSON.stringify({ value })}\n`);
    } catch (error) {
      socket.write(`${JSON.stringify({ error: error.message })}\n`);
    }
  }
}

/** Something that is done once, when the first suite wants it. */
export class Task {
  #work;
  #done;

  constructor(work) {
    this.#work = work;
  }

  take() {
    this.#done ??= this.#work();
    return this.#done;
  }

  give() {}

  /** Waits for it, if it was begun: what it writes must not come after the end of the run. */
  async stop() {
    await this.#done?.catch(() => undefined);
  }
}

/** Some of a kind, each lent to one suite at a time: one that is free, else a new one, else the next that comes back. */
export class Pool {
  #kind;
  #free = [];
  #begun = [];
  #waiting = [];

  /** `start` gives a new one, of which there are `max` at most; `stop` ends it. */
  constructor(kind) {
    this.#kind = kind;
  }

  async take() {
    const free = this.#free.pop();
    if (free) return free;
    if (this.#begun.length >= this.#kind.max) return new Promise((resolve) => this.#waiting.push(resolve));
    const starting = this.#kind.start();
    this.#begun.push(starting);
    starting.catch(() => this.#fail(starting));
    return starting;
  }

  /** What could not be started takes no place, and who waited for it tries for himself. */
  #fail(starting) {
    this.#begun = this.#begun.filter((one) => one !== starting);
    this.#waiting.shift()?.(this.take());
  }

  give(one) {
    const next = this.#waiting.shift();
    if (next) next(one);
    else this.#free.push(one);
  }

  async stop() {
    await Promise.allSettled(this.#begun.map(async (one) => this.#kind.stop(await one)));
  }
}
