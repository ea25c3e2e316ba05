/**
 * Every GraphQL document that the pages send, beside the saved questions. They stand in one place because a locked
 * service must know them: the build writes them to `documents.json`, and `ask` takes no other text.
 */

/** A document that a locked service answers. */
export type Document = string & { readonly known: 'to a locked service' };

const document = (text: string) => text as Document;

/** What to ask of evidence to show it whole. */
const evidence = `
  start end
  claim {
    id statement status voice basis rank sourceText
    attributions(first: 5) { nodes { sourceText source { id name } } }
  }
  sentence { id number start end text }
  article { id title byline publishedOn url length textSha256 textLoaded }`;
const agreement = 'agreement { verdict articles sources }';
const thing = `__typename id name facts { totalCount }
  ... on Event { status kind date { edtf earliest latest inherited } }
  ... on Gift { date { edtf earliest latest inherited } }`;
const fact = 'id predicate role title basis';
const ids = 'subject { id } object { id }';
const ends = `subject { ${thing} } object { ${thing} }`;

/** The documents of the pages, by what they are for. */
export const documents = {
  overview: document(`{
  people { totalCount } countries { totalCount } places { totalCount } events { totalCount }
  gifts { totalCount } facts { totalCount } claims { totalCount }
  articles(first: 5, orderBy: [{ publishedOn: DESC }]) {
    totalCount nodes { id title byline publishedOn textLoaded claims { totalCount } }
  }
  eventStats(by: [ACTOR], first: 9) { count actor { __typename id name } }
}`),
  size: document(`{
  entities { totalCount } facts { totalCount }
  eventStats(by: [ACTOR], first: 3) { actor { id } }
}`),
  whole: document(`{
  entities(first: 500) { nodes { ${thing} } }
  facts(first: 500) { nodes { ${fact} ${ids} } }
}`),
  around: document(`query Around($id: String!, $first: Int!) {
  facts(of: $id, first: $first) { totalCount nodes { ${fact} ${ends} } }
}`),
  among: document(`query Among($ids: [ID!]!) {
  facts(where: { subject: { id: { in: $ids } }, object: { id: { in: $ids } } }, first: 500) {
    totalCount nodes { ${fact} ${ids} }
  }
}`),
  things: document(`query Things($ids: [ID!]!) { nodes(ids: $ids) { ... on Entity { ${thing} } } }`),
  thing: document(`query Thing($id: ID!) {
  node(id: $id) {
    ... on Entity {
      __typename id name aliases ${agreement}
      mentions { totalCount } facts { totalCount }
      evidence(first: 60) { ${evidence} }
    }
    ... on Event {
      eventKind: kind status date { edtf inherited basis text } object purpose grounds ordinal duration
    }
    ... on Gift { item quantity description date { edtf inherited basis text } }
    ... on Country { isoCode demonym weakAliases }
    ... on Place { placeKind: kind weakAliases }
    ... on Organization { organizationKind: kind weakAliases }
    ... on Person { weakAliases }
  }
}`),
  fact: document(`query Fact($subject: ID!, $predicate: Predicate!, $object: ID!) {
  facts(where: { subject: { id: { eq: $subject } }, object: { id: { eq: $object } }, predicate: { eq: $predicate } }, first: 50) {
    nodes {
      id predicate role title basis ${agreement}
      subject { __typename id name ... on Event { status } }
      object { __typename id name ... on Event { status } }
      evidence(first: 50) { ${evidence} }
    }
  }
}`),
  path: document(`query Path($from: String!, $to: String!) {
  path(from: $from, to: $to, maxHops: 6) {
    outcome hops maxHops
    paths {
      nodes { __typename id name }
      facts {
        id predicate role title
        subject { __typename id name } object { __typename id name }
        evidence(first: 5) { ${evidence} }
      }
    }
  }
}`),
  find: document(`query Find($name: String!) {
  resolve(name: $name) {
    ambiguous matches(first: 8) { weak mentions entity { __typename id name } } suggestions(first: 5)
  }
  entities(where: { name: { contains: $name } }, first: 12) { nodes { __typename id name } }
}`),
  text: document(`query Text($id: ID!) {
  article(id: $id) { sentences(first: 500) { nodes { id number kind start end text } } }
}`),
} as const;
