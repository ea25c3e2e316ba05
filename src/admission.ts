import type { Socket } from 'node:net';
import { availableParallelism } from 'node:os';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { clientGone, ServiceError } from './errors.ts';

/** How much the graph works at, at once. */
export type AdmissionLimits = {
  readonly heavyCost: number;
  readonly heavyWork: number;
  readonly heavySlots: number | undefined;
  readonly lightSlots: number;
  readonly queueMs: number;
};

/** Operations that cost little go side by side, those that cost much few at a time. */
export type LaneName = 'heavy' | 'light';

/** What an operation may cost: the items that its answer can hold, and the rows gone through for it, where they are known. */
export type Price = { readonly items: number; readonly rows?: number | undefined };

/** One place in a lane. It is free again when its holder has left it and all that it keeps working at has ended. */
export type Slot = {
  /** Keeps the slot taken while `work` runs, which may be longer than anyone waits for it. */
  readonly keep: (work: Promise<unknown>) => void;
  readonly leave: () => void;
};

/** How many wait for each slot at most: more would only wait in vain. */
const WAITING_PER_SLOT = 4;

/** How many wait for each slot of the heavy, of which there are few: a burst of them is let through. */
const HEAVY_WAITING_PER_SLOT = 16;

/** The refusal of what would only wait in vain. */
export function overloaded(): ServiceError {
  return new ServiceError('OVERLOADED', 'The service has as much to do as it takes on.', {
    hint: 'Ask again in a moment, or ask for less.',
  });
}

/** Some slots, and those that wait for them, first come first served. */
export class Lane {
  readonly #slots: number;
  readonly #queueMs: number;
  readonly #waitingMax: number;
  readonly #waiting: (() => void)[] = [];
  #taken = 0;

  constructor(slots: number, queueMs: number, waitingPerSlot = WAITING_PER_SLOT) {
    this.#slots = slots;
    this.#queueMs = queueMs;
    this.#waitingMax = slots * waitingPerSlot;
  }

  get taken(): number {
    return this.#taken;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  /** Whether the next one is refused at once. */
  get isFull(): boolean {
    return this.#taken >= this.#slots && this.#waiting.length >= this.#waitingMax;
  }

  /** A slot that is free now; undefined when one would have to wait for it. */
  take(): Slot | undefined {
    if (this.#taken >= this.#slots) return undefined;
    this.#taken += 1;
    return this.#slot();
  }

  /** A slot; an OVERLOADED when there is none in time, a CLIENT_GONE when `signal` says that nobody waits any more. */
  async enter(signal?: AbortSignal): Promise<Slot> {
    if (signal?.aborted) throw clientGone();
    const free = this.take();
    if (free) return free;
    await this.#wait(signal);
    return this.#slot();
  }

  /** Resolves when a slot was handed over, still counted as taken. */
  #wait(signal: AbortSignal | undefined): Promise<void> {
    if (this.isFull) throw overloaded();
    return new Promise<void>((resolve, reject) => {
      const settle = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', leave);
      };
      const take = () => {
        settle();
        resolve();
      };
      const giveUp = (error: ServiceError) => {
        settle();
        this.#waiting.splice(this.#waiting.indexOf(take), 1);
        reject(error);
      };
      const leave = () => giveUp(clientGone());
      const timer = setTimeout(() => giveUp(overloaded()), this.#queueMs);
      signal?.addEventListener('abort', leave);
      this.#waiting.push(take);
    });
  }

  #slot(): Slot {
    let holds = 1;
    const release = () => {
      holds -= 1;
      if (holds > 0) return;
      const next = this.#waiting.shift();
      if (next) next();
      else this.#taken -= 1;
    };
    return {
      keep: (work) => {
        if (holds === 0) return;
        holds += 1;
        work.then(release, release);
      },
      leave: release,
    };
  }
}

/**
 * Lets operations to the graph by what they may cost: the heavy ones few at a time, so that the light ones find it
 * free. Whoever cannot be let in soon is told so at once, which costs nothing.
 */
export class Admission {
  readonly #limits: AdmissionLimits;
  readonly #heavy: Lane;
  readonly #light: Lane;

  constructor(limits: AdmissionLimits) {
    const { heavySlots, lightSlots, queueMs } = limits;
    this.#limits = limits;
    const slots = heavySlots ?? Math.max(1, availableParallelism() - 1);
    this.#heavy = new Lane(slots, queueMs, HEAVY_WAITING_PER_SLOT);
    this.#light = new Lane(lightSlots, queueMs);
  }

  /** The lane of an operation of this price. */
  laneOf({ items, rows = 0 }: Price): LaneName {
    return items > this.#limits.heavyCost || rows > this.#limits.heavyWork ? 'heavy' : 'light';
  }

  /** A slot for an operation of this price; errors as of a lane. */
  enter(price: Price, signal?: AbortSignal): Promise<Slot> {
    return (this.laneOf(price) === 'heavy' ? this.#heavy : this.#light).enter(signal);
  }

  /** How many slots are taken now. */
  get taken(): { readonly heavy: number; readonly light: number } {
    return { heavy: this.#heavy.taken, light: this.#light.taken };
  }
}

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
    app.addHook('preValidation', (request, { raw }, done) => {
      if (isHealth(request)) return done();
      const free = this.#lane.take();
      if (free) hold(free, raw, done);
      else this.#wait(raw).then((slot) => hold(slot, raw, done), done);
    });
  }

  /** Resolves when no request is under way. */
  empty(): Promise<void> {
    if (this.#under === 0) return Promise.resolve();
    return new Promise((resolve) => {
      this.#whenNone.push(resolve);
    });
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

/** Goes on with a request, which leaves its place when its answer is sent or its client has gone. */
function hold({ leave }: Slot, raw: FastifyReply['raw'], done: () => void): void {
  if (raw.destroyed) leave();
  else raw.once('close', leave);
  done();
}

/** How the service is can always be asked, most of all when it is full. */
const ALWAYS = new Set(['/livez', '/readyz', '/metrics']);

const isHealth = ({ url }: FastifyRequest): boolean => ALWAYS.has(url);
