import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { PUBLIC_URL, shareService } from '../export/service.ts';
import { NASTY_KEPT } from '../export/tricky.ts';
import { describePython, read, run } from './python.ts';

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const shared = shareService();

describePython('FollowTheMoney', () => {
  test('every entity is valid and nothing is lost on the way in', async () => {
    const seen = await read('ftm.py', shared.url);
    expect(seen).toMatchObject({ invalid: [], lost: [], dangling: [], missing: [], duplicates: 0 });
    expect(seen.schemata).toMatchObject({
      Person: 8,
      Article: 2,
      Territory: 5,
      Event: 33,
      Asset: 4,
      Position: 3,
      Occupancy: 3,
    });
    expect(seen.links).toContainEqual(['person.vladimir-putin', 'gave', 'gift.2023-putin-kim-rifle']);
    expect(seen.links).toContainEqual(['gift.2023-putin-kim-rifle', 'given to', 'person.kim-jong-un']);
    expect(seen.dates).toMatchObject({ GAVE: ['date'] });
    // Only what everybody knows has no proof.
    expect(seen.unproved).toHaveLength(2);
  });
});

describePython('rdflib', () => {
  test('Turtle, JSON-LD and TriG say the same, in known words', async () => {
    const seen = await read('rdf.py', shared.url, PUBLIC_URL);
    expect(seen).toMatchObject({
      isomorphic: true,
      'trig is turtle': true,
      unknown: [],
      'ill typed': [],
      one: true,
      name: NASTY_KEPT,
      ko: ['김정은'],
    });
    expect(seen.graphs).toEqual([
      `${PUBLIC_URL}/id/article/made-up#claims`,
      `${PUBLIC_URL}/id/article/oo-20230918#claims`,
    ]);
    const iri = (path: string) => `${PUBLIC_URL}/id/${path}`;
    expect(seen.give).toContainEqual([
      iri('person/vladimir-putin'),
      iri('gift/2023-putin-kim-glove'),
      iri('person/kim-jong-un'),
    ]);
    expect(seen.give).toHaveLength(4);
    expect(seen.attendees).toEqual([iri('person/kim-jong-un'), iri('person/vladimir-putin')]);
  });
});

describePython('gql and openapi-spec-validator', () => {
  test('the client fetches the schema and answers become a flat frame; every described route answers as described', async () => {
    const seen = await read('clients.py', shared.url);
    expect(seen).toMatchObject({
      rows: 2,
      columns: ['id', 'name', 'item', 'date.edtf', 'during.name'],
      failed: [],
    });
    expect(seen.types).toBeGreaterThan(100);
    expect(seen.paths).toBeGreaterThan(60);
  });
});

describePython('The MCP client of Python', () => {
  function check(seen: Awaited<ReturnType<typeof read>>): void {
    expect(seen.tools).toEqual(
      ['search_entities', 'get_entity', 'list_gifts', 'list_events', 'find_paths', 'run_graphql'].map(
        (name) => [name, true, true],
      ),
    );
    expect(seen.resources).toEqual(['attested://schema.graphql', 'attested://sources.json']);
    expect(seen.schema).toContain('type Query');
    expect(JSON.stringify(seen.sources.nodes)).toMatch(/Rifles/);
    expect(seen.search.structuredContent).toMatchObject({ ambiguous: true });
    expect(seen.search.structuredContent.rows[0].id).toBe('person:kim-jong-un');
    expect(seen.entity.structuredContent.facts).toHaveLength(3);
    expect(seen.entity.structuredContent.nextCursor).toEqual(expect.any(String));
    const gifts = seen.gifts.structuredContent.rows;
    expect(gifts.map((row: { id: string }) => row.id).sort()).toEqual([
      'gift:2023-putin-kim-glove',
      'gift:2023-putin-kim-rifle',
    ]);
    expect(gifts[0].evidence[0]).toMatchObject({
      sentence: { number: expect.any(String) },
      article: { id: 'article:oo-20230918' },
    });
    const pages = seen.events.map((page: { structuredContent: { rows: { id: string }[] } }) =>
      page.structuredContent.rows.map((row) => row.id),
    );
    expect(new Set(pages.flat()).size).toBe(10);
    expect(seen.july.structuredContent.rows.map((row: { id: string }) => row.id)).toContain(
      'event:2000-putin-pyongyang-visit',
    );
    expect(seen.paths.structuredContent).toMatchObject({ outcome: 'FOUND', hops: 2 });
    expect(seen.graphql.structuredContent.data.people.nodes).toContainEqual({ name: 'Vladimir Putin' });
    for (const refused of [seen.wrong, seen.deep, seen.mutation, seen.missing]) {
      expect(refused.isError).toBe(true);
      expect(refused.content[0].text).toMatch(/\([A-Z_]+\)$/);
    }
  }

  test('over streamable HTTP', async () => {
    check(await read('mcp_client.py', 'http', `${shared.url}/mcp`));
  });

  test('over standard input and output, where nothing but the protocol is said', async () => {
    const out = mkdtempSync(join(tmpdir(), 'attested-dist-'));
    await run('npx', [
      'tsc',
      '-p',
      '.tsconfig.build.json',
      '--outDir',
      join(at('.tmp'), 'mcp', 'dist'),
      '--tsBuildInfoFile',
      join(at('.tmp'), 'mcp', 'dist', '.tsbuildinfo'),
    ]);
    const folder = join(at('.tmp'), 'mcp');
    for (const name of ['package.json', 'schema.graphql'])
      writeFileSync(join(folder, name), await run('cat', [name]));
    const env = [
      'env',
      `CYPHER_DIR=${at('cypher')}`,
      `QUESTIONS_DIR=${at('docs/questions')}`,
      `ARTICLES_DIR=${out}`,
      'LOG_LEVEL=debug',
    ];
    check(
      await read('mcp_client.py', 'stdio', ...env, process.execPath, join(folder, 'dist/main.js'), 'mcp'),
    );
  }, 120_000);
});
