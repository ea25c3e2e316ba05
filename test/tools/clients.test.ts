import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import type { GraphStore } from '../../src/store/store.ts';
import { PUBLIC_URL, serviceOver, shareService } from '../export/service.ts';
import { NASTY } from '../export/tricky.ts';
import { describeNeo4j } from '../support/engines.ts';
import { classPath, describeJava, runJava, runMain } from './java.ts';
import { describePython, read, run } from './python.ts';

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const shared = shareService();

describeJava('OpenRefine', () => {
  test('its own client matches names that identify, leaves open those that do not, and adds columns', async () => {
    const libraries = await classPath('openrefine/pom.xml');
    const names = ['Kim Jong Un', 'vladimir putin', 'Kim', 'Nobody At All', '김정은', 'Lavrov, Sergei'];
    const spaces = [`${shared.url}/reconcile`, `${PUBLIC_URL}/id/`, `${PUBLIC_URL}/schema.graphql`, 'Person'];
    const out = await runJava(libraries, 'openrefine/Reconcile.java', [...spaces, ...names]);
    const lines = out.split('\n').filter((line) => line.startsWith('RESULT'));
    const results = lines.map((line) => line.split('\t').slice(1));
    expect(results).toEqual([
      ['Kim Jong Un', 'Matched', 'null', 'person:kim-jong-un=100.0'],
      ['vladimir putin', 'Matched', 'null', 'person:vladimir-putin=100.0'],
      ['Kim', 'None', 'null', 'person:kim-jong-un=80.0', 'person:kim-jong-il=80.0'],
      ['Nobody At All', 'None', 'null'],
      ['김정은', 'None', 'null', 'person:kim-jong-un=54.6', 'person:kim-jong-il=42.0'],
      ['Lavrov, Sergei', 'Matched', 'null', 'person:sergei-lavrov=100.0'],
    ]);
    const extended = out.split('\n').filter((line) => line.startsWith('EXTENDED'));
    expect(extended.map((line) => line.split('\t').slice(1))).toEqual([
      ['person:kim-jong-un', 'Person', 'Leader', 'country:kp'],
      ['person:sergei-lavrov', 'Person', 'Foreign Minister', 'country:ru'],
      ['person:vladimir-putin', 'Person', expect.any(String), 'country:ru'],
    ]);
  }, 240_000);
});

describeJava('cypher-shell', () => {
  describeNeo4j('loads graph.cypher', (open, server) => {
    test('without a word into an empty database, and whole', async () => {
      const store = await open();
      const { url, user, password } = server();
      const file = join(mkdtempSync(join(tmpdir(), 'attested-script-')), 'graph.cypher');
      writeFileSync(file, await (await fetch(`${shared.url}/export/graph.cypher`)).text());
      const credentials = user && password ? ['-u', user, '-p', password] : [];
      const shell = [await classPath('cypher-shell/pom.xml'), 'org.neo4j.shell.Main'] as const;
      const said = await runMain(...shell, ['-a', url, ...credentials, '--format', 'plain', '-f', file]);
      expect(said.trim()).toBe('');
      expect(await sizes(store)).toEqual(await sizes(shared.store));
      await store.write([{ text: 'MATCH (n) DETACH DELETE n', parameters: {} }]);
      await store.close();
    }, 300_000);
  });
});

/** How many nodes there are of each label, and relationships of each type. */
async function sizes(store: GraphStore): Promise<string[]> {
  const texts = [
    'MATCH (n) UNWIND labels(n) AS name RETURN name, count(*) AS n ORDER BY name',
    'MATCH ()-[r]->() RETURN type(r) AS name, count(*) AS n ORDER BY name',
  ];
  const rows = await Promise.all(texts.map((text) => store.read({ text, parameters: {} })));
  return rows.flat().map(({ name, n }) => `${name} ${n}`);
}

describePython('The Neo4j driver of Python', () => {
  describeNeo4j('reads what graph.cypher makes', (_open, server) => {
    test('nodes, relationships, and the starter queries of the documents', async () => {
      const { url: uri, user = 'neo4j', password = '' } = server();
      const seen = await read('neo4j_driver.py', shared.url, uri, user, password, at('docs/tools/neo4j.md'));
      const [nodes] = await shared.store.read({ text: 'MATCH (n) RETURN count(n) AS n', parameters: {} });
      const [edges] = await shared.store.read({
        text: 'MATCH ()-[r]->() RETURN count(r) AS n',
        parameters: {},
      });
      expect(seen).toMatchObject({ nodes: nodes?.n, relationships: edges?.n, nasty: NASTY, texts: 0 });
      expect(seen.gifts).toContainEqual({
        giver: 'Vladimir Putin',
        gift: 'space-suit glove',
        recipient: 'Kim Jong-un',
      });
      expect(seen.starters.length).toBeGreaterThan(4);
      expect(Math.min(...seen.starters)).toBeGreaterThan(0);
    }, 300_000);
  });
});

describePython('The notebook', () => {
  const path = at('docs/notebooks/what-did-putin-give-kim.ipynb');
  // The graph of the document, without the tricky things of the other tests.
  const plain = shareService(serviceOver, false);

  test('runs from top to bottom, and shows what it is stored with', async () => {
    const seen = await read('notebook.py', path, plain.url);
    expect(seen.errors).toEqual([]);
    expect(seen.shown).toEqual(seen.stored);
    expect(seen.shown.join('\n')).toContain('space-suit glove');
    expect(seen.pictures).toBe(1);
  }, 240_000);

  test('holds nothing of the machine that ran it last', () => {
    const stored = readFileSync(path, 'utf8');
    expect(stored).toContain('"image/png"');
    expect(stored.replace(/"image\/png": "[^"]*"/g, '')).not.toMatch(
      /\/(home|root|tmp|usr|Users|work)\/|:\d{5}\b/,
    );
  });
});

test('graphql-codegen makes types of the served schema that the compiler takes', async () => {
  mkdirSync(at('.tmp'), { recursive: true });
  const folder = mkdtempSync(at('.tmp/codegen-'));
  writeFileSync(join(folder, 'schema.graphql'), await (await fetch(`${shared.url}/schema.graphql`)).text());
  const questions = ['gifts-between', 'events-of', 'facts-about'].map((name) =>
    at(`docs/questions/${name}.graphql`),
  );
  const config = {
    schema: join(folder, 'schema.graphql'),
    documents: questions,
    // The two write the same enumerations, so that each has a file of its own.
    generates: {
      [join(folder, 'types.ts')]: { plugins: ['typescript-operations'] },
      [join(folder, 'schema.ts')]: { plugins: ['typescript'] },
    },
  };
  writeFileSync(join(folder, 'codegen.json'), JSON.stringify(config));
  await run('npx', ['graphql-codegen', '--config', join(folder, 'codegen.json')]);
  const use = `import type { GiftsBetweenQuery } from './types.ts';
export const names = (answer: GiftsBetweenQuery): string[] => answer.gifts.nodes.map((gift) => gift.name);
`;
  writeFileSync(join(folder, 'use.ts'), use);
  expect(readFileSync(join(folder, 'types.ts'), 'utf8')).toContain('export type GiftsBetweenQuery');
  const options = [
    '--noEmit',
    '--strict',
    '--allowImportingTsExtensions',
    '--skipLibCheck',
    '--ignoreConfig',
  ];
  await run('npx', ['tsc', ...options, join(folder, 'use.ts'), join(folder, 'schema.ts')]);
}, 120_000);
