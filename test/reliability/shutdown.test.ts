import { existsSync, mkdtempSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { build } from '../support/borrow.ts';
import { ServiceProcess } from '../support/process.ts';
import { pace } from '../support/time.ts';

const folder = mkdtempSync(join(tmpdir(), 'attested-stop-'));
const QUESTION = '{ claims(first: 100) { nodes { id status about(first: 10) { nodes { id name } } } } }';
let running: ServiceProcess[] = [];
const sockets: Socket[] = [];

beforeAll(build);
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await Promise.all(running.map((service) => service.kill()));
  running = [];
});

async function start(environment: Record<string, string> = {}): Promise<ServiceProcess> {
  const service = await ServiceProcess.start(environment);
  running.push(service);
  return service;
}

function socketTo(service: ServiceProcess, text: string): Promise<Socket> {
  const { hostname, port } = new URL(service.url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(text, () => resolve(socket));
    });
    socket.on('error', () => undefined);
    sockets.push(socket);
  });
}

/** A request whose body never comes to its end, and so is never answered. */
const HALF =
  'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 900\r\n\r\n{"query":';
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Sends over a connection that is kept, and gives the status. */
function over(agent: Agent, service: ServiceProcess, path: string, body?: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = body === undefined ? {} : { 'content-type': 'application/json' };
    const method = body === undefined ? 'GET' : 'POST';
    const sent = request(`${service.url}${path}`, { method, headers, agent }, async (response) => {
      try {
        for await (const _ of response);
        resolve(response.statusCode ?? 0);
      } catch (error) {
        reject(error);
      }
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

async function stop(service: ServiceProcess, signal: NodeJS.Signals = 'SIGTERM') {
  const started = performance.now();
  service.signal(signal);
  const { exit, atMs } = await service.ended;
  return { exit, ms: atMs - started };
}

describe('a service that is told to stop', () => {
  test('answers the 20 requests under way, whatever else is connected, and exits at once with 0', async () => {
    const service = await start({ GRACE_MS: '20000' });
    const agent = new Agent({ keepAlive: true, maxSockets: 20 });
    await Promise.all(Array.from({ length: 20 }, () => over(agent, service, '/livez')));
    await socketTo(service, 'GET /livez HTTP/1.1\r\nhost: localhost\r\n');
    await socketTo(service, 'GET /livez HTTP/1.1\r\nhost: localhost\r\n\r\n');
    const body = JSON.stringify({ query: QUESTION });
    const by = pace();
    const asked = Array.from({ length: 20 }, () => over(agent, service, '/graphql', body));
    await Promise.race(asked);
    const stopped = stop(service);
    const statuses = await Promise.all(asked);
    const answeredAt = performance.now();
    const { exit } = await stopped;
    agent.destroy();
    expect(statuses).toEqual(Array(20).fill(200));
    expect(exit).toBe(0);
    expect((await service.ended).atMs - answeredAt).toBeLessThan(500 * by());
  });

  test('waits no longer than the grace for one that does not come to its end, and exits with 1', async () => {
    const service = await start({ GRACE_MS: '700' });
    await socketTo(service, HALF);
    await pause(200);
    const by = pace();
    const { exit, ms } = await stop(service);
    expect(exit).toBe(1);
    expect(ms).toBeGreaterThan(650);
    expect(ms).toBeLessThan(700 + 500 * by());
  });

  test('exits at a second signal with 1', async () => {
    const service = await start({ GRACE_MS: '20000' });
    await socketTo(service, HALF);
    await pause(200);
    service.signal('SIGTERM');
    await service.shows(/stopping|DRAINING|x/, 100).catch(() => undefined);
    const by = pace();
    const { exit, ms } = await stop(service, 'SIGINT');
    expect(exit).toBe(1);
    expect(ms).toBeLessThan(500 * by());
  });

  test('closes its file, which the next process opens; one beside it answers from the same', async () => {
    const path = join(folder, 'graph.grafeo');
    const service = await start({ GRAPH_URL: `file:${path}` });
    const second = await start({ GRAPH_URL: `file:${path}` });
    expect((await second.ask(QUESTION)).status).toBe(200);
    expect((await stop(second)).exit).toBe(0);
    expect((await stop(service)).exit).toBe(0);
    expect(existsSync(`${path}.wal`)).toBe(false);
    const next = await start({ GRAPH_URL: `file:${path}` });
    expect((await next.ask(QUESTION)).status).toBe(200);
    expect((await stop(next)).exit).toBe(0);
  });
});
