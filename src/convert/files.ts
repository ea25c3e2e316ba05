import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { ServiceError } from '../errors.ts';
import { derivation } from '../facts/derive/derive.ts';
import { readVocabulary, type Vocabulary } from '../facts/vocabulary.ts';
import { checkColumns } from '../load/check/cells.ts';
import { schemaCommands } from '../load/load.ts';
import { refuse } from '../load/said.ts';
import { writesOf } from '../load/write.ts';
import type { Domain } from '../model/domain/domain.ts';
import type { Finding } from '../script/finding.ts';
import { formsOf } from '../script/forms.ts';
import type { Literal } from '../script/literal.ts';
import { madeCells } from '../script/made.ts';
import { type OwnerScript, printScript, readScript } from '../script/script.ts';
import type { GraphStore } from '../store/store.ts';
import { convertScripts } from './convert.ts';

/** What to convert: files, beside the scripts of `cypherDir`, which they may stand on. */
export type ConvertFiles = {
  readonly store: GraphStore;
  readonly domain: Domain;
  readonly files: readonly string[];
  readonly cypherDir: string | readonly string[];
};

async function read(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: unknown) => {
    throw new ServiceError('SCRIPT_UNREADABLE', `${file} cannot be read.`, {
      hint: 'Name scripts that are there.',
      cause: error,
    });
  });
}

/** The scripts of a folder that are in the form of today, but for those to be converted. */
async function standing(
  { cypherDir, files }: ConvertFiles,
  vocabulary: Vocabulary,
): Promise<readonly OwnerScript[]> {
  const own = new Set(files.map((file) => resolve(file)));
  const folders = await Promise.all(
    [cypherDir].flat().map(async (folder) => (await readdir(folder)).map((name) => join(folder, name))),
  );
  const found = await Promise.all(
    folders
      .flat()
      .filter((name) => name.endsWith('.cypher'))
      .map(async (file) => {
        if (own.has(resolve(file))) return [];
        const { script, findings } = readScript(file, await read(file), formsOf(vocabulary));
        return script && findings.length === 0 ? [script] : [];
      }),
  );
  return found.flat();
}

/** A script of today's form, with all that code makes made anew. */
function made(script: OwnerScript, text: string): string {
  const tables = script.tables.map(({ form, rows }) => ({
    form,
    rows: rows.map(({ line, values }) => {
      const given = form.columns.filter((one) => (!one.made || one.given) && one.name in values);
      const cells = Object.fromEntries(given.map(({ name }) => [name, values[name] as Literal]));
      return { line, values: { ...cells, ...madeCells(form, cells, script.id) } };
    }),
  }));
  const [head = ''] = text.split('\n\n');
  return printScript({ ...script, tables }, head.replace(/^\/\/ ?/gm, ''));
}

/**
 * Converts files where they lie, and gives the names of those written; a script of several articles becomes several. One
 * that is in today's form keeps it, and gets what code makes: keys of names, ids of facts, the days of dates.
 */
export async function convertFiles(settings: ConvertFiles): Promise<readonly string[]> {
  const { store, domain } = settings;
  const vocabulary = readVocabulary(domain);
  const { kept, files } = await fill(settings, vocabulary);
  if (files.length === 0) return kept;
  await store.define(schemaCommands(domain));
  const loads = (await standing({ ...settings, files }, vocabulary)).map((script) => ({
    script,
    texts: [],
    sha256: '',
  }));
  await store.write([
    ...writesOf(loads, formsOf(vocabulary)),
    ...derivation(vocabulary).map((text) => ({ text, parameters: {} })),
  ]);
  const sources = await Promise.all(files.map(async (file) => ({ name: file, text: await read(file) })));
  const converted = await convertScripts(sources, { store, vocabulary });
  const written = converted.map(({ name, source, text }) => ({ path: join(dirname(source), name), text }));
  const paths = new Set(written.map(({ path }) => resolve(path)));
  for (const file of files.filter((one) => !paths.has(resolve(one)))) await rm(file);
  for (const { path, text } of written) await writeFile(path, text);
  return [...kept, ...written.map(({ path }) => path)];
}

/** Columns that no table has: printed anew, they would be gone. */
const oddColumns = ({ file, tables }: OwnerScript): readonly Finding[] =>
  tables.flatMap(({ form, rows }) =>
    rows.flatMap((row) => checkColumns(form, row).map((sentence) => ({ file, line: row.line, sentence }))),
  );

/** Fills in those that are in today's form; gives their names, and the files that are left. */
async function fill(
  settings: ConvertFiles,
  vocabulary: Vocabulary,
): Promise<{ kept: readonly string[]; files: readonly string[] }> {
  const kept: string[] = [];
  for (const file of settings.files) {
    const text = await read(file);
    const { script, findings } = readScript(file, text, formsOf(vocabulary));
    if (!script || findings.length > 0) continue;
    refuse(oddColumns(script), 'Mend the script: what stands there would be lost.');
    await writeFile(file, made(script, text));
    kept.push(file);
  }
  return { kept, files: settings.files.filter((file) => !kept.includes(file)) };
}
