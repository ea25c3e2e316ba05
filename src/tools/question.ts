import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql';
import { ServiceError } from '../errors.ts';
import { type Flattening, flattening } from './flatten.ts';

/** A saved question: a GraphQL operation whose answer is served as a table. */
export type Question = {
  readonly name: string;
  /** What it asks, the comment at the head of its file. */
  readonly title: string;
  readonly text: string;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly flattening: Flattening;
};

/** Reads every `.graphql` file of a folder; one that the schema does not answer is a BAD_CONFIG that names it. */
export function readQuestions(folder: string, schema: GraphQLSchema): ReadonlyMap<string, Question> {
  const files = listFolder(folder).filter((file) => file.endsWith('.graphql'));
  return new Map(
    files.sort().map((file) => {
      const name = file.slice(0, -'.graphql'.length);
      return [name, readQuestion(name, join(folder, file), schema)];
    }),
  );
}

function listFolder(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    throw new ServiceError('BAD_CONFIG', `The folder of questions ${folder} cannot be read.`, {
      hint: 'Let this process read it: questions of your own lie in questions/ of a folder of CORPUS_DIR.',
      cause: error,
    });
  }
}

function readQuestion(name: string, path: string, schema: GraphQLSchema): Question {
  const fault = (message: string) =>
    new ServiceError('BAD_CONFIG', `${path}: ${message}`, {
      hint: 'A question is one query with one field at its root, under a comment that says what it asks.',
    });
  if (!/^[\w-]+$/.test(name)) throw fault('A name has letters, digits, hyphens and underscores only.');
  const text = readFileSync(path, 'utf8');
  const title = /^#\s*(.+)/.exec(text)?.[1]?.trim();
  if (title === undefined) throw fault('It has no comment at its head.');
  const document = parsed(text, fault);
  const [error] = validate(schema, document);
  if (error) throw fault(error.message);
  const [operation, other] = document.definitions.filter((d) => d.kind === Kind.OPERATION_DEFINITION);
  if (!operation || other || operation.operation !== 'query') throw fault('It is not one query.');
  if (operation.selectionSet.selections.length !== 1) throw fault('It has several fields at its root.');
  return { name, title, text, document, operation, flattening: flattening(schema, document, operation) };
}

function parsed(text: string, fault: (message: string) => ServiceError): DocumentNode {
  try {
    return parse(text);
  } catch (error) {
    throw fault(error instanceof Error ? error.message : String(error));
  }
}
