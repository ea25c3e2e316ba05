import { readConfig } from '../../src/config.ts';
import { loadSchema } from '../../src/graphql/schema.ts';
import { readDomain } from '../../src/model/domain/domain.ts';
import { type DomainParts, domainParts } from '../../src/news/news.ts';
import type { GraphStore } from '../../src/store/store.ts';

/** The graph in a store as files and tables ask it. */
export function domainOver(store: GraphStore): DomainParts {
  const schema = loadSchema(readDomain());
  return domainParts({ ...schema, store, limits: readConfig({}) });
}
