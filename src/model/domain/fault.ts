import { type ASTNode, getLocation } from 'graphql';
import { ServiceError } from '../../errors.ts';

/** What is wrong with a model: a definition of a file, and one sentence. */
export type Fault = { readonly node?: ASTNode; readonly message: string };

/** `schema.graphql:12: Treaty.date …` */
function placed({ node, message }: Fault): string {
  const loc = node?.loc;
  return loc ? `${loc.source.name}:${getLocation(loc.source, loc.start).line}: ${message}` : message;
}

/** Refuses a model of which anything is wrong, with all of it. */
export function refuse(faults: readonly Fault[]): void {
  if (faults.length === 0) return;
  throw new ServiceError('DOMAIN_INVALID', faults.map(placed).join('\n'), {
    hint: 'Mend the schema of the domain (DOMAIN_DIR); CONTRIBUTING.md says how a type is written.',
  });
}
