import { readdirSync, readFileSync } from 'node:fs';

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

/** The processes that a process has started and that are not ended. */
const childrenOf = (pid: number): readonly number[] =>
  readdirSync(`/proc/${pid}/task`)
    .flatMap((task) => readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' '))
    .filter(Boolean)
    .map(Number);

/** Ticks that a process used itself, and that its children used, be they at work or ended: engines are processes, too. */
function ticksOf(pid: number): { readonly own: number; readonly children: number } {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = stat.slice(11, 15).map(Number);
  const living = childrenOf(pid).map(ticksOf);
  const children = living.reduce((sum, each) => sum + each.own + each.children, endedUser + endedSystem);
  return { own: user + system, children };
}

/** Milliseconds of processor that the children of a process have used; none where there is no /proc. */
export function childrenMs(pid: number | undefined): number {
  if (process.platform !== 'linux' || pid === undefined) return 0;
  return ticksOf(pid).children * TICK_MS;
}

/**
 * Milliseconds of processor that a process and its children had: what they used, and what nobody used, which they could
 * have had. What others took is left out, so that answers by this time are the same on a busy machine. The wall's time
 * where there is no /proc.
 */
export function hadMs(pid: number): number {
  if (process.platform !== 'linux') return performance.now();
  const idle = /^cpu\s+\d+ \d+ \d+ (\d+) (\d+)/.exec(readFileSync('/proc/stat', 'utf8')) ?? [];
  const { own, children } = ticksOf(pid);
  return (own + children + Number(idle[1]) + Number(idle[2])) * TICK_MS;
}
