import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { ServiceError } from '../../src/errors.ts';
import { loadGraph, loadIfOutdated } from '../../src/load/load.ts';
import { textIndexes } from '../../src/model/search.ts';
import { openStore } from '../../src/store/open.ts';
import { type GraphStore, readerOf } from '../../src/store/store.ts';
import { domain } from '../support/load.ts';
import { runSeed, seededRandom } from '../support/random.ts';
import { dump, makeCorpora } from './corpora.ts';

const folder = mkdtempSync(join(tmpdir(), 'attested-file-'));
const corpora = makeCorpora(folder);
const sound = join(folder, 'sound.grafeo');
/** Each kind of damage is done so many times; 500 in the long run. */
const DAMAGES = Number(process.env.DAMAGES ?? 40);
let expected: { readonly a: string; readonly b: string };

const open = (path: string, more: { rebuild?: boolean } = {}) => openStore({ url: `file:${path}`, ...more });
const countPeople = { text: 'MATCH (n:Person) RETURN count(*) AS count', parameters: {} };

async function using<T>(path: string, work: (store: GraphStore) => Promise<T>, more = {}): Promise<T> {
  const store = await open(path, more);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

async function refusal(path: string): Promise<ServiceError> {
  const error = await open(path).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ServiceError)) throw new Error(`not refused: ${String(error)}`);
  return error;
}

beforeAll(async () => {
  const dumpOf = (cypherDir: string) => async (store: GraphStore) => {
    await loadGraph({ domain, store, cypherDir });
    return dump(store);
  };
  expected = {
    a: await using(sound, dumpOf(corpora.a)),
    b: await using(join(folder, 'b.grafeo'), dumpOf(corpora.b)),
  };
  expect(expected.a).not.toBe(expected.b);
});

function copyOf(name: string): string {
  const path = join(folder, `${name}.grafeo`);
  copyFileSync(sound, path);
  copyFileSync(`${sound}.manifest.json`, `${path}.manifest.json`);
  return path;
}

