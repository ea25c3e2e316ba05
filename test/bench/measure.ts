import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import autocannon from 'autocannon';

/** How servers are measured side by side: they take turns in short shots, so that whatever slows the machine slows all. */

/** One figure of the result. */
export type Row = {
  readonly server: string;
  readonly engine: string;
  readonly query: string;
  readonly elements: number;
  readonly connections: number;
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly errors: number;
};

/**
 * A row, and what the table tells beside it: milliseconds of processor time that the server took for an answer, and
 * whether there were too few answers, less than one for each connection in a shot, for a rate to say anything, and with
 * which statuses of HTTP the errors came.
 */
export type Figure = {
  readonly row: Row;
  readonly cpuMs?: number;
  readonly tooFew?: boolean;
  readonly statuses?: readonly number[];
};

/** A server that is up, in a process of its own. */
export type Running = {
  readonly name: string;
  readonly engine: 'grafeo' | 'neo4j';
  readonly url: string;
  readonly child: ChildProcess;
};

/** What one server is sent in turn. */
export type Target = { readonly server: Running; readonly bodies: readonly string[] };

/** Resolves when nothing works any more at what an earlier shot left, so that no server pays for another. */
export type Quiet = () => Promise<void>;

/** How hard to shoot: each server in so many rounds of so many seconds, more where answers take long. */
export type Pace = {
  readonly connections: number;
  readonly rounds: number;
  readonly seconds: number;
  readonly secondsMax: number;
  readonly quiet: Quiet;
};

type ShotOf = Pick<Pace, 'connections' | 'seconds' | 'quiet'>;

type Shot = {
  readonly perSecond: number;
  readonly cpuMs: number;
  readonly times: readonly number[];
  readonly errors: number;
  readonly statuses: ReadonlySet<number>;
};

const headers = { 'content-type': 'application/json' };

/** Asks once and gives the data of the answer; an answer with errors is thrown. */
export async function ask({ name, url }: Running, body: string) {
  const response = await fetch(url, { method: 'POST', headers, body });
  const text = await response.text();
  const { data, errors } = JSON.parse(text);
  if (!response.ok || errors || !data) throw new Error(`${name}: ${text.slice(0, 500)} to ${body}`);
  return data;
}

/** Milliseconds of processor time that a server has taken so far, by its own account. */
async function cpuOf({ child }: Running): Promise<number> {
  const answered = once(child, 'message');
  child.send('cpu');
  const [{ user, system }] = (await answered) as [NodeJS.CpuUsage];
  return (user + system) / 1_000;
}

const QUIET_MS = 60_000;
const SAMPLE_MS = 50;
/** A process that takes less of a processor than this does nothing but wait. */
const IDLE_SHARE = 0.1;

/** Waits for servers, and for the database behind them, to be idle: a shot cuts off what is under way, they do not. */
export function quietOf(servers: readonly Running[], databaseIsIdle: () => Promise<boolean>): Quiet {
  const cpuOfAll = async () => (await Promise.all(servers.map(cpuOf))).reduce((sum, ms) => sum + ms, 0);
  return async () => {
    const started = performance.now();
    while (performance.now() - started < QUIET_MS) {
      const before = await cpuOfAll();
      const sampled = performance.now();
      await new Promise((resolve) => setTimeout(resolve, SAMPLE_MS));
      const isIdle = (await cpuOfAll()) - before < IDLE_SHARE * (performance.now() - sampled);
      if (isIdle && (await databaseIsIdle())) return;
    }
  };
}

