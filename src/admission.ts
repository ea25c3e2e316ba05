import { availableParallelism } from 'node:os';
import { clientGone, ServiceError } from './errors.ts';

/** How much the graph works at, at once. */
export type AdmissionLimits = {
  readonly heavyCost: number;
  readonly heavySlots: number | undefined;
  readonly lightSlots: number;
  readonly queueMs: number;
};

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
  readonly #heavyCost: number;
  readonly #heavy: Lane;
  readonly #light: Lane;

  constructor({ heavyCost, heavySlots, lightSlots, queueMs }: AdmissionLimits) {
    this.#heavyCost = heavyCost;
    const slots = heavySlots ?? Math.max(1, availableParallelism() - 1);
    this.#heavy = new Lane(slots, queueMs, HEAVY_WAITING_PER_SLOT);
    this.#light = new Lane(lightSlots, queueMs);
  }

  /** A slot for an operation of this cost; errors as of a lane. */
  enter(cost: number, signal?: AbortSignal): Promise<Slot> {
    return (cost > this.#heavyCost ? this.#heavy : this.#light).enter(signal);
  }

  /** How many slots are taken now. */
  get taken(): { readonly heavy: number; readonly light: number } {
    return { heavy: this.#heavy.taken, light: this.#light.taken };
  }
}
