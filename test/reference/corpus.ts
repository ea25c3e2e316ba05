import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** The scripts of owners in a folder; those that are printed from the schema say nothing. */
function ownersIn(folder: string): readonly (readonly [string, string])[] {
  const scripts = readdirSync(folder).filter((name) => /^[1-8].*\.cypher$/.test(name));
  return scripts.map((name) => [name.replace('.cypher', ''), readFileSync(`${folder}${name}`, 'utf8')]);
}

/** All scripts that make the graph of the tests, by their names: the corpus, then made-up articles. */
export function corpusScripts(): ReadonlyMap<string, string> {
  return new Map(['../../cypher/', './world/'].map(path).flatMap(ownersIn));
}

/** The text of the public schema. */
export function schemaText(): string {
  return readFileSync(path('../../docs/schema.graphql'), 'utf8');
}