/** Sends the bodies in turn for some seconds. The rate is that up to the last answer: what is cut off counts for nobody. */
async function shoot({ server, bodies }: Target, shot: ShotOf): Promise<Shot> {
  const { connections, seconds: duration, quiet } = shot;
  await quiet();
  const { pathname } = new URL(server.url);
  const requests = bodies.map((body) => ({ method: 'POST' as const, path: pathname, headers, body }));
  const statuses = new Set<number>();
  const before = await cpuOf(server);
  const started = performance.now();
  let last = started;
  const times: number[] = [];
  // It looks at its watch once a sample, and a sample takes a second unless it is told otherwise.
  const shooting = autocannon({
    url: server.url,
    connections,
    duration,
    requests,
    timeout: 60,
    sampleInt: 50,
  });
  shooting.on('response', (_client, status, _bytes, milliseconds) => {
    if (status !== 200) statuses.add(status);
    times.push(milliseconds);
    last = performance.now();
  });
  const { errors, timeouts, non2xx } = await shooting;
  const cpuMs = ((await cpuOf(server)) - before) / Math.max(1, times.length);
  const perSecond = times.length === 0 ? 0 : (1_000 * times.length) / (last - started);
  return { perSecond, cpuMs, times, errors: errors + timeouts + non2xx, statuses };
}

/**
 * Asks everything once, so that each server has compiled and planned what it will be asked, and gives those that can
 * answer it: a server whose database gives up at this size is told of and left out.
 */
export async function warmUp(
  targets: readonly Target[],
  { seconds, quiet, say }: Pick<Pace, 'seconds' | 'quiet'> & { readonly say: (text: string) => void },
): Promise<readonly Target[]> {
  const able: Target[] = [];
  for (const target of targets) {
    try {
      for (const body of target.bodies) await ask(target.server, body);
      able.push(target);
    } catch (error) {
      say(`left out: ${error instanceof Error ? error.message : error}`);
    }
  }
  for (const target of able) await shoot(target, { connections: 16, seconds, quiet });
  return able;
}

/** How many answers each connection gets in a shot, at the least, where there is time for it. */
const ANSWERS_MIN = 3;

/** Seconds of a shot that is long enough for all servers, by a first one that counts for nothing. */
async function longEnough(targets: readonly Target[], pace: Pace): Promise<number> {
  const { connections, seconds, secondsMax } = pace;
  if (secondsMax <= seconds) return seconds;
  let longest = seconds;
  for (const target of targets) {
    const { times } = await shoot(target, pace);
    const turn = (connections / Math.max(1, times.length)) * seconds;
    longest = Math.max(longest, ANSWERS_MIN * turn);
  }
  return Math.min(longest, secondsMax);
}

/** Measures servers in turn, there and back; the figure of each is the median of its rounds. */
export async function compare(targets: readonly Target[], query: string, pace: Pace): Promise<Figure[]> {
  const { connections, rounds } = pace;
  const shot = { ...pace, seconds: await longEnough(targets, pace) };
  const shots = new Map(targets.map((target) => [target, [] as Shot[]]));
  for (let round = 0; round < rounds; round++) {
    for (const target of round % 2 === 0 ? targets : [...targets].reverse())
      shots.get(target)?.push(await shoot(target, shot));
  }
  return [...shots].map(([{ server }, own]) => {
    const times = own.flatMap((shot) => shot.times).sort((a, b) => a - b);
    const row = {
      server: server.name,
      engine: server.engine,
      query,
      elements: 0,
      connections,
      requestsPerSecond: round1(median(own.map((shot) => shot.perSecond))),
      p50Ms: percentile(times, 50),
      p99Ms: percentile(times, 99),
      errors: own.reduce((sum, shot) => sum + shot.errors, 0),
    };
    const tooFew = times.length < connections * rounds;
    const statuses = [...new Set(own.flatMap((shot) => [...shot.statuses]))];
    return { row, cpuMs: median(own.map((shot) => shot.cpuMs)), tooFew, statuses };
  });
}

/** The middle one of some values. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[middle]];
  return (low + high) / 2;
}

/** The time that so many of a hundred answers came within, in milliseconds. */
function percentile(times: readonly number[], percent: number): number {
  return Math.round((times[Math.floor((times.length * percent) / 100)] ?? 0) * 100) / 100;
}

/** A rate as it is shown. */
export const round1 = (value: number): number => Math.round(value * 10) / 10;
