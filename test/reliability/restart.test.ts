import { execFileSync, spawnSync } from 'node:child_process';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openStore } from '../../src/store/open.ts';
import { build } from '../support/borrow.ts';
import { ServiceProcess } from '../support/process.ts';
import { pace } from '../support/time.ts';

const QUESTION = '{ gifts(from: "Putin", to: "Kim") { nodes { name } } }';
const PASSWORD = 'attested-pw';

/** Milliseconds within which every question is answered, and after whose repair the service is ready again. */
const LIMIT_MS = 2_000;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const docker = (...args: string[]) => execFileSync('docker', args, { encoding: 'utf8' }).trim();

const there = process.env.NEO4J_ABSENT === undefined;
const engine = there && spawnSync('docker', ['version']).status === 0;
const describeDocker = engine ? describe : describe.skip;
const why = engine ? '' : ': there is no Neo4j, or no Docker engine to start one';

describeDocker(`a Neo4j that is killed and started again under the service${why}`, () => {
  let container: string | undefined;
  let url: string;
  let service: ServiceProcess;

  beforeAll(async () => {
    await build();
    const port = 20_000 + Math.floor(Math.random() * 10_000);
    url = `bolt://127.0.0.1:${port}`;
    const ports = ['-p', `127.0.0.1:${port}:7687`, '-e', `NEO4J_AUTH=neo4j/${PASSWORD}`];
    const memory = ['-e', 'NEO4J_server_memory_heap_max__size=512m'];
    container = docker('create', ...ports, ...memory, 'neo4j:5.26-community');
    docker('start', container);
    await answers();
    const environment = { GRAPH_URL: url, NEO4J_USER: 'neo4j', NEO4J_PASSWORD: PASSWORD };
    // A server that has just started takes its time for its first statements.
    const loaded = await ServiceProcess.run('load', environment);
    if (loaded.exit !== 0) throw new Error(loaded.output);
    service = await ServiceProcess.start(environment, { readyMs: 240_000 });
  }, 480_000);
  afterAll(async () => {
    await service?.kill();
    if (container) docker('rm', '--force', '--volumes', container);
  });

  const open = () => openStore({ url, user: 'neo4j', password: PASSWORD });

  /** How many gifts the service tells of, two when it is right, or the code of its refusal. */
  async function answer(): Promise<unknown> {
    const { body, code } = await service.ask(QUESTION);
    return code ?? body.data.gifts.nodes.length;
  }

  /** Waits until the server answers a client of our own. */
  async function answers(): Promise<void> {
    const store = await open();
    try {
      for (let tries = 0; ; tries += 1) {
        const up = await store.ping().then(
          () => true,
          () => false,
        );
        if (up) return;
        if (tries > 1_000) throw new Error('Neo4j never came up');
        await pause(100);
      }
    } finally {
      await store.close();
    }
  }

  /** How many connections of clients the server counts. */
  async function connections(): Promise<number> {
    const store = await open();
    try {
      const text = 'CALL dbms.listConnections() YIELD connectionId RETURN count(*) AS count';
      const [row] = await store.read({ text, parameters: {} });
      return Number(row?.count);
    } finally {
      await store.close();
    }
  }

  test('is told of within 2 s while it is away, and answers within 2 s of its return, with no restart', async () => {
    expect(await answer()).toBe(2);
    const by = pace();
    docker('kill', String(container));
    for (let i = 0; i < 20; i += 1) {
      const reply = await service.ask(QUESTION);
      expect([reply.status, reply.code]).toEqual([503, 'STORE_UNAVAILABLE']);
      expect(reply.ms).toBeLessThan(LIMIT_MS * by());
    }
    expect((await service.get('/livez')).status).toBe(200);
    expect((await service.get('/readyz')).code).toBe('STORE_UNAVAILABLE');
    docker('start', String(container));
    await answers();
    const ready = await service.until('/readyz', ({ status }) => status === 200, LIMIT_MS * by());
    // The server compiles everything anew: on a busy machine its first statements can take longer than they may.
    let said = await answer();
    for (let tries = 0; said === 'STORE_TIMEOUT' && tries < 10; tries += 1) said = await answer();
    expect(said).toBe(2);
    console.info(`a real restart: ready ${Math.round(ready)} ms after the server answers`);
    expect(service.isRunning).toBe(true);
  }, 300_000);

  test('has its connections back, though more clients left than there are connections', async () => {
    const { hostname, port } = new URL(service.url);
    const body = JSON.stringify({ query: QUESTION });
    const head = 'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n';
    const leaving = Array.from({ length: 150 }, async (_, i) => {
      await pause(i * 5);
      const socket = connect(Number(port), hostname, () =>
        socket.write(`${head}content-length: ${body.length}\r\n\r\n${body}`),
      );
      socket.on('error', () => undefined);
      await pause(i % 20);
      socket.destroy();
    });
    await Promise.all(leaving);
    await pause(1_000);
    expect(await answer()).toBe(2);
    expect((await service.probe()).rejections).toBe(0);
    const count = await connections();
    console.info(`${count} connections to Neo4j`);
    // The pool of the service has a hundred; its probe and the client that counts have one or two each.
    expect(count).toBeLessThanOrEqual(104);
  }, 60_000);
});
