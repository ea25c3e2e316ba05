import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { loadGraph } from '../../src/load/load.ts';
import type { GraphStore } from '../../src/store/store.ts';
import { scriptsOf } from '../facts/told.ts';
import { build } from '../support/borrow.ts';
import { hashGraph } from '../support/dump.ts';
import { describeNeo4j } from '../support/engines.ts';
import { domain } from '../support/load.ts';
import { type Reply, ServiceProcess } from '../support/process.ts';
import { runSeed, seededRandom } from '../support/random.ts';

/**
 * A graph on a server that others write and read too: what `serve` does to it (nothing), what it answers while the graph is
 * loaded anew or damaged. RELOADS, QUESTIONS and FAULTS say how much; `npm run shared` does it at length.
 */

const RELOADS = Number(process.env.RELOADS ?? 2);
const QUESTIONS = Number(process.env.QUESTIONS ?? 300);
const FAULTS = Number(process.env.FAULTS ?? 8);
const KILLS = Number(process.env.KILLS ?? 2);

const QUESTION =
  '{ gifts(from: "Putin", to: "Kim") { nodes { name evidence { sentence { number } } } } entities { totalCount } }';

const seed = runSeed();

describeNeo4j('a graph on a server that is shared', (open, server) => {
  let store: GraphStore;
  let folder: string;
  let services: ServiceProcess[] = [];

  const environment = (more: Readonly<Record<string, string>> = {}) => ({
    GRAPH_URL: server().url,
    NEO4J_USER: server().user ?? '',
    NEO4J_PASSWORD: server().password ?? '',
    LOOK_MS: '300',
    ...more,
  });
  const start = async (more: Readonly<Record<string, string>> = {}, ready = true) => {
    const service = await ServiceProcess.start(environment(more), { ready, readyMs: 240_000 });
    services.push(service);
    return service;
  };
  const write = (text: string) => store.write([{ text, parameters: {} }]);
  const countNodes = async () =>
    Number((await store.read({ text: 'MATCH (n) RETURN count(n) AS n', parameters: {} }))[0]?.n);
  const load = (more: object = {}) =>
    loadGraph({ store, domain, cypherDir: 'cypher', corpusDirs: [folder], ...more });
  const put = (...reports: readonly string[]) => {
    for (const [name, text] of scriptsOf(reports)) writeFileSync(join(folder, `${name}.cypher`), text);
  };
  const isReady = ({ status }: Reply) => status === 200;

  beforeAll(build);
  beforeEach(async () => {
    await store?.close();
    store = await open();
    folder = mkdtempSync(join(tmpdir(), 'attested-'));
  });
  afterEach(async () => {
    for (const service of services) await service.kill();
    services = [];
    rmSync(folder, { recursive: true });
  });
  afterAll(() => store?.close());

  test('is left as it is by serve and mcp, whatever it holds, and a service says what it waits for', async () => {
    await write(
      "UNWIND range(1, 50) AS i CREATE (:Article {title: 'Mine'})-[:MENTIONS]->(:Entity {name: 'Mine'})",
    );
    const service = await start({}, false);
    const { code } = await service.get('/readyz');
    await service.until('/readyz', (reply) => reply.code === 'GRAPH_ABSENT', 30_000);
    expect((await service.ask(QUESTION)).code).toBe('GRAPH_ABSENT');
    expect(['STARTING', 'GRAPH_ABSENT']).toContain(code);
    const mcp = await ServiceProcess.run('mcp', environment());
    expect([mcp.exit, mcp.output]).toEqual([69, expect.stringContaining('GRAPH_ABSENT')]);
    const loaded = await ServiceProcess.run('load', environment());
    expect([loaded.exit, loaded.output]).toEqual([65, expect.stringContaining('STORE_NOT_OURS')]);
    expect(await countNodes()).toBe(100);
  });

  test('is served by two services as its marker says, each of which tells it and goes over by itself', async () => {
    const [one, two] = await Promise.all([start({}, false), start({ CORPUS_DIR: folder }, false)]);
    put('1 May, Paper 1: gift:g1 happens; person:p1 GAVE gift:g1');
    await loadGraph({ store, domain, cypherDir: 'cypher' });
    for (const service of [one, two]) await service.until('/readyz', isReady, 60_000);
    const first = (await one.get('/readyz')).body.graph;
    expect((await two.get('/readyz')).body.graph).toEqual(first);
    expect((await two.ask(QUESTION)).body.extensions.graph).toEqual(first);
    expect(two.output).toContain('is made of other scripts');
    expect(one.output).not.toContain('is made of other scripts');
    await load();
    for (const service of [one, two]) {
      await service.until('/readyz', ({ body }) => body.graph?.generation === first.generation + 1, 30_000);
      expect((await service.get('/readyz')).body.graph.corpus).not.toBe(first.corpus);
    }
    const again = await fetch(`${one.url}/admin/reload`, { method: 'POST' });
    expect([again.status, await again.json()]).toEqual([
      200,
      expect.objectContaining({ status: 'unchanged' }),
    ]);
  });

  test(`is seen whole by ${QUESTIONS} questions and more while it is written anew ${RELOADS} times`, async () => {
    await load();
    const service = await start();
    const right = JSON.stringify((await service.ask(QUESTION)).body.data);
    const file = (await service.get('/tables/gifts.csv')).body;
    const seen = { asked: 0, right: 0, wrong: [] as string[], codes: {} as Record<string, number> };
    let files = 0;
    let loading = true;
    const note = (reply: Reply, isRight: boolean) => {
      seen.asked += 1;
      if (isRight) seen.right += 1;
      else if (reply.status === 200) seen.wrong.push(JSON.stringify(reply.body).slice(0, 200));
      else seen.codes[String(reply.code)] = (seen.codes[String(reply.code)] ?? 0) + 1;
    };
    const asking = Array.from({ length: 4 }, async () => {
      while (loading || seen.asked < QUESTIONS) {
        const reply = await service.ask(QUESTION);
        note(reply, JSON.stringify(reply.body.data) === right);
      }
    });
    const reading = (async () => {
      while (loading) {
        const reply = await service.get('/tables/gifts.csv').catch(() => undefined);
        if (reply) note(reply, reply.body === file);
        files += 1;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    })();
    for (let n = 0; n < RELOADS; n += 1) await load({ rebuild: true });
    loading = false;
    await Promise.all([...asking, reading]);
    console.info(`${RELOADS} reloads: ${JSON.stringify({ ...seen, files })}`);
    expect(seen.wrong).toEqual([]);
    expect(seen.right).toBeGreaterThan(0.9 * seen.asked);
    expect((await service.probe()).rejections).toBe(0);
  }, 3_600_000);

  test(`is the same after its first load was killed ${KILLS} times at any moment, and went on (SEED=${seed})`, async () => {
    const reports = Array.from(
      { length: 60 },
      (_, i) => `${1 + (i % 28)} May, Paper ${i % 9}: gift:g${i} happens; person:p${i % 13} GAVE gift:g${i}`,
    );
    put(...reports);
    const { ms } = await load();
    const undisturbed = await hashGraph(store);
    await write('MATCH (n) DETACH DELETE n');
    const random = seededRandom(seed);
    for (let n = 0; n < KILLS; n += 1) {
      const child = new ServiceProcess(environment({ CORPUS_DIR: folder }), 'load');
      await new Promise((resolve) => setTimeout(resolve, 500 + random() * ms));
      await child.kill();
    }
    await load();
    expect(await hashGraph(store)).toBe(undisturbed);
    expect(await store.shared?.look()).toBeUndefined();
  }, 3_600_000);

  /** Faults, each with what undoes it. */
  const faults = [
    ["CREATE (:Person {id: 'x', name: 'Customer'})", "MATCH (n:Person {id: 'x'}) DELETE n"],
    ['CREATE (:Order {no: 1})', 'MATCH (n:Order) DELETE n'],
    [
      'MATCH (a)-[r:SUBJECT]->(b) WITH a, r, b ORDER BY a.id, b.id LIMIT 1 SET a.lost = b.id DELETE r',
      'MATCH (a) WHERE a.lost IS NOT NULL MATCH (b:Entity {id: a.lost}) CREATE (a)-[:SUBJECT]->(b) REMOVE a.lost',
    ],
    ['CREATE (:Fact {half: true})', 'MATCH (n:Fact) WHERE n.half DELETE n'],
  ] as const;

  test(`that ${FAULTS} faults damage one after the other is refused each time, and answered again when mended (SEED=${seed})`, async () => {
    await load();
    const service = await start({ LOOK_MS: '100' });
    const random = seededRandom(seed);
    const right = JSON.stringify((await service.ask(QUESTION)).body.data);
    let slowest = 0;
    for (let n = 0; n < FAULTS; n += 1) {
      const [fault, mending] = faults[Math.floor(random() * faults.length)] ?? faults[0];
      await write(fault);
      const ms = await service.until('/readyz', ({ code }) => code === 'GRAPH_DAMAGED', 60_000);
      slowest = Math.max(slowest, ms);
      for (let i = 0; i < 3; i += 1) expect((await service.ask(QUESTION)).code).toBe('GRAPH_DAMAGED');
      await write(mending);
      await service.until('/readyz', isReady, 60_000);
      expect(JSON.stringify((await service.ask(QUESTION)).body.data)).toBe(right);
    }
    console.info(`${FAULTS} faults refused, the slowest after ${Math.round(slowest)} ms`);
  }, 3_600_000);
});
