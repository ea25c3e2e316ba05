import { openStore } from '../../src/store/open.ts';
import { fill, measure } from '../export/measure.ts';

/** Writes graphs of growing size as files, to see that memory does not grow with them. */
const sizes = process.argv.slice(2).map(Number);
for (const size of sizes.length > 0 ? sizes : [100_000, 1_000_000]) {
  const store = await openStore({ url: 'memory:' });
  const started = performance.now();
  await fill(store, size);
  const rss = Math.round(process.memoryUsage().rss / 1_000_000);
  process.stdout.write(
    `graph of ${size} relationships made in ${Math.round((performance.now() - started) / 1000)} s, process ${rss} MB\n`,
  );
  for (const format of ['graph.gexf', 'graph.graphml'])
    process.stdout.write(`${JSON.stringify(await measure(store, format))}\n`);
  await store.close();
}
