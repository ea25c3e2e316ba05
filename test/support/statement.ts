import { parse, validate } from 'graphql';
import { compile } from '../../src/compile/compile.ts';
import { inspect } from '../../src/graphql/inspect.ts';
import { lookAhead } from '../../src/graphql/lookahead.ts';
import { loadSchema } from '../../src/graphql/schema.ts';
import { unlimited } from '../../src/limits.ts';
import { readDomain } from '../../src/model/domain/domain.ts';

const schema = loadSchema(readDomain());

/** The statement that an operation without variables is compiled to; no graph is asked. */
export function statementOf(query: string): string {
  const document = parse(query);
  const invalid = validate(schema.schema, document);
  if (invalid[0]) throw invalid[0];
  const [operation] = document.definitions;
  if (operation?.kind !== 'OperationDefinition') throw new Error('no operation');
  const fields = inspect(document, unlimited).get(operation) ?? new Map();
  const { selecteds } = lookAhead(schema.schema, fields, {});
  const limits = { pageSizeMax: 500, costMax: 1_000_000 };
  return compile({ ...schema, limits }, 'Query', selecteds).text ?? '';
}
