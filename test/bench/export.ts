import { openStore } from '../../src/store/open.ts';
import { fill, measure } from '../export/measure.ts';

/** Writes graphs of growing size as files, to see that the memory for it does not grow with them. */

const words = process.argv.slice(2);
const sizes = words.filter((word) => /^\d+$/.test(word)).map(Number);
const files = words.filter((word) => !/^\d+$/.test(word));

for (const size of sizes.length > 0 ? sizes : [100_000, 1_000_000]) {
  const store = await openStore({ url: 'memory:' });
  await fill(store, size);
  const rss = Math.round(process.memoryUsage().rss / 1_000_000);
  process.stdout.write(`a graph of ${size} relationships: the process has ${rss} MB\n`);
  for (const file of files.length > 0 ? files : ['graph.gexf', 'graph.graphml', 'edges.csv']) {
    process.stdout.write(`${JSON.stringify(await measure(store, file))}\n`);
  }
  await store.close();
}
