import { parseArgs } from 'node:util';
import { settings } from './config.ts';
import { ServiceError } from './errors.ts';

/** What was asked of the command. */
export type Command = {
  readonly command: string;
  /** Of `attested load`: whether all is written anew, owners may go, and a graph without a marker is taken over. */
  readonly rebuild: boolean;
  readonly prune: boolean;
  readonly adopt: boolean;
  /** Of `attested schema`: whether it is the script of constraints and indexes that is printed. */
  readonly cypher: boolean;
  /** Of `attested schema`: whether it is the script that derives the graph. */
  readonly derive: boolean;
  /** Of `attested key`: whom the key is for, what it may do, until when, and how much work in a minute. */
  readonly name: string;
  readonly scopes: readonly string[];
  readonly until: string | undefined;
  readonly workPerMinute: number | undefined;
  /** Of `attested convert`: the scripts. */
  readonly files: readonly string[];
};

/** Options that one command takes, and which. */
const optionsOf: Readonly<Record<string, string>> = {
  rebuild: 'load',
  prune: 'load',
  adopt: 'load',
  cypher: 'schema',
  derive: 'schema',
  scopes: 'key',
  until: 'key',
  work: 'key',
};

/** Reads the words after `attested`; `serve` when there are none. */
export function readCommand(args: readonly string[]): Command {
  const { values, positionals } = readArguments(args);
  const [command = values.help ? 'help' : values.version ? 'version' : 'serve', ...rest] = positionals;
  const name = command === 'key' ? (rest.shift() ?? '') : '';
  const files = command === 'convert' ? rest.splice(0) : [];
  const foreign = Object.keys(values).find((key) => (optionsOf[key] ?? command) !== command);
  const odd = rest[0] ?? (foreign && `--${foreign}`);
  if (odd !== undefined) throw badCommand(`attested ${command} does not take ${odd}.`);
  const {
    rebuild = false,
    prune = false,
    adopt = false,
    cypher = false,
    derive = false,
    scopes = 'read',
    until,
    work,
  } = values;
  const key = {
    name,
    scopes: scopes.split(','),
    until,
    workPerMinute: work === undefined ? work : Number(work),
  };
  return { command, rebuild, prune, adopt, cypher, derive, ...key, files };
}

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        rebuild: { type: 'boolean' },
        prune: { type: 'boolean' },
        adopt: { type: 'boolean' },
        cypher: { type: 'boolean' },
        derive: { type: 'boolean' },
        scopes: { type: 'string' },
        until: { type: 'string' },
        work: { type: 'string' },
        help: { type: 'boolean' },
        version: { type: 'boolean' },
      },
    });
  } catch (error) {
    const [sentence] = (error instanceof Error ? error.message : String(error)).split('. ');
    throw badCommand(`${sentence}.`);
  }
}

/** The refusal of a command that is not known. */
export function badCommand(message: string): ServiceError {
  return new ServiceError('BAD_COMMAND', message, { hint: 'attested help says what it knows.' });
}

/** What the command knows, and every setting. */
export function helpText(): string {
  const rows = Object.values(settings).map((item) => [item.name, item.default || '-', item.help] as const);
  return `attested: a knowledge graph of news in which every fact is attested by the sentence that says it

  attested serve             answer GraphQL; a graph of its own is loaded first if it is outdated; the default
  attested load              load the scripts of cypher/ that have changed; --rebuild writes all of them anew,
                             --prune lets go from a server what has no script any more,
                             --adopt takes over a server's graph that scripts alone have filled
  attested convert FILE...   write scripts of the form of before facts followed from claims in that of today
  attested schema [--cypher] print the GraphQL schema of DOMAIN_DIR; --cypher the constraints and indexes of its graph,
                             --derive the script that derives it
  attested key NAME          make a key for API_KEYS; --scopes read,export,admin says what it may do,
                             --until DAY until when, --work ROWS how much of the graph in a minute
  attested mcp               speak the Model Context Protocol on standard input and output
  attested help              print this
  attested version           print the version

Settings, from the environment, with what they are without one:

${rows.map(([name, fallback, text]) => `  ${name.padEnd(25)} ${fallback.padEnd(10)} ${text.replaceAll('`', '')}`).join('\n')}`;
}
