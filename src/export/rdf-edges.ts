import { articlesBehind } from './evidence.ts';
import { iriOf } from './iri.ts';
import { type Block, date, iri, literal, type Pair } from './rdf-terms.ts';
import type { Source } from './source.ts';
import type { GraphEdge } from './walk.ts';

/** Relationships that one predicate says, from start to end. */
const plain: { readonly [relation: string]: string } = {
  BEFORE: 'time:before',
  CONCERNS: 'schema:about',
  HAS_PLACE: 'schema:location',
  IN_RETURN_FOR: 'schema:isRelatedTo',
  LOCATED_IN: 'schema:containedInPlace',
  MADE_IN: 'schema:countryOfOrigin',
  PARENT_OF: 'schema:children',
  PART_OF: 'schema:superEvent',
  POSSIBLY_SAME_AS: 'skos:closeMatch',
  REPRESENTS: 'prov:actedOnBehalfOf',
};

/** A relationship as RDF: a giving is a GiveAction, a role or office a Role between the two. */
export function edgeBlocks(edge: GraphEdge, { baseUrl }: Source): Block[] {
  const graphs = articlesBehind(edge.evidence).map((article) => `${iriOf(article.id, baseUrl)}#claims`);
  const [from, to] = [iriOf(edge.source.id, baseUrl), iriOf(edge.target.id, baseUrl)];
  const block = (subject: string, types: string[], pairs: Pair[]): Block => ({
    subject,
    types,
    graphs,
    pairs,
  });
  const action = (gift: string, ...pairs: Pair[]) => {
    const when = edge.date?.edtf.split('/')[0];
    const start: Pair[] = when ? [['schema:startTime', date(when)]] : [];
    return [
      block(`${gift}#giving`, ['schema:GiveAction'], [['schema:object', iri(gift)], ...pairs, ...start]),
    ];
  };
  const role = (predicate: string, ends: Ends) => roleBlocks(edge, predicate, { ...ends, from, graphs });
  switch (edge.relation) {
    case 'GAVE':
      return action(to, ['schema:agent', iri(from)]);
    case 'GIVEN_TO':
      return action(from, ['schema:recipient', iri(to)]);
    case 'GIVEN_DURING':
      return action(from, ['schema:event', iri(to)]);
    case 'INVOLVED_IN':
      return role(attends(edge) ? 'schema:attendee' : 'schema:participant', { of: to, is: from });
    case 'HOLDS_OFFICE':
      return [
        ...role('schema:affiliation', { of: from, is: to }),
        block(from, [], [['schema:jobTitle', literal(edge.qualifier ?? edge.label)]]),
      ];
    default:
      return [block(from, [], [[plain[edge.relation] ?? 'schema:isRelatedTo', iri(to)]])];
  }
}

/** Whether somebody is at the event; who speaks of it or is acted for need not be. */
function attends({ qualifier, source }: GraphEdge): boolean {
  const present = qualifier === 'PARTICIPANT' || qualifier === 'VISITOR' || qualifier === 'OBSERVER';
  return present && (source.type === 'Person' || source.type === 'Organization');
}

/** The thing that has the role, and the one that it is. */
type Ends = { readonly of: string; readonly is: string };

/** A role stands between the two, at the address of the relationship. */
function roleBlocks(
  edge: GraphEdge,
  predicate: string,
  { of, is, from, graphs }: Ends & { readonly from: string; readonly graphs: readonly string[] },
): Block[] {
  const subject = `${from}#${encodeURIComponent(`${edge.kind} ${edge.target.id}`)}`;
  const named: Pair[] = [['schema:roleName', literal(edge.qualifier ?? edge.label)]];
  return [
    { subject: of, types: [], graphs, pairs: [[predicate, iri(subject)]] },
    { subject, types: ['schema:Role'], graphs, pairs: [...named, [predicate, iri(is)]] },
  ];
}
