import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { childrenMs } from '../support/time.ts';

/** What the process and its children have used, after a collection of garbage. */
export type Used = {
  readonly cpuMs: number;
  readonly heapBytes: number;
  /** How many properties `Object.prototype` has. */
  readonly dirty: number;
};

/** A request of HTTP, just as it is to be sent. */
export type Sent = {
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
};

/** What came back. */
export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
};

/** The built service in a process of its own. */
export type RealService = {
  readonly url: string;
  readonly port: number;
  readonly send: (sent: Sent) => Promise<Answer>;
  /** Asks by POST. */
  readonly ask: (
    query: unknown,
    more?: object,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Answer>;
  /** Sends bytes on a socket and gives all that comes back before it closes. */
  readonly raw: (bytes: string | Buffer) => Promise<string>;
  readonly used: () => Promise<Used>;
  /** All that it has logged. */
  readonly log: () => string;
  readonly stop: () => Promise<number | null>;
};

const JSON_TYPE = { 'content-type': 'application/json' };

/** Milliseconds after which a test no longer waits for the service. */
const PATIENCE_MS = 30_000;

/** Starts the built service on a free port of the loopback, with the graph in memory. */
export async function startReal(environment: Readonly<Record<string, string>> = {}): Promise<RealService> {
  const args = ['--expose-gc', '--import', './test/reliability/probe.mjs', 'dist/main.js', 'serve'];
  const env = {
    PATH: process.env.PATH,
    GRAPH_URL: 'memory:',
    PORT: '0',
    ARTICLES_DIR: 'none',
    ...environment,
  };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  let shown = '';
  let logged = '';
  child.stdout?.on('data', (data) => {
    shown += data;
  });
  child.stderr?.on('data', (data) => {
    logged += data;
  });
  const port = await portOf(child, () => shown + logged);
  // What refuses a body before it has come closes the connection: some clients then miss the answer.
  const send = (sent: Sent) =>
    sendTo(port, sent)
      .catch(() => sendTo(port, sent))
      .catch(() => sendTo(port, sent));
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    send,
    ask: (query, more = {}, headers = {}) =>
      send({
        path: '/graphql',
        method: 'POST',
        headers: { ...JSON_TYPE, ...headers },
        body: JSON.stringify({ query, ...more }),
      }),
    raw: (bytes) => sendRaw(port, bytes),
    used: async () => {
      child.send('used');
      const [used] = await once(child, 'message');
      // What the engine works at is work for the client, too.
      return { ...(used as Used), cpuMs: (used as Used).cpuMs + childrenMs(child.pid) };
    },
    log: () => logged,
    stop: async () => {
      if (child.exitCode !== null) return child.exitCode;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
      const [exit] = await ended;
      clearTimeout(timer);
      return exit as number | null;
    },
  };
}

async function portOf(child: ChildProcess, all: () => string): Promise<number> {
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline && child.exitCode === null) {
    const port = /attested is at http:\/\/[^:]+:(\d+)/.exec(all())?.[1];
    if (port && /Try:/.test(all())) return Number(port);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  child.kill('SIGKILL');
  throw new Error(`the service did not start:\n${all()}`);
}

function sendTo(port: number, { path = '/', method = 'GET', headers = {}, body }: Sent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const options = { port, host: '127.0.0.1', path, method, headers: { ...length, ...headers } };
    const sent = request(options, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk);
      const text = Buffer.concat(chunks).toString('utf8');
      resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
    });
    sent.setTimeout(PATIENCE_MS, () => sent.destroy(new Error('no answer')));
    sent.on('error', reject);
    sent.end(body);
  });
}

function sendRaw(port: number, bytes: string | Buffer): Promise<string> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    socket.on('data', (data) => chunks.push(data));
    socket.on('error', () => undefined);
    socket.setTimeout(PATIENCE_MS, () => socket.destroy());
    socket.on('close', () => resolve(Buffer.concat(chunks).toString('utf8')));
  });
}

/** What is wrong with an answer that refuses: not JSON, no code, a stack, a path, or the fault of the service. */
export function faultsOf({ status, headers, text }: Answer): string[] {
  const faults: string[] = [];
  if (status >= 500) faults.push(`status ${status}`);
  if (/node_modules|\n\s+at |\.ts:\d|dist\//.test(text)) faults.push('shows the inside');
  if (text.includes('INTERNAL_SERVER_ERROR')) faults.push('fault of the service');
  if (status < 400 || text === '') return faults;
  if (!/json/.test(String(headers['content-type']))) faults.push(`type ${headers['content-type']}`);
  const code = codeOf(text);
  if (!/^[A-Z_]+$/.test(code)) faults.push(`no code in ${text.slice(0, 80)}`);
  return faults;
}

/** The code of the first error of an answer, or nothing. */
export function codeOf(text: string): string {
  try {
    return String(JSON.parse(text).errors?.[0]?.extensions?.code ?? '');
  } catch {
    return '';
  }
}
