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
