import { parse } from 'graphql';
import type { Execute } from '../../src/graphql/execute.ts';

// biome-ignore lint/suspicious/noExplicitAny: a test looks at whatever is answered
type Data = any;

/** What an operation without variables is answered, without a server. */
export async function asked(execute: Execute, query: string): Promise<Data> {
  const document = parse(query);
  const [operation] = document.definitions;
  if (operation?.kind !== 'OperationDefinition') throw new Error('no operation');
  const { data, errors } = await execute({ document, operation, documentId: query, variables: {} });
  if (errors) throw new Error(errors.map((one) => one.message).join('\n'));
  return data;
}
