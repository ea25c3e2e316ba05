import { ServiceError } from './errors.ts';

/** One setting: what the environment calls it, what it is without one, and what it is for. */
type Setting<T> = {
  readonly name: string;
  readonly default: string;
  readonly help: string;
  readonly parse: (text: string) => T;
};

function setting<T>(name: string, parse: (text: string) => T, fallback: string, help: string): Setting<T> {
  return { name, default: fallback, help, parse };
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
    if (value.trim() !== '' && Number.isInteger(number) && number >= min && number <= max) return number;
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

function list(value: string): readonly string[] {
  return value
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** Every setting of the service. */
export const settings = {
  graphUrl: setting(
    'GRAPH_URL',
    text,
    'memory:',
    'Where the graph lives: memory:, file:PATH, bolt://…, neo4j://… or neo4j+s://….',
  ),
  neo4jUser: setting('NEO4J_USER', optional, '', 'User of the Neo4j server; none when it asks for none.'),
  neo4jPassword: setting('NEO4J_PASSWORD', optional, '', 'Password of that user.'),
  neo4jDatabase: setting(
    'NEO4J_DATABASE',
    optional,
    '',
    'Database of the Neo4j server; its default when empty.',
  ),
  articlesDir: setting(
    'ARTICLES_DIR',
    text,
    'articles',
    "Folder of the articles' texts, each named by its key: oo-20230918.txt.",
  ),
  cypherDir: setting(
    'CYPHER_DIR',
    optional,
    '',
    'Folder of the scripts that make the graph; those of the package when empty.',
  ),
  host: setting('HOST', text, '127.0.0.1', 'Address to listen on.'),
  port: setting('PORT', integer(0, 65_535), '4000', 'Port to listen on; 0 takes a free one.'),
  publicUrl: setting(
    'PUBLIC_URL',
    optional,
    '',
    'The address that clients see, without a slash at the end; the one listened on when empty.',
  ),
  introspection: setting('INTROSPECTION', flag, 'true', 'Whether clients may ask for the schema.'),
  corsOrigins: setting(
    'CORS_ORIGINS',
    list,
    '*',
    'Origins whose pages may ask, separated by commas; * for all.',
  ),
  logLevel: setting(
    'LOG_LEVEL',
    oneOf('fatal', 'error', 'warn', 'info', 'debug', 'silent'),
    'info',
    'How much is logged.',
  ),
  graceMs: setting(
    'GRACE_MS',
    integer(0, 600_000),
    '10000',
    'Milliseconds that requests under way get to finish at shutdown.',
  ),
  bodyBytesMax: setting(
    'BODY_BYTES_MAX',
    integer(1_000, 100_000_000),
    '100000',
    'The largest request body, in bytes.',
  ),
  tokensMax: setting(
    'TOKENS_MAX',
    integer(10, 1_000_000),
    '4000',
    'The most tokens in one GraphQL document.',
  ),
  recursiveSelectionsMax: setting(
    'RECURSIVE_SELECTIONS_MAX',
    integer(10, 10_000_000),
    '4000',
    'The most selections in one operation, fragments counted each time they are spread.',
  ),
  pageSizeMax: setting('PAGE_SIZE_MAX', integer(1, 10_000), '500', 'The most items in one page of a list.'),
  costMax: setting(
    'COST_MAX',
    integer(100, 100_000_000),
    '250000',
    'The most items that one answer may hold, as far as can be told before it is read.',
  ),
  queryTimeoutMs: setting(
    'QUERY_TIMEOUT_MS',
    integer(10, 600_000),
    '10000',
    'Milliseconds that one operation may take in the graph.',
  ),
} as const;

type Settings = typeof settings;

/** The settings of one run, read once and never changed. */
export type Config = { readonly [K in keyof Settings]: ReturnType<Settings[K]['parse']> };

/** Reads the settings from the environment; a wrong one is a `BAD_CONFIG` that names it. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const items = Object.entries(settings) as [string, Setting<unknown>][];
  const entries = items.map(([key, item]) => [key, read(item, environment[item.name])]);
  return Object.freeze(Object.fromEntries(entries)) as Config;
}

function read<T>(item: Setting<T>, value: string | undefined): T {
  try {
    return item.parse(value ?? item.default);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new ServiceError('BAD_CONFIG', `The setting ${item.name} must be ${error.message}.`, {
      hint: `${item.help} Without it: ${item.default === '' ? 'empty' : item.default}.`,
      cause: error,
    });
  }
}
