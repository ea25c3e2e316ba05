import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readVocabulary } from '../../src/facts/vocabulary.ts';
import { type LoadReport, loadGraph } from '../../src/load/load.ts';
import { readDomain } from '../../src/model/domain/domain.ts';
import type { GraphStore } from '../../src/store/store.ts';

/** The domain of the package, and what can be said in it. */
export const domain = readDomain();
export const vocabulary = readVocabulary(domain);

/** Loads scripts by their names, as if they lay in one folder; the articles that they are no longer among go. */
export async function loadScripts(
  store: GraphStore,
  scripts: ReadonlyMap<string, string>,
): Promise<LoadReport> {
  const cypherDir = mkdtempSync(join(tmpdir(), 'attested-'));
  try {
    writeFileSync(join(cypherDir, '00-schema.cypher'), '');
    for (const [name, text] of scripts) writeFileSync(join(cypherDir, `${name}.cypher`), text);
    return await loadGraph({ store, domain, cypherDir, prune: true });
  } finally {
    rmSync(cypherDir, { recursive: true });
  }
}

/** Loads what owners of the package wrote, and among them one more script: a file under the name that it is loaded by. */
export function loadBeside(
  store: GraphStore,
  [name, file]: readonly [name: string, file: string],
): Promise<LoadReport> {
  const owners = readdirSync('cypher').filter((script) => /^[1-8].*\.cypher$/.test(script));
  const scripts = owners.map((script): [string, string] => [
    script.replace('.cypher', ''),
    readFileSync(join('cypher', script), 'utf8'),
  ]);
  return loadScripts(store, new Map([...scripts, [name, readFileSync(file, 'utf8')]]));
}
