/** What the libraries that we compare with need: types, and Cypher written by hand where they take it. */

const COUNTED = `MATCH (giver:Person)-[:GAVE]->(g:Gift) WITH giver, count(g) AS count
ORDER BY count DESC, giver.id LIMIT`;

const PATHS = `MATCH (a:Person {id: $from}) MATCH (b:Person {id: $to})
MATCH p = allShortestPaths((a)-[:GAVE|GIVEN_TO*1..4]-(b))
WITH p, reduce(t = '', n IN nodes(p) | t + n.id + ' ') AS text ORDER BY text LIMIT 20`;

/** The same four types for `@neo4j/graphql`; grouping and paths, which it has not, by its `@cypher`. */
export const neo4jGraphqlTypes = `
type Person @node {
  id: ID!
  name: String!
  gave: [Gift!]! @relationship(type: "GAVE", direction: OUT)
  received: [Gift!]! @relationship(type: "GIVEN_TO", direction: IN)
}
type Gift @node {
  id: ID!
  name: String!
  item: String!
  givers: [Person!]! @relationship(type: "GAVE", direction: IN)
  recipients: [Person!]! @relationship(type: "GIVEN_TO", direction: OUT)
  during: [Event!]! @relationship(type: "GIVEN_DURING", direction: OUT)
}
type Event @node {
  id: ID!
  name: String!
  date: String
  partOf: [Event!]! @relationship(type: "PART_OF", direction: OUT)
  gifts: [Gift!]! @relationship(type: "GIVEN_DURING", direction: IN)
}
type GiverCount { id: ID! name: String! count: Int! }
type Step { id: ID! name: String! }
type Way { hops: Int! nodes: [Step!]! }
type Query {
  giversByCount(first: Int!): [GiverCount!]! @cypher(
    statement: """${COUNTED} toInteger($first) RETURN {id: giver.id, name: giver.name, count: count} AS row"""
    columnName: "row"
  )
  paths(from: ID!, to: ID!): [Way!]! @cypher(
    statement: """${PATHS} RETURN {hops: length(p), nodes: [n IN nodes(p) | {id: n.id, name: n.name}]} AS way"""
    columnName: "way"
  )
}`;

/** A schema as one would write it for Mercurius, in the shape of ours, so that the same requests fit. */
export const mercuriusTypes = `
type People { nodes: [Person!]! pageInfo: PageInfo! }
type PageInfo { hasNextPage: Boolean! endCursor: String }
type Gifts { nodes: [Gift!]! }
type Person { id: ID! name: String! gave(first: Int!): Gifts! }
type Gift { id: ID! name: String! item: String! givers: People! recipients: People! during: Event }
type Event { id: ID! name: String! }
type GiverCount { count: Int! giver: Person! }
type Path { nodes: [Person!]! }
type PathResult { outcome: String! hops: Int paths: [Path!]! }
input Text { contains: String }
input PersonWhere { name: Text }
enum Order { ASC DESC }
input PersonOrder { name: Order }
enum Dimension { GIVER }
enum Predicate { GAVE GIVEN_TO }
type Query {
  gift(id: ID!): Gift
  people(first: Int!, where: PersonWhere, orderBy: [PersonOrder!], after: String): People!
  giftStats(by: [Dimension!]!, first: Int!): [GiverCount!]!
  path(from: String!, to: String!, maxHops: Int!, via: [Predicate!]): PathResult!
}`;

const ONE = `CALL (g) { MATCH (g)-[:GIVEN_TO]->(r:Person) WITH r ORDER BY r.id RETURN collect({id: r.id, name: r.name}) AS recipients }
CALL (g) { MATCH (g)-[:GIVEN_DURING]->(e:Event) WITH e ORDER BY e.id LIMIT 1 RETURN collect({id: e.id, name: e.name}) AS events }`;
const OWN = 'recipients: {nodes: recipients}, during: head(events)';

/** Its statements, one a question, each giving the answer as maps. */
export const mercuriusCypher = {
  gift: `MATCH (g:Gift {id: $id})
CALL (g) { MATCH (g)<-[:GAVE]-(r:Person) WITH r ORDER BY r.id RETURN collect({id: r.id, name: r.name}) AS givers }
${ONE} RETURN {id: g.id, name: g.name, item: g.item, givers: {nodes: givers}, ${OWN}} AS answer`,
  givers: `MATCH (p:Person) WITH p ORDER BY p.id LIMIT $first
CALL (p) { MATCH (p)-[:GAVE]->(g:Gift) WITH g ORDER BY g.id LIMIT 10 ${ONE}
RETURN collect({id: g.id, name: g.name, ${OWN}}) AS gave }
RETURN {id: p.id, name: p.name, gave: {nodes: gave}} AS answer`,
  name: `MATCH (p:Person) WHERE toLower(p.name) CONTAINS toLower($text)
WITH p ORDER BY p.id LIMIT $first RETURN {id: p.id, name: p.name} AS answer`,
  page: `MATCH (p:Person) WHERE p.name >= $name AND (p.name > $name OR p.id > $id)
WITH p ORDER BY p.name, p.id LIMIT $first RETURN {id: p.id, name: p.name} AS answer`,
  group: `${COUNTED} $first RETURN {count: count, giver: {id: giver.id, name: giver.name}} AS answer`,
  path: `${PATHS} RETURN {hops: length(p), nodes: [n IN nodes(p) | {id: n.id, name: n.name}]} AS answer`,
} as const;
