import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/**
 * What goes wrong between a client and its server: nothing listens; connections are taken and nothing comes of them;
 * each is reset once so many bytes came from the server; everything comes late.
 */
export type Fault =
  | { readonly kind: 'none' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'hole' }
  | { readonly kind: 'reset'; readonly afterBytes: number }
  | { readonly kind: 'slow'; readonly delayMs: number };

/** One connection through the proxy. */
type Link = { readonly client: Socket; readonly server: Socket; received: number; dead: boolean };

/** A proxy for TCP on the loopback, between a client and a real server, that breaks what goes through it as told. */
export class FaultProxy {
  readonly #target: { readonly host: string; readonly port: number };
  readonly #links = new Set<Link>();
  #server: Server | undefined;
  #fault: Fault = { kind: 'none' };
  #port = 0;

  private constructor(target: { readonly host: string; readonly port: number }) {
    this.#target = target;
  }

  static async start(host: string, port: number): Promise<FaultProxy> {
    const proxy = new FaultProxy({ host, port });
    await proxy.#listen();
    return proxy;
  }

  get port(): number {
    return this.#port;
  }

  /** How many connections stand. */
  get connections(): number {
    return this.#links.size;
  }

  /** Breaks what is open and what comes from now on. */
  async set(fault: Fault): Promise<void> {
    this.#fault = fault;
    if (fault.kind === 'refused') {
      await this.#stopListening();
      for (const link of this.#links) this.#reset(link);
      return;
    }
    if (!this.#server) await this.#listen();
    // A connection that lost bytes never comes back, even when the next ones get through.
    if (fault.kind === 'hole') for (const link of this.#links) link.dead = true;
  }

  async close(): Promise<void> {
    await this.set({ kind: 'refused' });
  }

  async #listen(): Promise<void> {
    const server = createServer((client) => this.#join(client));
    this.#server = server;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.#port, '127.0.0.1', resolve);
    });
    this.#port = (server.address() as AddressInfo).port;
  }

  async #stopListening(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    server?.close();
  }

  #join(client: Socket): void {
    const server = connect(this.#target.port, this.#target.host);
    const link: Link = { client, server, received: 0, dead: this.#fault.kind === 'hole' };
    this.#links.add(link);
    for (const socket of [client, server]) {
      socket.setNoDelay(true);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        this.#links.delete(link);
        client.destroy();
        server.destroy();
      });
    }
    client.on('data', (data) => this.#pass(link, server, data));
    server.on('data', (data) => {
      link.received += data.length;
      const fault = this.#fault;
      if (fault.kind === 'reset' && link.received > fault.afterBytes) {
        const kept = data.length - (link.received - fault.afterBytes);
        if (kept > 0) client.write(data.subarray(0, kept));
        this.#reset(link);
      } else this.#pass(link, client, data);
    });
  }

  #pass(link: Link, to: Socket, data: Buffer): void {
    if (link.dead) return;
    const fault = this.#fault;
    if (fault.kind !== 'slow') to.write(data);
    else {
      const timer = setTimeout(() => to.writable && to.write(data), fault.delayMs);
      timer.unref();
    }
  }

  #reset({ client, server }: Link): void {
    client.resetAndDestroy();
    server.destroy();
  }
}
