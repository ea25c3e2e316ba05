import { mkdtempSync, writeFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Admission } from '../../src/admission.ts';
import { openStore } from '../../src/store/open.ts';
import { build } from '../support/borrow.ts';
import { type Reply, ServiceProcess } from '../support/process.ts';
import { peopleScript } from '../support/rows.ts';
import { hadMs, pace, stretch } from '../support/time.ts';

/** A question that keeps the engine busy and has a short answer: ten times what can be answered can still be sent. */
const PARTS = Array.from(
  { length: 16 },
  (_, i) => `a${i}: people(where: {name: {contains: "nobody ${i}"}}) { totalCount }`,
);
const QUESTION = `{ ${PARTS.join(' ')} }`;

/** A question that costs the engine next to nothing: what is dear about it is the request itself. */
const LIGHT = '{ people(first: 1) { nodes { id } } }';

/** The scripts of the package, and a crowd to search through, whose export is more than a socket holds. */
function makeCrowd(folder: string): string {
  const people = Array.from({ length: 12_000 }, (_, i) => ({
    id: `person:crowd-${i}`,
    name: `One of ${i}`,
    aliases: [`${'x'.repeat(900)} ${i}`],
  }));
  writeFileSync(join(folder, '85-crowd.cypher'), peopleScript('crowd', people));
  return folder;
}
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Right answers in a second of the processors' time, of what the service had while `work` went on. */
async function rateOf(service: ServiceProcess, work: () => Promise<readonly Reply[]>) {
  const from = hadMs(service.pid);
  const replies = await work();
  const right = replies.filter((reply) => reply.status === 200);
  const refused = replies.filter((reply) => reply.status !== 200);
  for (const reply of refused)
    expect([reply.status, reply.code, reply.retryAfter]).toEqual([503, 'OVERLOADED', '1']);
  return { right, refused, rate: (right.length * 1_000) / (hadMs(service.pid) - from) };
}

/** Clients of which each asks anew when it has its answer. */
type Crowd = { readonly question: string; readonly clients: number; readonly ms: number };

/** Has a crowd ask for some time. */
async function crowd(service: ServiceProcess, { question, clients, ms }: Crowd): Promise<readonly Reply[]> {
  const deadline = performance.now() + ms;
  const replies: Reply[] = [];
  const agent = new Agent({ keepAlive: true });
  const client = async () => {
    while (performance.now() < deadline) replies.push(await service.ask(question, {}, agent));
  };
  await Promise.all(Array.from({ length: clients }, client));
  agent.destroy();
  return replies;
}

describe('admission', () => {
  const limits = { heavyCost: 100, heavyWork: 1_000, heavySlots: 1, lightSlots: 2, queueMs: 50 };

  test('keeps the heavy from the way of the light', async () => {
    const admission = new Admission(limits);
    const heavy = await admission.enter({ items: 101 });
    await expect(admission.enter({ items: 101 })).rejects.toMatchObject({ code: 'OVERLOADED' });
    await expect(admission.enter({ items: 1, rows: 1_001 })).rejects.toMatchObject({ code: 'OVERLOADED' });
    const light = await Promise.all([admission.enter({ items: 100 }), admission.enter({ items: 1 })]);
    expect(admission.taken).toEqual({ heavy: 1, light: 2 });
    for (const slot of [heavy, ...light]) slot.leave();
    expect(admission.taken).toEqual({ heavy: 0, light: 0 });
  });

  test('hands a slot on to who waited longest, and refuses at once who would wait in vain', async () => {
    const admission = new Admission({ ...limits, queueMs: 10_000 });
    const first = await admission.enter({ items: 101 });
    const order: number[] = [];
    const numbers = Array.from({ length: 16 }, (_, i) => i);
    const waiting = numbers.map(async (n) => {
      const slot = await admission.enter({ items: 101 });
      order.push(n);
      slot.leave();
    });
    await expect(admission.enter({ items: 101 })).rejects.toMatchObject({ code: 'OVERLOADED' });
    first.leave();
    await Promise.all(waiting);
    expect(order).toEqual(numbers);
    expect(admission.taken.heavy).toBe(0);
  });

  test('lets go who has gone while waiting', async () => {
    const admission = new Admission({ ...limits, queueMs: 10_000 });
    const slot = await admission.enter({ items: 101 });
    const gone = new AbortController();
    const waiting = expect(admission.enter({ items: 101 }, gone.signal)).rejects.toMatchObject({
      code: 'CLIENT_GONE',
    });
    gone.abort();
    await waiting;
    await expect(admission.enter({ items: 1 }, gone.signal)).rejects.toMatchObject({ code: 'CLIENT_GONE' });
    slot.leave();
    expect(admission.taken.heavy).toBe(0);
  });

  test('keeps a slot taken for as long as the embedded engine works, which cannot be stopped', async () => {
    const store = await openStore({ url: 'memory:' });
    const admission = new Admission(limits);
    const slot = await admission.enter({ items: 101 });
    const text =
      'UNWIND range(1, 1500) AS a UNWIND range(1, 1500) AS b WITH a, b WHERE a + b = -1 RETURN count(*) AS c';
    let ended = false;
    const working = (work: Promise<unknown>) => {
      slot.keep(work);
      work.finally(() => {
        ended = true;
      });
    };
    await expect(store.read({ text, parameters: {} }, { timeoutMs: 20, working })).rejects.toMatchObject({
      code: 'STORE_TIMEOUT',
    });
    slot.leave();
    expect([ended, admission.taken.heavy]).toEqual([false, 1]);
    while (!ended) await pause(5);
    await pause(1);
    expect(admission.taken.heavy).toBe(0);
    await store.close();
  });
});

