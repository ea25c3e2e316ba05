/**
 * The documents that the pages ask: the files of documents/, each with the fragments that it spreads, fixed when the
 * pages are built. So an operator can list them, and a service that answers only documents it knows can know these.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, stripIgnoredCharacters, validate } from 'graphql';
import { grown, questions, schema } from './domain.mjs';

const top = fileURLToPath(new URL('../..', import.meta.url));
const own = join(top, 'src/explorer/documents');

/** The definitions of a file, each with its text. */
function definitionsOf(path) {
  const text = grown(readFileSync(path, 'utf8'));
  return parse(text).definitions.map((definition) => ({
    name: definition.name.value,
    text: text.slice(definition.loc.start, definition.loc.end),
  }));
}

/** An operation and all fragments that it spreads, directly or not, as one document without what means nothing. */
function withFragments(text, fragments) {
  const needed = new Set();
  const add = (part) => {
    for (const [, name] of part.matchAll(/\.\.\.\s*(?!on\b)(\w+)/g)) {
      if (needed.has(name)) continue;
      needed.add(name);
      add(fragments.get(name));
    }
  };
  add(text);
  return stripIgnoredCharacters([text, ...[...needed].map((name) => fragments.get(name))].join('\n'));
}

/** The text that the page sends for a file of documents/. */
export function documentOf(path) {
  const fragments = new Map(
    definitionsOf(join(own, 'fragments.graphql')).map(({ name, text }) => [name, text]),
  );
  const [operation] = definitionsOf(path);
  return { name: operation.name, text: withFragments(operation.text, fragments) };
}

/** Turns `import { text } from './documents/x.graphql'` into the document's fixed text. */
export const documentsPlugin = {
  name: 'documents',
  enforce: 'pre',
  load(id) {
    if (!id.startsWith(own) || !id.endsWith('.graphql')) return null;
    return `export const text = ${JSON.stringify(documentOf(id).text)};`;
  },
};

/** All that the pages ask, the saved questions included, as a manifest that TRUSTED_DOCUMENTS takes. */
export function manifest() {
  const graphqlIn = (folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith('.graphql') && file !== 'fragments.graphql')
      .sort()
      .map((file) => join(folder, file));
  const documents = [
    ...graphqlIn(own).map(documentOf),
    ...questions.map(({ name, text }) => ({ name: parse(text).definitions[0]?.name?.value ?? name, text })),
  ];
  for (const { name, text } of documents) {
    const [fault] = validate(schema, parse(text));
    if (fault) throw new Error(`The document ${name} does not fit the schema: ${fault.message}`);
  }
  const operations = documents.map(({ name, text }) => ({
    id: createHash('sha256').update(text).digest('hex'),
    name,
    type: 'query',
    body: text,
  }));
  return { format: 'apollo-persisted-query-manifest', version: 1, operations };
}
