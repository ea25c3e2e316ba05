import { cellOf, texts } from '../export/cells.ts';
import { isExact, spanOf } from '../export/dates.ts';
import { phraseOf } from '../export/edge.ts';
import { type Claim, sentencesOf } from '../export/evidence.ts';
import { type Fact, isRelation, type Relation } from '../export/fact.ts';
import { lets } from '../export/filter.ts';
import type { Graph } from '../export/graph.ts';
import { iriOf } from '../export/iri.ts';
import type { Source } from '../export/source.ts';
import type { ValueField } from '../model/catalog.ts';
import type { RdfRelation } from '../model/terms.ts';
import {
  type Block,
  date,
  edtf,
  iri,
  literal,
  type Pair,
  schemaIri,
  some,
  type Term,
  typed,
} from './terms.ts';

/**
 * A fact as RDF, twice: what it asserts, in the terms of its predicate, and a statement of it with how sure it is, who says
 * so and in which sentences. `fact:person:ada|GAVE|gift:bell` asserts
 *
 *   <…/id/gift/bell#giving> a schema:GiveAction ; schema:object <…/id/gift/bell> ; schema:agent <…/id/person/ada> .
 *
 * and is stated as
 *
 *   <…/id/fact/person/ada%7CGAVE%7Cgift/bell> a rdf:Statement ; rdf:subject <…/id/person/ada> ;
 *     rdf:predicate <…/schema.graphql#GAVE> ; rdf:object <…/id/gift/bell> ; <…/schema.graphql#status> "OCCURRED" ;
 *     schema:isBasedOn <…/id/claim/a/F1> ; prov:wasDerivedFrom <…/id/sentence/a/3> .
 */

/** What a fact asserts, whether it is told as real or not. */
export function assertionOf(fact: Fact, source: Source): Block[] {
  if (isRelation(fact)) return relationBlocks(fact, source);
  const subject = iriOf(fact.subject.id, source.baseUrl);
  const { catalog } = source.graph;
  if (fact.value === null) return [{ subject, types: [classOf(fact.subject.type, source)], pairs: [] }];
  const field = catalog.type(fact.subject.type)?.fields.find(({ name }) => name === fact.predicate);
  const own = schemaIri(fact.predicate, source.baseUrl);
  const property = propertyOf(source.graph, fact.subject.type, fact.predicate) ?? own;
  const pairs: Pair[] =
    field?.type === 'period'
      ? [[field.name === 'date' ? 'dcterms:date' : own, edtf(fact.value)]]
      : valuePairs(property, field?.type ?? 'string', fact.value);
  return [{ subject, types: [], pairs }];
}

/** A statement of a fact: of what, what, how sure, who says so and where. */
export function statementBlock(fact: Fact, { baseUrl }: Source): Block {
  const { id, subject, predicate, object, value, verdict, basis, reportedOn } = fact;
  const at = (of: string) => iri(iriOf(of, baseUrl));
  const own = (name: string) => schemaIri(name, baseUrl);
  const told = object ? at(object.id) : value === null ? typed('true', 'xsd:boolean') : literal(value);
  return {
    subject: iriOf(id, baseUrl),
    types: ['rdf:Statement'],
    pairs: [
      ['rdf:subject', at(subject.id)],
      ['rdf:predicate', iri(own(predicate))],
      ['rdf:object', told],
      ...fact.qualifiers.map((qualifier): Pair => [own('qualifier'), literal(qualifier)]),
      ...some(own('status'), fact.status),
      ...some(own('verdict'), verdict),
      ...some(own('basis'), basis),
      ...(reportedOn ? [[own('reportedOn'), date(reportedOn)] as const] : []),
      ...fact.claims.map((claim): Pair => ['schema:isBasedOn', at(claim.id)]),
      ...fact.against.map((claim): Pair => [own('contradictedBy'), at(claim.id)]),
      ...derivedPairs(fact.claims, baseUrl),
    ],
  };
}

/** The sentences that something is drawn from. */
function derivedPairs(claims: readonly Claim[], baseUrl: string): Pair[] {
  const sentences = [...new Set(claims.flatMap(sentencesOf))];
  return sentences.map((sentence): Pair => ['prov:wasDerivedFrom', iri(iriOf(sentence, baseUrl))]);
}

/** How sure a claim is, whose word it is, who says so, and in which sentences. */
export function claimPairs(claim: Claim, { filter, baseUrl }: Source): Pair[] {
  const own = (name: string) => schemaIri(name, baseUrl);
  return [
    ...some(own('status'), claim.status),
    ...some(own('voice'), claim.voice),
    ...some(own('basis'), claim.basis),
    ...some(own('sourceText'), claim.words),
    ...claim.attributions
      .filter(({ type }) => lets(filter, type))
      .map(({ id }): Pair => ['schema:author', iri(iriOf(id, baseUrl))]),
    ...derivedPairs([claim], baseUrl),
  ];
}

