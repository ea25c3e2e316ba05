import { type ChildProcess, spawn } from 'node:child_process';
import type { FileHandle } from 'node:fs/promises';
import type { Duplex } from 'node:stream';
import { type ErrorCode, errorCodes, ServiceError } from '../../errors.ts';
import type { ReadLimits } from '../bounds.ts';
import { type Fault, frameOf, type Question, type Ready, type Reply, readFrames } from './frames.ts';

/** What an engine process is started with. */
export type ProcessSettings = {
  /** The program, `child.js` of this folder as it was built. */
  readonly program: string;
  /** The graph file, open for reading: the process reads this very file, whatever takes its name meanwhile. */
  readonly file: { readonly handle: FileHandle; readonly path: string };
  readonly limits: ReadLimits;
};

/** Thrown when the process that was asked ended before its reply. */
export class ProcessGone extends Error {}

type Waiting = { readonly resolve: (found: unknown) => void; readonly reject: (error: Error) => void };

/** Where a process finds the descriptor that is handed to it as its fourth; elsewhere it opens the file by name. */
const handedOver = (path: string) => (process.platform === 'win32' ? path : '/dev/fd/4');

/** One process with the engine in it. */
export class EngineProcess {
  /** Resolves with the memory that the process takes when it can be asked; rejects when it ended before. */
  readonly ready: Promise<Ready>;
  readonly exited: Promise<void>;
  readonly #process: ChildProcess;
  readonly #pipe: Duplex;
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;
  #isOpen = false;
  #hasEnded = false;

  constructor({ program, file, limits }: ProcessSettings) {
    const path = handedOver(file.path);
    const args = [program, path, String(limits.rowsMax), String(limits.bytesMax)];
    this.#process = spawn(process.execPath, args, {
      stdio: ['ignore', 'ignore', 'inherit', 'pipe', file.handle.fd],
    });
    this.#pipe = this.#process.stdio[3] as Duplex;
    this.#pipe
      .on(
        'data',
        readFrames((id, reply) => this.#settle(id, reply as Reply)),
      )
      .on('error', () => undefined);
    this.ready = this.#waitFor<Ready>(0);
    this.ready.then(
      () => {
        this.#isOpen = true;
      },
      () => undefined,
    );
    this.exited = new Promise((resolve) => {
      this.#process.once('error', () => this.#gone(resolve)).once('exit', () => this.#gone(resolve));
    });
  }

  /** Whether it can be asked. */
  get isOpen(): boolean {
    return this.#isOpen && !this.#hasEnded;
  }

  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  /** How many questions it works at. */
  get asked(): number {
    return this.#waiting.size;
  }

  /** Asks; fails with the fault of the engine, or with a ProcessGone. */
  ask<T>(question: Question): Promise<T> {
    if (!this.isOpen) return Promise.reject(new ProcessGone());
    this.#last = (this.#last % 0xffff_ffff) + 1;
    this.#pipe.write(frameOf(this.#last, question));
    return this.#waitFor<T>(this.#last);
  }

  /** Ends the process at once, with whatever it works at. */
  end(): Promise<void> {
    this.#hasEnded = true;
    this.#process.kill('SIGKILL');
    return this.exited;
  }

  #waitFor<T>(id: number): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as Waiting['resolve'], reject });
    });
  }

  #settle(id: number, reply: Reply): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if ('fault' in reply) waiting?.reject(errorOf(reply.fault));
    else waiting?.resolve(reply.found);
  }

  #gone(tell: () => void): void {
    this.#hasEnded = true;
    for (const { reject } of this.#waiting.values()) reject(new ProcessGone());
    this.#waiting.clear();
    tell();
  }
}

function errorOf({ code, message, hint }: Fault): ServiceError {
  const known = code in errorCodes ? (code as ErrorCode) : 'STORE_ERROR';
  return new ServiceError(known, message, hint === undefined ? {} : { hint });
}
