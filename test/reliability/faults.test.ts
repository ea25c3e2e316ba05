import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openStore } from '../../src/store/open.ts';
import type { GraphStore } from '../../src/store/store.ts';
import { build } from '../support/borrow.ts';
import { describeNeo4j } from '../support/engines.ts';
import { type Reply, ServiceProcess } from '../support/process.ts';
import { type Fault, FaultProxy } from '../support/proxy.ts';
import { pace } from '../support/time.ts';

/** Milliseconds within which every fault is answered, and after whose repair the service is ready again. */
const LIMIT_MS = 2_000;
const limitFrom = () => {
  const by = pace();
  return () => LIMIT_MS * by();
};

/** The limit from which the time of a question can be over before the silence of the server is noticed. */
const SLOW_MS = 1.5 * LIMIT_MS;

const QUESTION = '{ gifts(from: "Putin", to: "Kim") { nodes { name } } }';
const isRight = ({ status, body }: Reply) => status === 200 && body.data?.gifts.nodes.length === 2;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describeNeo4j('between the service and Neo4j', (open, server) => {
  const figures: string[] = [];
  let proxy: FaultProxy;
  let service: ServiceProcess;

  const environment = (more: Readonly<Record<string, string>> = {}) => ({
    GRAPH_URL: `bolt://127.0.0.1:${proxy.port}`,
    NEO4J_USER: server().user ?? '',
    NEO4J_PASSWORD: server().password ?? '',
    QUERY_TIMEOUT_MS: '1900',
    ...more,
  });

  beforeAll(async () => {
    await build();
    const { hostname, port } = new URL(server().url);
    proxy = await FaultProxy.start(hostname, Number(port || 7687));
    await (await open()).close();
    const loaded = await ServiceProcess.run('load', environment());
    if (loaded.exit !== 0) throw new Error(loaded.output);
    await proxy.set({ kind: 'refused' });
    service = await ServiceProcess.start(environment(), { ready: false });
  }, 600_000);
  afterAll(async () => {
    await service?.kill();
    await proxy?.close();
    if (figures.length > 0) console.info(figures.join('\n'));
  });

  /** Asks five questions at once under a fault, and repairs it. */
  async function survive(name: string, fault: Fault, codes: readonly (string | undefined)[]): Promise<void> {
    await proxy.set(fault);
    const limit = limitFrom();
    const replies = await Promise.all(Array.from({ length: 5 }, () => service.ask(QUESTION)));
    const slowest = Math.max(...replies.map(({ ms }) => ms));
    const timely = limit();
    const known = timely > SLOW_MS ? [...codes, 'STORE_TIMEOUT'] : codes;
    for (const reply of replies) {
      if (!known.includes(reply.code)) throw new Error(`${name}: ${JSON.stringify(reply)}`);
      if (reply.code === undefined) expect(isRight(reply)).toBe(true);
      if (reply.status === 503) expect(reply.retryAfter).toBe('1');
    }
    expect(slowest).toBeLessThan(timely);
    expect((await service.get('/livez')).status).toBe(200);
    await proxy.set({ kind: 'none' });
    const ready = await service.until('/readyz', ({ status }) => status === 200, limit());
    expect(isRight(await service.ask(QUESTION))).toBe(true);
    const said = [...new Set(replies.map(({ code }) => code ?? 'right'))].join(', ');
    figures.push(
      `${name}: ${said} in ${Math.round(slowest)} ms; ready ${Math.round(ready)} ms after the repair`,
    );
  }

  test('the service starts while the database is down, says so, and is ready once it is up', async () => {
    expect((await service.get('/livez')).status).toBe(200);
    const ready = await service.get('/readyz');
    expect([ready.status, ready.code]).toEqual([503, 'STORE_UNAVAILABLE']);
    expect((await service.ask(QUESTION)).code).toBe('STARTING');
    const limit = limitFrom();
    await proxy.set({ kind: 'none' });
    const ms = await service.until('/readyz', ({ status }) => status === 200, limit());
    figures.push(`down at the start: ready ${Math.round(ms)} ms after the repair`);
    // On a busy machine the first statement can take a server longer than it may.
    let reply = await service.ask(QUESTION);
    for (let tries = 0; reply.code === 'STORE_TIMEOUT' && tries < 10; tries += 1) {
      reply = await service.ask(QUESTION);
    }
    expect([reply.code, isRight(reply)]).toEqual([undefined, true]);
  });

  const away = ['STORE_UNAVAILABLE'];
  test('refused', () => survive('refused', { kind: 'refused' }, away));
  test('a black hole', () => survive('black hole', { kind: 'hole' }, away));
  test('a black hole once all connections have broken', async () => {
    await proxy.set({ kind: 'refused' });
    await survive('broken, then a black hole', { kind: 'hole' }, away);
  });
  test('a delay that can be borne', () =>
    survive('100 ms late', { kind: 'slow', delayMs: 100 }, [undefined]));
  test('a delay that cannot', () =>
    survive('3 s late', { kind: 'slow', delayMs: 3_000 }, ['STORE_UNAVAILABLE', 'STORE_TIMEOUT']));
  test('resets at every stage of an exchange', async () => {
    for (const afterBytes of [0, 2, 4, 20, 100, 180, 260, 400, 800]) {
      await survive(`reset after ${afterBytes} bytes`, { kind: 'reset', afterBytes }, [...away, undefined]);
    }
  });

  test('a restart: every question while it lasts is answered, rightly or with a code', async () => {
    const codes = new Map<string, number>();
    const limit = limitFrom();
    let going = true;
    let slowest = 0;
    const asking = Array.from({ length: 4 }, async () => {
      while (going) {
        const reply = await service.ask(QUESTION);
        slowest = Math.max(slowest, reply.ms);
        if (reply.code === undefined) expect(isRight(reply)).toBe(true);
        const word = reply.code ?? 'right';
        if (word === 'STORE_ERROR') throw new Error(JSON.stringify(reply.body));
        codes.set(word, (codes.get(word) ?? 0) + 1);
        await pause(5);
      }
    });
    await pause(200);
    await proxy.set({ kind: 'refused' });
    await pause(800);
    await proxy.set({ kind: 'none' });
    await service.until('/readyz', ({ status }) => status === 200, limit());
    await pause(300);
    going = false;
    await Promise.all(asking);
    expect(slowest).toBeLessThan(limit());
    expect(codes.get('right')).toBeGreaterThan(0);
    expect(codes.get('STORE_UNAVAILABLE')).toBeGreaterThan(0);
    // On a slow machine the second try comes too late for the time that a question has.
    const known = ['STORE_TIMEOUT', 'STORE_UNAVAILABLE', 'right'];
    expect([...codes.keys()].filter((word) => !known.includes(word))).toEqual([]);
    figures.push(`restart: ${[...codes].map(([word, count]) => `${count} ${word}`).join(', ')}`);
  });

  test('after all that, the process is the same, no connection is left over and nothing was unhandled', async () => {
    expect(service.isRunning).toBe(true);
    await pause(1_000);
    expect(proxy.connections).toBeLessThanOrEqual(12);
    expect((await service.probe()).rejections).toBe(0);
  });

  test('a wrong user is told as such, and the process lives', async () => {
    const limit = limitFrom();
    const wrong = await ServiceProcess.start(environment({ NEO4J_USER: 'nobody-of-that-name' }), {
      ready: false,
    });
    try {
      const ready = await wrong.get('/readyz');
      expect([ready.status, ready.code]).toEqual([503, 'STORE_UNAVAILABLE']);
      expect(ready.body.errors[0].message).toMatch(/refused the user/);
      expect(ready.ms).toBeLessThan(limit());
      expect((await wrong.get('/livez')).status).toBe(200);
    } finally {
      await wrong.kill();
    }
  });

  describe('the store', () => {
    const cross = (n: number) => ({
      text: `UNWIND range(1, ${n}) AS a UNWIND range(1, ${n}) AS b WITH a, b WHERE a + b = -1 RETURN count(*) AS c`,
      parameters: {},
    });
    const open = (more = {}) => openStore({ ...server(), ...more });

    async function using<T>(more: object, work: (store: GraphStore) => Promise<T>): Promise<T> {
      const store = await open(more);
      try {
        return await work(store);
      } finally {
        await store.close();
      }
    }

    /** Milliseconds until the server works at none of our statements. */
    async function idle(store: GraphStore): Promise<number> {
      const started = performance.now();
      const text =
        "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery STARTS WITH 'UNWIND range' RETURN count(*) AS count";
      for (;;) {
        const [row] = await store.read({ text, parameters: {} });
        if (row?.count === 0 || performance.now() - started > 20_000) return performance.now() - started;
        await pause(20);
      }
    }

    test('gives up at its time, and so does the server', async () => {
      await using({}, async (store) => {
        await store.ping();
        const limit = limitFrom();
        const started = performance.now();
        await expect(store.read(cross(60_000), { timeoutMs: 500 })).rejects.toMatchObject({
          code: 'STORE_TIMEOUT',
        });
        expect(performance.now() - started).toBeLessThan(limit());
        const ms = await idle(store);
        figures.push(`timeout of 500 ms: the server idle ${Math.round(ms)} ms later`);
        expect(ms).toBeLessThan(limit());
      });
    });

    test('is not taken for alive because it was a moment ago', async () => {
      await proxy.set({ kind: 'none' });
      await using({ url: `bolt://127.0.0.1:${proxy.port}` }, async (store) => {
        await store.ping();
        await proxy.set({ kind: 'hole' });
        await expect(store.ping()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
        await proxy.set({ kind: 'none' });
      });
    });

    test('is not taken for dead when it is known to be slow', async () => {
      await proxy.set({ kind: 'none' });
      const patient = { url: `bolt://127.0.0.1:${proxy.port}`, acquisitionTimeoutMs: 10_000 };
      await using(patient, async (store) => {
        await store.ping();
        await store.read({ text: 'RETURN 1 AS one', parameters: {} });
        await proxy.set({ kind: 'slow', delayMs: 500 });
        await expect(store.ping()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
        // The answer that was given up comes after all, and the next ones get more time.
        await pause(1_500);
        await store.ping();
        expect(await store.read({ text: 'RETURN 2 AS two', parameters: {} })).toEqual([{ two: 2 }]);
        await proxy.set({ kind: 'none' });
      });
    });

    test('has done with its work once it has answered, though the server stays silent', async () => {
      await proxy.set({ kind: 'none' });
      await using({ url: `bolt://127.0.0.1:${proxy.port}` }, async (store) => {
        await store.read({ text: 'RETURN 1 AS one', parameters: {} });
        const limit = limitFrom();
        const works: Promise<unknown>[] = [];
        await proxy.set({ kind: 'hole' });
        const working = (work: Promise<unknown>) => {
          works.push(work);
        };
        const reading = store.read(
          { text: 'RETURN 1 AS one', parameters: {} },
          { timeoutMs: 1_900, working },
        );
        await expect(reading).rejects.toMatchObject({ name: 'ServiceError' });
        const ended = Promise.allSettled(works).then(() => works.length);
        expect(await Promise.race([ended, pause(limit()).then(() => 'still at work')])).toBe(1);
        await proxy.set({ kind: 'none' });
      });
    });

    test('reads again when its connection breaks', async () => {
      await proxy.set({ kind: 'none' });
      await using({ url: `bolt://127.0.0.1:${proxy.port}` }, async (store) => {
        await store.read({ text: 'RETURN 1 AS one', parameters: {} });
        await proxy.set({ kind: 'reset', afterBytes: 0 });
        const reading = store.read({ text: 'RETURN 2 AS two', parameters: {} });
        await pause(200);
        await proxy.set({ kind: 'none' });
        expect(await reading).toEqual([{ two: 2 }]);
      });
    });

    test('stops the work when the client has gone', async () => {
      await using({}, async (store) => {
        await store.ping();
        const limit = limitFrom();
        const gone = new AbortController();
        const reading = store.read(cross(60_000), { timeoutMs: 30_000, signal: gone.signal });
        const refused = expect(reading).rejects.toMatchObject({ code: 'CLIENT_GONE' });
        await pause(300);
        gone.abort();
        await refused;
        const ms = await idle(store);
        figures.push(`client gone: the server idle ${Math.round(ms)} ms later`);
        expect(ms).toBeLessThan(limit());
      });
    });

    test('says when all its connections are taken, and has them back', async () => {
      await using({ connectionsMax: 2 }, async (store) => {
        const limit = limitFrom();
        const started = performance.now();
        const codes = await Promise.all(
          Array.from({ length: 10 }, () =>
            store.read(cross(60_000), { timeoutMs: 1_900 }).then(
              () => 'right',
              (error) => error.code,
            ),
          ),
        );
        expect(performance.now() - started).toBeLessThan(2 * limit());
        expect(codes.filter((code) => code === 'STORE_UNAVAILABLE').length).toBeGreaterThanOrEqual(6);
        expect(codes).not.toContain('right');
        await idle(store);
        expect(await store.read({ text: 'RETURN 1 AS one', parameters: {} })).toEqual([{ one: 1 }]);
      });
    });

    test('refuses a result with too many rows or bytes, without reading it to its end', async () => {
      await using({ limits: { rowsMax: 1_000, bytesMax: 100_000 } }, async (store) => {
        const before = process.memoryUsage().rss;
        const rows = { text: 'UNWIND range(1, 10000000) AS i RETURN i', parameters: {} };
        await expect(store.read(rows)).rejects.toMatchObject({ code: 'RESULT_TOO_LARGE' });
        const bytes = {
          text: "RETURN [i IN range(1, 20000) | 'a text of some length'] AS texts",
          parameters: {},
        };
        await expect(store.read(bytes)).rejects.toMatchObject({ code: 'RESULT_TOO_LARGE' });
        expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
        expect(await store.read({ text: 'RETURN 1 AS one', parameters: {} })).toEqual([{ one: 1 }]);
      });
    });

    test('lets no read write', async () => {
      await using({}, async (store) => {
        const write = { text: "CREATE (n:Stray {id: 'stray'}) RETURN n.id AS id", parameters: {} };
        await expect(store.read(write)).rejects.toMatchObject({ code: 'STORE_ERROR' });
        const count = { text: 'MATCH (n:Stray) RETURN count(n) AS count', parameters: {} };
        expect(await store.read(count)).toEqual([{ count: 0 }]);
      });
    });
  });
});

test('the embedded engine refuses a result with too many rows or bytes too', async () => {
  const store = await openStore({ url: 'memory:', limits: { rowsMax: 1_000, bytesMax: 100_000 } });
  const rows = { text: 'UNWIND range(1, 1001) AS i RETURN i', parameters: {} };
  await expect(store.read(rows)).rejects.toMatchObject({ code: 'RESULT_TOO_LARGE' });
  const bytes = {
    text: 'UNWIND range(1, 900) AS i RETURN $text AS text',
    parameters: { text: 'x'.repeat(200) },
  };
  await expect(store.read(bytes)).rejects.toMatchObject({ code: 'RESULT_TOO_LARGE' });
  await store.close();
});
