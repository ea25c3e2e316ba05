import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/config.ts';
import { createExecute } from '../../src/graphql/execute.ts';
import { loadSchema } from '../../src/graphql/schema.ts';
import { loadGraph } from '../../src/load/load.ts';
import { openStore } from '../../src/store/open.ts';
import type { GraphStore } from '../../src/store/store.ts';
import { scriptsOf } from '../facts/told.ts';
import { asked } from '../support/asked.ts';
import { domain } from '../support/load.ts';

/**
 * What one more article costs, among ever more: reading all scripts to see which are new, and writing what follows from it.
 * One that speaks of people of its own is told apart from one that speaks of a hub, of whom every hundredth speaks; and what
 * somebody gave, with its evidence, is asked of now and as of a day. In Grafeo, or on the server without a password at
 * NEO4J_URI, which must be empty and is left so. On a busy machine look at the processor: of a server it is not known here.
 */

const words = process.argv.slice(2).map(Number);
const sizes = words.length > 0 ? words : [10, 100, 1_000];
const url = process.env.NEO4J_URI ?? 'memory:';

/** A store over an empty graph; refuses one that holds something. */
async function openEmpty(): Promise<GraphStore> {
  const store = await openStore({ url });
  const [found] = await store.read({ text: 'MATCH (n) RETURN n.id AS id LIMIT 1', parameters: {} });
  if (!found) return store;
  await store.close();
  throw new Error(`${url} holds a graph; it is left alone.`);
}

/** Takes out again what was loaded. */
async function empty(store: GraphStore): Promise<void> {
  const text = 'MATCH (n) WITH n LIMIT 10000 DETACH DELETE n RETURN count(*) AS count';
  for (let left = 1; left > 0; ) {
    const [row] = await store.transaction(async (tx) => (await tx.run([{ text, parameters: {} }]))[0] ?? []);
    left = Number(row?.count ?? 0);
  }
}

const HUB = 'person:p0';

/** A report of a giving. */
const report = (i: number, giver: string): string =>
  `${1 + (i % 28)} May, Paper ${i % 50}: gift:g${i} happens; gift:g${i} quantity ${i % 7}; ${giver} GAVE gift:g${i}`;

/** So many articles, every hundredth of the hub; then three more of people of their own, and three more of the hub. */
function articles(count: number): ReadonlyMap<string, string> {
  const some = (from: number, many: number, giver: (i: number) => string) =>
    Array.from({ length: many }, (_, at) => report(from + at, giver(from + at)));
  const own = (i: number) => `person:p${i}`;
  const first = some(0, count, (i) => (i % 100 === 0 ? HUB : own(i)));
  return scriptsOf([...first, ...some(count, 3, own), ...some(count + 3, 3, () => HUB)]);
}

/** What something took: by the clock, and of this processor. */
type Cost = { readonly ms: number; readonly cpu: number };

async function measure(work: () => Promise<unknown>): Promise<Cost> {
  const [start, before] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(before);
  return { ms: performance.now() - start, cpu: (user + system) / 1_000 };
}

const middle = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

const both = (costs: readonly Cost[]): string =>
  `${middle(costs.map(({ ms }) => ms)).toFixed(1)} (${middle(costs.map(({ cpu }) => cpu)).toFixed(1)})`;

async function several(times: number, work: () => Promise<unknown>): Promise<string> {
  const costs: Cost[] = [];
  for (let turn = 0; turn < times; turn++) costs.push(await measure(work));
  return both(costs);
}

const gave = (id: string, more = ''): string =>
  `{ person(id: "${id}"${more}) { gave(first: 25) { nodes { name quantity evidence { claim { id } } } } } }`;

async function measureSize(size: number): Promise<readonly (string | number)[]> {
  const cypherDir = mkdtempSync(join(tmpdir(), 'attested-one-more-'));
  const put = (name: string, text: string) => writeFileSync(join(cypherDir, `${name}.cypher`), text);
  const store = await openEmpty();
  const load = () => loadGraph({ store, domain, cypherDir });
  const all = [...articles(size)];
  for (const [name, text] of all.slice(0, size)) put(name, text);
  const first = await several(1, load);
  const again = await several(3, load);
  const more: string[] = [];
  for (const from of [size, size + 3]) {
    const costs: Cost[] = [];
    for (const [name, text] of all.slice(from, from + 3)) {
      put(name, text);
      costs.push(await measure(load));
    }
    more.push(both(costs));
  }
  const execute = createExecute({ ...loadSchema(domain), store, limits: readConfig({}) });
  const questions = [
    gave('person:p7'),
    gave('person:p7', ', asOf: "2031-05-20"'),
    gave(HUB),
    gave(HUB, ', asOf: "2031-05-20"'),
  ];
  const answered: string[] = [];
  for (const question of questions) answered.push(await several(41, () => asked(execute, question)));
  if (store.engine === 'neo4j') await empty(store);
  await store.close();
  rmSync(cypherDir, { recursive: true });
  return [size, first, again, ...more, ...answered];
}

const HEAD = ['articles', 'all at once', 'looked at again', 'one more', 'one more of the hub'];
const ASKED = ['what somebody gave', 'as of a day', 'what the hub gave', 'as of a day'];
const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |\n`;

process.stdout.write('Milliseconds, in brackets those of the processor; the middle of several.\n\n');
process.stdout.write(line([...HEAD, ...ASKED]) + line([...HEAD, ...ASKED].map(() => '---:')));
for (const size of sizes) process.stdout.write(line(await measureSize(size)));
