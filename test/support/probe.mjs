import { readdirSync } from 'node:fs';

/** Loaded before the service in tests: tells the parent how the process is, after the garbage is collected. */
let rejections = 0;
process.on('unhandledRejection', () => {
  rejections += 1;
});
process.on('message', () => {
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  const descriptors = process.platform === 'linux' ? readdirSync('/proc/self/fd').length : 0;
  process.send?.({ heapUsed, rss, rejections, descriptors });
});
process.channel?.unref();
