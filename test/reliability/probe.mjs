/** Loaded into the service by `--import`: tells its parent what the process has used, on request. */
process.on('message', () => {
  globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  const dirty = Object.getOwnPropertyNames(Object.prototype).length;
  process.send?.({ cpuMs: (user + system) / 1_000, heapBytes: process.memoryUsage().heapUsed, dirty });
});
// The parent's wish to ask is no reason to stay.
process.channel?.unref();
