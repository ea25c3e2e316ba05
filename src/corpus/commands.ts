import { grammarOf } from '../article/grammar.ts';
import { printArticle } from '../article/print-article.ts';
import { articleOf } from '../article/restore.ts';
import { invariant, ServiceError } from '../errors.ts';
import type { Domain } from '../model/domain/domain.ts';
import type { GraphStore } from '../store/store.ts';
import { checkArticles } from './check/check.ts';
import { articleOfKey, type CorpusPlaces, keyOf, openCorpus, strayTexts } from './corpus.ts';
import { compiled, formatted, pack, unpack, writeWhole } from './forms.ts';
import { exitOf, printReport, type ReportFormat } from './report.ts';
import { draftArticle, initFolder } from './start.ts';
import { storedScript } from './stored.ts';

/** What the commands on a corpus are asked: which, keys or files, and how a check tells what it found. */
export type CorpusCommand = {
  readonly command: string;
  readonly words: readonly string[];
  readonly format: ReportFormat;
  readonly strict: boolean;
  /** The file of a text, of `new`. */
  readonly text?: string;
};

/** What a command prints, and with which status it ends. */
export type CommandResult = { readonly text: string; readonly exit: number };

const said = (text: string): CommandResult => ({ text, exit: 0 });

/** Checks articles, those that are named or all. */
async function check(
  places: CorpusPlaces,
  { words, format, strict }: CorpusCommand,
  version: string,
): Promise<CommandResult> {
  const corpus = await openCorpus(places);
  const keys = new Set(words.map((word) => articleOfKey(corpus, word).key));
  const all = new Set(corpus.articles.map(({ key }) => key));
  const stray = words.length > 0 ? [] : await strayTexts(corpus);
  const findings = [
    ...checkArticles({ ...corpus, keys: keys.size > 0 ? keys : all }),
    ...stray.map((file) => ({
      file,
      line: 1,
      column: 1,
      level: 'error' as const,
      code: 'TEXT_NAME',
      sentence: 'No article file is of this text.',
      mend: 'Name it as its article is: texts/KEY.txt beside KEY.quotes.yaml.',
    })),
  ];
  const articles = keys.size > 0 ? keys.size : all.size;
  return { text: printReport({ findings, articles, version }, format), exit: exitOf(findings, strict) };
}

function needsKey({ words, command }: CorpusCommand): readonly string[] {
  if (words.length > 0) return words;
  throw new ServiceError('BAD_COMMAND', `attested ${command} needs the key of an article.`, {
    hint: 'attested help says what it knows.',
  });
}

/** Prints the script of an article. */
async function compile(places: CorpusPlaces, command: CorpusCommand): Promise<CommandResult> {
  const corpus = await openCorpus(places);
  const keys = needsKey(command);
  return said(
    keys
      .map((key) => compiled(articleOfKey(corpus, key), corpus.grammar))
      .join('\n')
      .trimEnd(),
  );
}

/** Writes the other form of articles beside their files. */
async function convertForm(places: CorpusPlaces, command: CorpusCommand): Promise<CommandResult> {
  const to = command.command;
  const corpus = await openCorpus(places);
  const write = to === 'pack' ? pack : unpack;
  const paths: string[] = [];
  for (const key of needsKey(command)) {
    const source = articleOfKey(corpus, key);
    if (to === 'unpack' && source.form === 'quotes')
      throw new ServiceError('ARTICLE_INVALID', `${source.file} is there already.`, {
        hint: 'Take it away first if the travelling form is to be read.',
      });
    paths.push(await write(source, corpus.grammar));
  }
  return said(paths.map((path) => `wrote ${path}`).join('\n'));
}

/** Puts article files in their order, where they lie. */
async function format(places: CorpusPlaces, { words }: CorpusCommand): Promise<CommandResult> {
  const corpus = await openCorpus(places);
  const sources = words.length > 0 ? words.map((word) => articleOfKey(corpus, word)) : corpus.articles;
  const lines: string[] = [];
  for (const source of sources) {
    const text = formatted(source, corpus.grammar);
    if (text === source.source) continue;
    lines.push(`wrote ${await writeWhole(source.file, text)}`);
  }
  return said(lines.length > 0 ? lines.join('\n') : 'All files are in their order.');
}

/** Prints the file of an article as a graph has it, in its travelling form. */
export async function exportArticle(
  domain: Domain,
  store: GraphStore,
  command: CorpusCommand,
): Promise<CommandResult> {
  const [word = ''] = needsKey(command);
  const grammar = grammarOf(domain);
  const script = await storedScript(store, keyOf(word), grammar);
  if (script) return said(printArticle(articleOf(script), { grammar }).trimEnd());
  throw new ServiceError('NOT_FOUND', `The graph has no article ${keyOf(word)}.`, {
    hint: '`{ articles { nodes { key } } }` lists those that it has.',
  });
}

/** Makes a folder for articles of one's own. */
async function init(_: CorpusPlaces, { words }: CorpusCommand): Promise<CommandResult> {
  const [folder] = words;
  if (folder === undefined)
    throw new ServiceError('BAD_COMMAND', 'attested init needs a folder.', {
      hint: 'attested init my-corpus',
    });
  const written = await initFolder(folder);
  const next = `Set CORPUS_DIR=${folder}, or go there; attested new KEY --text FILE drafts a first article.`;
  return said([...written.map((path) => `wrote ${path}`), next].join('\n'));
}

/** Drafts the file of an article from its text. */
async function draft(places: CorpusPlaces, command: CorpusCommand): Promise<CommandResult> {
  const [key = ''] = needsKey(command);
  if (command.text === undefined)
    throw new ServiceError('BAD_COMMAND', 'attested new needs the file of the text.', {
      hint: `attested new ${key} --text FILE, which is plain text or a saved page.`,
    });
  const { written, told, lost } = await draftArticle(await openCorpus(places), key, command.text);
  const next =
    lost.length > 0
      ? `${lost.length} places lost their words: mend them where attested check tells.`
      : 'Every line is a proposal: go through it, write the claims, and run attested check.';
  return said([...told, ...lost, ...written.map((path) => `wrote ${path}`), next].join('\n'));
}

type Run = (places: CorpusPlaces, command: CorpusCommand, version: string) => Promise<CommandResult>;

const commands: Readonly<Record<string, Run>> = {
  init,
  new: draft,

  check,
  compile,
  pack: convertForm,
  unpack: convertForm,
  format,
};

/** The commands on article files that need no graph. */
export const corpusCommands: readonly string[] = Object.keys(commands);

/** Runs one of them. */
export function runCorpus(
  places: CorpusPlaces,
  command: CorpusCommand,
  version: string,
): Promise<CommandResult> {
  const run = commands[command.command];
  invariant(run, `no command ${command.command}`);
  return run(places, command, version);
}
