import { readdirSync } from 'node:fs';

/** Loaded before the service in tests: tells the parent how the process is, after the garbage is collected. */
let rejections = 0;
process.on('unhandledRejection', () => {
  rejections += 1;
});
process.on('message', () => {
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  const count = (folder) => (process.platform === 'linux' ? readdirSync(folder).length : 0);
  const [descriptors, threads] = [count('/proc/self/fd'), count('/proc/self/task')];
  process.send?.({ heapUsed, rss, rejections, descriptors, threads });
});
process.channel?.unref();
