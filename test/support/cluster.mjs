import { createServer } from 'node:net';
import { pack, unpacker } from './packstream.mjs';

/**
 * A scripted cluster that speaks Bolt 5.4, enough for a `neo4j://` driver to route by it: three servers in one process over one
 * `answer(text, parameters)`. A test moves the leader, kills and revives servers, holds tables and bookmarks back. Its
 * transactions are not rolled back: it is for routing, not for data.
 */

const names = {
  1: 'HELLO',
  2: 'GOODBYE',
  15: 'RESET',
  16: 'RUN',
  17: 'BEGIN',
  18: 'COMMIT',
  19: 'ROLLBACK',
  47: 'DISCARD',
  63: 'PULL',
  84: 'TELEMETRY',
  102: 'ROUTE',
  106: 'LOGON',
  107: 'LOGOFF',
};
const tags = { SUCCESS: 0x70, RECORD: 0x71, IGNORED: 0x7e, FAILURE: 0x7f };

function frame(name, field) {
  const body = Buffer.concat([
    Buffer.from([name === 'IGNORED' ? 0xb0 : 0xb1, tags[name]]),
    ...(name === 'IGNORED' ? [] : pack(field, [])),
  ]);
  const out = [];
  for (let at = 0; at < body.length; at += 0xffff) {
    const part = body.subarray(at, at + 0xffff);
    out.push(Buffer.from([part.length >> 8, part.length & 0xff]), part);
  }
  return Buffer.concat([...out, Buffer.from([0, 0])]);
}

const refuse = (code, message) => Object.assign(new Error(message), { bolt: { code, message } });
const number = (bookmark) => Number(/\d+$/.exec(bookmark)?.[0] ?? 0);