describe('the service', () => {
  const folder = mkdtempSync(join(tmpdir(), 'attested-crowd-'));
  let service: ServiceProcess;
  beforeAll(async () => {
    await build();
    service = await ServiceProcess.start({
      REQUESTS_MAX: '24',
      LIGHT_SLOTS: '2',
      FILE_SLOTS: '1',
      SEND_TIMEOUT_MS: '700',
      CORPUS_DIR: makeCrowd(folder),
    });
  });
  afterAll(async () => {
    await service?.kill();
  });

  /** Asks so many times in a second, whatever becomes of it. */
  async function offer(perSecond: number, ms: number): Promise<readonly Reply[]> {
    const started = performance.now();
    const asked: Promise<Reply | undefined>[] = [];
    const agent = new Agent({ keepAlive: true });
    while (performance.now() - started < ms) {
      const due = ((performance.now() - started) * perSecond) / 1_000;
      while (asked.length < due) asked.push(service.ask(QUESTION, {}, agent).catch(() => undefined));
      await pause(5);
    }
    const replies = (await Promise.all(asked)).filter((reply) => reply !== undefined);
    agent.destroy();
    return replies;
  }

  /** What it does alone, and at ten times as much. */
  async function flood() {
    const started = performance.now();
    const alone = await rateOf(service, () => crowd(service, { question: QUESTION, clients: 4, ms: 3_000 }));
    const perSecond = (alone.right.length * 1_000) / (performance.now() - started);
    const flooded = await rateOf(service, () => offer(10 * perSecond, 4_000));
    const times = flooded.refused.map(({ ms }) => ms).sort((x, y) => x - y);
    const median = times[Math.floor(times.length / 2)] ?? 0;
    console.info(
      `${Math.round(alone.rate)} in a second of the processors; at ten times as much ${Math.round(flooded.rate)}, ${flooded.refused.length} refused, half of them within ${Math.round(median)} ms`,
    );
    return { ...flooded, share: flooded.rate / alone.rate };
  }

  test('at ten times what it can do it does as much as before, and tells the others to come again', async () => {
    await crowd(service, { question: QUESTION, clients: 4, ms: 1_000 });
    let share = 0;
    // The best of three: what else the machine does takes caches, too.
    for (let tries = 0; tries < 3 && share <= 0.8; tries += 1) {
      const flooded = await flood();
      share = Math.max(share, flooded.share);
      expect(flooded.refused.length).toBeGreaterThan(flooded.right.length);
    }
    expect(share).toBeGreaterThan(0.8);
    expect((await service.ask(QUESTION)).status).toBe(200);
  });

  test('writes one file at a time, keeps four waiting, and tells the others to come again', async () => {
    const asked = Array.from({ length: 9 }, () => service.get('/export/graph.ttl'));
    const question = service.ask(QUESTION);
    const replies = await Promise.all(asked);
    const refused = replies.filter(({ status }) => status !== 200);
    expect(replies.length - refused.length).toBeGreaterThan(0);
    expect(refused.length).toBeGreaterThanOrEqual(4);
    for (const reply of refused)
      expect([reply.status, reply.code, reply.retryAfter]).toEqual([503, 'OVERLOADED', '1']);
    expect((await question).status).toBe(200);
    expect((await service.get('/tables/nodes.csv')).status).toBe(200);
  });

  test('leaves a client that takes nothing of its file, and has its slot back', async () => {
    const { hostname, port } = new URL(service.url);
    const socket = connect(Number(port), hostname);
    let end = Buffer.alloc(0);
    socket.on('error', () => undefined);
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.pause();
    socket.write('GET /export/graph.gexf HTTP/1.1\r\nhost: localhost\r\n\r\n');
    await pause(300);
    const next = await service.until('/tables/nodes.csv', ({ status }) => status === 200, 5_000 * stretch());
    socket.on('data', (data) => {
      end = Buffer.concat([end, data]).subarray(-5);
    });
    socket.resume();
    await closed;
    console.info(`a stalled reader: the next file after ${Math.round(next)} ms`);
    expect(end.length).toBe(5);
    expect(end.toString()).not.toBe('0\r\n\r\n');
  });

  test('200 clients that leave at any moment harm nobody', async () => {
    const { hostname, port } = new URL(service.url);
    const body = JSON.stringify({ query: QUESTION });
    const text = `POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
    await Promise.all(
      Array.from({ length: 200 }, async (_, i) => {
        await pause(i * 3);
        const socket = connect(Number(port), hostname, () => socket.write(text));
        socket.on('error', () => undefined);
        await pause((i * 37) % 100);
        socket.destroy();
      }),
    );
    const deadline = performance.now() + 5_000 * stretch();
    while ((await service.ask(QUESTION)).status !== 200) expect(performance.now()).toBeLessThan(deadline);
    expect((await service.probe()).rejections).toBe(0);
  });
});

test('clients that send their request too slowly are gone within 11 s, others are served meanwhile', async () => {
  await build();
  const service = await ServiceProcess.start();
  try {
    const { hostname, port } = new URL(service.url);
    const by = pace();
    const started = performance.now();
    const slow = (text: string) =>
      new Promise<number>((resolve) => {
        const socket = connect(Number(port), hostname, () => socket.write(text));
        const dripping = setInterval(() => socket.writable && socket.write('x'), 1_000);
        socket.on('error', () => undefined);
        socket.resume();
        socket.on('close', () => {
          clearInterval(dripping);
          resolve(performance.now() - started);
        });
      });
    const head = 'POST /graphql HTTP/1.1\r\nhost: localhost\r\n';
    const clients = [
      ...Array.from({ length: 100 }, () => slow(`${head}x-slow: `)),
      ...Array.from({ length: 300 }, () =>
        slow(`${head}content-type: application/json\r\ncontent-length: 5000\r\n\r\n{`),
      ),
    ];
    await pause(500);
    expect((await service.ask(QUESTION)).status).toBe(200);
    const last = Math.max(...(await Promise.all(clients)));
    console.info(`400 slow clients, the last closed after ${Math.round(last)} ms`);
    expect(last).toBeLessThan(11_000 + 200 * by());
  } finally {
    await service.kill();
  }
});

test('answers as many light questions when ten times as many clients ask as keep it busy', async () => {
  await build();
  const service = await ServiceProcess.start();
  const ask = (clients: number, ms: number) =>
    rateOf(service, () => crowd(service, { question: LIGHT, clients, ms }));
  try {
    await ask(16, 1_000);
    let share = 0;
    for (let tries = 0; tries < 3 && share <= 0.8; tries += 1) {
      const busy = await ask(16, 2_000);
      const flooded = await ask(160, 3_000);
      share = Math.max(share, flooded.rate / busy.rate);
      console.info(
        `light: ${Math.round(busy.rate)} in a second of the processors; from ten times as many clients ${Math.round(flooded.rate)}, ${flooded.refused.length} refused`,
      );
    }
    expect(share).toBeGreaterThan(0.8);
  } finally {
    await service.kill();
  }
});
