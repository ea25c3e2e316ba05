import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cleanText } from '../../src/export/cells.ts';
import { ftmId } from '../../src/export/ftm.ts';
import type { GraphStore } from '../../src/store/store.ts';
import { formats } from '../../src/tools/formats.ts';
import { describePython, read } from '../tools/python.ts';
import { ofTriples, type Reading, readings, type Triple } from './readings.ts';
import { asked, openGraph, routesOver } from './service.ts';
import { FORMULA, NASTY_KEPT } from './tricky.ts';

/** The same cases for every file: what breaks one format must break none. */

const stores: GraphStore[] = [];

beforeAll(async () => {
  stores.push(await openGraph(true), await openGraph(true));
}, 120_000);

afterAll(async () => {
  for (const store of stores) await store.close();
});

/** Reads some bodies of one format, each written from the store beside it. */
type Read = (bodies: readonly (readonly [string, GraphStore])[]) => Promise<Reading[]>;
type Taken = {
  readonly body: string;
  readonly reading: Reading;
  readonly again: Reading;
  readonly part: Reading;
};

/** A file of each of two graphs that were loaded alike, and the part of it without countries and places. */
async function take(file: string, readAll: Read): Promise<Taken> {
  const [store, twin] = stores as [GraphStore, GraphStore];
  const path = file.startsWith('nodes.') ? `/tables/${file}` : `/export/${file}`;
  const filter = file === 'graph.cypher' ? '' : '?types=Person,Event,Gift';
  const bodyOf = async (of: GraphStore, query: string) => {
    const app = await asked(await routesOver(of));
    const { body } = await app.get(`${path}${query}`);
    await app.close();
    return body;
  };
  const body = await bodyOf(store, '');
  const bodies = [
    [body, store],
    [await bodyOf(twin, ''), twin],
    [await bodyOf(store, filter), store],
  ] as const;
  const [reading, again, part] = (await readAll(bodies)) as [Reading, Reading, Reading];
  return { body, reading, again, part };
}

/** How a format writes an id; that of FollowTheMoney takes no colon. */
const written = (file: string, id: string) => (file.endsWith('.ftm.json') ? ftmId(id) : id);

/** FollowTheMoney and TimelineJS fold the line break in a name. */
const folded = (text: string | undefined) => text?.replace(/\s+/g, ' ');

function cases(file: string, readAll: Read): void {
  const isTimeline = file === 'timeline.json';
  let taken: Taken;

  beforeAll(async () => {
    taken = await take(file, readAll);
  }, 120_000);

  test('has every id of the graph, as it is, the same after another load', async () => {
    const [row] = await (stores[0] as GraphStore).read({
      text: 'MATCH (n:Entity) WITH n.id AS id ORDER BY id RETURN collect(id) AS ids',
      parameters: {},
    });
    const entities = ((row?.ids ?? []) as string[]).map((id) => written(file, id));
    const missing = entities.filter((id) => !taken.reading.ids.includes(id));
    expect(isTimeline ? [] : missing).toEqual([]);
    expect(taken.reading.ids.length).toBe(new Set(taken.reading.ids).size);
    expect(taken.again.ids).toEqual(taken.reading.ids);
    expect(taken.again.references).toEqual(taken.reading.references);
  });

  test('leads to nothing that is not in it, whole or filtered', () => {
    for (const { ids, references } of [taken.reading, taken.part]) {
      const known = new Set(ids);
      expect(references.filter((id) => !known.has(id))).toEqual([]);
    }
    if (!isTimeline) expect(taken.part.references.length).toBeGreaterThan(10);
  });

  test('has no control character, and what stands around one survives', () => {
    expect(taken.body === cleanText(taken.body)).toBe(true);
    if (!isTimeline) expect(folded(taken.reading.name('person:nasty'))).toBe(folded(NASTY_KEPT));
  });

  test('keeps apostrophes, what looks like a formula, and other alphabets', () => {
    expect(taken.reading.name('event:year')).toBe("O'Neil's year of 李");
    if (isTimeline) return;
    expect(taken.reading.name('gift:made-up')).toBe("O'Neil's vase");
    expect(taken.reading.name('person:formula')).toBe(FORMULA);
    expect(taken.reading.name('person:lonely')).toBe('Лонели Одинокий');
  });

  test('keeps lists, items with commas and quotes too', () => {
    const aliases = taken.reading.aliases('person:nasty');
    const all = ['a, b', 'c; d', 'О\'Хара "Ш"', '김정은', '金正恩'];
    if (isTimeline) expect(aliases).toBeUndefined();
    else if (typeof aliases === 'string') expect(aliases).toBe(all.join('; '));
    else expect([...(aliases ?? [])].sort()).toEqual([...all].sort());
  });

  test('keeps a year a year and a day a day', () => {
    const day = taken.reading.when('event:day');
    const year = taken.reading.when('event:year');
    const kept: Record<string, readonly [string, string]> = {
      padded: ['1999-01-01 1999-12-31 year', '2024-02-29 2024-02-29 day'],
      plain: ['1999', '2024-02-29'],
      parts: ['{"year":1999}', '{"year":2024,"month":2,"day":29}'],
    };
    const way = isTimeline ? 'parts' : day?.includes(' ') ? 'padded' : 'plain';
    expect([year, day]).toEqual(kept[way]);
  });
}

describe.each(Object.entries(readings))('%s', (file, readBody) => {
  cases(file, (bodies) => Promise.all(bodies.map(([body, store]) => readBody(body, store))));
});

describePython('read by rdflib', () => {
  const folder = mkdtempSync(join(tmpdir(), 'attested-rdf-'));
  const byPython = (kind: string): Read => {
    return async (bodies) => {
      const paths = bodies.map(([body], i) => {
        const path = join(folder, `graph-${i}.${kind}`);
        writeFileSync(path, body);
        return path;
      });
      return ((await read('triples.py', kind, ...paths)) as Triple[][]).map(ofTriples);
    };
  };
  describe('graph.ttl', () => cases('graph.ttl', byPython('turtle')));
  describe('graph.trig', () => cases('graph.trig', byPython('trig')));
});

test('no file is left out', () => {
  // These hold articles and claims, and no things of the graph; test/rdf and test/dossier read them.
  const others = ['annotations.jsonld', 'sources.csl.json', 'sources.bib'];
  const read = [...Object.keys(readings), 'graph.ttl', 'graph.trig', ...others];
  expect(Object.keys(formats).filter((file) => !read.includes(file))).toEqual([]);
});