/** Three servers on free ports of 127.0.0.1, the first at `cluster.port`. `answer` gives rows, keyed by column, or throws `{bolt: {code, message}}`. */
export async function boltCluster({ answer, size = 3, ttl = 300, database = 'neo4j' }) {
  const servers = Array.from({ length: size }, () => ({
    port: 0,
    sockets: new Set(),
    listener: undefined,
    applied: 0,
    frozen: undefined,
  }));
  /** What a test may look at and change. `log` has [server, message, …]. */
  const cluster = {
    leader: 0,
    committed: 0,
    lagMs: 0,
    bookmarkPatienceMs: 1_000,
    log: [],
    kill,
    revive,
    freezeTables,
    close,
  };
  const address = (i) => `127.0.0.1:${servers[i].port}`;
  const up = () => servers.map((_, i) => i).filter((i) => servers[i].listener);
  const table = () => ({
    ttl,
    db: database,
    servers: [
      { role: 'ROUTE', addresses: up().map(address) },
      {
        role: 'READ',
        addresses: up()
          .filter((i) => i !== cluster.leader)
          .map(address),
      },
      { role: 'WRITE', addresses: up().includes(cluster.leader) ? [address(cluster.leader)] : [] },
    ],
  });

  /** Every server goes on giving the table of now, whatever happens after; called again with false it ends. */
  function freezeTables(frozen = true) {
    const now = table();
    for (const s of servers) s.frozen = frozen ? now : undefined;
  }

  async function caughtUp(i, bookmarks = []) {
    const wanted = Math.max(0, ...bookmarks.map(number));
    for (const from = Date.now(); servers[i].applied < wanted; await new Promise((r) => setTimeout(r, 10))) {
      if (Date.now() - from > cluster.bookmarkPatienceMs)
        throw refuse(
          'Neo.TransientError.Transaction.BookmarkTimeout',
          `Database ${database} not up to the requested version ${wanted}.`,
        );
    }
  }

  function commit() {
    const version = ++cluster.committed;
    for (const [i, s] of servers.entries())
      if (i === cluster.leader || !cluster.lagMs) s.applied = version;
      else
        setTimeout(() => {
          s.applied = Math.max(s.applied, version);
        }, cluster.lagMs);
    return version;
  }

  async function handle(i, session, name, fields) {
    const isWrite = (extra) => (extra?.mode ?? 'w') !== 'r';
    const begin = async (extra) => {
      if (extra?.db && extra.db !== database)
        throw refuse('Neo.ClientError.Database.DatabaseNotFound', `Database ${extra.db} not found.`);
      if (isWrite(extra) && i !== cluster.leader)
        throw refuse(
          'Neo.ClientError.Cluster.NotALeader',
          'No write operations are allowed directly on this database.',
        );
      await caughtUp(i, extra?.bookmarks);
    };
    switch (name) {
      case 'HELLO':
        return [{ server: 'Neo4j/5.26.0', connection_id: `bolt-${i}-${++handle.ids}`, hints: {} }];
      case 'ROUTE':
        if (fields[2]?.db && fields[2].db !== database)
          throw refuse('Neo.ClientError.Database.DatabaseNotFound', `Database ${fields[2].db} not found.`);
        return [{ rt: servers[i].frozen ?? table() }];
      case 'BEGIN':
        await begin(fields[0]);
        session.tx = fields[0] ?? {};
        return [{}];
      case 'RUN': {
        if (!session.tx) await begin(fields[2]);
        session.write = isWrite(session.tx ?? fields[2]);
        session.rows = await answer(fields[0], fields[1], { server: i, write: session.write });
        return [{ fields: Object.keys(session.rows[0] ?? {}), t_first: 0 }];
      }
      case 'PULL':
      case 'DISCARD': {
        const n = Number(fields[0]?.n ?? -1);
        const part =
          name === 'PULL'
            ? session.rows.splice(0, n < 0 ? session.rows.length : n)
            : session.rows.splice(0).slice(0, 0);
        const more = session.rows.length > 0;
        const done = more
          ? { has_more: true }
          : {
              type: session.write ? 'rw' : 'r',
              db: database,
              ...(!session.tx && { bookmark: `b:${session.write ? commit() : servers[i].applied}` }),
            };
        return [done, part];
      }
      case 'COMMIT': {
        const { tx } = session;
        session.tx = undefined;
        return [{ bookmark: `b:${isWrite(tx) ? commit() : servers[i].applied}` }];
      }
      case 'RESET':
      case 'ROLLBACK':
        session.tx = undefined;
        session.rows = [];
        return [{}];
      default:
        return [{}];
    }
  }
  handle.ids = 0;

  function serve(i, socket) {
    const session = { rows: [], tx: undefined, failed: false };
    let bytes = Buffer.alloc(0);
    let parts = [];
    let greeted = false;
    let queue = Promise.resolve();
    servers[i].sockets.add(socket);
    socket.on('close', () => servers[i].sockets.delete(socket)).on('error', () => socket.destroy());
    const one = async (message) => {
      const { tag, fields } = unpacker(message)();
      const name = names[tag] ?? `0x${tag.toString(16)}`;
      cluster.log.push([i, name, ...(name === 'RUN' ? [fields[0]] : [])]);
      if (name === 'GOODBYE') return socket.end();
      if (name === 'RESET') session.failed = false;
      if (session.failed) return socket.write(frame('IGNORED'));
      try {
        const [meta, rows = []] = await handle(i, session, name, fields);
        socket.write(
          Buffer.concat([...rows.map((row) => frame('RECORD', Object.values(row))), frame('SUCCESS', meta)]),
        );
      } catch (error) {
        session.failed = true;
        socket.write(
          frame(
            'FAILURE',
            error.bolt ?? { code: 'Neo.DatabaseError.General.UnknownError', message: error.message },
          ),
        );
      }
    };
    socket.on('data', (data) => {
      bytes = Buffer.concat([bytes, data]);
      if (!greeted) {
        if (bytes.length < 20) return;
        bytes = bytes.subarray(20);
        greeted = true;
        socket.write(Buffer.from([0, 0, 4, 5]));
      }
      while (bytes.length >= 2) {
        const size = bytes.readUInt16BE(0);
        if (bytes.length < 2 + size) return;
        if (size > 0) parts.push(bytes.subarray(2, 2 + size));
        else if (parts.length > 0) {
          const message = Buffer.concat(parts);
          parts = [];
          queue = queue.then(() => one(message));
        }
        bytes = bytes.subarray(2 + size);
      }
    });
  }

  /** The server is gone at once, connections and all; a killed leader leaves no writer until `leader` is set. */
  function kill(i) {
    servers[i].listener?.close();
    servers[i].listener = undefined;
    for (const socket of servers[i].sockets) socket.destroy();
  }
  function revive(i) {
    if (servers[i].listener) return Promise.resolve();
    return new Promise((done, failed) => {
      servers[i].listener = createServer((s) => serve(i, s))
        .on('error', failed)
        .listen(servers[i].port, '127.0.0.1', () => {
          servers[i].port = servers[i].listener.address().port;
          servers[i].applied = cluster.committed;
          done();
        });
    });
  }
  async function close() {
    for (const i of servers.keys()) kill(i);
  }
  for (const i of servers.keys()) await revive(i);
  cluster.port = servers[0].port;
  return cluster;
}
