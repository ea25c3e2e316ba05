import { readFileSync } from 'node:fs';

/** Milliseconds of processor time by which the stretch is measured. */
const SAMPLE_MS = 60;

/**
 * How much slower this process runs for sharing its processors with others, 1 when it has them to itself: limits in
 * milliseconds are promises about a machine that does nothing else, and are stretched by it.
 */
export function stretch(): number {
  const started = performance.now();
  const cpu = process.cpuUsage();
  const spent = () => {
    const { user, system } = process.cpuUsage(cpu);
    return (user + system) / 1_000;
  };
  while (spent() < SAMPLE_MS);
  return Math.max(1, (performance.now() - started) / SAMPLE_MS);
}

/**
 * Watches the stretch over a measurement: what is returned gives the worst of then and now, so that a machine that was
 * busy at either end of it is forgiven for that. The limit itself stays what is promised.
 */
export function pace(): () => number {
  const before = stretch();
  return () => Math.max(before, stretch());
}

/** Milliseconds of one tick of the kernel's clock. */
const TICK_MS = 10;

/**
 * Milliseconds of processor that a process had: what it used, and what nobody used, which it could have had. What
 * others took is left out, so that answers by this time are the same on a busy machine. The wall's time where there is no /proc.
 */
export function hadMs(pid: number): number {
  if (process.platform !== 'linux') return performance.now();
  const own = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  const idle = /^cpu\s+\d+ \d+ \d+ (\d+) (\d+)/.exec(readFileSync('/proc/stat', 'utf8')) ?? [];
  const ticks = [own[11], own[12], idle[1], idle[2]].map(Number);
  return ticks.reduce((sum, each) => sum + each, 0) * TICK_MS;
}
