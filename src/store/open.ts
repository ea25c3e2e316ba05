import { ServiceError } from '../errors.ts';
import type { ReadLimits } from './bounds.ts';
import type { Neo4jSettings } from './neo4j-connect.ts';
import type { GraphStore } from './store.ts';

/** Which graph engine to open: `url` is `memory:`, `file:PATH`, or the Bolt address of a Neo4j server. */
export type StoreSettings = Neo4jSettings & {
  /** The most that one read may bring back. */
  readonly limits?: ReadLimits;
  /** Whether a damaged file is made anew by the load that follows, rather than refused. */
  readonly rebuild?: boolean;
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
  const { url, limits, rebuild = false } = settings;
  const limited = limits && { limits };
  if (url === 'memory:') return (await import('./grafeo.ts')).openGrafeo({ ...limited });
  if (url.startsWith('file:')) {
    const path = url.slice('file:'.length).replace(/^\/\/(?=\/)/, '');
    if (!path) throw badUrl(url);
    return (await import('./file.ts')).openFile({ path, rebuild, ...limited });
  }
  if (!boltScheme.test(url)) throw badUrl(url);
  checkAddress(url);
  return (await import('./neo4j.ts')).openNeo4j(settings);
}
