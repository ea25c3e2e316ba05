import { parseArgs } from 'node:util';
import { settings } from './config.ts';
import { ServiceError } from './errors.ts';

/** What was asked of the command. */
export type Command = {
  readonly command: string;
  /** Keys of articles, files, a folder: of commands that take any. */
  readonly words: readonly string[];
  /** Of `attested load`: whether all is written anew, owners may go, and a graph without a marker is taken over. */
  readonly rebuild: boolean;
  readonly prune: boolean;
  readonly adopt: boolean;
  /** Of `attested schema`: whether it is the script of constraints and indexes that is printed. */
  readonly cypher: boolean;
  /** Of `attested schema`: whether it is the script that derives the graph. */
  readonly derive: boolean;
  /** Of `attested key`: what the key may do, until when, and how much work in a minute. */
  readonly scopes: readonly string[];
  readonly until: string | undefined;
  readonly workPerMinute: number | undefined;
  /** Of `attested check`: how findings are told, and whether what is to judge fails it. */
  readonly format: 'text' | 'json' | 'sarif';
  readonly strict: boolean;
  /** Of `attested new`: the file of the text. */
  readonly text?: string;
};

/** How many words a command takes. */
const wordsOf: Readonly<Record<string, number>> = {
  ...{ key: 1, init: 1, new: 1, export: 1 },
  ...{
    convert: Infinity,
    check: Infinity,
    compile: Infinity,
    pack: Infinity,
    unpack: Infinity,
    format: Infinity,
  },
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
  json: 'check',
  sarif: 'check',
  strict: 'check',
  text: 'new',
};

/** Reads the words after `attested`; `serve` when there are none. */
export function readCommand(args: readonly string[]): Command {
  const { values, positionals } = readArguments(args);
  const [command = values.help ? 'help' : values.version ? 'version' : 'serve', ...words] = positionals;
  const foreign = Object.keys(values).find((key) => (optionsOf[key] ?? command) !== command);
  const odd = words[wordsOf[command] ?? 0] ?? (foreign && `--${foreign}`);
  if (odd !== undefined) throw badCommand(`attested ${command} does not take ${odd}.`);
  const {
    rebuild = false,
    prune = false,
    adopt = false,
    cypher = false,
    derive = false,
    strict = false,
    scopes = 'read',
    text,
    until,
    work,
  } = values;
  return {
    ...{ command, words, rebuild, prune, adopt, cypher, derive, strict },
    scopes: scopes.split(','),
    ...{ until, workPerMinute: work === undefined ? work : Number(work) },
    format: values.sarif ? 'sarif' : values.json ? 'json' : 'text',
    ...(text !== undefined && { text }),
  };
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
        json: { type: 'boolean' },
        sarif: { type: 'boolean' },
        strict: { type: 'boolean' },
        text: { type: 'string' },
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
  attested load              load the scripts and article files that have changed; --rebuild writes all of them anew,
                             --prune lets go from a server what has no file any more,
                             --adopt takes over a server's graph that scripts alone have filled
  attested convert FILE...   write scripts of the form of before facts followed from claims in that of today
  attested init FOLDER       make a folder for articles of your own, which CORPUS_DIR then names
  attested new KEY --text F  draft the file of an article from its text (.txt or .html): a proposal, to be gone through
  attested check [KEY...]    tell all that is wrong with article files; --json, --sarif, --strict fails on what is to judge
  attested compile KEY...    print the Cypher script of an article
  attested pack KEY...       write the travelling form of an article's file, without words of its text; unpack the way back
  attested format [KEY...]   put article files in their order
  attested export KEY        print the file of an article as the graph has it
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
