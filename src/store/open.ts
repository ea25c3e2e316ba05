import { ServiceError } from '../errors.ts';
import type { ReadLimits } from './bounds.ts';
import type { Neo4jSettings } from './neo4j-connect.ts';
import type { Processes } from './sealed.ts';
import type { GraphStore } from './store.ts';

/** Which graph engine to open: `url` is `memory:`, `file:PATH`, or the Bolt address of a Neo4j server. */
export type StoreSettings = Neo4jSettings & {
  /** The most that one read may bring back. */
  readonly limits?: ReadLimits;
  /** Whether a damaged file is made anew by the load that follows, rather than refused. */
  readonly rebuild?: boolean;
  /** Processes of their own in which the embedded engine reads; without them this process does. */
  readonly processes?: Processes;
};

const boltScheme = /^(?:bolt|neo4j)(?:\+s|\+ssc)?:\/\//;

function badUrl(url: string): ServiceError {
  const shown = url.replace(/\/\/[^/]*@/, '//');
  return new ServiceError('BAD_CONFIG', `GRAPH_URL "${shown}" names no graph engine.`, {
    hint: 'Write memory:, file:PATH, or the address of a Neo4j server such as neo4j://host:7687.',
  });
}

function checkAddress(url: string): void {
  if (!URL.canParse(url)) throw badUrl(url);
  const { hostname, username, password } = new URL(url);
  if (!hostname) throw badUrl(url);
  if (username || password) {
    throw new ServiceError('BAD_CONFIG', 'GRAPH_URL holds a user or a password.', {
      hint: 'Set NEO4J_USER and NEO4J_PASSWORD instead.',
    });
  }
}

/**
 * Opens the engine that `settings.url` names. A Neo4j server need not be up yet (`ping` tells);
 * an address that cannot be right is a BAD_CONFIG, a file that another process has open a STORE_LOCKED, and one that
 * is not as its manifest says a STORE_MISMATCH.
 */
export async function openStore(settings: StoreSettings): Promise<GraphStore> {
  const { url, limits, rebuild = false, processes } = settings;
  const how = { ...(limits && { limits }), ...(processes && { processes }) };
  if (url === 'memory:') return openMemory(how);
  if (url.startsWith('file:')) {
    const path = url.slice('file:'.length).replace(/^\/\/(?=\/)/, '');
    if (!path) throw badUrl(url);
    return (await import('./file.ts')).openFile({ path, rebuild, ...how });
  }
  if (!boltScheme.test(url)) throw badUrl(url);
  checkAddress(url);
  return (await import('./neo4j.ts')).openNeo4j(settings);
}

/** A graph that goes with the service. Engine processes cannot share memory: theirs lies in a file of its own, for as long. */
async function openMemory({
  limits,
  processes,
}: Pick<StoreSettings, 'limits' | 'processes'>): Promise<GraphStore> {
  const how = { ...(limits && { limits }) };
  const file = processes && (await (await import('./file.ts')).openTemporary({ ...how, processes }));
  return file ?? (await import('./grafeo.ts')).openGrafeo(how);
}
