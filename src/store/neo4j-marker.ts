import { setTimeout as sleep } from 'node:timers/promises';
import type { Row, Statement } from './store.ts';

/**
 * The marker by which a graph on a server is known as ours, and the sequence lock on it:
 *
 *   (:Attested {id: 'graph', begun: 7, done: 7, at: 1764600000000, corpus: 'k3Yw…', counts: '{"(:Person)":36,…}'})
 *
 * Servers show what is committed, statement by statement, and a commit piece by piece: a statement can see half of one.
 * So a load adds to `begun` before it commits, in a transaction of its own, and makes `done` the same after it; and each
 * statement of ours reads both as its last part.
 *
 *   load    work …   begun = 8   commit   done = 8
 *   reader  knows that both are 7, asks, and reads
 *             7, 7   nothing was committed meanwhile: the answer is of one graph
 *             8, 7   waits until both are the same, and asks again
 *             8, 8   asks again
 *
 * A load that was killed between the two leaves `begun` ahead: after a while readers take that for settled, since what a dead
 * client left is rolled back or applied by then. The next load makes them the same.
 */

/** Where the sequence stands; `ms` is how long ago it moved. */
export type Mark = { readonly begun: number; readonly done: number; readonly ms: number };

/** What was read, and where the sequence stood after that; null where there is no marker. */
export type Marked<T> = { readonly answer: T; readonly mark: Mark | null };

/** The node. */
export const MARKER = "(m:Attested {id: 'graph'})";

const COLUMNS = 'm.begun AS begun, m.done AS done, timestamp() - m.at AS ms';

/** Reads where the sequence stands, always in one row. */
export const readMark: Statement = { text: `OPTIONAL MATCH ${MARKER} RETURN ${COLUMNS}`, parameters: {} };

/** The last line of a statement that gives one row, whatever the graph holds. */
const ONE_ROW = /\nRETURN \[[^\n]*\] AS data$/;

/** The statement with the marker read as its last part; undefined where that could change its rows. */
export function markedText(text: string): string | undefined {
  const at = text.search(ONE_ROW);
  if (at < 0) return undefined;
  return `${text.slice(0, at)}\nCALL () {\n  ${readMark.text}\n}${text.slice(at)}, begun, done, ms`;
}

/** The mark in a row of `readMark`, or in one of a statement that was marked. */
export function markOf(row: Row | undefined): Mark | null {
  if (typeof row?.begun !== 'number') return null;
  return { begun: row.begun, done: Number(row.done), ms: Number(row.ms) };
}

/** Milliseconds after which a load that began to commit, and said no more, is taken for dead. */
const LEASE_MS = 30_000;

/** Milliseconds between two looks at the marker, while a load commits. */
const WAIT_MS = 10;

const isSettled = (mark: Mark | null): boolean =>
  mark === null || mark.begun === mark.done || mark.ms > LEASE_MS;

const isSame = (a: Mark | null, b: Mark | null): boolean => a?.begun === b?.begun && a?.done === b?.done;

/** The reader's side of the lock: what it knows of the sequence, shared by all who ask. */
export class Sequence {
  readonly #read: () => Promise<Mark | null>;
  readonly #isVanished: (error: unknown) => boolean;
  #known: Mark | null | undefined;
  #settling: Promise<Mark | null> | undefined;

  /** `read` gives the mark; `isVanished` tells the fault of a statement that came upon what a commit took away. */
  constructor(read: () => Promise<Mark | null>, isVanished: (error: unknown) => boolean) {
    this.#read = read;
    this.#isVanished = isVanished;
  }

  /** What `ask` gives, asked until it is of one graph. */
  async whole<T>(ask: () => Promise<Marked<T>>, signal?: AbortSignal): Promise<T> {
    for (;;) {
      const known = this.#known === undefined ? await this.#settle() : this.#known;
      const marked = await ask().catch((error: unknown) => {
        if (!this.#isVanished(error)) throw error;
      });
      if (marked && isSame(marked.mark, known)) return marked.answer;
      signal?.throwIfAborted();
      await this.#settle();
    }
  }

  /** Waits until no load commits. Those who wait share one look at a time. */
  #settle(): Promise<Mark | null> {
    this.#settling ??= this.#wait().finally(() => {
      this.#settling = undefined;
    });
    return this.#settling;
  }

  async #wait(): Promise<Mark | null> {
    for (;;) {
      const mark = await this.#read();
      if (isSettled(mark)) {
        this.#known = mark;
        return mark;
      }
      await sleep(WAIT_MS);
    }
  }
}
