import type { Socket } from 'node:net';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Lane, overloaded, type Slot } from '../admission.ts';

/** The most requests under way on one connection: who sends more before an answer wants to fill the service alone. */
const PER_CONNECTION_MAX = 16;

/**
 * How many requests wait for each that is worked at: as many as there may be connections. To refuse one costs nearly as
 * much as to answer a light one, so that whoever refuses at once does nothing else when many come again at once.
 */
const WAITING_PER_REQUEST = 8;

/** Milliseconds that one may wait: with as many clients as there may be connections, each has its turn within a second. */
const WAIT_MS = 3_000;

/** Counts the requests under way, and works at no more of them than `max` at once. */
export class Gate {
  readonly #lane: Lane;
  /** All that are not answered yet, those too that wait or are still being sent. */
  #under = 0;
  readonly #onConnection = new WeakMap<Socket, number>();
  #whenNone: (() => void)[] = [];

  constructor(max: number) {
    this.#lane = new Lane(max, WAIT_MS, WAITING_PER_REQUEST);
  }

  /** How many requests are worked at now. */
  get working(): number {
    return this.#lane.taken;
  }

  /** How many have come whole and wait. */
  get waiting(): number {
    return this.#lane.waiting;
  }

  /**
   * Refuses what would wait in vain, before anything of it is read. A request that is still being sent takes no place:
   * else a few clients who send slowly would keep all others out.
   */
  guard(app: FastifyInstance): void {
    app.addHook('onRequest', (request, { raw }, done) => {
      const { socket } = request.raw;
      if (this.#lane.isFull && !isHealth(request)) throw overloaded();
      if ((this.#onConnection.get(socket) ?? 0) >= PER_CONNECTION_MAX) throw overloaded();
      this.#enter(socket);
      raw.once('close', () => this.#leave(socket));
      done();
    });
    app.addHook('preValidation', async (request, reply) => {
      if (!isHealth(request)) await this.#work(reply);
    });
  }

  /** Resolves when no request is under way. */
  empty(): Promise<void> {
    if (this.#under === 0) return Promise.resolve();
    return new Promise((resolve) => {
      this.#whenNone.push(resolve);
    });
  }

  /** Waits until the request can be worked at. */
  async #work({ raw }: FastifyReply): Promise<void> {
    const slot = this.#lane.take() ?? (await this.#wait(raw));
    if (raw.destroyed) slot.leave();
    else raw.once('close', slot.leave);
  }

  async #wait(raw: FastifyReply['raw']): Promise<Slot> {
    const gone = new AbortController();
    const leave = () => gone.abort();
    raw.once('close', leave);
    const slot = await this.#lane.enter(gone.signal);
    raw.off('close', leave);
    return slot;
  }

  #enter(socket: Socket): void {
    this.#under += 1;
    this.#onConnection.set(socket, (this.#onConnection.get(socket) ?? 0) + 1);
  }

  #leave(socket: Socket): void {
    this.#under -= 1;
    this.#onConnection.set(socket, (this.#onConnection.get(socket) ?? 1) - 1);
    if (this.#under > 0) return;
    for (const resolve of this.#whenNone) resolve();
    this.#whenNone = [];
  }
}

/** How the service is can always be asked, most of all when it is full. */
const ALWAYS = new Set(['/livez', '/readyz', '/metrics']);

const isHealth = ({ url }: FastifyRequest): boolean => ALWAYS.has(url);
