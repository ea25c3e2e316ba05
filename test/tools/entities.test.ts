import { mkdtempSync } from 'node:fs';
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
      // Two bodies, and what stands for each of the five countries where it takes part.
      PublicBody: 6,
    });
    expect(seen.links).toContainEqual(['person.vladimir-putin', 'gave', 'gift.2023-putin-kim-rifle']);
    expect(seen.links).toContainEqual(['gift.2023-putin-kim-rifle', 'given to', 'person.kim-jong-un']);
    expect(seen.dates).toMatchObject({ GAVE: ['date'] });
    // A place lies in a country, and so does what happens there.
    expect(seen.countries).toMatchObject({
      'place.pyongyang': ['kp'],
      'event.2000-putin-pyongyang-visit': ['kp'],
      'position.country.ru.President': ['ru'],
    });
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
    const iri = (path: string) => `${PUBLIC_URL}/id/${path}`;
    expect(seen.give).toContainEqual([
      iri('person/vladimir-putin'),
      iri('gift/2023-putin-kim-glove'),
      iri('person/kim-jong-un'),
    ]);
    expect(seen.give).toHaveLength(4);
    expect(seen.attendees).toEqual([iri('person/kim-jong-un'), iri('person/vladimir-putin')]);
    expect(seen).toMatchObject({
      where: [iri('country/ru')],
      'claimed in': [iri('sentence/oo-20230918/3'), iri('sentence/oo-20230918/4')],
      sentence: ['4', iri('article/oo-20230918')],
      author: ['Overt Operator'],
      languages: { 'vladimir-putin': ['en'], lonely: [null] },
      'giving here': [iri('person/vladimir-putin')],
    });
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

// biome-ignore lint/suspicious/noExplicitAny: what the client heard
type Heard = any;

/** What did Putin give Kim, who says so, and what is not stated? */
function checkAnswer({ notes, rows }: Heard): void {
  expect(notes).toEqual(['"Putin" was taken for Vladimir Putin.']);
  const [glove, rifle] = rows;
  expect([glove.item, glove.madeIn, glove.inReturnFor, rifle.item, rifle.madeIn.name]).toEqual([
    'glove',
    null,
    [],
    'rifle',
    'Russia',
  ]);
  expect(rifle.during.status).toBe('OCCURRED');
  expect(rifle.evidence).toContainEqual({
    claim: 'claim:oo-20230918:F12',
    statement: 'Vladimir Putin gave Kim Jong-un a rifle made in Russia at the summit.',
    status: 'OCCURRED',
    saidBy: [],
    article: 'article:oo-20230918',
    sentences: ['sentence:oo-20230918:3'],
  });
  expect(glove.sources).toEqual([
    {
      id: 'article:oo-20230918',
      title: 'Putin and Kim Jong-un Exchange Rifles as Gifts During Summit',
      publishedOn: '2023-09-18',
      url: null,
    },
  ]);
  // Each claim once, however many sentences state it.
  const claims = glove.evidence.map((cited: { claim: string }) => cited.claim);
  expect(new Set(claims).size).toBe(claims.length);
}

/** Where a language model could go wrong, it is told. */
function checkTraps(seen: Heard): void {
  expect([seen.closed, seen.undescribed]).toEqual([[], []]);
  expect(seen.instructions).toMatch(/not stated/);
  const silence = /All names were understood, and the \d+ articles? read here.* record no such gift/;
  expect(seen.silent.structuredContent).toMatchObject({ rows: [], notes: [expect.stringMatching(silence)] });
  expect(seen.unheard.structuredContent).toMatchObject({
    rows: [],
    notes: [expect.stringMatching(/^Nothing is called "Zaphod"/)],
  });
  expect([seen.stranger.isError, seen.several.isError]).toEqual([true, true]);
  expect(seen.stranger.content[0].text).toMatch(
    /^Nothing is called "Somebody Unheard Of".*\(UNKNOWN_NAME\)$/,
  );
  expect(seen.several.content[0].text).toMatch(/^"Kim" can mean .*person:kim-jong-il.*\(AMBIGUOUS_NAME\)$/);
  const { outcome, notes } = seen.far.structuredContent;
  expect(outcome).toBe('NONE_WITHIN_HOPS');
  expect(notes).toEqual([
    '"Lavrov" was taken for Sergei Lavrov.',
    expect.stringMatching(/All names were understood.* record no such connection within 1 facts/),
  ]);
  // Another name for an argument is refused: the question without it would be another one.
  expect(seen['misspelt argument'].isError).toBe(true);
  expect(seen['misspelt argument'].content[0].text).toMatch(/"from"/);
  expect(seen.named.content[0].text).toMatch(/is not an id\. search_entities finds ids by name/);
  expect(seen['of a claim'].content[0].text).toMatch(/no entity but a Claim/);
  // A plan, a fear and who says so travel with the fact.
  expect(seen.plans.structuredContent.rows[0]).toMatchObject({ status: 'EXPECTED' });
  const [fact] = seen.aid.structuredContent.facts;
  expect([fact.subject.status, fact.object.status]).toContain('SPECULATED');
  const said = seen.events
    .flatMap((page: Heard) => page.structuredContent.rows)
    .flatMap((row: Heard) => row.evidence);
  expect(said.flatMap((cited: Heard) => cited.saidBy)).toContain('Vladimir Putin');
  // The longest answers fit into the context of whoever asks.
  for (const { content } of [...seen.most, seen['most of one']]) {
    expect(content[0].text.length).toBeGreaterThan(3_000);
    expect(content[0].text.length).toBeLessThan(60_000);
  }
}

describePython('The MCP client of Python', () => {
  function check(seen: Heard): void {
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
    checkAnswer(seen.gifts.structuredContent);
    const pages = seen.events.map((page: { structuredContent: { rows: { id: string }[] } }) =>
      page.structuredContent.rows.map((row) => row.id),
    );
    expect(new Set(pages.flat()).size).toBe(10);
    expect(seen.july.structuredContent.rows.map((row: { id: string }) => row.id)).toContain(
      'event:2000-putin-pyongyang-visit',
    );
    expect(seen.paths.structuredContent).toMatchObject({ outcome: 'FOUND', hops: 2 });
    expect(seen.graphql.structuredContent.data.people.nodes).toContainEqual({ name: 'Vladimir Putin' });
    checkTraps(seen);
    for (const refused of [
      seen.wrong,
      seen.deep,
      seen.mutation,
      seen.missing,
      seen.named,
      seen['of a claim'],
    ]) {
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
    await run('cp', ['-R', 'package.json', 'core.graphql', 'schema.graphql', 'cypher', folder]);
    await run('mkdir', ['-p', join(folder, 'docs')]);
    await run('cp', ['-R', 'docs/questions', join(folder, 'docs')]);
    const env = ['env', `ARTICLES_DIR=${out}`, 'LOG_LEVEL=debug'];
    check(
      await read('mcp_client.py', 'stdio', ...env, process.execPath, join(folder, 'dist/main.js'), 'mcp'),
    );
  }, 120_000);
});
