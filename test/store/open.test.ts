import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { openStore } from '../../src/store/open.ts';
import type { GraphStore } from '../../src/store/store.ts';
import { describeNeo4j, patience } from '../support/engines.ts';
import { pace } from '../support/time.ts';
import { one, rejection, write } from './ask.ts';

const dir = mkdtempSync(join(tmpdir(), 'attested-'));

describe('addresses', () => {
  test.each([
    '',
    'memory',
    'mysql://u:secret@h/db',
    'neo4j://',
    'bolt://h:99999',
    'http://h',
    'file:',
    'bolt+x://h',
  ])('MUST refuse %p with BAD_CONFIG, and show no password', async (url) => {
    const error = (await rejection(openStore({ url }))) as Error;
    expect(error).toMatchObject({
      name: 'ServiceError',
      code: 'BAD_CONFIG',
      hint: expect.stringContaining('neo4j://'),
    });
    expect(error.message).not.toContain('secret');
  });

  test('MUST refuse a user and password in an address', async () => {
    const error = (await rejection(openStore({ url: 'neo4j://me:secret@h' }))) as Error;
    expect(error).toMatchObject({ code: 'BAD_CONFIG', hint: expect.stringContaining('NEO4J_PASSWORD') });
    expect(error.message).not.toContain('secret');
  });

  test.each(['bolt', 'neo4j', 'bolt+s', 'neo4j+s', 'bolt+ssc', 'neo4j+ssc'])(
    'MUST open %s:// though nothing is there',
    async (scheme) => {
      const store = await openStore({ url: `${scheme}://127.0.0.1:1` });
      expect(store.engine).toBe('neo4j');
      await store.close();
    },
  );
});

describe('files', () => {
  const path = join(dir, 'a folder', 'graph.grafeo');

  test('MUST keep the graph over a close, in a folder that it makes', async () => {
    const first = await openStore({ url: `file:${path}` });
    await write(first, 'CREATE (:Kept {v: 1})');
    await first.close();
    const second = await openStore({ url: `file://${path}` });
    expect(await one(second, 'MATCH (n:Kept) RETURN n.v AS v')).toBe(1);
    await second.close();
  });

  test.each(['/proc/none/here/graph.grafeo', '/proc/none.grafeo', '/dev/null/graph.grafeo'])(
    'MUST refuse %s, where nothing can be made: BAD_CONFIG',
    async (nowhere) => {
      const error = (await rejection(openStore({ url: `file:${nowhere}` }))) as Error;
      expect(error).toMatchObject({ code: 'BAD_CONFIG', hint: expect.stringContaining('GRAPH_URL') });
      expect(error.message).toContain(nowhere);
    },
  );

  test('MUST read a file that is open already', async () => {
    const mine = await openStore({ url: `file:${path}` });
    const other = await openStore({ url: `file:${path}` });
    expect(await one(other, 'MATCH (n:Kept) RETURN n.v AS v')).toBe(1);
    await other.close();
    await mine.close();
  });

  test('MUST refuse a file that is something else, and leave it as it is', async () => {
    const other = join(dir, 'other.grafeo');
    writeFileSync(other, 'something else altogether');
    const error = (await rejection(openStore({ url: `file:${other}` }))) as Error;
    expect(error).toMatchObject({ code: 'STORE_MISMATCH' });
    expect(error.message).toMatch(/^The graph file .* has no manifest beside it: .*\.$/);
    expect(readFileSync(other, 'utf8')).toBe('something else altogether');
  });
});

describe('a server that is not well', () => {
  let server: Server | undefined;
  let store: GraphStore | undefined;
  const sockets = new Set<Socket>();

  afterEach(async () => {
    await store?.close();
    // The driver leaves a connection open that was never answered.
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
    server = undefined;
  });

  async function openAt(onConnect: (socket: Socket) => void): Promise<GraphStore> {
    const listening = createServer((socket) => {
      sockets.add(socket.on('error', () => undefined));
      onConnect(socket);
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => listening.once('listening', resolve));
    server = listening;
    const { port } = listening.address() as { port: number };
    return openStore({ url: `bolt://127.0.0.1:${port}`, user: 'neo4j', password: 'secret' });
  }

  async function expectUnavailable(use: Promise<unknown>): Promise<void> {
    const error = (await rejection(use)) as Error;
    expect(error).toMatchObject({ name: 'ServiceError', code: 'STORE_UNAVAILABLE' });
    expect(error.message).toMatch(/^Neo4j at 127\.0\.0\.1:\d+ .*\.$/);
    expect(error.message).not.toContain('secret');
  }

  async function expectAllUnavailable(opened: GraphStore): Promise<void> {
    store = opened;
    const by = pace();
    const started = performance.now();
    const read = one(opened, 'RETURN 1 AS x');
    await Promise.all(
      [read, write(opened, 'CREATE (:New)'), opened.ping(), opened.define([])].map(expectUnavailable),
    );
    expect(performance.now() - started).toBeLessThan(5_000 * by());
  }

  test('MUST be STORE_UNAVAILABLE within two seconds or so: nothing listens', async () => {
    await expectAllUnavailable(await openStore({ url: 'bolt://127.0.0.1:1' }));
  });

  test('the same over neo4j://, where a routing table is asked for first', async () => {
    await expectAllUnavailable(await openStore({ url: 'neo4j://127.0.0.1:1' }));
  });

  test('the same when it takes connections and says nothing', async () => {
    await expectAllUnavailable(await openAt((socket) => socket.resume()));
  });

  test('the same when it drops connections', async () => {
    await expectAllUnavailable(await openAt((socket) => socket.destroy()));
  });

  test('the same when it speaks HTTP', async () => {
    await expectAllUnavailable(await openAt((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')));
  });
});

describeNeo4j('a server that is well', (_open, server) => {
  let store: GraphStore | undefined;
  afterEach(() => store?.close());

  const { NEO4J_URI, NEO4J_USER } = process.env;
  const withUser = NEO4J_URI && !NEO4J_USER ? test.skip : test;
  withUser('MUST be STORE_UNAVAILABLE for a wrong password, and say what to check', async () => {
    store = await openStore({ ...server(), ...patience, password: 'wrong' });
    const error = await rejection(store.ping());
    expect(error).toMatchObject({
      code: 'STORE_UNAVAILABLE',
      hint: expect.stringContaining('NEO4J_PASSWORD'),
    });
  });

  test('MUST be STORE_UNAVAILABLE for a database that is not there', async () => {
    store = await openStore({ ...server(), ...patience, database: 'nosuch' });
    const error = await rejection(one(store, 'RETURN 1 AS x'));
    expect(error).toMatchObject({
      code: 'STORE_UNAVAILABLE',
      hint: expect.stringContaining('NEO4J_DATABASE'),
    });
  });
});
