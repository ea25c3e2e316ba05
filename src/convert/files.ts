import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { ServiceError } from '../errors.ts';
import { derivation } from '../facts/derive/derive.ts';
import { schemaCommands } from '../facts/schema.ts';
import { writesOf } from '../load/write.ts';
import { formsOf } from '../script/forms.ts';
import { type OwnerScript, readScript } from '../script/script.ts';
import { type ConvertSettings, convertScripts } from './convert.ts';

/** What to convert: files, beside the scripts of `cypherDir`, which they may stand on. */
export type ConvertFiles = ConvertSettings & {
  readonly files: readonly string[];
  readonly cypherDir: string;
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
async function standing({ cypherDir, files, vocabulary }: ConvertFiles): Promise<readonly OwnerScript[]> {
  const own = new Set(files.map((file) => resolve(file)));
  const names = (await readdir(cypherDir)).filter((name) => name.endsWith('.cypher')).sort();
  const found = await Promise.all(
    names.map(async (name) => {
      const file = join(cypherDir, name);
      if (own.has(resolve(file))) return [];
      const { script, findings } = readScript(file, await read(file), formsOf(vocabulary));
      return script && findings.length === 0 ? [script] : [];
    }),
  );
  return found.flat();
}

/** Converts files where they lie, and gives the names of those written; a script of several articles becomes several. */
export async function convertFiles(settings: ConvertFiles): Promise<readonly string[]> {
  const { store, vocabulary, files } = settings;
  await store.define(schemaCommands(vocabulary).map((text) => ({ text, parameters: {} })));
  const loads = (await standing(settings)).map((script) => ({ script, texts: [], sha256: '' }));
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
