import { agreementOf } from './agreement.ts';
import { quote, statedOf } from './evidence.ts';
import { type Graph, idOf, type Relationship } from './graph.ts';
import { type Shape, stored } from './shape.ts';
import { articleKey } from './texts.ts';

const basis = stored('choice', 'basis');

/** The parts of an id of a fact: its ends, its predicate and its role. */
function factId({ type, start, end, properties: { role, title } }: Relationship): string {
  const more = role ?? title;
  return [idOf(start), type, idOf(end), ...(typeof more === 'string' ? [more] : [])].join('|');
}

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

/** Relationships that the schema shows as objects of their own. */
export function relationsOf(graph: Graph) {
  const evidence = (r: Relationship) => statedOf(graph, r.properties);
  const agreement = (r: Relationship) => agreementOf(graph, r.properties);
  const involvement: Shape<Relationship> = {
    values: { role: stored('choice', 'role'), basis },
    lists: {},
    ones: { actor: { of: 'Entity', read: (r) => r.start }, event: { of: 'Event', read: (r) => r.end } },
    order: (r) => [idOf(r.end), idOf(r.start), r.properties.role],
    evidence,
    agreement,
  };
  const office: Shape<Relationship> = {
    values: { title: stored('text', 'title'), asOf: stored('day', 'asOf'), basis },
    lists: {},
    ones: { holder: { of: 'Person', read: (r) => r.start }, country: { of: 'Country', read: (r) => r.end } },
    order: (r) => [idOf(r.end), idOf(r.start), r.properties.title],
    evidence,
    agreement,
  };
  const fact: Shape<Relationship> = {
    values: {
      id: { kind: 'id', read: factId },
      predicate: { kind: 'choice', read: (r) => r.type },
      role: stored('choice', 'role'),
      title: stored('text', 'title'),
      asOf: stored('day', 'asOf'),
      basis,
    },
    lists: {},
    ones: { subject: { of: 'Entity', read: (r) => r.start }, object: { of: 'Entity', read: (r) => r.end } },
    order: (r) => [idOf(r.start), r.type, idOf(r.end), r.properties.role ?? r.properties.title ?? ''],
    evidence,
    agreement,
  };
  return { Mention: mention, Attribution: attribution, Involvement: involvement, Office: office, Fact: fact };
}
