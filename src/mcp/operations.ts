/** The GraphQL behind the tools: fixed operations, so that the ways into the graph stay those of the service. */

const evidence = (first: number) => `evidence(first: ${first}) {
  claim { id statement status attributions(first: 3) { nodes { source { ... on Entity { name } } } } }
  sentence { id }
  article { id title publishedOn url }
}`;

const EVIDENCE = evidence(10);

/** Enough to tell what something is. */
const GLIMPSE = evidence(2);

const END = '{ id name ... on Event { status } }';

const RESOLVED = 'resolved { argument value taken { id name } alternatives { id name } }';

const DATE = 'date { edtf earliest latest precision text inherited }';

const PAGE = 'pageInfo { hasNextPage endCursor } totalCount';

/** Entities by what they are called, then by words of their names. */
export const SEARCH_ENTITIES = `query SearchEntities($name: String!, $types: [SearchType!], $first: Int!) {
  resolve(name: $name) {
    ambiguous
    suggestions(first: 5)
    matches(first: 20) { weak entity { __typename id name aliases ${GLIMPSE} } }
  }
  search(text: $name, types: $types, first: $first) {
    node { __typename id ... on Entity { name aliases ${GLIMPSE} } }
  }
}`;

/** One entity with the facts that tie it to others. */
export const GET_ENTITY = `query GetEntity($id: ID!, $first: Int!, $after: String) {
  node(id: $id) {
    __typename
    id
    ... on Entity {
      name
      aliases
      ${EVIDENCE}
      agreement { verdict articles sources }
      facts(first: $first, after: $after) {
        nodes { id predicate role title basis subject ${END} object ${END} ${EVIDENCE} }
        ${PAGE}
      }
    }
    ... on Event { kind status ${DATE} object purpose }
    ... on Gift { item quantity description ${DATE} }
    ... on Country { isoCode }
  }
}`;

/** Gifts by giver, recipient and event. */
export const LIST_GIFTS = `query ListGifts($giver: String, $recipient: String, $event: String, $first: Int!, $after: String) {
  gifts(from: $giver, to: $recipient, during: $event, first: $first, after: $after) {
    nodes {
      id
      name
      item
      quantity
      description
      givers { nodes { ... on Entity { id name } } }
      recipients { nodes { ... on Entity { id name } } }
      during { id name status }
      madeIn { id name }
      inReturnFor { nodes { id name } }
      ${DATE}
      ${EVIDENCE}
    }
    ${RESOLVED}
    ${PAGE}
  }
}`;

/** Events by who is involved, where and when. */
export const LIST_EVENTS = `query ListEvents(
  $person: String, $country: String, $status: [Status!], $where: EventWhere, $first: Int!, $after: String
) {
  events(involving: $person, at: $country, status: $status, where: $where, first: $first, after: $after) {
    nodes {
      id
      name
      kind
      status
      ${DATE}
      places { nodes { id name } }
      involvements { nodes { role actor { id name } } }
      ${EVIDENCE}
    }
    ${RESOLVED}
    ${PAGE}
  }
}`;

/** How two entities are connected. */
export const FIND_PATHS = `query FindPaths($a: String!, $b: String!, $max: Int!) {
  path(from: $a, to: $b, maxHops: $max) {
    outcome
    hops
    ${RESOLVED}
    paths {
      nodes ${END}
      facts { id predicate role title subject ${END} object ${END} ${EVIDENCE} }
    }
  }
}`;

/** Where everything comes from. */
export const SOURCES = `query Sources($first: Int!, $after: String) {
  articles(first: $first, after: $after) {
    nodes { id title byline publishedOn language url claims { totalCount } }
    ${PAGE}
  }
}`;
