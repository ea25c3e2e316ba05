import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { cpus, totalmem } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import autocannon from 'autocannon';
import { countsOf, type GraphSize, type Loaded } from './generate.ts';
import { prepareNeo4j } from './load.ts';
import { bodiesOf, type Choice, type Question, questions } from './questions.ts';
import { printTable } from './table.ts';

/** `npm run bench`: the same questions to several servers on one machine, in one run. */

/** One figure of the result. */
export type Row = {
  readonly server: string;
  readonly engine: string;
  readonly query: string;
  readonly elements: number;
  readonly connections: number;
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly errors: number;
};

type Server = { readonly name: string; readonly engine: 'grafeo' | 'neo4j'; readonly peer: boolean };
type Running = Server & {
  readonly url: string;
  readonly child: ChildProcess;
  /** How long the parts of the graph took to load, where the server loaded it. */
  readonly loaded: readonly Loaded[];
};

const SEED = 7;
const SIZES = [20_000, 200_000, 2_000_000];
const CONNECTIONS = [1, 16, 64];
const servers: readonly Server[] = [
  { name: 'attested-neo4j', engine: 'neo4j', peer: false },
  { name: 'bare-neo4j', engine: 'neo4j', peer: false },
  { name: 'neo4j-graphql', engine: 'neo4j', peer: true },
  { name: 'attested-grafeo', engine: 'grafeo', peer: false },
  { name: 'bare-grafeo', engine: 'grafeo', peer: false },
  { name: 'mercurius', engine: 'grafeo', peer: false },
];

const flags = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    seconds: { type: 'string' },
    sizes: { type: 'string', default: SIZES.join() },
    engines: { type: 'string', default: 'neo4j,grafeo' },
    queries: { type: 'string', default: questions.map((q) => q.name).join() },
    connections: { type: 'string', default: CONNECTIONS.join() },
  },
}).values;
const seconds = Number(flags.seconds ?? (flags.quick ? 1 : 4));
const say = (text: string) => process.stderr.write(`${text}\n`);

async function startServer(server: Server, size: GraphSize, neo4jUrl: string): Promise<Running> {
  const file = fileURLToPath(new URL('servers.js', import.meta.url));
  const started = performance.now();
  const env = { ...process.env, NODE_ENV: 'production' };
  const child = fork(file, [server.name, String(size.elements), String(size.seed), neo4jUrl], { env });
  const { port, loaded } = await new Promise<{ port: number; loaded: readonly Loaded[] }>(
    (resolve, reject) => {
      child.once('message', (message) => resolve(message as { port: number; loaded: readonly Loaded[] }));
      child.once('exit', (code) => reject(new Error(`${server.name} ended with ${code}`)));
    },
  );
  say(`${server.name} is up after ${Math.round(performance.now() - started)} ms`);
  return { ...server, url: `http://127.0.0.1:${port}`, child, loaded };
}

const pathOf = ({ name }: Server) => (name === 'neo4j-graphql' ? '/' : '/graphql');
const headers = { 'content-type': 'application/json' };

async function ask(server: Running, body: string) {
  const response = await fetch(server.url + pathOf(server), { method: 'POST', headers, body });
  const text = await response.text();
  const { data, errors } = JSON.parse(text);
  if (!response.ok || errors || !data) throw new Error(`${server.name}: ${text.slice(0, 500)} to ${body}`);
  return data;
}

/** Cursors spread over the list of people by name, as this service gives them, found by paging through it. */
async function findCursors(server: Running, { people }: { people: number }): Promise<Choice['cursors']> {
  const first = Math.min(500, Math.ceil(people / 10));
  const query = `query($after: String) { people(orderBy: [{name: ASC}], first: ${first}, after: $after) {
    pageInfo { hasNextPage endCursor } } }`;
  const found: Choice['cursors'][number][] = [];
  let after = null;
  do {
    const data = await ask(server, JSON.stringify({ query, variables: { after } }));
    const { hasNextPage, endCursor } = data.people.pageInfo;
    after = hasNextPage ? endCursor : null;
    if (after) found.push({ cursor: after, offset: (found.length + 1) * first - 1 });
  } while (after);
  return found.slice(Math.floor(found.length / 3));
}

/** Sends the requests in turn for some seconds; with the milliseconds that each answer took, in order. */
async function shoot(server: Running, bodies: readonly string[], connections: number, duration: number) {
  const request = { method: 'POST', path: pathOf(server), headers } as const;
  const requests = bodies.map((body) => ({ ...request, body }));
  const shooting = autocannon({ url: server.url, connections, duration, requests, timeout: 60 });
  const times: number[] = [];
  shooting.on('response', (_client, _status, _bytes, milliseconds) => times.push(milliseconds));
  const result = await shooting;
  return { ...result, times: times.sort((a, b) => a - b) };
}

/** The time that so many of a hundred answers came within, in milliseconds. */
function percentile(times: readonly number[], percent: number): number {
  return Math.round((times[Math.floor((times.length * percent) / 100)] ?? 0) * 100) / 100;
}

