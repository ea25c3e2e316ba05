import { parse, validate } from 'graphql';
import { type Compiled, compile } from '../../src/compile/compile.ts';
import type { Estimate } from '../../src/compile/work.ts';
import { inspect } from '../../src/graphql/inspect.ts';
import { lookAhead } from '../../src/graphql/lookahead.ts';
import { loadSchema } from '../../src/graphql/schema.ts';
import { unlimited } from '../../src/limits.ts';
import { readDomain } from '../../src/model/domain/domain.ts';
import type { Statistics } from '../../src/store/store.ts';

const schema = loadSchema(readDomain());

/** What an operation without variables is compiled to; no graph is asked. */
function compiledOf(query: string): Compiled {
  const document = parse(query);
  const invalid = validate(schema.schema, document);
  if (invalid[0]) throw invalid[0];
  const [operation] = document.definitions;
  if (operation?.kind !== 'OperationDefinition') throw new Error('no operation');
  const fields = inspect(document, unlimited).get(operation) ?? new Map();
  const { selecteds } = lookAhead(schema.schema, fields, {});
  const limits = { pageSizeMax: 500, costMax: 1_000_000 };
  return compile({ ...schema, limits }, 'Query', selecteds);
}

/** The statement of an operation without variables. */
export function statementOf(query: string): string {
  return compiledOf(query).text ?? '';
}

/** What an operation without variables has to go through on a graph that is made up so. */
export function workOf(query: string, statistics: Statistics): Estimate {
  return compiledOf(query).work?.(statistics, {}) ?? { rows: 0, most: '' };
}
