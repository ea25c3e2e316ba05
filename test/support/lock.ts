import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Something that one process at a time may hold. */
export type Lock = { release(): Promise<void> };

/** Ports below those that the system hands out itself. */
const firstPort = 20_000;
const ports = 10_000;

function listen(port: number): Promise<Server | undefined> {
  return new Promise((resolve) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', () => resolve(undefined));
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

/**
 * Waits until no other process of this machine holds the lock of this name, and takes it. The lock is a port that is
 * listened on, so it goes with the process, however that ends.
 */
export async function takeLock(name: string): Promise<Lock> {
  const port = firstPort + (createHash('sha256').update(name).digest().readUInt32BE(0) % ports);
  for (;;) {
    const server = await listen(port);
    if (server) return { release: () => new Promise((resolve) => server.close(() => resolve())) };
    await sleep(100);
  }
}
