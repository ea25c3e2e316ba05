import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

const CYPHER = path('../../cypher/');

/** The single statements of a script: comments gone, each ended by a semicolon at the end of its line. */
function statementsOf(script: string): readonly string[] {
  return script
    .replace(/^\s*\/\/.*$/gm, '')
    .split(/;\s*$/m)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}

/** All statements that make the graph of the tests: the corpus, then the made-up article, then what follows from both. */
export function corpusStatements(): readonly string[] {
  const scripts = readdirSync(CYPHER).filter((name) => name.endsWith('.cypher'));
  const read = (names: readonly string[]) => names.map((name) => readFileSync(`${CYPHER}${name}`, 'utf8'));
  const [texts, derived] = [(name: string) => name < '9', (name: string) => name >= '9'].map((belongs) =>
    read(scripts.filter(belongs).sort()),
  );
  const world = readFileSync(path('./world.cypher'), 'utf8');
  return [...(texts ?? []), world, ...(derived ?? [])].flatMap(statementsOf);
}

/** The text of the public schema. */
export function schemaText(): string {
  return readFileSync(path('../../docs/schema.graphql'), 'utf8');
}