describe('a graph in a file', () => {
  test('holds after a restart what was loaded, search included, and is not loaded again', async () => {
    await using(copyOf('again'), async (store) => {
      expect(await loadIfOutdated({ domain, store, cypherDir: corpora.a })).toBeUndefined();
      expect(await dump(store)).toBe(expected.a);
      expect(await store.searchText(textIndexes.names, ['putin'], 5)).not.toEqual([]);
    });
  });

  test('is not changed by a byte while it is served', async () => {
    const path = copyOf('served');
    const before = readFileSync(path);
    await using(path, (store) => store.read(countPeople));
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test('leaves beside it a manifest and a lock, and nothing of what was on the way', async () => {
    const path = join(folder, 'left.grafeo');
    await using(path, (store) => loadGraph({ domain, store, cypherDir: corpora.a }));
    const left = readdirSync(folder).filter((name) => name.startsWith('left'));
    expect(left).toEqual(['left.grafeo', 'left.grafeo.lock', 'left.grafeo.manifest.json']);
    const manifest = JSON.parse(readFileSync(`${path}.manifest.json`, 'utf8'));
    expect(manifest).toMatchObject({ schemaVersion: 3, bytes: statSync(path).size });
    expect(manifest.corpus).toMatch(/^[\w-]{20,}/);
    expect(manifest.nodes.Person).toBeGreaterThan(1);
  });

  test('shows the old graph until the new one is whole, then the new one, to reads already open too', async () => {
    const path = copyOf('swap');
    await using(path, async (store) => {
      const seen = new Set<string>();
      let loading = true;
      const watching = (async () => {
        while (loading)
          seen.add(
            (await dump(store)) === expected.a ? 'old' : (await dump(store)) === expected.b ? 'new' : 'half',
          );
      })();
      await loadGraph({ domain, store, cypherDir: corpora.b, rebuild: true });
      loading = false;
      await watching;
      expect(await dump(store)).toBe(expected.b);
      expect([...seen].sort()).not.toContain('half');
    });
    expect(await using(path, dump)).toBe(expected.b);
  });

  test('is read to the end as it was by who keeps it, whatever is loaded meanwhile', async () => {
    const path = copyOf('kept');
    await using(path, async (store) => {
      const reader = new AbortController();
      store.keep?.(reader.signal);
      await loadGraph({ domain, store, cypherDir: corpora.b, rebuild: true });
      const kept = readerOf(store, { signal: reader.signal });
      expect([await dump(kept), await dump(store)]).toEqual([expected.a, expected.b]);
      reader.abort();
      expect(await dump(store)).toBe(expected.b);
    });
  });

  test('stays as it was when a load fails', async () => {
    const path = copyOf('failed');
    await using(path, async (store) => {
      const broken = store.write([{ text: "MERGE (n:Person {id: 'person:x'}) BROKEN", parameters: {} }]);
      await expect(broken).rejects.toThrow();
      expect(await dump(store)).toBe(expected.a);
    });
    expect(await using(path, dump)).toBe(expected.a);
    expect(existsSync(`${path}.next`)).toBe(false);
  });

  test('does not grow when it is loaded again and again', async () => {
    const path = copyOf('grow');
    await using(path, async (store) => {
      for (let i = 0; i < 6; i++)
        await loadGraph({ domain, store, cypherDir: i % 2 ? corpora.a : corpora.b, rebuild: true });
    });
    expect(statSync(path).size).toBeLessThan(2 * statSync(sound).size);
  });
});

describe('a graph file that is in use', () => {
  test('is read by others too', async () => {
    const path = copyOf('used');
    await using(path, async (one) => {
      expect(await using(path, dump)).toBe(await dump(one));
    });
  });

  test('is written by one alone, the others are refused in one sentence that names it', async () => {
    const path = copyOf('written');
    const write = { text: "MERGE (n:Person {id: 'person:x'})", parameters: {} };
    await using(path, (one) =>
      using(path, (other) =>
        one.replace(async (next) => {
          await next.write([write]);
          const message = `The graph file ${path} is in use by another process.`;
          await expect(other.write([write])).rejects.toMatchObject({ code: 'STORE_LOCKED', message });
        }),
      ),
    );
    expect(await using(path, dump)).not.toBe(expected.a);
  });

  test('is read on as it was when another process has put the next one in its place, until it is renewed', async () => {
    const path = copyOf('renewed');
    await using(path, async (store) => {
      await using(path, (other) => loadGraph({ domain, store: other, cypherDir: corpora.b, rebuild: true }));
      expect(await dump(store)).toBe(expected.a);
      expect(await store.renew?.()).toBe(true);
      expect(await dump(store)).toBe(expected.b);
      expect(await store.renew?.()).toBe(false);
    });
  });
});

describe('a damaged graph file', () => {
  const damages: readonly [string, (path: string) => void, RegExp][] = [
    ['is gone', (path) => rmSync(path), /the file is gone/],
    ['has no manifest', (path) => rmSync(`${path}.manifest.json`), /no manifest beside it.*attested load\.$/],
    [
      'has a manifest of half a line',
      (path) => writeFileSync(`${path}.manifest.json`, '{"sch'),
      /the manifest is damaged/,
    ],
    ['is of another time', (path) => copyFileSync(join(folder, 'b.grafeo'), path), /bytes|SHA-256/],
    [
      'was made for another version',
      (path) => {
        const manifest = readFileSync(`${path}.manifest.json`, 'utf8');
        writeFileSync(`${path}.manifest.json`, manifest.replace('"schemaVersion": 3', '"schemaVersion": 4'));
      },
      /schema version 4, not 3/,
    ],
  ];
  test.each(damages)(
    'that %s is refused, and the command is named that makes it anew',
    async (what, damage, words) => {
      const path = copyOf(`damaged-${what.replaceAll(' ', '-')}`);
      damage(path);
      const { code, message, hint } = await refusal(path);
      expect([code, hint]).toEqual(['STORE_MISMATCH', undefined]);
      expect(message).toContain(path);
      expect(message).toMatch(/attested load( --rebuild)?\.$/);
      expect(message).toMatch(words);
    },
  );

  test('is made anew by a rebuild', async () => {
    const path = copyOf('rebuilt');
    writeFileSync(path, 'no graph at all');
    await using(path, (store) => loadGraph({ domain, store, cypherDir: corpora.b, rebuild: true }), {
      rebuild: true,
    });
    expect(await using(path, dump)).toBe(expected.b);
  });

  const seed = runSeed();
  test.each(['a flipped bit', 'a truncation'])(
    `never answers wrongly after %s: ${DAMAGES} of them, SEED=${seed}`,
    async (kind) => {
      const random = seededRandom(seed);
      let served = 0;
      for (let i = 0; i < DAMAGES; i++) {
        const path = copyOf('rot');
        const victim = i % 5 === 4 ? `${path}.manifest.json` : path;
        const bytes = readFileSync(victim);
        const at = Math.floor(random() * bytes.length);
        if (kind === 'a truncation') writeFileSync(victim, bytes.subarray(0, at));
        else {
          bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << Math.floor(random() * 8)), at);
          writeFileSync(victim, bytes);
        }
        const answer = await using(path, dump).catch((error: unknown) => error);
        if (answer === expected.a) served += 1;
        else expect(answer).toMatchObject({ code: 'STORE_MISMATCH' });
      }
      console.info(`${kind}: ${DAMAGES - served} refused, ${served} served right, 0 wrong`);
    },
  );
});

const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
const mountable = isRoot && spawnSync('unshare', ['-m', 'true']).status === 0;
const onFullDisk = mountable ? test : test.skip;
onFullDisk(
  'a full disk refuses a load with STORE_FULL, and reads go on (needs root, to mount one)',
  async () => {
    const disk = mkdtempSync(join(tmpdir(), 'attested-disk-'));
    expect(spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', disk]).status).toBe(0);
    try {
      const path = join(disk, 'graph.grafeo');
      await using(path, async (store) => {
        await loadGraph({ domain, store, cypherDir: corpora.a });
        const fill = (mib: number) => writeFileSync(join(disk, 'fill'), Buffer.alloc(mib * 1_048_576));
        for (const mib of [4, 3, 2]) {
          try {
            fill(mib);
            break;
          } catch {
            rmSync(join(disk, 'fill'), { force: true });
          }
        }
        const rows = Array.from({ length: 60_000 }, (_, i) => ({ id: `person:${i}`, name: 'x'.repeat(100) }));
        const text = 'UNWIND $rows AS row CREATE (n:Person) SET n += row';
        const writing = store.write([{ text, parameters: { rows } }]);
        await expect(writing).rejects.toMatchObject({ code: 'STORE_FULL' });
        expect(await dump(store)).toBe(expected.a);
      });
      rmSync(join(disk, 'fill'), { force: true });
      expect(await using(path, dump)).toBe(expected.a);
    } finally {
      spawnSync('umount', ['-l', disk]);
      rmSync(disk, { recursive: true, force: true });
    }
  },
);
