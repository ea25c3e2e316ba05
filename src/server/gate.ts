import type { FastifyInstance } from 'fastify';
import { ServiceError } from '../errors.ts';

/** Counts the requests under way, and lets no more in than `max`. */
export class Gate {
  readonly #max: number;
  #under = 0;
  #whenNone: (() => void)[] = [];

  constructor(max: number) {
    this.#max = max;
  }

  /** Refuses what comes beyond, before anything of it is read; whether the service is well can always be asked. */
  guard(app: FastifyInstance): void {
    app.addHook('onRequest', async (request, reply) => {
      const isHealth = request.url === '/livez' || request.url === '/readyz';
      if (this.#under >= this.#max && !isHealth) {
        throw new ServiceError('OVERLOADED', 'The service has as much to do as it takes on.', {
          hint: 'Ask again in a moment.',
        });
      }
      this.#under += 1;
      reply.raw.once('close', () => this.#leave());
    });
  }

  /** Resolves when no request is under way. */
  empty(): Promise<void> {
    if (this.#under === 0) return Promise.resolve();
    return new Promise((resolve) => {
      this.#whenNone.push(resolve);
    });
  }

  #leave(): void {
    this.#under -= 1;
    if (this.#under > 0) return;
    for (const resolve of this.#whenNone) resolve();
    this.#whenNone = [];
  }
}
