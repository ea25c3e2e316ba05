import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Figure, median, round1 } from './measure.ts';

/** How long `attested serve` takes from its start to its first answer about the article. */

const TIMES = 5;

/** The start as a row of the table: median and slowest of some starts, in milliseconds. */
export async function measureStart(): Promise<Figure> {
  const times: number[] = [];
  for (let i = 0; i < TIMES; i++) times.push(await startOnce());
  const p50Ms = Math.round(median(times));
  return {
    row: {
      server: 'attested-grafeo',
      engine: 'grafeo',
      query: 'start',
      elements: 0,
      connections: 1,
      requestsPerSecond: round1(1_000 / p50Ms),
      p50Ms,
      p99Ms: Math.max(...times),
      errors: 0,
    },
  };
}

async function startOnce(): Promise<number> {
  const port = await freePort();
  const started = performance.now();
  const child = fork('dist/main.js', ['serve'], {
    env: { ...process.env, PORT: String(port), GRAPH_URL: 'memory:' },
    silent: true,
  });
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ query: '{ gifts(from: "Putin", to: "Kim") { nodes { name } } }' });
  try {
    for (;;) {
      const asked = fetch(`http://127.0.0.1:${port}/graphql`, { method: 'POST', headers, body });
      const status = await asked.then((response) => response.status).catch(() => undefined);
      if (status === 200) return Math.round(performance.now() - started);
      if (child.exitCode !== null) throw new Error(`attested serve ended with ${child.exitCode}`);
      await sleep(5);
    }
  } finally {
    child.kill();
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
