import type { DocumentNode } from 'graphql';
import { gql } from 'graphql-tag';
import { onceFor } from '../export/graph.ts';
import type { NodeType, ValueField } from '../model/catalog.ts';

/** The GraphQL behind the tools: fixed operations, so that the ways into the graph stay those of the service. */

const evidence = (first: number) => `evidence(first: ${first}) {
  claim { id statement status attributions(first: 3) { nodes { source { ... on Entity { name } } } } }
  sentence { id }
  article { id title publishedOn url }
}`;

/** The spans of text that say so. */
export const EVIDENCE = evidence(10);

/** Whether sources agree on it, and the claims that stand against it. */
export const AGREEMENT = `agreement {
  verdict
  contradicting(first: 5) { statement status attributions(first: 3) { nodes { source { ... on Entity { name } } } } }
}`;

/** Enough to tell what something is. */
const GLIMPSE = evidence(2);

/** A date as the tools tell it. */
export const PERIOD = '{ words edtf earliest latest precision inherited }';

/** Where a list goes on. */
export const PAGE = 'pageInfo { hasNextPage endCursor } totalCount';

/**
 * A field of one type under a name of its own, since types may hold different things under one name; `rowOf` takes the
 * type off again: `kind__Event: kind` is `kind` in the answer of a tool.
 */
function ofType({ name: type }: NodeType, { name, type: holds }: ValueField): string {
  return `${name}__${type}: ${name}${holds === 'period' ? ` ${PERIOD}` : ''}`;
}

/** What the answer of a tool holds of every entity in a way of its own. */
export const everyEntity: ReadonlySet<string> = new Set(['aliases']);

/** Entities by what they are called, then by words of their names. */
export const SEARCH_ENTITIES = gql`query SearchEntities($name: String!, $types: [SearchType!], $only: [EntityType!], $first: Int!) {
  resolve(name: $name, types: $only) {
    suggestions(first: 5) { because entity { id name } }
    matches(first: 20) { weak entity { __typename id name aliases ${GLIMPSE} } }
  }
  search(text: $name, types: $types, first: $first) {
    node { __typename id ... on Entity { name aliases ${GLIMPSE} } }
  }
}`;

/** What is asked of entities, by their catalog. */
type EntityOperations = { readonly getEntity: DocumentNode; readonly findPaths: DocumentNode };

/** One entity with the facts that tie it to others, and how two entities are connected. */
export const entityOperations = onceFor(({ catalog }): EntityOperations => {
  const parts = (wanted: (field: ValueField) => boolean) =>
    catalog.types.map((type) => {
      const fields = type.fields.filter(wanted).map((field) => ofType(type, field));
      return fields.length > 0 ? `... on ${type.name} { ${fields.join(' ')} }` : '';
    });
  const end = `{ id name ${parts(({ name }) => name === 'status').join(' ')} }`;
  const told = catalog.fact.filter(({ type }) => type === 'string').map(({ name }) => name);
  const fact = `id predicate ${told.join(' ')}`;
  return {
    getEntity: gql(`query GetEntity($id: ID!, $first: Int!, $after: String) {
  node(id: $id) {
    __typename
    id
    ... on Entity {
      name
      aliases
      ${EVIDENCE}
      facts(first: $first, after: $after) {
        nodes { ${fact} value status basis agreement { verdict articles sources } subject ${end} object ${end} ${EVIDENCE} }
        ${PAGE}
      }
    }
    ${parts(({ name }) => !everyEntity.has(name)).join('\n    ')}
  }
}`),
    findPaths: gql(`query FindPaths($a: String!, $b: String!, $max: Int!) {
  path(from: $a, to: $b, maxHops: $max) {
    outcome
    hops
    paths {
      nodes ${end}
      facts { ${fact} subject ${end} object ${end} ${EVIDENCE} }
    }
  }
}`),
  };
});

/** Where everything comes from. */
export const SOURCES = gql`query Sources($first: Int!, $after: String) {
  articles(first: $first, after: $after) {
    nodes { id title byline publishedOn language url claims { totalCount } }
    ${PAGE}
  }
}`;
