import type { Socket } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ServiceError } from '../errors.ts';

/** The most requests under way on one connection: who sends more before an answer wants to fill the service alone. */
const PER_CONNECTION_MAX = 16;

function overloaded(): ServiceError {
  return new ServiceError('OVERLOADED', 'The service has as much to do as it takes on.', {
    hint: 'Ask again in a moment.',
  });
}

/** Counts the requests under way, and lets no more in than `max`. */
export class Gate {
  readonly #max: number;
  /** Requests that have come whole, which the service works at. */
  #working = 0;
  /** All that are not answered yet, those too that are still being sent. */
  #under = 0;
  readonly #onConnection = new WeakMap<Socket, number>();
  #whenNone: (() => void)[] = [];

  constructor(max: number) {
    this.#max = max;
  }

  /** How many requests are worked at now. */
  get working(): number {
    return this.#working;
  }

  /**
   * Refuses what comes beyond, before anything of it is read. A request that is still being sent takes no place: else a
   * few clients who send slowly would keep all others out.
   */
  guard(app: FastifyInstance): void {
    app.addHook('onRequest', async (request, reply) => {
      this.#refuseBeyond(request);
      if ((this.#onConnection.get(request.raw.socket) ?? 0) >= PER_CONNECTION_MAX) throw overloaded();
      this.#enter(request.raw.socket);
      reply.raw.once('close', () => this.#leave(request.raw.socket));
    });
    app.addHook('preValidation', async (request, reply) => {
      this.#refuseBeyond(request);
      this.#working += 1;
      reply.raw.once('close', () => {
        this.#working -= 1;
      });
    });
  }

  /** Resolves when no request is under way. */
  empty(): Promise<void> {
    if (this.#under === 0) return Promise.resolve();
    return new Promise((resolve) => {
      this.#whenNone.push(resolve);
    });
  }

  /** Whether the service is well can always be asked. */
  #refuseBeyond({ url }: FastifyRequest): void {
    if (this.#working >= this.#max && url !== '/livez' && url !== '/readyz') throw overloaded();
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
