import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parse } from 'graphql';
import { readConfig } from '../../src/config.ts';
import { createExecute, type Execute } from '../../src/graphql/execute.ts';
import { loadSchema } from '../../src/graphql/schema.ts';
import { readDomain } from '../../src/model/domain/domain.ts';
import { openStore } from '../../src/store/open.ts';
import { idOf, loadGenerated } from './generate.ts';
import { runaway } from './operations.ts';

/**
 * What engine processes cost and what they give: npm run bench:engine. The processor time of an answer with them and without,
 * theirs counted too, in turns; then how long the service's own thread is away while they work at what is dear, which is what
 * /livez would wait for. GRAPH names a file that holds a graph already, ELEMENTS how large one is made.
 */

const ELEMENTS = Number(process.env.ELEMENTS ?? 100_000);
const TURNS = 5;
const AT_ONCE = 16;
/** Milliseconds of one tick of the kernel's clock. */
const TICK_MS = 10;

const program = resolve('dist/store/engine/child.js');
const url = `file:${process.env.GRAPH ?? `.tmp/bench/engine-${ELEMENTS}.grafeo`}`;
const light = Math.max(1, availableParallelism() - 1);

const schema = loadSchema(readDomain());
const limits = { ...readConfig({}), queryTimeoutMs: 60_000 };

const GIFT = 'id name recipients { nodes { ... on Person { id name } } } during { id name }';
const questions: readonly (readonly [name: string, query: string, times: number])[] = [
  ['a gift by id', `{ gift(id: "${idOf('gift', 17)}") { ${GIFT} } }`, 2_000],
  [
    '10 people, 10 gifts each',
    `{ people(first: 10) { nodes { id gave(first: 10) { nodes { ${GIFT} } } } } }`,
    200,
  ],
  [
    'people whose name contains',
    '{ people(first: 20, where: {name: {contains: "kim"}}) { nodes { id } } }',
    1_000,
  ],
];

async function ask(execute: Execute, query: string): Promise<void> {
  const document = parse(query);
  const [operation] = document.definitions;
  if (operation?.kind !== 'OperationDefinition') throw new Error('no operation');
  const { errors } = await execute({ document, operation, documentId: query, variables: {} });
  if (errors?.[0]) throw errors[0];
}

async function askAll(execute: Execute, query: string, times: number): Promise<void> {
  let left = times;
  const client = async () => {
    for (; left > 0; left -= 1) await ask(execute, query);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, client));
}

/** Milliseconds of processor that this process and the engine processes below it have used. */
function usedMs(): number {
  const { user, system } = process.cpuUsage();
  const below = readdirSync('/proc').flatMap((pid) => {
    try {
      const [, rest = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
      const fields = rest.split(' ');
      return Number(fields[1]) === process.pid ? [(Number(fields[11]) + Number(fields[12])) * TICK_MS] : [];
    } catch {
      return [];
    }
  });
  return (user + system) / 1_000 + below.reduce((sum, ms) => sum + ms, 0);
}

const inside = await openStore({ url });
if (!process.env.GRAPH) await loadGenerated(inside, { elements: ELEMENTS, seed: 7 });
const outside = await openStore({ url, processes: { program, size: { light, heavy: 1 } } });
const [without, having] = [inside, outside].map((store) => createExecute({ ...schema, store, limits })) as [
  Execute,
  Execute,
];

for (const [name, query, times] of questions) {
  const used = [0, 0];
  for (let turn = 0; turn <= TURNS; turn += 1) {
    for (const [index, execute] of [without, having].entries()) {
      const before = usedMs();
      await askAll(execute, query, times);
      if (turn > 0) used[index] = (used[index] ?? 0) + usedMs() - before;
    }
  }
  const [one = 0, other = 0] = used.map((ms) => ms / TURNS / times);
  console.log(
    `${name.padEnd(28)} ${one.toFixed(3)} ms of processor without, ${other.toFixed(3)} with: x ${(one / other).toFixed(2)}`,
  );
}

const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
const counts = `{ ${Array.from({ length: 32 }, (_, i) => `f${i}: facts { totalCount }`).join(' ')} }`;
await Promise.all([
  askAll(having, runaway, 6),
  askAll(having, counts, 4),
  askAll(having, questions[0]?.[1] ?? '', 2_000),
]);
delay.disable();
const ms = (nanoseconds: number) => (nanoseconds / 1e6).toFixed(1);
console.log(
  `the service's thread is away for p50 ${ms(delay.percentile(50))}, p99 ${ms(delay.percentile(99))}, at most ${ms(delay.max)} ms`,
);
await outside.close();
await inside.close();