/** The class of a type. */
export function classOf(type: string, { graph, baseUrl }: Source): string {
  return graph.terms.rdf.classes[type] ?? schemaIri(type, baseUrl);
}

/** The property of a field: null where something else says it, undefined where the domain has no word for it. */
export function propertyOf({ terms }: Graph, type: string, field: string): string | null | undefined {
  const { properties } = terms.rdf;
  const own = properties[`${type}.${field}`];
  return own === undefined ? properties[field] : own;
}

const datatypes: { readonly [type in ValueField['type']]?: string } = {
  integer: 'xsd:integer',
  number: 'xsd:double',
  boolean: 'xsd:boolean',
};

/** A date as one value: exact where it is no interval, else as EDTF. */
function dateValue(value: unknown): Term | null {
  const when = spanOf(value);
  if (!when?.edtf) return null;
  return when.start && isExact(when) && when.precision !== 'INTERVAL'
    ? date(when.start.period)
    : edtf(when.edtf);
}

/** A value of a type by a property. */
export function valuePairs(property: string, type: ValueField['type'], value: unknown): Pair[] {
  if (type === 'list') return texts(value).map((item): Pair => [property, literal(item)]);
  if (type === 'string') return some(property, value);
  if (type === 'date' || type === 'period') {
    const when = dateValue(value);
    return when ? [[property, when]] : [];
  }
  const cell = cellOf(value);
  if (cell === null) return [];
  return [[property, typed(String(cell), datatypes[type] ?? 'xsd:string')]];
}

/**
 * A relation by the terms of its predicate: a giving is an action, a role or office a Role between the two, any other one
 * property. A predicate that the terms lack is one of our own schema, with a Role where it has a qualifier.
 */
function relationBlocks(fact: Relation, { graph, baseUrl }: Source): Block[] {
  const own = schemaIri(fact.predicate, baseUrl);
  const known: RdfRelation =
    graph.terms.rdf.relations[fact.predicate] ??
    (fact.qualifiers.length === 0
      ? { kind: 'property', property: own }
      : { kind: 'role', of: 'source', property: own });
  const between = {
    source: iriOf(fact.subject.id, baseUrl),
    target: iriOf(fact.object.id, baseUrl),
    baseUrl,
  };
  switch (known.kind) {
    case 'property':
      return [{ subject: between.source, types: [], pairs: [[known.property, iri(between.target)]] }];
    case 'action':
      return [actionBlock(fact, known, between)];
    case 'role':
      return roleBlocks(fact, known, between);
  }
}

/** The addresses of the two ends, and of the service. */
type Between = { readonly source: string; readonly target: string; readonly baseUrl: string };

type Action = Extract<RdfRelation, { kind: 'action' }>;

function actionBlock(fact: Relation, action: Action, between: Between): Block {
  const object = between[action.object];
  const other = between[action.object === 'source' ? 'target' : 'source'];
  const start = fact.date?.start;
  return {
    subject: `${object}#${action.fragment}`,
    types: [action.class],
    pairs: [
      ['schema:object', iri(object)],
      [action.property, iri(other)],
      ...(start?.exact ? [['schema:startTime', date(start.period)] as const] : []),
      ...derivedPairs(fact.claims, between.baseUrl),
    ],
  };
}

type Role = Extract<RdfRelation, { kind: 'role' }>;

/** A role stands between the two, at the address of the fact with `#role`. */
function roleBlocks(fact: Relation, role: Role, { source, target, baseUrl }: Between): Block[] {
  const predicate = isPresent(fact, role) ? (role.present?.property ?? role.property) : role.property;
  const [of, is] = role.of === 'source' ? [source, target] : [target, source];
  const subject = `${iriOf(fact.id, baseUrl)}#role`;
  const name = literal(fact.qualifiers[0] ?? phraseOf(fact));
  return [
    { subject: of, types: [], pairs: [[predicate, iri(subject)]] },
    {
      subject,
      types: ['schema:Role'],
      pairs: [['schema:roleName', name], [predicate, iri(is)], ...derivedPairs(fact.claims, baseUrl)],
    },
    ...(role.also === undefined ? [] : [{ subject: source, types: [], pairs: [[role.also, name] as Pair] }]),
  ];
}

function isPresent({ qualifiers: [qualifier], subject }: Relation, { present }: Role): boolean {
  const inRole = qualifier !== undefined && (present?.qualifiers.includes(qualifier) ?? false);
  return inRole && (present?.types.includes(subject.type) ?? false);
}
