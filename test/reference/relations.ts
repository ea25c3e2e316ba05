import { agreementOf, claimsAgainst, claimsFor, claimsWithdrawn, quote, statedBy } from './evidence.ts';
import { type Graph, type GraphNode, idOf, outgoing, type Relationship } from './graph.ts';
import { evidenceList, type OneField, type Shape, stored, unjoined } from './shape.ts';
import { articleKey } from './texts.ts';

const basis = stored('choice', 'basis');
const status = stored('choice', 'status');

const mention: Shape<Relationship> = {
  values: {
    surface: stored('text', 'surface'),
    kind: stored('choice', 'kind'),
    start: stored('int', 'start'),
    end: stored('int', 'end'),
    text: { kind: 'text', read: (r) => quote(r.start, r.properties) },
  },
  lists: {},
  ones: {
    sentence: { of: 'Sentence', read: (r) => r.start },
    entity: { of: 'Entity', read: (r) => r.end },
  },
  order: (r) => [articleKey(r.start), r.properties.start, r.properties.end, idOf(r.end)],
};

const attribution: Shape<Relationship> = {
  values: { sourceText: stored('text', 'sourceText'), basis },
  lists: {},
  ones: { source: { of: 'Entity', read: (r) => r.end } },
  order: (r) => [idOf(r.start), idOf(r.end)],
};

/** Where an event stands in time. */
const chronology: Shape<GraphNode> = {
  values: { predecessors: stored('int', 'predecessors') },
  lists: {},
  ones: {},
  order: () => [],
};

const agreement: Shape<GraphNode> = {
  values: {
    verdict: stored('choice', 'verdict'),
    articles: stored('int', 'articles'),
    sources: stored('int', 'sources'),
  },
  lists: {
    contradicting: {
      of: 'Claim',
      read: (node) => unjoined(outgoing(node, 'CONTRADICTED_BY', 'Claim').map((r) => r.end)),
    },
  },
  ones: {},
  order: () => [],
};

const claims = (read: (fact: GraphNode) => readonly GraphNode[]) => ({
  of: 'Claim',
  read: (fact: GraphNode) => unjoined(read(fact)),
});

const end = (type: string): OneField<GraphNode> => ({
  of: 'Entity',
  read: (fact) => outgoing(fact, type, 'Entity')[0]?.end ?? null,
});

/** Other values of the same property of the same thing. */
function rivalsOf(fact: GraphNode): readonly GraphNode[] {
  const { form, predicate } = fact.properties;
  const [subject] = outgoing(fact, 'SUBJECT', 'Entity');
  if (form !== 'VALUE' || !subject) return [];
  const others = subject.end.in.filter((r) => r.type === 'SUBJECT' && r.start !== fact);
  return others.map((r) => r.start).filter((other) => other.properties.predicate === predicate);
}

/** What is told, and relationships that the schema shows as objects of their own. */
export function relationsOf(graph: Graph) {
  const byId = (id: unknown): GraphNode | null => graph.byId.get(String(id)) ?? null;
  const fact: Shape<GraphNode> = {
    values: {
      id: stored('id', 'id'),
      predicate: stored('choice', 'predicate'),
      value: stored('text', 'value'),
      role: stored('choice', 'role'),
      title: stored('text', 'title'),
      status,
      holds: stored('flag', 'holds'),
      basis,
      reportedOn: stored('day', 'reportedOn'),
      lastReportedOn: stored('day', 'lastReportedOn'),
      withdrawnOn: stored('day', 'withdrawnOn'),
    },
    lists: {
      claims: claims(claimsFor),
      denials: claims(claimsAgainst),
      retractions: claims(claimsWithdrawn),
      rivals: { of: 'Fact', whole: true, read: (node) => unjoined(rivalsOf(node)) },
      evidence: evidenceList((node) => statedBy(claimsFor(node))),
    },
    ones: {
      fact: { of: 'Fact', read: (node) => node },
      subject: end('SUBJECT'),
      object: end('OBJECT'),
      refinedBy: { of: 'Fact', read: (node) => byId(node.properties.refinedBy) },
      agreement: { of: 'Agreement', read: agreementOf },
    },
    order: (node) => [idOf(node)],
  };
  /** What a relationship has from its fact. */
  const attested = {
    lists: {
      evidence: evidenceList((r: Relationship) => {
        const told = byId(r.properties.fact);
        return told ? statedBy(claimsFor(told)) : [];
      }),
    },
    ones: {
      fact: { of: 'Fact', read: (r: Relationship) => byId(r.properties.fact) },
      agreement: {
        of: 'Agreement',
        read: (r: Relationship) => agreementOf(byId(r.properties.fact) ?? undefined),
      },
    },
  };
  const involvement: Shape<Relationship> = {
    values: { role: stored('choice', 'role'), basis, status },
    lists: attested.lists,
    ones: {
      ...attested.ones,
      actor: { of: 'Entity', read: (r) => r.start },
      event: { of: 'Event', read: (r) => r.end },
    },
    order: (r) => [idOf(r.end), idOf(r.start), r.properties.role],
  };
  const office: Shape<Relationship> = {
    values: { title: stored('text', 'title'), asOf: stored('day', 'lastReportedOn'), basis, status },
    lists: attested.lists,
    ones: {
      ...attested.ones,
      holder: { of: 'Person', read: (r) => r.start },
      country: { of: 'Country', read: (r) => r.end },
    },
    order: (r) => [idOf(r.end), idOf(r.start), r.properties.title],
  };
  return {
    Mention: mention,
    Attribution: attribution,
    Agreement: agreement,
    Chronology: chronology,
    Involvement: involvement,
    Office: office,
    Fact: fact,
  };
}
