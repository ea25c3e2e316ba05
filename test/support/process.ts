import { type ChildProcess, spawn } from 'node:child_process';
import { type Agent, request } from 'node:http';
import { fileURLToPath } from 'node:url';

/** What a service told of itself. */
export type Probed = {
  readonly heapUsed: number;
  readonly rss: number;
  readonly rejections: number;
  readonly descriptors: number;
  readonly threads: number;
};

/** What came back, and how long it took. */
export type Reply = {
  readonly status: number;
  readonly code: string | undefined;
  readonly ms: number;
  readonly retryAfter: string | undefined;
  // biome-ignore lint/suspicious/noExplicitAny: tests look at whatever the service answers
  readonly body: any;
};

const probe = fileURLToPath(new URL('./probe.mjs', import.meta.url));

/** The built service as a process of its own, on a free port of the loopback. */
export class ServiceProcess {
  readonly #child: ChildProcess;
  readonly ended: Promise<{ readonly exit: number | null; readonly atMs: number }>;
  #output = '';
  url = '';

  constructor(
    environment: Readonly<Record<string, string>> = {},
    command = 'serve',
    ...options: readonly string[]
  ) {
    const env = {
      PATH: process.env.PATH,
      PORT: '0',
      ARTICLES_DIR: '/none',
      LOG_LEVEL: 'warn',
      ...environment,
    };
    const args = ['--expose-gc', '--import', probe, 'dist/main.js', command, ...options];
    this.#child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on('data', (data) => {
        this.#output = (this.#output + data).slice(-100_000);
      });
    }
    this.ended = new Promise((resolve) => {
      this.#child.once('close', (exit) => resolve({ exit, atMs: performance.now() }));
    });
  }

  /** Starts the service and waits until it listens, and with `ready` until it answers questions; else it is killed. */
  static async start(
    environment: Readonly<Record<string, string>> = {},
    { ready = true, readyMs = 60_000 } = {},
  ): Promise<ServiceProcess> {
    const service = new ServiceProcess(environment);
    try {
      const [, url = ''] = await service.shows(/attested is at (\S+)\/graphql/);
      service.url = url;
      if (ready) await service.until('/readyz', (reply) => reply.status === 200, readyMs);
      return service;
    } catch (error) {
      await service.kill();
      throw error;
    }
  }

  /** Runs another command to its end: gives its exit status and what it printed. */
  static async run(
    command: string,
    environment: Readonly<Record<string, string>>,
    ...options: readonly string[]
  ): Promise<{ readonly exit: number | null; readonly output: string }> {
    const child = new ServiceProcess(environment, command, ...options);
    const { exit } = await child.ended;
    return { exit, output: child.output };
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  get output(): string {
    return this.#output;
  }

  get isRunning(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  async shows(pattern: RegExp, timeoutMs = 60_000): Promise<RegExpExecArray> {
    const deadline = performance.now() + timeoutMs;
    for (;;) {
      const match = pattern.exec(this.#output);
      if (match) return match;
      if (!this.isRunning || performance.now() > deadline)
        throw new Error(`${pattern} never came:\n${this.#output}`);
      await pause(10);
    }
  }

  get(path: string): Promise<Reply> {
    return send(`${this.url}${path}`);
  }

  ask(query: string, variables: object = {}, agent?: Agent): Promise<Reply> {
    return send(`${this.url}/graphql`, JSON.stringify({ query, variables }), agent);
  }

  /** Asks again until the reply is as wanted, and gives the milliseconds that took. */
  async until(path: string, wanted: (reply: Reply) => boolean, timeoutMs: number): Promise<number> {
    const started = performance.now();
    for (;;) {
      const reply = await this.get(path).catch(() => undefined);
      const ms = performance.now() - started;
      if (reply && wanted(reply)) return ms;
      if (ms > timeoutMs || !this.isRunning) {
        throw new Error(
          `${path} was ${reply?.status} ${reply?.code} after ${Math.round(ms)} ms\n${this.#output.slice(-2_000)}`,
        );
      }
      await pause(50);
    }
  }

  probe(): Promise<Probed> {
    return new Promise((resolve) => {
      this.#child.once('message', (message) => resolve(message as Probed));
      this.#child.send('probe');
    });
  }

  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  /** Stops the service, whatever it does. */
  async kill(): Promise<void> {
    if (this.isRunning) this.#child.kill('SIGKILL');
    await this.ended;
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** One request, over a connection of its own if no agent keeps some; rejects when the connection breaks. */
export function send(url: string, body?: string, agent: Agent | false = false): Promise<Reply> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const headers = body === undefined ? {} : { 'content-type': 'application/json' };
    const sent = request(
      url,
      { method: body === undefined ? 'GET' : 'POST', headers, agent },
      async (response) => {
        try {
          const chunks: Buffer[] = [];
          for await (const chunk of response) chunks.push(chunk);
          const text = Buffer.concat(chunks).toString('utf8');
          const json = text.startsWith('{') ? JSON.parse(text) : text;
          resolve({
            status: response.statusCode ?? 0,
            code: json.errors?.[0]?.extensions?.code,
            ms: performance.now() - started,
            retryAfter: response.headers['retry-after'],
            body: json,
          });
        } catch (error) {
          reject(error);
        }
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
