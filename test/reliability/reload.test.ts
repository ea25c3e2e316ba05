import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { makeKey } from '../../src/server/keys.ts';
import { scriptsOf } from '../facts/told.ts';
import { build } from '../support/borrow.ts';
import { ServiceProcess } from '../support/process.ts';

/** A running service goes over to what its scripts say now: at SIGHUP, or when it is asked to, without a question lost. */

const QUESTION = '{ gifts(from: "Putin", to: "Kim") { nodes { name } } people { totalCount } }';

const graphs = [
  ['in memory', () => 'memory:'],
  ['in a file', (folder: string) => `file:${join(folder, 'graph.grafeo')}`],
] as const;

describe.each(graphs)('a service with its graph %s', (_, urlIn) => {
  let folder: string;
  let service: ServiceProcess;

  const reload = (headers: Readonly<Record<string, string>> = {}) =>
    fetch(`${service.url}/admin/reload`, { method: 'POST', headers });
  const start = async (more: Readonly<Record<string, string>> = {}) => {
    const environment = { GRAPH_URL: urlIn(folder), CORPUS_DIR: join(folder, 'own'), LOG_LEVEL: 'info' };
    service = await ServiceProcess.start({ ...environment, ...more });
  };
  /** Adds an article of a person whom nobody knows yet. */
  const add = () => {
    const scripts = scriptsOf(['1 May, Paper 1: gift:g1 happens; person:p1 GAVE gift:g1']);
    for (const [name, text] of scripts) writeFileSync(join(folder, 'own', `${name}.cypher`), text);
  };
  const people = async () => (await service.ask(QUESTION)).body.data.people.totalCount;

  beforeAll(build);
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'attested-'));
    mkdirSync(join(folder, 'own'));
  });
  afterEach(async () => {
    await service?.kill();
    rmSync(folder, { recursive: true });
  });

  test('serves what its scripts say now after SIGHUP, and every question meanwhile', async () => {
    await start();
    const before = await people();
    let going = true;
    const answers = new Set<number>();
    const asking = Array.from({ length: 4 }, async () => {
      while (going) {
        const { status, body } = await service.ask(QUESTION);
        expect([status, body.data?.gifts.nodes.length]).toEqual([200, 2]);
        answers.add(body.data.people.totalCount);
      }
    });
    add();
    service.signal('SIGHUP');
    await service.until('/readyz', ({ body }) => body.graph !== undefined, 10_000);
    for (let tries = 0; (await people()) === before && tries < 500; tries += 1);
    going = false;
    await Promise.all(asking);
    expect(await people()).toBe(before + 1);
    expect([...answers].filter((count) => count !== before && count !== before + 1)).toEqual([]);
    expect((await service.probe()).rejections).toBe(0);
  });

  test('tells by POST /admin/reload what is served then; with a script at fault, what is wrong, and serves on', async () => {
    await start();
    const { graph } = (await service.get('/readyz')).body;
    const unchanged = await reload();
    expect(await unchanged.json()).toEqual({ status: 'unchanged', graph });
    const before = await people();
    add();
    const changed = (await (await reload()).json()) as { status: string; graph: unknown };
    expect(changed.status).toBe('changed');
    expect((await service.get('/readyz')).body.graph).toEqual(changed.graph);
    expect(await people()).toBe(before + 1);
    writeFileSync(join(folder, 'own/30-odd.cypher'), 'MATCH (n) DETACH DELETE n;');
    const refused = await reload();
    expect([refused.status, await refused.json()]).toEqual([
      500,
      {
        errors: [expect.objectContaining({ extensions: expect.objectContaining({ code: 'GRAPH_INVALID' }) })],
      },
    ]);
    expect(await people()).toBe(before + 1);
  });

  test('takes that from who has the scope for it, and from nobody else', async () => {
    const keys = ['read', 'export', 'reload', 'admin'].map((scope) => makeKey(scope, { scopes: [scope] }));
    const path = join(folder, 'keys.json');
    writeFileSync(path, JSON.stringify({ keys: keys.map(({ entry }) => entry) }));
    await start({ API_KEYS: path });
    const statuses = await Promise.all(
      keys.map(async ({ key }) => (await reload({ authorization: `Bearer ${key}` })).status),
    );
    expect(statuses).toEqual([403, 403, 200, 200]);
    expect((await reload()).status).toBe(401);
  });
});
