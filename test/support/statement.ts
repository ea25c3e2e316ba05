import { type DocumentNode, parse, validate, visit } from 'graphql';
import { type Compiled, compile } from '../../src/compile/compile.ts';
import type { Estimate } from '../../src/compile/work.ts';
import { inspect } from '../../src/graphql/inspect.ts';
import { lookAhead } from '../../src/graphql/lookahead.ts';
import { loadSchema } from '../../src/graphql/schema.ts';
import { unlimited } from '../../src/limits.ts';
import { readDomain } from '../../src/model/domain/domain.ts';
import type { Statistics } from '../../src/store/store.ts';

const schema = loadSchema(readDomain());

/** The statement that an operation without variables is compiled to; no graph is asked. */
export const statementOf = (query: string): string => compiled(parse(query), schema).text ?? '';

/** The same of no day and where no text has an index: as it is planned, before passes change it. */
export function plannedOf(query: string): string {
  const document = visit(parse(query), {
    Argument: ({ name }) => (name.value === 'asOf' ? null : undefined),
  });
  return compiled(document, { ...schema, mapping: { ...schema.mapping, rule: () => ({}) } }).text ?? '';
}

/** What an operation without variables has to go through on a graph that is made up so. */
export function workOf(query: string, statistics: Statistics): Estimate {
  return compiled(parse(query), schema).work?.(statistics, {}) ?? { rows: 0, most: '' };
}

function compiled(document: DocumentNode, against: typeof schema): Compiled {
  const [invalid] = validate(schema.schema, document);
  if (invalid) throw invalid;
  const [operation] = document.definitions;
  if (operation?.kind !== 'OperationDefinition') throw new Error('no operation');
  const fields = inspect(document, unlimited).get(operation) ?? new Map();
  const { selecteds } = lookAhead(schema.schema, fields, {});
  const limits = { pageSizeMax: 500, costMax: 1_000_000 };
  return compile({ ...against, limits }, 'Query', selecteds);
}
