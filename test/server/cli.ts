import { type ChildProcess, spawn } from 'node:child_process';

/** How a run of the command ended. */
export type Ended = { readonly exit: number | null; readonly stdout: string; readonly stderr: string };

/** The command, while it runs. */
export class Cli {
  readonly #child: ChildProcess;
  readonly #ended: Promise<Ended>;
  #stdout = '';
  #stderr = '';

  /** Starts the built command with nothing in its environment but what is given and what Node needs. */
  constructor(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
    const env = { PATH: process.env.PATH, ...environment };
    this.#child = spawn(process.execPath, ['dist/main.js', ...args], { env });
    this.#child.stdout?.on('data', (data) => {
      this.#stdout += data;
    });
    this.#child.stderr?.on('data', (data) => {
      this.#stderr += data;
    });
    this.#ended = new Promise((resolve) => {
      this.#child.on('close', (exit) => resolve({ exit, stdout: this.#stdout, stderr: this.#stderr }));
    });
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  get stderr(): string {
    return this.#stderr;
  }

  /** Waits until standard output matches, and gives the match. */
  async shows(pattern: RegExp): Promise<RegExpExecArray> {
    const deadline = Date.now() + 30_000;
    for (;;) {
      const match = pattern.exec(this.#stdout);
      if (match) return match;
      if (this.#child.exitCode !== null || Date.now() > deadline) {
        throw new Error(`${pattern} never came.\n${this.#stdout}\n${this.#stderr}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  /** Waits for the end, after a signal if one is given. */
  async end(signal?: NodeJS.Signals): Promise<Ended> {
    if (signal) this.#child.kill(signal);
    return this.#ended;
  }
}

/** Runs the command to its end. */
export function runCli(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  return new Cli(args, environment).end();
}
