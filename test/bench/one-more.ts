import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadGraph } from '../../src/load/load.ts';
import { openStore } from '../../src/store/open.ts';
import type { GraphStore } from '../../src/store/store.ts';
import { scriptsOf } from '../facts/told.ts';
import { domain } from '../support/load.ts';

/**
 * What one more article costs, among ever more: reading all scripts to see which are new, and writing what follows from it.
 * In Grafeo, or on the server without a password at NEO4J_URI, which must be empty and is left so.
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

/** Articles that tell of three givings each; every hundredth of the same people. */
function articles(count: number): ReadonlyMap<string, string> {
  const reports = Array.from({ length: count }, (_, i) => {
    const [giver, gift] = [`person:p${i % 100 === 0 ? 0 : i}`, `gift:g${i}`];
    return `${1 + (i % 28)} May, Paper ${i % 50}: ${gift} happens; ${gift} quantity ${i % 7}; ${giver} GAVE ${gift}`;
  });
  return scriptsOf(reports);
}

for (const size of sizes) {
  const cypherDir = mkdtempSync(join(tmpdir(), 'attested-one-more-'));
  const put = (name: string, text: string) => writeFileSync(join(cypherDir, `${name}.cypher`), text);
  const store = await openEmpty();
  let elements = 0;
  const timed = async () => {
    const report = await loadGraph({ store, domain, cypherDir });
    elements = report.nodeCount + report.relationshipCount;
    return report.ms;
  };
  const all = [...articles(size + 3)];
  for (const [name, text] of all.slice(0, size)) put(name, text);
  const first = await timed();
  const rate = Math.round((elements / first) * 1_000);
  const again = await timed();
  const more: number[] = [];
  for (const [name, text] of all.slice(size)) {
    put(name, text);
    more.push(await timed());
  }
  const ms = more.sort((a, b) => a - b)[1];
  process.stdout.write(
    `${size} articles: loaded in ${first} ms (${rate} elements a second), looked at again in ${again} ms, one more in ${ms} ms\n`,
  );
  if (store.shared) await empty(store);
  await store.close();
  rmSync(cypherDir, { recursive: true });
}
