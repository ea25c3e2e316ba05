import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reader } from '../../src/store/store.ts';
import { peopleScript } from '../support/rows.ts';

/** Folders of scripts that differ in one person, so that it shows which of them a graph was made from. */
export function makeCorpora(folder: string): { readonly a: string; readonly b: string; readonly c: string } {
  const make = (name: string) => {
    const to = join(folder, name);
    mkdirSync(to, { recursive: true });
    cpSync('cypher', to, { recursive: true });
    const mark = peopleScript('mark', [{ id: 'person:mark', name: `Mark of ${name}` }]);
    writeFileSync(join(to, '85-mark.cypher'), mark);
    return to;
  };
  return { a: make('a'), b: make('b'), c: make('c') };
}

/** All that a graph holds, in order, but the times at which it was made. */
export async function dump(store: Reader): Promise<string> {
  const read = (text: string) => store.read({ text, parameters: {} });
  const nodes = await read('MATCH (n) RETURN labels(n) AS labels, properties(n) AS p');
  const edges = await read(
    'MATCH (a)-[r]->(b) RETURN type(r) AS type, coalesce(a.id, a.key) AS a, coalesce(b.id, b.key) AS b, properties(r) AS p',
  );
  const lines = [...nodes, ...edges].map((row) =>
    JSON.stringify(row, (key, value) => (key === 'recordedAt' ? undefined : sorted(value))),
  );
  return lines.sort().join('\n');
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
