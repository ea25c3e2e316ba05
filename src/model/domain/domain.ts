import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildASTSchema, type DocumentNode, GraphQLError, type GraphQLSchema, parse, Source } from 'graphql';
import { ServiceError } from '../../errors.ts';
import { addedWords } from '../added-words.ts';
import { documentFaults, schemaFaults, writtenFaults } from './check.ts';
import { completed, expand } from './expand.ts';
import { refuse } from './fault.ts';
import { merge } from './merge.ts';
import type { Types } from './types.ts';

/**
 * A domain is what a graph tells of: folders, each with a `schema.graphql` of types, and with `cypher/`, the values of its
 * enums (`vocabulary.graphql`) and the scripts that make its graph. A later folder adds to the earlier ones. All stand on
 * `core.graphql`, which is the same in every domain.
 */
export type Domain = {
  readonly folders: readonly string[];
  /** The types as they are written, each whole. */
  readonly types: Types;
  /** All that follows from them, with the directives that say how it stands in the graph. */
  readonly schema: GraphQLSchema;
  /** The same as it is printed. */
  readonly document: DocumentNode;
};

const packageFolder = fileURLToPath(new URL('../../..', import.meta.url));

/** The word that stands for the folder of the package, in a list of folders. */
export const NEWS = 'news';

/** Reads a domain from its folders, in their order (`news` is the one of the package), and the words that the folders of a corpus add. */
export function readDomain(names: readonly string[] = [NEWS], corpora: readonly string[] = []): Domain {
  const folders = names.map((name) => (name === NEWS ? packageFolder : name));
  const files = folders.flatMap((folder) => [
    join(folder, 'schema.graphql'),
    ...[join(folder, 'cypher', 'vocabulary.graphql')].filter((path) => existsSync(path)),
  ]);
  const core = readDocument(join(packageFolder, 'core.graphql'));
  const documents = files.map(readDocument);
  const added = addedWords(corpora, { core, documents, read: readDocument });
  const written = merge(core, [...documents, ...added]);
  const types = completed(written);
  const document = expand(written, types);
  refuse([...written.faults, ...writtenFaults(types), ...documentFaults(document)]);
  const schema = buildASTSchema(document, { assumeValidSDL: true });
  refuse(schemaFaults(schema));
  return { folders, types, document, schema };
}

/** The folders of a domain's scripts. Its first folder has some; a later one may add types alone. */
export function scriptFolders({ folders }: Domain): readonly string[] {
  return folders
    .map((folder) => join(folder, 'cypher'))
    .filter((path, index) => index === 0 || existsSync(path));
}

function readDocument(path: string): DocumentNode {
  try {
    return parse(new Source(readFileSync(path, 'utf8'), path));
  } catch (error) {
    const { message } = error as Error;
    const line = error instanceof GraphQLError ? `:${error.locations?.[0]?.line}` : '';
    throw new ServiceError('DOMAIN_INVALID', `${path}${line}: ${message.replace(/\.?$/, '.')}`, {
      hint: 'Set DOMAIN_DIR to folders that have a schema.graphql each, or mend that one.',
      cause: error,
    });
  }
}
