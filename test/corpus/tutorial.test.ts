import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readConfig } from '../../src/config.ts';
import { createExecute } from '../../src/graphql/execute.ts';
import { loadSchema } from '../../src/graphql/schema.ts';
import { loadGraph } from '../../src/load/load.ts';
import { readDomain, scriptFolders } from '../../src/model/domain/domain.ts';
import { openStore } from '../../src/store/open.ts';
import { asked } from '../support/asked.ts';
import { build } from '../support/borrow.ts';

/** docs/tutorial.md, step by step, as a newcomer would go: its commands, its files, its answers. */

const FENCE = /^```(\w+)\n([\s\S]*?)^```$/gm;
const blocks = [...readFileSync('docs/tutorial.md', 'utf8').matchAll(FENCE)].map(
  ([, kind = '', text = '']) => ({
    kind,
    text,
  }),
);
const block = (kind: string, at = 0) => blocks.filter((one) => one.kind === kind)[at]?.text ?? '';

const folder = mkdtempSync(join(tmpdir(), 'attested-tutorial-'));
const corpus = join(folder, 'my-corpus');
const program = resolve('dist/main.js');
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs a line as a shell would, in a folder. */
function run(line: string, cwd: string): string {
  const [name, ...words] = line.trim().split(' ');
  if (name !== 'attested') throw new Error(`no command of ours: ${line}`);
  return execFileSync(process.execPath, [program, ...words], { cwd, encoding: 'utf8', stdio: 'pipe' });
}

describe('the tutorial', () => {
  beforeAll(build, 120_000);

  test('makes a folder and a draft of the text', () => {
    run(block('sh', 0), folder);
    writeFileSync(join(corpus, 'storm.txt'), block('text'));
    const told = run(block('sh', 1), corpus);
    expect(told).toMatch(/wrote .*kd-20310503\.quotes\.yaml/);
    const draft = readFileSync(join(corpus, 'kd-20310503.quotes.yaml'), 'utf8');
    expect(draft).toMatch(/^ {2}person:ola-kern: Ola Kern # check: /m);
    expect(draft).toMatch(/day: 2031-05-02 text "on Friday"/);
  });

  test('has a file that is right, in its order', () => {
    writeFileSync(join(corpus, 'kd-20310503.quotes.yaml'), block('yaml'));
    expect(run(block('sh', 2), corpus)).toBe(block('console'));
    expect(run('attested format', corpus)).toBe('All files are in their order.\n');
  });

  test('asks the graph, and is answered as it says', async () => {
    const domain = readDomain(undefined, [corpus]);
    const store = await openStore({ url: 'memory:' });
    await loadGraph({ store, domain, cypherDir: scriptFolders(domain), corpusDirs: [corpus] });
    const execute = createExecute({ ...loadSchema(domain), store, limits: readConfig({}) });
    expect(await asked(execute, block('graphql'))).toEqual(JSON.parse(block('json')));
    await store.close();
  });

  test('packs and compiles it', () => {
    const [pack = '', compile = ''] = block('sh', 4).trim().split('\n');
    expect(run(pack, corpus)).toMatch(/wrote .*kd-20310503\.yaml/);
    expect(run(compile, corpus)).toMatch(/^\/\/ 20-kd-20310503: what article:kd-20310503 says\.$/m);
  });
});

describe('the example corpus', () => {
  const harbour = resolve('examples/harbour');

  test('is right and in its order', () => {
    expect(run('attested check', harbour)).toBe('5 articles: 0 errors, 0 to judge.\n');
    expect(run('attested format', harbour)).toBe('All files are in their order.\n');
  });

  test('shows a correction, a denial, a finer date and another script', async () => {
    const domain = readDomain(undefined, [harbour]);
    const store = await openStore({ url: 'memory:' });
    await loadGraph({ store, domain, cypherDir: scriptFolders(domain), corpusDirs: [harbour] });
    const execute = createExecute({ ...loadSchema(domain), store, limits: readConfig({}) });
    const answer = await asked(
      execute,
      `{
        looms: gifts(where: { id: { eq: "gift:2031-lundeen-venn-looms" } }) { nodes { quantity } }
        base: facts(about: "event:2031-toru-base") { nodes { predicate agreement { verdict } } }
        visit: event(id: "event:2031-reyk-visit") { status date { edtf } }
        compass: gifts(to: "Лундин") { nodes { name evidence { text } } }
      }`,
    );
    expect(answer).toMatchObject({
      looms: { nodes: [{ quantity: 1 }] },
      visit: { status: 'OCCURRED', date: { edtf: '2031-05-08' } },
      compass: {
        nodes: expect.arrayContaining([
          { name: 'brass compass', evidence: [{ text: 'Рейк подарил ему медный компас' }] },
        ]),
      },
    });
    const happens = answer.base.nodes.find((one: { predicate: string }) => one.predicate === 'happens');
    expect(happens.agreement.verdict).toBe('DISPUTED');
    await store.close();
  });
});
