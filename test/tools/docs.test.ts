import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import powerQuery from '@microsoft/powerquery-parser';
import type { GraphStore } from '../../src/store/store.ts';
import { formats } from '../../src/tools/formats.ts';
import { domainOver } from '../export/domain.ts';
import { parseCsv } from '../export/readings.ts';
import { serviceOver, shareService } from '../export/service.ts';
import { describePython, describeWith, has, read, run } from './python.ts';

const folder = fileURLToPath(new URL('../../docs/tools/', import.meta.url));
const pages = new Map(readdirSync(folder).map((name) => [name, readFileSync(`${folder}${name}`, 'utf8')]));
const all = [...pages.values()].join('\n');

const shared = shareService(serviceOver, false);

test('every file and table is told of', () => {
  const named = [...Object.keys(formats), ...Object.keys(domainOver({} as GraphStore).tables)];
  expect(named.filter((name) => !all.includes(name))).toEqual([]);
});

test('every page stands in the list, and every page of the list is there', () => {
  const listed = [...(pages.get('README.md') ?? '').matchAll(/\]\(([\w.-]+\.md)\)/g)].map(([, name]) => name);
  const there = [...pages.keys()].filter((name) => name.endsWith('.md') && name !== 'README.md');
  expect([...new Set(listed)].sort()).toEqual(there.sort());
});

const addresses = [
  ...all.matchAll(/(?:http:\/\/127\.0\.0\.1:4000|your\.service)(\/(?:export|tables|q|id)\/[^\s"'`<>)…]+)/g),
];

test.each([...new Set(addresses.map(([, path]) => path ?? ''))])('%s answers', async (path) => {
  const { statusCode, body } = await shared.get(path);
  expect([statusCode, body.length > 0]).toEqual([200, true]);
});

/** The tables that pages show under an address: some columns of some rows, in their order. */
const shown = [...pages].flatMap(([name, text]) =>
  [...text.matchAll(/```csv\n(.*?)```/gs)].map(({ 1: body = '', index }) => {
    const before = [...text.slice(0, index).matchAll(/http:\/\/127\.0\.0\.1:4000(\/\S+\.csv[^\s"]*)/g)];
    return [name, before.at(-1)?.[1] ?? '', body] as const;
  }),
);

test('some pages show tables', () => {
  expect(shown.length).toBeGreaterThan(2);
});

test.each(shown)('%s shows what %s answers', async (_name, path, body) => {
  const rows = parseCsv((await shared.get(path)).body);
  const wanted = parseCsv(body.replaceAll('\n', '\r\n'));
  const columns = Object.keys(wanted[0] ?? {});
  const picked = rows.map((row) => JSON.stringify(columns.map((name) => row[name])));
  const found = wanted.map((row) => picked.indexOf(JSON.stringify(columns.map((name) => row[name]))));
  expect(found).not.toContain(-1);
  expect(found).toEqual([...found].sort((a, b) => a - b));
});

const operations = [...all.matchAll(/Query = "(\{.*\})"|query `(\{.*?\})`/g)].map(
  ([, m, words]) => m ?? words ?? '',
);

test('the GraphQL of the pages is answered', async () => {
  expect(operations).toHaveLength(2);
  for (const query of operations) {
    const response = await fetch(`${shared.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    const { data, errors } = (await response.json()) as { data: object; errors?: object };
    expect([errors, Object.keys(data)]).toEqual([undefined, [expect.stringMatching(/^(gifts|timeline)$/)]]);
  }
});

test('the numbers of the pages are those of the graph', async () => {
  const { headers } = await shared.get('/export/graph.gexf');
  const counts = `${headers['x-node-count']} nodes and ${headers['x-edge-count']} edges`;
  const said = [...all.matchAll(/\d+ nodes and \d+ edges/g)].map(([words]) => words);
  expect(new Set(said)).toEqual(new Set([counts]));
  const { events } = JSON.parse((await shared.get('/export/timeline.json')).body) as { events: object[] };
  expect(events).toHaveLength(11);
});

describePython('The Python of the pages', () => {
  test('runs, and gives what they say', async () => {
    const named = ['clients.md', 'graphml.md', 'rdf.md', 'tables.md'].map((name) => `${folder}${name}`);
    const seen = await read('samples.py', shared.url, ...named);
    expect(pages.get('clients.md')).toContain(seen['clients.md 0'].trim());
    expect(seen['graphml.md']).toEqual({ g: [57, 115] });
    expect(seen['rdf.md 0'].match(/rdflib\.term\.Literal\('Kim Jong-un'/g)).toHaveLength(3);
    expect(seen['rdf.md 1']).toMatch(/\| Vladimir Putin \| \S+\/id\/sentence\/oo-20230918\/\d/);
    expect(seen['tables.md']).toEqual({ gifts: 3, edges: 115 });
    expect(seen['tables.md sql 0']).toBe(115);
  }, 120_000);
});

/** The samples of a language, with the page each stands on. */
const samples = (language: string) =>
  [...pages].flatMap(([name, text]) =>
    [...text.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gs'))].map(
      ({ 1: code = '' }) => [name, code] as const,
    ),
  );

describeWith({ name: 'R with igraph and readr', present: hasR() }, 'The R of the pages', () => {
  test.each(samples('r'))(
    '%s runs in R, and gives what the page says',
    async (name, code) => {
      const cwd = mkdtempSync(join(tmpdir(), 'attested-r-'));
      const graphml = await shared.get('/export/graph.graphml');
      writeFileSync(join(cwd, 'graph.graphml'), graphml.body);
      const counted = 'cat(igraph::gorder(graph), igraph::gsize(graph), igraph::is_directed(graph))';
      writeFileSync(
        join(cwd, 'sample.r'),
        `${code.replaceAll('http://127.0.0.1:4000', shared.url)}\n${counted}\n`,
      );
      const out = await run('Rscript', ['sample.r'], { cwd });
      expect([name, out.trim().split('\n').at(-1)]).toEqual([name, '57 115 TRUE']);
    },
    60_000,
  );
});

function hasR(): boolean {
  return has('Rscript', ['-e', 'stopifnot(requireNamespace("igraph"), requireNamespace("readr"))']);
}

test.each(samples('m'))('the Power Query of %s is read by its own parser', async (_name, code) => {
  const { DefaultSettings, TaskUtils } = powerQuery;
  const task = await TaskUtils.tryLexParse(DefaultSettings, code);
  expect([task.resultKind, TaskUtils.isParseStageOk(task)]).toEqual(['Ok', true]);
  const broken = await TaskUtils.tryLexParse(DefaultSettings, code.replace('in\n', ''));
  expect(TaskUtils.isParseStageOk(broken)).toBe(false);
  // The columns that it names are those of the table.
  const path = /127\.0\.0\.1:4000(\/tables\/\S+?\.csv)/.exec(code)?.[1];
  if (path === undefined) return;
  const [row = {}] = parseCsv((await shared.get(path)).body);
  const named = [...code.matchAll(/\{"(\w+)", /g)].map(([, column]) => column);
  expect(named.length).toBeGreaterThan(2);
  expect(named.filter((column) => !(String(column) in row))).toEqual([]);
});

test('every language of a sample is one that is run, or is told to be none', () => {
  const languages = [...all.matchAll(/^```(\w+)$/gm)].map(([, name]) => name ?? '');
  const known = ['python', 'csv', 'cypher', 'html', 'json', 'r', 'sql', 'm'];
  expect(languages.filter((name) => !known.includes(name))).toEqual([]);
});
