import type { RdfRelation } from '../model/terms.ts';
import { articlesBehind } from './evidence.ts';
import { iriOf } from './iri.ts';
import { type Block, date, iri, literal, type Pair, schemaIri } from './rdf-terms.ts';
import type { Source } from './source.ts';
import type { GraphEdge } from './walk.ts';

/**
 * A fact as RDF, by the terms of its predicate: a giving is an action, a role or office a Role between the two, any
 * other one property. A predicate that the terms lack is one of our own schema, with a Role where it has a qualifier.
 */
export function edgeBlocks(edge: GraphEdge, { graph, baseUrl }: Source): Block[] {
  const own = schemaIri(edge.relation, baseUrl);
  const known: RdfRelation =
    graph.terms.rdf.relations[edge.relation] ??
    (edge.qualifier === null
      ? { kind: 'property', property: own }
      : { kind: 'role', of: 'source', property: own });
  const graphs = articlesBehind(edge.evidence).map((article) => `${iriOf(article.id, baseUrl)}#claims`);
  const ends = { source: iriOf(edge.source.id, baseUrl), target: iriOf(edge.target.id, baseUrl) };
  const block: MakeBlock = (subject, types, pairs) => ({ subject, types, graphs, pairs });
  switch (known.kind) {
    case 'property':
      return [block(ends.source, [], [[known.property, iri(ends.target)]])];
    case 'action':
      return [actionBlock(edge, known, [ends, block])];
    case 'role':
      return roleBlocks(edge, known, [ends, block]);
  }
}

type MakeBlock = (subject: string, types: string[], pairs: Pair[]) => Block;

/** The addresses of the two ends, and what makes a block in the graphs of the fact. */
type Between = readonly [{ readonly source: string; readonly target: string }, MakeBlock];

type Action = Extract<RdfRelation, { kind: 'action' }>;

function actionBlock({ date: when }: GraphEdge, action: Action, [ends, block]: Between): Block {
  const object = ends[action.object];
  const other = ends[action.object === 'source' ? 'target' : 'source'];
  return block(
    `${object}#${action.fragment}`,
    [action.class],
    [
      ['schema:object', iri(object)],
      [action.property, iri(other)],
      ...(when?.start?.exact ? [['schema:startTime', date(when.start.period)] as const] : []),
    ],
  );
}

type Role = Extract<RdfRelation, { kind: 'role' }>;

/** A role stands between the two, at the address of the relationship. */
function roleBlocks(edge: GraphEdge, role: Role, [ends, block]: Between): Block[] {
  const predicate = isPresent(edge, role) ? (role.present?.property ?? role.property) : role.property;
  const [of, is] = role.of === 'source' ? [ends.source, ends.target] : [ends.target, ends.source];
  const subject = `${ends.source}#${encodeURIComponent(`${edge.kind} ${edge.target.id}`)}`;
  const name = literal(edge.qualifier ?? edge.label);
  return [
    block(of, [], [[predicate, iri(subject)]]),
    block(
      subject,
      ['schema:Role'],
      [
        ['schema:roleName', name],
        [predicate, iri(is)],
      ],
    ),
    ...(role.also === undefined ? [] : [block(ends.source, [], [[role.also, name]])]),
  ];
}

function isPresent({ qualifier, source }: GraphEdge, { present }: Role): boolean {
  const inRole = qualifier !== null && (present?.qualifiers.includes(qualifier) ?? false);
  return inRole && (present?.types.includes(source.type) ?? false);
}
