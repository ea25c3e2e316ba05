import { ServiceError } from './errors.ts';

/** One setting: its name in the environment, its value without one, what it is for, and how it is read. */
export type Setting<T> = {
  readonly name: string;
  readonly default: string;
  readonly help: string;
  /** Reads the text, or throws a `RangeError` that says what it must be. */
  readonly parse: (text: string) => T;
  /** Whether the value must never be shown. */
  readonly secret: boolean;
};

function setting<T>(name: string, fallback: string, parse: (text: string) => T, help: string): Setting<T> {
  return { name, default: fallback, parse, help, secret: false };
}

function secret<T>(name: string, fallback: string, parse: (text: string) => T, help: string): Setting<T> {
  return { ...setting(name, fallback, parse, help), secret: true };
}

const text = (value: string): string => value;
const optional = (value: string): string | undefined => (value === '' ? undefined : value);

function flag(value: string): boolean {
  if (value === 'true' || value === 'false') return value === 'true';
  throw new RangeError('true or false');
}

function integer(min: number, max: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (/^\d+$/.test(value) && number >= min && number <= max) return number;
    throw new RangeError(`a whole number from ${min} to ${max}`);
  };
}

function oneOf<T extends string>(...allowed: readonly T[]): (value: string) => T {
  return (value) => {
    const found = allowed.find((item) => item === value);
    if (found !== undefined) return found;
    throw new RangeError(`one of ${allowed.join(', ')}`);
  };
}

function httpUrl(value: string): string | undefined {
  if (value === '') return undefined;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const plain = url && /^https?:$/.test(url.protocol) && !url.username && !url.search && !url.hash;
  if (!plain) throw new RangeError('an address such as https://graph.example.org');
  return url.href.replace(/\/$/, '');
}

function origins(value: string): readonly string[] {
  const items = value.split(',').map((item) => item.trim());
  const given = items.filter((item) => item !== '');
  if (given.some((item) => item !== '*' && (!URL.canParse(item) || new URL(item).origin !== item))) {
    throw new RangeError('* or origins such as https://example.org, separated by commas');
  }
  return given;
}

/** Every setting of the service, in the order of docs/settings.md. */
export const settings = {
  graphUrl: secret(
    'GRAPH_URL',
    'memory:',
    text,
    'Where the graph lives: `memory:`, `file:PATH`, `bolt://…`, `neo4j://…` or `neo4j+s://…`.',
  ),
  neo4jUser: setting('NEO4J_USER', '', optional, 'User of the Neo4j server; empty where it asks for none.'),
  neo4jPassword: secret('NEO4J_PASSWORD', '', optional, 'Password of that user.'),
  neo4jDatabase: setting('NEO4J_DATABASE', '', optional, "Database on the server; empty for the user's own."),
  articlesDir: setting(
    'ARTICLES_DIR',
    'articles',
    text,
    "Folder of the articles' texts, each named by its key: `oo-20230918.txt`.",
  ),
  cypherDir: setting(
    'CYPHER_DIR',
    '',
    optional,
    'Folder of the scripts that make the graph; empty for the ones that come with the package.',
  ),
  host: setting('HOST', '127.0.0.1', text, 'Address to listen on; `0.0.0.0` for all of this machine.'),
  port: setting('PORT', '4000', integer(0, 65_535), 'Port to listen on; 0 takes a free one.'),
  publicUrl: setting(
    'PUBLIC_URL',
    '',
    httpUrl,
    'The address that clients use, when a proxy stands in front; empty for the one listened on.',
  ),
  corsOrigins: setting(
    'CORS_ORIGINS',
    '*',
    origins,
    'Origins whose web pages may read answers, separated by commas; `*` for all.',
  ),
  introspection: setting('INTROSPECTION', 'true', flag, 'Whether clients may ask GraphQL for the schema.'),
  logLevel: setting(
    'LOG_LEVEL',
    'info',
    oneOf('fatal', 'error', 'warn', 'info', 'debug', 'silent'),
    'How much is logged, to standard error: `fatal`, `error`, `warn`, `info`, `debug` or `silent`.',
  ),
  queryTimeoutMs: setting(
    'QUERY_TIMEOUT_MS',
    '10000',
    integer(10, 600_000),
    'Milliseconds that one operation may take in the graph.',
  ),
  headersTimeoutMs: setting(
    'HEADERS_TIMEOUT_MS',
    '10000',
    integer(100, 600_000),
    'Milliseconds that a client may take to send the headers of a request.',
  ),
  requestTimeoutMs: setting(
    'REQUEST_TIMEOUT_MS',
    '30000',
    integer(100, 600_000),
    'Milliseconds that a client may take to send a whole request.',
  ),
  graceMs: setting(
    'GRACE_MS',
    '10000',
    integer(0, 600_000),
    'Milliseconds that requests under way get to finish when the service stops.',
  ),
  bodyBytesMax: setting(
    'BODY_BYTES_MAX',
    '100000',
    integer(1_000, 100_000_000),
    'The most bytes in the body of a request.',
  ),
  tokensMax: setting('TOKENS_MAX', '4000', integer(10, 1_000_000), 'The most tokens in a GraphQL document.'),
  depthMax: setting(
    'DEPTH_MAX',
    '12',
    integer(1, 30),
    'The most steps from thing to thing in an operation; `nodes`, `edges` and `node` are no step.',
  ),
  recursiveSelectionsMax: setting(
    'RECURSIVE_SELECTIONS_MAX',
    '4000',
    integer(10, 10_000_000),
    'The most fields in an operation, those of a fragment counted each time it is spread.',
  ),
  pageSizeMax: setting('PAGE_SIZE_MAX', '500', integer(1, 10_000), 'The most items in one page of a list.'),
  costMax: setting(
    'COST_MAX',
    '1000000',
    integer(100, 100_000_000),
    'The most items that one answer may hold, as far as can be told before it is read.',
  ),
} as const;

type Settings = typeof settings;

/** The settings of one run, read once and never changed. */
export type Config = { readonly [K in keyof Settings]: ReturnType<Settings[K]['parse']> };

/**
 * Reads the settings from the environment; an empty one counts as none given.
 * A wrong one is a `BAD_CONFIG` that names it and shows its value, unless that could hold a password.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const items = Object.entries<Setting<unknown>>(settings);
  const entries = items.map(([key, item]) => [key, read(item, environment[item.name])]);
  return Object.freeze(Object.fromEntries(entries)) as Config;
}

function read<T>(item: Setting<T>, value: string | undefined): T {
  try {
    return item.parse(value || item.default);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const given = item.secret || value?.includes('@') ? '' : `, not ${JSON.stringify(value)}`;
    throw new ServiceError('BAD_CONFIG', `${item.name} must be ${error.message}${given}.`, {
      hint: `Set ${item.name} anew, or leave it out for ${item.default || 'none'}: docs/settings.md lists all settings.`,
      cause: error,
    });
  }
}
