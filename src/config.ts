import { ServiceError } from './errors.ts';
import { limits } from './limits.ts';
import {
  addresses,
  flag,
  hosts,
  httpUrl,
  integer,
  list,
  oneOf,
  optional,
  optionalInteger,
  origins,
  type Setting,
  secret,
  setting,
  text,
} from './setting.ts';

export type { Setting };

/** Every setting of the service, in the order of docs/settings.md. */
export const settings = {
  graphUrl: secret('GRAPH_URL', 'memory:', {
    parse: text,
    help: 'Where the graph lives: `memory:`, `file:PATH`, `bolt://…`, `neo4j://…` or `neo4j+s://…`.',
  }),
  neo4jUser: setting('NEO4J_USER', '', {
    parse: optional,
    help: 'User of the Neo4j server; empty where it asks for none.',
  }),
  neo4jPassword: secret('NEO4J_PASSWORD', '', { parse: optional, help: 'Password of that user.' }),
  neo4jDatabase: setting('NEO4J_DATABASE', '', {
    parse: optional,
    help: "Database on the server; empty for the user's own.",
  }),
  domainDir: setting('DOMAIN_DIR', 'news', {
    parse: list,
    help: 'Folders of the domain, separated by commas, each with a `schema.graphql` that adds to those before it, and with `cypher/`; `news` is the one of the package.',
  }),
  articlesDir: setting('ARTICLES_DIR', 'articles', {
    parse: text,
    help: "Folder of the articles' texts, each named by its key: `oo-20230918.txt`.",
  }),
  corpusDirs: setting('CORPUS_DIR', '', {
    parse: list,
    help: 'Folders of your own articles, separated by commas, laid over the ones that come with the package: article files, `texts/`, scripts, `vocabulary.graphql`, `questions/`.',
  }),
  host: setting('HOST', '127.0.0.1', {
    parse: text,
    help: 'Address to listen on; `0.0.0.0` for all of this machine.',
  }),
  port: setting('PORT', '4000', {
    parse: integer(0, 65_535),
    help: 'Port to listen on; 0 takes a free one.',
  }),
  publicUrl: setting('PUBLIC_URL', '', {
    parse: httpUrl,
    help: 'The address that clients use, when a proxy stands in front; empty for the one listened on.',
  }),
  publicWithoutKeys: setting('PUBLIC_WITHOUT_KEYS', 'false', {
    parse: flag,
    help: 'Whether the service may listen beyond this machine while everyone may ask it; else that needs keys or tokens.',
  }),
  apiKeys: setting('API_KEYS', '', {
    parse: optional,
    help: 'File of the keys that may ask, as `attested key` writes them; with it every request needs a key or a token.',
  }),
  jwksUrl: setting('JWKS_URL', '', {
    parse: httpUrl,
    help: 'Where the public keys are that sign tokens (JWT); with it every request needs a key or a token.',
  }),
  jwtIssuer: setting('JWT_ISSUER', '', {
    parse: optional,
    help: 'The issuer that tokens must name; needed with `JWKS_URL`.',
  }),
  jwtAudience: setting('JWT_AUDIENCE', '', {
    parse: optional,
    help: 'The audience that tokens must name; needed with `JWKS_URL`.',
  }),
  allowedHosts: setting('ALLOWED_HOSTS', '', {
    parse: hosts,
    help: 'Names by which the service may be asked, separated by commas; empty for those of this machine where it listens there, else all.',
  }),
  corsOrigins: setting('CORS_ORIGINS', '', {
    parse: origins,
    help: 'Origins whose web pages may ask, separated by commas; `*` for all, empty for the pages of the service itself.',
  }),
  ratePerMinute: setting('RATE_PER_MINUTE', '', {
    parse: optionalInteger(1, 1_000_000),
    help: 'The most requests in a minute, by each key, else by each address; empty for no limit where only this machine can ask, else 600.',
  }),
  trustedProxies: setting('TRUSTED_PROXIES', '', {
    parse: addresses,
    help: 'Addresses of proxies in front, separated by commas, whose word on the address of a client, and on the host and protocol that it asked, is taken.',
  }),
  trustedDocuments: setting('TRUSTED_DOCUMENTS', '', {
    parse: optional,
    help: "File of the only GraphQL documents that are answered, beside those of the service's own pages: a manifest of Apollo, or an object from SHA-256 to document.",
  }),
  introspection: setting('INTROSPECTION', 'true', {
    parse: flag,
    help: 'Whether clients may ask GraphQL for the schema.',
  }),
  logLevel: setting('LOG_LEVEL', 'info', {
    parse: oneOf('fatal', 'error', 'warn', 'info', 'debug', 'silent'),
    help: 'How much is logged, to standard error: `fatal`, `error`, `warn`, `info`, `debug` or `silent`.',
  }),
  slowQueryMs: setting('SLOW_QUERY_MS', '1000', {
    parse: integer(0, 600_000),
    help: 'Milliseconds after which an operation is logged as slow, with its statement.',
  }),
  queryTimeoutMs: setting('QUERY_TIMEOUT_MS', '10000', {
    parse: integer(10, 600_000),
    help: 'Milliseconds that one operation may take in the graph.',
  }),
  headersTimeoutMs: setting('HEADERS_TIMEOUT_MS', '10000', {
    parse: integer(100, 600_000),
    help: 'Milliseconds that a client may take to send the headers of a request.',
  }),
  requestTimeoutMs: setting('REQUEST_TIMEOUT_MS', '10000', {
    parse: integer(100, 600_000),
    help: 'Milliseconds that a client may take to send a whole request.',
  }),
  sendTimeoutMs: setting('SEND_TIMEOUT_MS', '20000', {
    parse: integer(100, 600_000),
    help: 'Milliseconds for which a client may take nothing of an answer before its connection is closed.',
  }),
  lookMs: setting('LOOK_MS', '60000', {
    parse: integer(100, 86_400_000),
    help: 'Milliseconds between two looks at whether a graph on a server is as the last load left it.',
  }),
  graceMs: setting('GRACE_MS', '10000', {
    parse: integer(0, 600_000),
    help: 'Milliseconds that requests under way get to finish when the service stops.',
  }),
  heavyCost: setting('HEAVY_COST', '20000', {
    parse: integer(0, 100_000_000),
    help: 'The cost above which an operation is heavy, and takes one of the few slots of the heavy.',
  }),
  heavyWork: setting('HEAVY_WORK', '1000000', {
    parse: integer(0, 1_000_000_000),
    help: 'The rows of the graph above which an operation that goes through them is heavy, as far as can be told.',
  }),
  heavySlots: setting('HEAVY_SLOTS', '', {
    parse: optionalInteger(1, 1_000),
    help: 'How many heavy operations the graph works at, at once; empty for one less than there are processors.',
  }),
  lightSlots: setting('LIGHT_SLOTS', '64', {
    parse: integer(1, 10_000),
    help: 'How many other operations the graph works at, at once.',
  }),
  engineProcesses: setting('ENGINE_PROCESSES', '', {
    parse: optionalInteger(2, 64),
    help: 'How many processes the embedded engine reads in, each with the graph in its memory: a third of them, one at least, for what is heavy. Empty for two, or three from four processors on.',
  }),
  fileSlots: setting('FILE_SLOTS', '4', {
    parse: integer(1, 1_000),
    help: 'How many exports and tables are written at once.',
  }),
  queueMs: setting('QUEUE_MS', '1000', {
    parse: integer(0, 60_000),
    help: 'Milliseconds that an operation, an export or a table may wait for its slot.',
  }),
  ...limits,
} as const;

type Settings = typeof settings;

/** The settings of one run, read once and never changed. */
export type Config = { readonly [K in keyof Settings]: ReturnType<Settings[K]['parse']> };

/** Settings that are no more, and what stands in their place. */
const GONE: Readonly<Record<string, string>> = {
  CYPHER_DIR: 'Set CORPUS_DIR to a folder of your own, which is laid over the scripts of the package.',
  QUESTIONS_DIR: 'Put the questions into the folder questions/ of a corpus, and set CORPUS_DIR to it.',
};

/**
 * Reads the settings from the environment; an empty one counts as none given.
 * A wrong one is a `BAD_CONFIG` that names it and shows its value, unless that could hold a password.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const gone = Object.entries(GONE).find(([name]) => environment[name]);
  if (gone) throw new ServiceError('BAD_CONFIG', `${gone[0]} is no setting any more.`, { hint: gone[1] });
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
