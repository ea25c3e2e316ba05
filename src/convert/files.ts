import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { ServiceError } from '../errors.ts';
import { derivation } from '../facts/derive/derive.ts';
import { readVocabulary, type Vocabulary } from '../facts/vocabulary.ts';
import { schemaCommands } from '../load/load.ts';
import type { Domain } from '../model/domain/domain.ts';
import type { GraphStore } from '../store/store.ts';
import { writesOf } from '../load/write.ts';
import { formsOf } from '../script/forms.ts';
import { type OwnerScript, readScript } from '../script/script.ts';
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
async function standing({ cypherDir, files }: ConvertFiles, vocabulary: Vocabulary): Promise<readonly OwnerScript[]> {
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

/** Converts files where they lie, and gives the names of those written; a script of several articles becomes several. */
export async function convertFiles(settings: ConvertFiles): Promise<readonly string[]> {
  const { store, domain, files } = settings;
  const vocabulary = readVocabulary(domain);
  await store.define(schemaCommands(domain));
  const loads = (await standing(settings, vocabulary)).map((script) => ({ script, texts: [], sha256: '' }));
  await store.write([
    ...writesOf(loads, formsOf(vocabulary)),
    ...derivation(vocabulary).map((text) => ({ text, parameters: {} })),
  ]);
  const sources = await Promise.all(files.map(async (file) => ({ name: file, text: await read(file) })));
  const made = await convertScripts(sources, { store, vocabulary });
  const written = made.map(({ name, source, text }) => ({ path: join(dirname(source), name), text }));
  const kept = new Set(written.map(({ path }) => resolve(path)));
  for (const file of files.filter((one) => !kept.has(resolve(one)))) await rm(file);
  for (const { path, text } of written) await writeFile(path, text);
  return written.map(({ path }) => path);
}
