import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { countsOf, type GraphSize, type Loaded } from './generate.ts';
import { isIdle, prepareNeo4j } from './load.ts';
import {
  ask,
  compare,
  type Figure,
  type Quiet,
  quietOf,
  type Running,
  type Target,
  warmUp,
} from './measure.ts';
import { bodiesOf, type Choice, type Question, questions } from './questions.ts';
import { measureStart } from './start.ts';
import { printTable } from './table.ts';

/** `npm run bench`: the same questions to several servers on one machine, in one run. */

type Server = { readonly name: string; readonly engine: 'grafeo' | 'neo4j' };

const SEED = 7;
const SIZES = [20_000, 200_000, 2_000_000];
const CONNECTIONS = [1, 16, 64];
/** How often the servers take turns for one figure, for how many seconds in all, and how long each is warmed up before. */
const PACE = { rounds: 3, seconds: 3, warm: 3, secondsMax: 8 };
const QUICK = { rounds: 2, seconds: 0.6, warm: 0.3, secondsMax: 0 };
const PEER = 'neo4j-graphql';
/** The port of a Neo4j server in its container. */
const BOLT = 7687;
const servers: readonly Server[] = [
  { name: 'attested-neo4j', engine: 'neo4j' },
  { name: 'bare-neo4j', engine: 'neo4j' },
  { name: PEER, engine: 'neo4j' },
  { name: 'attested-grafeo', engine: 'grafeo' },
  { name: 'bare-grafeo', engine: 'grafeo' },
  { name: 'mercurius', engine: 'grafeo' },
];

const flags = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    seconds: { type: 'string' },
    sizes: { type: 'string', default: SIZES.join() },
    engines: { type: 'string', default: 'neo4j,grafeo' },
    servers: { type: 'string', default: servers.map(({ name }) => name).join() },
    queries: { type: 'string', default: questions.map((q) => q.name).join() },
    connections: { type: 'string', default: CONNECTIONS.join() },
  },
}).values;
const { rounds, seconds: all, warm, secondsMax } = flags.quick ? QUICK : PACE;
const seconds = Number(flags.seconds ?? all) / rounds;
const asked = questions.filter(({ name }) => flags.queries.split(',').includes(name));
const say = (text: string) => process.stderr.write(`${text}\n`);

async function startServer(
  server: Server,
  size: GraphSize,
  neo4jUrl: string,
): Promise<Running & { readonly loaded?: Loaded }> {
  const { name } = server;
  const file = fileURLToPath(new URL('servers.js', import.meta.url));
  const started = performance.now();
  const env = { ...process.env, NODE_ENV: 'production' };
  const child = fork(file, [name, String(size.elements), String(size.seed), neo4jUrl], { env });
  const { port, loaded } = await new Promise<{ port: number; loaded?: Loaded }>((resolve, reject) => {
    child.once('message', (message) => resolve(message as { port: number; loaded?: Loaded }));
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code}`)));
  });
  say(`${name} is up after ${Math.round(performance.now() - started)} ms`);
  const url = `http://127.0.0.1:${port}${name === PEER ? '/' : '/graphql'}`;
  return { ...server, url, child, ...(loaded && { loaded }) };
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

async function measure(targets: readonly Target[], query: string, quiet: Quiet): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const connections of flags.connections.split(',').map(Number))
    figures.push(...(await compare(targets, query, { connections, rounds, seconds, secondsMax, quiet })));
  return figures;
}

/** Gifts a second, each with its facts and its share of all else, as a row of the table. */
function loadFigures({ name, engine }: Server, loaded: Loaded | undefined): Figure[] {
  if (!loaded) return [];
  const none = { elements: 0, connections: 1, p50Ms: 0, p99Ms: 0, errors: 0 };
  const requestsPerSecond = Math.round((1_000 * loaded.gifts) / loaded.ms);
  return [{ row: { ...none, server: name, engine, query: 'load: gifts', requestsPerSecond } }];
}

function targetsOf(running: readonly Running[], question: Question, choice: Choice): Target[] {
  return running.map((server) => ({ server, bodies: bodiesOf(question, server.name === PEER, choice) }));
}

/** Runs all servers of one engine on one graph. */
async function runEngine(engine: string, size: GraphSize, neo4jUrl: string): Promise<Figure[]> {
  if (engine === 'neo4j') await prepareNeo4j(neo4jUrl, size);
  const running: Awaited<ReturnType<typeof startServer>>[] = [];
  try {
    const chosen = servers.filter((s) => s.engine === engine && flags.servers.split(',').includes(s.name));
    for (const server of chosen) running.push(await startServer(server, size, neo4jUrl));
    const [ours] = running;
    if (!ours) return [];
    const counts = countsOf(size);
    const cursors = asked.some(({ name }) => name === 'page') ? await findCursors(ours, counts) : [];
    const choice = { counts, seed: size.seed, cursors };
    const figures: Figure[] = loadFigures(ours, ours.loaded);
    // All questions first: a database that has just started grows faster for minutes, whatever it is asked.
    say(`${size.elements} elements, ${engine}: warming up`);
    const quiet = quietOf(running, async () => engine !== 'neo4j' || (await isIdle(neo4jUrl)));
    const able = new Map<string, readonly Target[]>();
    for (const question of asked)
      able.set(
        question.name,
        await warmUp(targetsOf(running, question, choice), { seconds: warm, quiet, say }),
      );
    for (const [name, targets] of able) {
      say(`${size.elements} elements, ${engine}: ${name}`);
      figures.push(...(await measure(targets, name, quiet)));
    }
    return figures.map((figure) => ({ ...figure, row: { ...figure.row, elements: size.elements } }));
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
  // Not the container made for Neo4j, which sets a password whatever it is told.
  const { GenericContainer, Wait } = await import('testcontainers');
  const container = await new GenericContainer('neo4j:5.26-community')
    .withEnvironment({ NEO4J_AUTH: 'none' })
    .withExposedPorts(BOLT)
    .withWaitStrategy(Wait.forLogMessage('Started.'))
    .start();
  const url = `bolt://${container.getHost()}:${container.getMappedPort(BOLT)}`;
  return { url, stop: () => container.stop() };
}

async function main(): Promise<void> {
  const engines = flags.engines.split(',');
  const database = engines.includes('neo4j') ? await startNeo4j() : { url: '', stop: async () => undefined };
  const figures: Figure[] = engines.includes('grafeo') ? [await measureStart()] : [];
  const sizes = flags.quick ? SIZES.slice(0, 1) : flags.sizes.split(',').map(Number);
  try {
    for (const elements of sizes)
      for (const engine of engines)
        figures.push(...(await runEngine(engine, { elements, seed: SEED }, database.url)));
  } finally {
    await database.stop();
  }
  const [cpu] = cpus();
  const machine = { cpu: cpu?.model ?? '', cores: cpus().length, memoryBytes: totalmem() };
  const result = { machine, versions: versions(), rows: figures.map(({ row }) => row) };
  process.stdout.write(flags.json ? `${JSON.stringify(result)}\n` : printTable(figures));
}

await main();
