import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { describe, expect, test } from '@jest/globals';

/** What each folder of src/ may import besides itself; a file at the top counts as a folder of its own. */
const allowed: { readonly [folder: string]: readonly string[] } = {
  'errors.ts': [],
  'setting.ts': [],
  'limits.ts': ['setting.ts'],
  'admission.ts': ['errors.ts'],
  'config.ts': ['errors.ts', 'limits.ts', 'setting.ts'],
  cypher: ['errors.ts'],
  model: ['cypher', 'errors.ts'],
  store: ['errors.ts'],
  compile: ['cypher', 'errors.ts', 'model', 'store'],
  facts: ['model'],
  script: ['facts', 'model'],
  article: ['errors.ts', 'facts', 'model', 'script'],
  corpus: ['errors.ts', 'article', 'facts', 'load', 'model', 'script', 'store'],
  load: ['errors.ts', 'article', 'facts', 'model', 'script', 'store'],
  convert: ['errors.ts', 'facts', 'load', 'model', 'script', 'store'],
  graphql: ['admission.ts', 'errors.ts', 'limits.ts', 'model', 'store', 'compile'],
  export: ['admission.ts', 'errors.ts', 'model', 'store', 'graphql'],
  tables: ['errors.ts', 'limits.ts', 'model', 'store', 'graphql', 'export'],
  mcp: ['errors.ts', 'limits.ts', 'model', 'graphql', 'export'],
  rdf: ['model', 'export'],
  dossier: ['model', 'export'],
  tools: [
    'admission.ts',
    'errors.ts',
    'limits.ts',
    'model',
    'store',
    'graphql',
    'export',
    'rdf',
    'dossier',
    'tables',
    'mcp',
  ],
  news: ['model', 'graphql', 'export', 'tables', 'mcp'],
};

/** What nobody but these files may import. */
const reserved: { readonly [file: string]: readonly string[] } = {
  'store/grafeo.ts': ['store/open.ts', 'store/file.ts', 'store/sealed.ts', 'store/engine/child.ts'],
  'store/file.ts': ['store/open.ts'],
  'store/neo4j.ts': ['store/open.ts'],
  'store/open.ts': ['main.ts'],
  'config.ts': ['main.ts', 'command.ts'],
  'main.ts': [],
};

type Import = { readonly from: string; readonly to: string; readonly value: boolean };

/** The sources below a folder; the pages, which import nothing of the service, are a house of their own. */
function sources(folder = 'src'): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'explorer' ? [] : sources(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

const IMPORT = /^(?:import|export)\s+(type\s)?[^;]*?from '(\.[^']+)'|import\('(\.[^']+)'\)/gm;

function importsOf(file: string): Import[] {
  return [...readFileSync(file, 'utf8').matchAll(IMPORT)].map((found) => ({
    from: relative('src', file),
    to: posix.join(dirname(relative('src', file)), found[2] ?? found[3] ?? ''),
    value: found[1] === undefined,
  }));
}

const imports: readonly Import[] = sources().flatMap(importsOf);
const importsOfPages: readonly Import[] = sources('src/explorer').flatMap(importsOf);

const folderOf = (file: string) => file.split('/')[0] ?? file;

describe('imports', () => {
  test('are found at all', () => {
    expect(imports.length).toBeGreaterThan(100);
  });

  test.each(Object.keys(allowed))('of %s point one way', (folder) => {
    const own = imports.filter(({ from, to }) => folderOf(from) === folder && folderOf(to) !== folder);
    const wrong = own.filter(({ to }) => !allowed[folder]?.includes(folderOf(to)));
    expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  test.each(['compile', 'graphql', 'load', 'convert', 'export', 'tables', 'server'])(
    'of %s see nothing of the store but its port',
    (folder) => {
      const wrong = imports.filter(
        ({ from, to }) => folderOf(from) === folder && folderOf(to) === 'store' && to !== 'store/store.ts',
      );
      expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
    },
  );

  test.each(Object.entries(reserved))('of %s stand only in %j', (file, importers) => {
    const found = imports.filter(({ from, to, value }) => to === file && value && !importers.includes(from));
    expect(found.map(({ from }) => from)).toEqual([]);
  });

  test('make no cycle, those of types alone counted too', () => {
    const graph = new Map<string, string[]>();
    for (const { from, to } of [...imports, ...importsOfPages]) {
      graph.set(from, [...(graph.get(from) ?? []), to]);
    }
    const done = new Set<string>();
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) throw new Error(`a cycle: ${[...path, file].join(' → ')}`);
      if (done.has(file)) return;
      for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
      done.add(file);
    };
    for (const file of graph.keys()) visit(file, []);
  });

  test('meet no default export', () => {
    const own = sources().filter((file) => /^export default/m.test(readFileSync(file, 'utf8')));
    expect(own).toEqual([]);
  });
});

test('the map tells of every folder and file of src/', () => {
  const map = readFileSync('src/README.md', 'utf8');
  const there = readdirSync('src', { withFileTypes: true }).filter(({ name }) => name !== 'README.md');
  const names = there.map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name));
  expect(names.filter((name) => !map.includes(`| \`${name}\``))).toEqual([]);
});

describe('files', () => {
  test('have at most 400 lines', () => {
    const long = sources().filter((file) => readFileSync(file, 'utf8').split('\n').length > 400);
    expect(long).toEqual([]);
  });
});
