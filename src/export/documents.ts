import type { DocumentNode } from 'graphql';
import { gql } from 'graphql-tag';
import type { NodeType, ValueField } from '../model/catalog.ts';
import { onceFor } from './graph.ts';

/**
 * What files and tables ask of the graph, as GraphQL. What must hold every field of the domain is made from the catalog:
 * a type `Treaty` with a field `signedOn` is asked for as
 * `query Treaties($ids: [ID!]!, $first: Int!) { list: treaties(where: {id: {in: $ids}}, first: $first) { nodes { … signedOn } } }`.
 * Each list comes under the name `list`, so that one reader reads them all.
 */

/** The claims told of one thing or fact at most. */
export const CLAIMS_MAX = 100;

const PERIOD =
  '{ edtf words earliest latest start startInexact end endInexact precision basis text inherited }';

/** A value as a document asks for it. */
export function selected({ name, type }: ValueField): string {
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
  /** All that it holds; the claims that speak of it too, where no fact of its own says that it takes place. */
  readonly whole: DocumentNode;
};

/** What is asked of nodes, by the name of their type. */
export const nodeDocuments = onceFor(({ catalog }): ReadonlyMap<string, NodeDocuments> => {
  const claims = `claims(first: ${CLAIMS_MAX}, orderBy: [{id: ASC}]) { nodes { id } }`;
  const documents = (type: NodeType): NodeDocuments => {
    const whole = `name ${type.fields.map(selected).join(' ')} ${hasStatus(type) ? '' : claims}`;
    return {
      ids: idsDocument(type.list, type.name),
      count: countDocument(type),
      whole: byIdsDocument('Nodes', type.list, whole),
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
