import type { DocumentNode } from 'graphql';
import { gql } from 'graphql-tag';
import type { Catalog, NodeType, ValueField } from '../model/catalog.ts';
import { onceFor } from './graph.ts';

/**
 * What files and tables ask of the graph, as GraphQL. What must hold every field of the domain is made from the catalog:
 * a type `Treaty` with a field `signedOn` is asked for as
 * `query Treaties($ids: [ID!]!, $first: Int!) { list: treaties(where: {id: {in: $ids}}, first: $first) { nodes { … signedOn } } }`.
 * Each list comes under the name `list`, so that one reader reads them all.
 */

/** The claims told of one node or relationship at most. */
export const CLAIMS_MAX = 100;

const PERIOD =
  '{ edtf words earliest latest start startInexact end endInexact precision basis text inherited }';

/** A value as a document asks for it. */
function selected({ name, type }: ValueField): string {
  return type === 'period' ? `${name} ${PERIOD}` : name;
}

/** The field that tells when a thing was: its `date`. */
export function dateFieldOf({ fields }: NodeType): ValueField | undefined {
  return fields.find(({ name, type }) => name === 'date' && (type === 'period' || type === 'date'));
}

/** Whether what is told of a type has a status. */
export function hasStatus({ fields }: NodeType): boolean {
  return fields.some(({ name }) => name === 'status');
}

/** One page of the ids of a list of the root, in their order. */
export function idsDocument(list: string, type: string): DocumentNode {
  return gql(`query Ids_${list}($where: ${type}Where, $first: Int!, $after: String) {
  list: ${list}(where: $where, orderBy: [{id: ASC}], first: $first, after: $after) {
    nodes { id }
    pageInfo { hasNextPage endCursor }
  }
}`);
}

/** Items of a list of the root by their ids, with a selection of their own. */
export function byIdsDocument(name: string, list: string, selection: string): DocumentNode {
  return gql(`query ${name}_${list}($ids: [ID!]!, $first: Int!) {
  list: ${list}(where: {id: {in: $ids}}, first: $first) { nodes { id ${selection} } }
}`);
}

/** How many nodes of a list pass. */
function countDocument({ list, name }: NodeType): DocumentNode {
  return gql(
    `query Count_${list}($where: ${name}Where) { list: ${list}(where: $where, first: 0) { totalCount } }`,
  );
}

/** What is asked of the nodes of one type. */
export type NodeDocuments = {
  readonly ids: DocumentNode;
  readonly count: DocumentNode;
  /** All that it holds, and the claims behind it. */
  readonly whole: DocumentNode;
  /** When it was; null where its type tells no date. */
  readonly dated: DocumentNode | null;
};

/** What is asked of nodes, by the name of their type. */
export const nodeDocuments = onceFor(({ catalog }): ReadonlyMap<string, NodeDocuments> => {
  const claims = `claims(first: ${CLAIMS_MAX}, orderBy: [{id: ASC}]) { nodes { id } }`;
  const documents = (type: NodeType): NodeDocuments => {
    const date = dateFieldOf(type);
    const dated = date && `${hasStatus(type) ? 'status ' : ''}${selected(date)}`;
    const whole = `name ${type.fields.map(selected).join(' ')} ${claims}`;
    return {
      ids: idsDocument(type.list, type.name),
      count: countDocument(type),
      whole: byIdsDocument('Nodes', type.list, whole),
      dated: dated === undefined ? null : byIdsDocument('Dates', type.list, dated),
    };
  };
  return new Map(catalog.types.map((type) => [type.name, documents(type)]));
});

/** Of which types these ids are. */
export const typesDocument = gql`
  query Types($ids: [ID!]!, $first: Int!) {
    list: entities(where: { id: { in: $ids } }, first: $first) {
      nodes {
        __typename
        id
      }
    }
  }
`;

/** What is asked of facts: a page of them whole, or as little as is needed to count those that pass. */
export const factDocuments = onceFor(({ catalog }) => {
  const status = statusOf(catalog, ' @include(if: $statuses)');
  const end = `{ __typename id name ${status} }`;
  const fields = [...new Set([...catalog.fact.map(selected), ...catalog.days.values()])].join(' ');
  const whole = `id predicate basis ${fields} evidence(first: ${CLAIMS_MAX * 10}) { claim { id } }`;
  const page = (name: string, selection: string) =>
    gql(`query ${name}($where: FactWhere, $first: Int!, $after: String, $statuses: Boolean!) {
  list: facts(where: $where, first: $first, after: $after) {
    nodes { ${selection} }
    pageInfo { hasNextPage endCursor }
  }
}`);
  return {
    whole: page('Facts', `${whole} subject ${end} object ${end}`),
    ends: page('FactEnds', `subject { __typename id name } object { __typename id name ${status} }`),
    count: gql`
      query CountFacts($where: FactWhere) {
        list: facts(where: $where, first: 0) {
          totalCount
        }
      }
    `,
  };
});

/** The status of whatever has one, each under a name of its own: they may be of several types. */
export function statusOf({ types }: Catalog, condition = ''): string {
  const parts = types
    .filter(hasStatus)
    .map(({ name }) => `... on ${name}${condition} { ${statusKey(name)}: status }`);
  return parts.join(' ');
}

/** The name under which the status of an end stands. */
export function statusKey(type: string): string {
  return `status${type}`;
}

/** Claims with who says so and the sentences that state them. */
export const claimsDocument = gql`
  query ClaimsBehind($ids: [ID!]!, $first: Int!) {
    list: claims(where: { id: { in: $ids } }, first: $first) {
      nodes {
        id
        statement
        status
        attributions(first: 1000) {
          nodes {
            source {
              name
            }
          }
        }
        evidence(first: 1000) {
          sentence {
            id
          }
          article {
            id
            title
            publishedOn
            url
          }
        }
      }
    }
  }
`;
