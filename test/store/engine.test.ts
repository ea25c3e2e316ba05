import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { openStore, type StoreSettings } from '../../src/store/open.ts';
import type { GraphStore, ReadOptions } from '../../src/store/store.ts';
import { build } from '../support/borrow.ts';
import { textCases } from './cases-text.ts';
import { valueCases } from './cases-values.ts';
import { type Skip, storeSpec } from './spec.ts';

/** The embedded engine in processes of its own: whatever runs in one of them, it can be ended, and nobody else notices. */

const skip: readonly Skip[] = [{ reason: 'Grafeo gives maps without their key __proto__', ids: ['S12'] }];
const processes = { program: resolve('dist/store/engine/child.js'), size: { light: 1, heavy: 1 } };

beforeAll(() => build());

describe('Grafeo in engine processes', () =>
  // What goes through the pipe; all else is of the engine, whichever process it is in. Each write starts two processes.
  storeSpec({
    open: () => openStore({ url: 'memory:', processes }),
    skip,
    only: [...valueCases, ...textCases],
  }));

/** Joins all with all and all again: minutes of work. */
const endless = 'MATCH (a:N), (b:N), (c:N) WHERE a.i + b.i + c.i = -1 RETURN count(*) AS n';
const nodes = 'UNWIND range(1, 3000) AS i CREATE (:N {i: i})';
const count = 'MATCH (n:N) RETURN count(n) AS n';

const read = (store: GraphStore, text: string, options: ReadOptions = {}) =>
  store.read({ text, parameters: {} }, options);
const write = (store: GraphStore, text: string) => store.write([{ text, parameters: {} }]);

/** The processes that run our program below this one, by their ids. */
function running(): readonly number[] {
  return readdirSync('/proc').flatMap((pid) => {
    try {
      const isOurs = readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(processes.program);
      const parent = /^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
      return isOurs && Number(parent) === process.pid ? [Number(pid)] : [];
    } catch {
      return [];
    }
  });
}

describe('work that takes too long', () => {
  let store: GraphStore;

  beforeAll(async () => {
    store = await openStore({ url: 'memory:', processes });
    await write(store, nodes);
  });

  /** All processes are there again. */
  beforeEach(async () => {
    await Promise.all([read(store, count), read(store, count, { lane: 'heavy' })]);
  });

  afterAll(() => store.close());

  test.each(['light', 'heavy'] as const)(
    'ends at its deadline with its process, in the %s lane',
    async (lane) => {
      const before = running();
      const asked = read(store, `${endless} // ${lane}`, { lane, timeoutMs: 300 });
      await expect(asked).rejects.toMatchObject({ code: 'STORE_TIMEOUT' });
      expect(await read(store, count, { lane })).toEqual([{ n: 3_000 }]);
      const after = running();
      expect(after.filter((pid) => !before.includes(pid)).length).toBe(1);
    },
  );

  test('ends when its client has gone', async () => {
    const before = running();
    const gone = new AbortController();
    const asked = read(store, `${endless} // left`, { lane: 'heavy', signal: gone.signal });
    setTimeout(() => gone.abort(), 100);
    await expect(asked).rejects.toMatchObject({ code: 'CLIENT_GONE' });
    expect(await read(store, count, { lane: 'heavy' })).toEqual([{ n: 3_000 }]);
    expect(running().some((pid) => !before.includes(pid))).toBe(true);
  });

  test('takes nobody with it: what was in the same process is asked again', async () => {
    const others = Array.from({ length: 50 }, (_, i) =>
      read(store, `${count} // ${i}`, { timeoutMs: 20_000 }),
    );
    const slow = read(store, `${endless} // among others`, { timeoutMs: 50 });
    await expect(slow).rejects.toMatchObject({ code: 'STORE_TIMEOUT' });
    expect(await Promise.all(others)).toEqual(others.map(() => [{ n: 3_000 }]));
  });

  test('is heavy from then on', async () => {
    const before = running();
    const learnt = () => read(store, `${endless} // learnt`, { timeoutMs: 100 });
    await expect(learnt()).rejects.toMatchObject({ code: 'STORE_TIMEOUT' });
    await read(store, count);
    const [light] = running().filter((pid) => !before.includes(pid));
    await expect(learnt()).rejects.toMatchObject({ code: 'STORE_TIMEOUT' });
    await read(store, count, { lane: 'heavy' });
    expect(running()).toContain(light);
  });

  test('counts the time that it waited for a process', async () => {
    const first = read(store, `${endless} // first`, { lane: 'heavy', timeoutMs: 1_500 });
    const second = read(store, count, { lane: 'heavy', timeoutMs: 200 });
    await expect(second).rejects.toMatchObject({ code: 'STORE_TIMEOUT' });
    await expect(first).rejects.toMatchObject({ code: 'STORE_TIMEOUT' });
  });

  test('ends with the store, and none of its processes is left', async () => {
    const other = await openStore({ url: 'memory:', processes });
    await write(other, nodes);
    const asked = read(other, `${endless} // closed`, { lane: 'heavy' });
    await read(other, count);
    const refused = expect(asked).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    const before = running().length;
    await other.close();
    await refused;
    expect(running().length).toBe(before - 2);
  });

  test('waits for a process no longer when the store closes', async () => {
    const other = await openStore({ url: 'memory:', processes });
    await write(other, nodes);
    const asked = read(other, `${endless} // holds the process`, { lane: 'heavy' });
    const waits = read(other, count, { lane: 'heavy' });
    const refused = Promise.all(
      [asked, waits].map((one) => expect(one).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' })),
    );
    await other.close();
    await refused;
  }, 20_000);
});

describe('a graph that goes with its service', () => {
  test('lies in a folder of its own, which goes with it', async () => {
    const folders = () => readdirSync(tmpdir()).filter((name) => name.startsWith('attested-graph-')).length;
    const before = folders();
    const store = await openStore({ url: 'memory:', processes });
    await write(store, nodes);
    expect(folders()).toBeGreaterThan(0);
    await store.close();
    expect(folders()).toBeLessThanOrEqual(before);
  });
});

describe('a sealed file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'attested-'));
  const settings: StoreSettings = { url: `file:${join(folder, 'graph')}`, processes };

  afterAll(() => rmSync(folder, { recursive: true }));

  test('is read by the generation that was opened, whatever takes its name, also by a process that comes later', async () => {
    const store = await openStore(settings);
    await write(store, nodes);
    const other = await openStore({ url: settings.url });
    await write(other, 'CREATE (:N {i: 0})');
    await other.close();
    await expect(read(store, endless, { timeoutMs: 100 })).rejects.toMatchObject({ code: 'STORE_TIMEOUT' });
    expect(await read(store, count)).toEqual([{ n: 3_000 }]);
    await store.renew?.();
    expect(await read(store, count)).toEqual([{ n: 3_001 }]);
    await store.close();
  });
});
