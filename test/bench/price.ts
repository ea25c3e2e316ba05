import { parse } from 'graphql';
import { readConfig } from '../../src/config.ts';
import { createExecute } from '../../src/graphql/execute.ts';
import { loadSchema } from '../../src/graphql/schema.ts';
import { readDomain } from '../../src/model/domain/domain.ts';
import { openStore } from '../../src/store/open.ts';
import type { GraphStore, Statistics } from '../../src/store/store.ts';
import { workOf } from '../support/statement.ts';
import { loadGenerated } from './generate.ts';
import { fitted, type Named, others } from './operations.ts';

/**
 * Holds the price of work against the time that it takes: npm run bench:price. ELEMENTS says how large the graph is, GRAPH
 * names a file that holds one already. The best of five times counts, since others work on the machine too.
 */

const ELEMENTS = Number(process.env.ELEMENTS ?? 100_000);
const TIMES = 5;

type Priced = { readonly name: string; readonly rows: number; readonly most: string; readonly ms: number };

const { schema, mapping, sdl } = loadSchema(readDomain());
const limits = {
  ...readConfig({}),
  costMax: 10_000_000,
  workMax: Number.MAX_SAFE_INTEGER,
  queryTimeoutMs: 60_000,
};
const file = process.env.GRAPH ?? `.tmp/bench/price-${ELEMENTS}.grafeo`;
const store = await openStore({ url: `file:${file}` });
if (!process.env.GRAPH) await loadGenerated(store, { elements: ELEMENTS, seed: 7 });
const statistics = statisticsOf(store);
const execute = createExecute({ schema, mapping, sdl, store, limits });

/** How the graph is made up; files know it. */
function statisticsOf({ statistics }: GraphStore): Statistics {
  const found = statistics?.call(store);
  if (!found) throw new Error('the graph has no statistics');
  return found;
}

function operationOf(query: string) {
  const document = parse(query);
  const [operation] = document.definitions;
  if (operation?.kind !== 'OperationDefinition') throw new Error('no operation');
  return { document, operation };
}

async function measured([name, query]: Named): Promise<Priced> {
  const { document, operation } = operationOf(query);
  let best = Number.POSITIVE_INFINITY;
  for (let time = 0; time < TIMES && (time === 0 || best < 1_000); time += 1) {
    const started = performance.now();
    const { errors } = await execute({ document, operation, documentId: name, variables: {} });
    if (errors?.[0]) throw errors[0];
    best = Math.min(best, performance.now() - started);
  }
  return { name, ...workOf(query, statistics), ms: best };
}

function ranks(values: readonly number[]): readonly number[] {
  const sorted = [...values].sort((one, other) => one - other);
  return values.map((value) => (sorted.indexOf(value) + sorted.lastIndexOf(value)) / 2);
}

/** Spearman's coefficient: how far two orders are the same. */
function correlation(ones: readonly number[], others: readonly number[]): number {
  const [x, y] = [ranks(ones), ranks(others)];
  const mean = (x.length - 1) / 2;
  const sum = (of: (i: number) => number) => x.reduce((total, _, i) => total + of(i), 0);
  const [dx, dy] = [(i: number) => (x[i] ?? 0) - mean, (i: number) => (y[i] ?? 0) - mean];
  return sum((i) => dx(i) * dy(i)) / Math.sqrt(sum((i) => dx(i) ** 2) * sum((i) => dy(i) ** 2));
}

for (const [title, operations] of [
  ['fitted', fitted],
  ['others', others],
] as const) {
  const priced: Priced[] = [];
  for (const operation of operations) priced.push(await measured(operation));
  priced.sort((one, other) => one.ms - other.ms);
  for (const { name, rows, most, ms } of priced)
    console.log(
      `${ms.toFixed(1).padStart(9)} ms ${String(rows).padStart(10)} rows  ${name}, most of them ${most}`,
    );
  const found = correlation(
    priced.map(({ rows }) => rows),
    priced.map(({ ms }) => ms),
  );
  console.log(`${title}: ${priced.length} operations, rank correlation ${found.toFixed(3)}\n`);
}
await store.close();
