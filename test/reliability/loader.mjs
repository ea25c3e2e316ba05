/**
 * Loads corpora into one graph file in turn, for as long as it lives, and acknowledges each by its letter on standard
 * output: node loader.mjs FILE FOLDER_A FOLDER_B …
 */
import { loadGraph } from '../../dist/load/load.js';
import { readDomain } from '../../dist/model/domain/domain.js';
import { openStore } from '../../dist/store/open.js';

const [path, ...folders] = process.argv.slice(2);
const store = await openStore({ url: `file:${path}` });
const domain = readDomain();
process.stdout.write('open\n');
for (let i = 0; ; i++) {
  await loadGraph({ store, domain, cypherDir: folders[i % folders.length], rebuild: true });
  process.stdout.write(`${'abc'[i % folders.length]}\n`);
}
