/**
 * Builds the pages into dist/explorer and compresses them, once for each state of their sources.
 * `node src/explorer/build.mjs` builds when something changed; `--force` builds anyway.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { documentsPlugin, manifest } from './documents.mjs';
import { domainPlugin, schemaText } from './domain.mjs';

// What is built must not depend on who builds it: a test's NODE_ENV would ship React's development code.
process.env.NODE_ENV = 'production';

const top = fileURLToPath(new URL('../..', import.meta.url));
const source = join(top, 'src/explorer');
const target = join(top, 'dist/explorer');
/** Made here and then put in place, so that two builds at once do not mix and a reader never meets half of one. */
const draft = join(top, `dist/.explorer-${process.pid}`);

/** All files below a folder, in order. */
function filesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** One hash of all that the pages are made of: their sources, the saved questions, the schema, the packages' versions. */
function inputsHash() {
  const hash = createHash('sha256');
  const questions = filesOf(join(top, 'docs/questions')).filter((file) => file.endsWith('.graphql'));
  const others = ['src/news/start.json', 'package-lock.json'].map((name) => join(top, name));
  hash.update(schemaText);
  for (const file of [...filesOf(source), ...questions, ...others]) {
    hash.update(`${relative(top, file)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

async function bundle() {
  const { build } = await import('vite');
  await build({
    configFile: false,
    root: source,
    base: './',
    logLevel: 'error',
    plugins: [documentsPlugin, domainPlugin],
    worker: { format: 'es' },
    build: {
      outDir: draft,
      emptyOutDir: true,
      target: 'es2022',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      license: { fileName: 'third-party.md' },
      chunkSizeWarningLimit: 4_000,
      rolldownOptions: { input: ['index', 'explorer', 'graph'].map((name) => join(source, `${name}.html`)) },
    },
  });
}

/** Writes `.br` and `.gz` beside each file that gets smaller by it. */
async function compress() {
  const brotli = promisify(brotliCompress);
  const zip = promisify(gzip);
  await Promise.all(
    filesOf(draft).map(async (file) => {
      const bytes = await readFile(file);
      const params = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
      await writeFile(`${file}.br`, await brotli(bytes, { params }));
      await writeFile(`${file}.gz`, await zip(bytes, { level: 9 }));
    }),
  );
}

const hash = inputsHash();

function isBuilt() {
  const stamp = join(target, '.inputs');
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
}

function putInPlace() {
  const old = `${draft}-old`;
  if (existsSync(target)) renameSync(target, old);
  renameSync(draft, target);
  rmSync(old, { recursive: true, force: true });
}

const forced = process.argv.includes('--force');
if (!isBuilt() || forced) {
  mkdirSync(draft, { recursive: true });
  try {
    await bundle();
    await compress();
    writeFileSync(join(draft, 'documents.json'), `${JSON.stringify(manifest(), null, 2)}\n`);
    writeFileSync(join(draft, '.inputs'), hash);
    if (!isBuilt() || forced) putInPlace();
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}