async function measure(running: readonly Running[], question: Question, choice: Choice): Promise<Row[]> {
  const rows: Row[] = [];
  const bodies = new Map(running.map((s) => [s, bodiesOf(question, s.peer, choice)]));
  for (const [server, own] of bodies) for (const body of own) await ask(server, body);
  for (const [server, own] of bodies) await shoot(server, own, 16, seconds / 2);
  for (const connections of flags.connections.split(',').map(Number)) {
    for (const [server, own] of bodies) {
      const result = await shoot(server, own, connections, seconds);
      rows.push({
        server: server.name,
        engine: server.engine,
        query: question.name,
        elements: 0,
        connections,
        requestsPerSecond: round(result.requests.total / result.duration),
        p50Ms: percentile(result.times, 50),
        p99Ms: percentile(result.times, 99),
        errors: result.errors + result.timeouts + result.non2xx,
      });
    }
  }
  return rows;
}

const none = { elements: 0, connections: 1, p50Ms: 0, p99Ms: 0, errors: 0 };

/** Gifts a second, each a node and three edges, as a row of the table. */
function loadRows({ name, engine, loaded }: Running): Row[] {
  const gifts = loaded.find((part) => part.name === 'gifts');
  if (!gifts) return [];
  const row = { ...none, server: name, engine, query: 'load: gifts' };
  return [{ ...row, requestsPerSecond: Math.round((1_000 * gifts.rows) / gifts.ms) }];
}

/** Milliseconds from the start of `attested serve` to its first answer about the article, three times over. */
async function startRow(): Promise<Row> {
  const times: number[] = [];
  for (let i = 0; i < 3; i++) times.push(await startOnce());
  const [fastest = 0, middle = 0, slowest = 0] = times.sort((a, b) => a - b);
  say(`start to first answer: ${fastest} to ${slowest} ms`);
  const row = { ...none, server: 'attested-grafeo', engine: 'grafeo', query: 'start' };
  return { ...row, requestsPerSecond: round(1_000 / middle), p50Ms: middle, p99Ms: slowest };
}

async function startOnce(): Promise<number> {
  const started = performance.now();
  const port = await freePort();
  const child = fork('dist/main.js', ['serve'], {
    env: { ...process.env, PORT: String(port) },
    silent: true,
  });
  const body = JSON.stringify({ query: '{ gifts(from: "Putin", to: "Kim") { nodes { name } } }' });
  try {
    for (;;) {
      const asked = fetch(`http://127.0.0.1:${port}/graphql`, { method: 'POST', headers, body });
      const status = await asked.then((response) => response.status).catch(() => undefined);
      if (status === 200) return Math.round(performance.now() - started);
      if (child.exitCode !== null) throw new Error(`attested serve ended with ${child.exitCode}`);
      await sleep(5);
    }
  } finally {
    child.kill();
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** Runs all servers of one engine on one graph; they take turns, so that a busy machine slows all alike. */
async function runEngine(engine: string, size: GraphSize, neo4jUrl: string): Promise<Row[]> {
  if (engine === 'neo4j') await prepareNeo4j(neo4jUrl, size);
  const running: Running[] = [];
  try {
    for (const server of servers.filter((s) => s.engine === engine))
      running.push(await startServer(server, size, neo4jUrl));
    const [ours] = running;
    if (!ours) return [];
    const counts = countsOf(size);
    const choice = { counts, seed: size.seed, cursors: await findCursors(ours, counts) };
    const rows: Row[] = loadRows(ours);
    for (const question of questions.filter((q) => flags.queries.split(',').includes(q.name))) {
      say(`${size.elements} elements, ${engine}: ${question.name}`);
      rows.push(...(await measure(running, question, choice)));
    }
    return rows.map((row) => ({ ...row, elements: size.elements }));
  } finally {
    for (const { child } of running) child.kill();
  }
}

function versions(): { readonly [name: string]: string } {
  const names = ['@grafeo-db/js', 'neo4j-driver', '@neo4j/graphql', '@apollo/server', 'mercurius', 'fastify'];
  const found = names.map((name) => {
    const file = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
    return [name, String(file.version)] as const;
  });
  return { node: process.version, ...Object.fromEntries(found) };
}

async function startNeo4j(): Promise<{ readonly url: string; readonly stop: () => Promise<unknown> }> {
  if (process.env.NEO4J_URI) return { url: process.env.NEO4J_URI, stop: async () => undefined };
  const { Neo4jContainer } = await import('@testcontainers/neo4j');
  const container = await new Neo4jContainer('neo4j:5.26-community')
    .withEnvironment({ NEO4J_AUTH: 'none' })
    .start();
  return { url: container.getBoltUri(), stop: () => container.stop() };
}

async function main(): Promise<void> {
  const engines = flags.engines.split(',');
  const database = engines.includes('neo4j') ? await startNeo4j() : { url: '', stop: async () => undefined };
  const rows: Row[] = engines.includes('grafeo') ? [await startRow()] : [];
  const sizes = flags.quick ? SIZES.slice(0, 1) : flags.sizes.split(',').map(Number);
  try {
    for (const elements of sizes)
      for (const engine of engines)
        rows.push(...(await runEngine(engine, { elements, seed: SEED }, database.url)));
  } finally {
    await database.stop();
  }
  const [cpu] = cpus();
  const machine = { cpu: cpu?.model ?? '', cores: cpus().length, memoryBytes: totalmem() };
  const result = { machine, versions: versions(), rows };
  process.stdout.write(flags.json ? `${JSON.stringify(result)}\n` : printTable(rows));
}

await main();
