import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { readConfig, settings } from '../src/config.ts';
import { errorCodes } from '../src/errors.ts';
import { createExecute } from '../src/graphql/execute.ts';
import { loadSchema } from '../src/graphql/schema.ts';
import { loadGraph } from '../src/load/load.ts';
import { readDomain } from '../src/model/domain/domain.ts';
import { graphqlCodes } from '../src/server/graphql-errors.ts';
import { openStore } from '../src/store/open.ts';
import type { GraphStore } from '../src/store/store.ts';
import { domain } from './support/load.ts';

const read = (path: string) => readFileSync(path, 'utf8');

/** The rows of all tables of a document, each as its cells. */
function rows(path: string): string[][] {
  const lines = read(path)
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  return lines.map((line) => line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '').trim()));
}

const bare = (cell: string | undefined) => cell?.replaceAll('`', '');

describe('docs/settings.md', () => {
  test('says what the table of settings says, in its order', () => {
    const documented = rows('docs/settings.md').map(([name, fallback, help]) => [
      bare(name),
      bare(fallback),
      help,
    ]);
    const known = Object.values(settings).map((item) => [item.name, item.default, item.help]);
    expect(documented).toEqual(known);
  });
});

describe('docs/errors.md', () => {
  const documented = rows('docs/errors.md');

  test('has every code with its statuses, in the order of the table, and no other', () => {
    const ours = documented.slice(0, Object.keys(errorCodes).length);
    const known = Object.entries(errorCodes).map(([code, { status, exit }]) => [
      code,
      `${status}`,
      `${exit}`,
    ]);
    expect(ours.map(([code, status, exit]) => [bare(code), status, exit])).toEqual(known);
    const rest = documented.slice(known.length).map(([code]) => bare(code));
    expect(rest).toEqual([...graphqlCodes]);
  });

  test('has a cause and a remedy for each', () => {
    for (const cells of documented) {
      for (const sentence of cells.slice(-2)) expect(sentence).toMatch(/^[`/A-Z].*\.$/);
    }
  });
});

describe('src/README.md', () => {
  const map = read('src/README.md');

  test('names every folder and file of src/', () => {
    const entries = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.name !== 'README.md');
    const names = entries.map((entry) => (entry.isDirectory() ? `\`${entry.name}/\`` : `\`${entry.name}\``));
    const mapped = rows('src/README.md').map(([name]) => name);
    expect(names.filter((name) => !mapped.includes(name))).toEqual([]);
  });

  test('names only files that are there', () => {
    const named = [...map.matchAll(/\b(?:graphql|compile|store|model|load|server)\/[\w-]+\.ts\b/g)];
    const missing = named.map(([path]) => path).filter((path) => !fileExists(`src/${path}`));
    expect(missing).toEqual([]);
  });

  test('is short enough to be read', () => {
    expect(map.split('\n').length).toBeLessThanOrEqual(85);
  });
});

function fileExists(path: string): boolean {
  const cut = path.lastIndexOf('/');
  return readdirSync(path.slice(0, cut)).includes(path.slice(cut + 1));
}

/** The blocks of a document in one language. */
function blocks(path: string, language: string): string[] {
  const found = read(path).matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'));
  return [...found].map(([, text]) => text ?? '');
}

describe('README.md', () => {
  let store: GraphStore;
  beforeAll(async () => {
    store = await openStore({ url: 'memory:' });
    // What a clean clone has: the scripts, and no text of any article.
    await loadGraph({ domain, store, cypherDir: 'cypher' });
  });
  afterAll(() => store.close());

  test('gives to each question the answer that the service gives', async () => {
    const schema = loadSchema(readDomain());
    const execute = createExecute({ ...schema, store, limits: readConfig({}) });
    const questions = blocks('README.md', 'graphql');
    const answers = blocks('README.md', 'json').map((text) => JSON.parse(text));
    expect(questions.length).toBeGreaterThan(0);
    for (const [index, question] of questions.entries()) {
      const document = parse(question);
      const [operation] = document.definitions;
      if (operation?.kind !== 'OperationDefinition') throw new Error('a sample that is no operation');
      const { data } = await execute({ document, operation, documentId: question, variables: {} });
      expect(JSON.parse(JSON.stringify({ data }))).toEqual(answers[index]);
    }
    expect(answers).toHaveLength(questions.length);
  });

  test('has two commands, and package.json has what they run', () => {
    const commands = blocks('README.md', 'sh').filter((text) => text.startsWith('npm'));
    expect(commands).toEqual(['npm ci && npm start\n', 'npm ci && npm test\n']);
    const { scripts } = JSON.parse(read('package.json'));
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(['start', 'test', 'load']));
  });

  test.each(['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'docs/errors.md'])(
    '%s links to files that are there',
    (path) => {
      const folder = path.includes('/') ? path.replace(/[^/]*$/, '') : './';
      const targets = [...read(path).matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(
        ([, target]) => `${folder}${target}`,
      );
      for (const target of targets) expect(() => readdirOrFile(target)).not.toThrow();
    },
  );
});

function readdirOrFile(path: string): unknown {
  return path.endsWith('/') ? readdirSync(path) : readFileSync(path);
}

test('schema.graphql has no type, field or argument value without a description', () => {
  const { schema } = loadSchema(readDomain());
  const types = Object.values(schema.getTypeMap()).filter((type) => type.astNode);
  const silent = types.flatMap((type) => {
    const members = 'getFields' in type ? Object.values(type.getFields()) : [];
    const values = 'getValues' in type ? type.getValues() : [];
    const own = type.description ? [] : [type.name];
    return [
      ...own,
      ...[...members, ...values].filter((m) => !m.description).map((m) => `${type.name}.${m.name}`),
    ];
  });
  expect(silent).toEqual([]);
});
