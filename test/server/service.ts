import { type IncomingHttpHeaders, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { readConfig } from '../../src/config.ts';
import type { Execute } from '../../src/graphql/execute.ts';
import { loadSchema } from '../../src/graphql/schema.ts';
import { readDomain } from '../../src/model/domain/domain.ts';
import { createApollo } from '../../src/server/apollo.ts';
import type { Lifecycle } from '../../src/server/health.ts';
import { createServer } from '../../src/server/server.ts';
import type { GraphStore } from '../../src/store/store.ts';

/** A line of the log. */
export type LogLine = { readonly [key: string]: unknown };

/** A request of HTTP, by GET unless it says otherwise. */
export type Asked = {
  readonly url: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
};

/** What came back. */
export type Answered = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** The text read as JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look at whatever the service answers
  readonly json: () => any;
};

/** The edge with stand-ins behind it, so that its own behaviour shows and nothing else. */
export type TestService = {
  readonly port: number;
  readonly send: (asked: Asked) => Promise<Answered>;
  readonly lifecycle: Lifecycle;
  readonly log: LogLine[];
  readonly close: () => Promise<void>;
};

/** Starts the edge, with `execute` and `ping` as given and further settings from `environment`. */
export async function startService(
  parts: {
    readonly execute?: Execute;
    readonly ping?: () => Promise<void>;
    readonly environment?: Readonly<Record<string, string>>;
  } = {},
): Promise<TestService> {
  const config = readConfig({ ...parts.environment });
  const log: LogLine[] = [];
  const logger = pino({ level: config.logLevel }, collect(log));
  const schema = loadSchema(readDomain());
  const execute = parts.execute ?? (async () => ({ data: { __typename: 'Query' } }));
  const { introspection, corsOrigins } = config;
  const apollo = createApollo({ schema, execute, introspection, limits: config, logger });
  await apollo.start();
  const lifecycle: Lifecycle = { phase: 'serving' };
  const store = { engine: 'grafeo', ping: parts.ping ?? (async () => undefined) } as GraphStore;
  const edge = { logger, limits: config, corsOrigins, routes: [] };
  const app = await createServer({ apollo, sdl: schema.sdl, store, lifecycle, ...edge });
  const close = async () => {
    await app.close();
    await apollo.stop();
  };
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  return { port, send: (asked) => send(port, asked), lifecycle, log, close };
}

/** Sends a request whose headers, the host too, are just as given. */
function send(port: number, { url, method = 'GET', headers = {}, body }: Asked): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const options = { port, host: '127.0.0.1', path: url, method, headers: { ...length, ...headers } };
    const sent = request(options, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk);
      const text = Buffer.concat(chunks).toString('utf8');
      resolve({
        status: response.statusCode ?? 0,
        headers: response.headers,
        text,
        json: () => JSON.parse(text),
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

function collect(log: LogLine[]): Writable {
  return new Writable({
    write(chunk, _encoding, done) {
      log.push(JSON.parse(String(chunk)));
      done();
    },
  });
}

/** Asks by POST, as most clients do. */
export async function ask(
  service: TestService,
  query: string,
  more: { readonly variables?: object; readonly operationName?: string } = {},
) {
  const answer = await service.send({
    url: '/graphql',
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, ...more }),
  });
  return { status: answer.status, body: answer.json(), headers: answer.headers };
}
