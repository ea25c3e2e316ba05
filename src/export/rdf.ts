import type { NodeType, ValueField } from '../model/catalog.ts';
import { textOf } from '../model/told.ts';
import {
  type Article,
  type Claim,
  type Sentence,
  walkArticles,
  walkClaims,
  walkSentences,
} from './articles.ts';
import { cellOf, texts } from './cells.ts';
import { isExact, spanOf } from './dates.ts';
import { dateFieldOf } from './documents.ts';
import { articlesBehind, type ClaimEvidence } from './evidence.ts';
import type { Graph } from './graph.ts';
import { iriOf } from './iri.ts';
import { readPlaces } from './places.ts';
import { edgeBlocks } from './rdf-edges.ts';
import { type Block, date, edtf, iri, literal, type Pair, schemaIri, type Term } from './rdf-terms.ts';
import type { Source } from './source.ts';
import { type GraphNode, passes, walkEdges, walkNodeBatches } from './walk.ts';

/**
 * The whole graph as blocks of RDF: articles, claims, nodes, relationships. Classes and properties are what the terms of
 * the domain say; whatever they do not name is called as in the schema, under its address:
 * `<…/id/treaty/x> a <…/schema.graphql#Treaty>; <…/schema.graphql#parties_met> "yes"`.
 */
export async function* walkBlocks(source: Source): AsyncGenerator<Block> {
  for await (const article of walkArticles(source)) yield* articleBlocks(article, source);
  for await (const sentence of walkSentences(source)) yield sentenceBlock(sentence, source);
  for await (const claim of walkClaims(source)) yield claimBlock(claim, source);
  for await (const nodes of walkNodeBatches(source)) {
    for (const node of nodes) yield* nodeBlocks(node, source);
    yield* await givingPlaces(nodes, source);
  }
  for await (const edge of walkEdges(source)) yield* edgeBlocks(edge, source);
}

/** An article, and where the graph that holds its claims comes from. */
export function articleBlocks(article: Article, { baseUrl }: Source): Block[] {
  const subject = iriOf(article.id, baseUrl);
  const graph = graphOf(article.id, baseUrl);
  const run = `${subject}#import`;
  return [
    {
      subject,
      types: ['schema:NewsArticle'],
      graphs: [],
      pairs: [
        ['schema:headline', literal(article.title, article.language)],
        ...some('schema:alternativeHeadline', article.subtitle),
        ...some('schema:author', article.byline),
        ...(article.publishedOn ? [['schema:datePublished', date(article.publishedOn)] as const] : []),
        ...some('schema:inLanguage', article.language),
        ...(article.url ? [['schema:url', iri(article.url)] as const] : []),
      ],
    },
    {
      subject: graph,
      types: ['prov:Entity'],
      graphs: [],
      pairs: [
        ['prov:hadPrimarySource', iri(subject)],
        ['prov:wasGeneratedBy', iri(run)],
      ],
    },
    { subject: run, types: ['prov:Activity'], graphs: [], pairs: [] },
  ];
}

/** A sentence, by its number; its text stays with the article. */
export function sentenceBlock({ id, number, article }: Sentence, { baseUrl }: Source): Block {
  return {
    subject: iriOf(id, baseUrl),
    types: ['schema:CreativeWork'],
    graphs: [],
    pairs: [
      ['schema:isPartOf', iri(iriOf(article, baseUrl))],
      ['schema:position', literal(number)],
    ],
  };
}

/** A claim: what is said, about what, by whom, where. */
export function claimBlock(claim: Claim, { baseUrl }: Source): Block {
  const at = (id: string) => iri(iriOf(id, baseUrl));
  return {
    subject: iriOf(claim.id, baseUrl),
    types: ['schema:Claim'],
    graphs: claim.articles.map((id) => graphOf(id, baseUrl)),
    pairs: [
      ['schema:text', literal(claim.statement, 'en')],
      ...(claim.status ? [['schema:keywords', literal(`status:${claim.status}`)] as const] : []),
      ...claim.about.map((id): Pair => ['schema:about', at(id)]),
      ...claim.attributedTo.map((id): Pair => ['schema:author', at(id)]),
      ...claim.articles.map((id): Pair => ['schema:appearance', at(id)]),
      ...claim.sentences.map((id): Pair => ['prov:wasDerivedFrom', at(id)]),
    ],
  };
}

/** A node and, in the default graph, the articles that speak of it; a gift's giving is told by its relationships. */
export function nodeBlocks(node: GraphNode, source: Source): Block[] {
  const { id, label, fields, evidence } = node;
  const { graph, baseUrl } = source;
  const wikidata = textOf(fields.wikidata);
  const subject = iriOf(id, baseUrl);
  const spokenOfIn = articlesBehind(evidence).map(
    (article): Pair => ['schema:subjectOf', iri(iriOf(article.id, baseUrl))],
  );
  const told: Block = {
    subject,
    types: classesOf(node, source),
    graphs: graphsOf(evidence, baseUrl),
    pairs: [
      ['schema:name', literal(label, nameLanguageOf(label))],
      ...texts(fields.aliases)
        .filter((alias) => alias !== label)
        .map((alias): Pair => ['schema:alternateName', literal(alias, languageOf(alias))]),
      ...(wikidata ? [['schema:sameAs', iri(`http://www.wikidata.org/entity/${wikidata}`)] as const] : []),
      ...some('schema:additionalType', graph.terms.rdf.additional[node.type]),
      ...fieldPairs(node, source),
    ],
  };
  return [told, { subject, types: [], graphs: [], pairs: spokenOfIn }];
}

/** What a node is: the class of its type, and another where the value of a field says so. */
function classesOf({ type, fields }: GraphNode, { graph, baseUrl }: Source): string[] {
  const { classes, classOf } = graph.terms.rdf;
  const others = Object.entries(classOf).flatMap(([field, byValue]) => byValue[String(fields[field])] ?? []);
  return [classes[type] ?? schemaIri(type, baseUrl), ...others];
}

/** Where gifts were given, as far as these places are in the file. */
export async function givingPlaces(nodes: readonly GraphNode[], source: Source): Promise<Block[]> {
  const { graph, filter, baseUrl } = source;
  const { of, fragment, property } = graph.terms.places ?? {};
  const things = new Map(nodes.filter(({ type }) => type === of).map((node) => [node.id, node]));
  if (property === undefined || things.size === 0) return [];
  const places = await readPlaces(source, [...things.keys()]);
  return [...things].map(([id, { evidence }]): Block => {
    const refs = places.get(id)?.refs ?? [];
    const kept = refs.filter(({ type }) => passes(filter, { __typename: type }));
    return {
      subject: `${iriOf(id, baseUrl)}#${fragment}`,
      types: [],
      graphs: graphsOf(evidence, baseUrl),
      pairs: kept.map((place): Pair => [property, iri(iriOf(place.id, baseUrl))]),
    };
  });
}

/** What is said of every node in a way of its own. */
const everyField = new Set(['aliases', 'weakAliases', 'wikidata']);

/** The fields of a node in the order of the schema. */
function fieldPairs(node: GraphNode, source: Source): Pair[] {
  const type = source.graph.catalog.type(node.type);
  const fields = (type?.fields ?? []).filter(({ name }) => !everyField.has(name));
  return fields.flatMap((field) => {
    const property = propertyOf(source.graph, node.type, field.name);
    if (property === null) return [];
    if (type && field === dateFieldOf(type)) return datePairs(node);
    if (field.name === 'status') return statusPairs(node.fields.status);
    return valuePairs(property ?? schemaIri(field.name, source.baseUrl), field, node.fields[field.name]);
  });
}

function propertyOf({ terms }: Graph, type: NodeType['name'], field: string): string | null | undefined {
  const { properties } = terms.rdf;
  const own = properties[`${type}.${field}`];
  return own === undefined ? properties[field] : own;
}

/** What it starts and ends with, as far as that is exact; what that leaves of the date unsaid is said by all of it, as EDTF. */
function datePairs({ date: when }: GraphNode): Pair[] {
  if (!when?.edtf) return [];
  const { start, end, precision } = when;
  return [
    ...(start?.exact ? [['schema:startDate', date(start.period)] as const] : []),
    ...(end?.exact && precision === 'INTERVAL' ? [['schema:endDate', date(end.period)] as const] : []),
    ...(isExact(when) ? [] : [['dcterms:date', edtf(when.edtf)] as const]),
  ];
}

/** A date as one value: exact where it is no interval, else as EDTF. */
function dateValue(value: unknown): Term | null {
  const when = spanOf(value);
  if (!when?.edtf) return null;
  return when.start && isExact(when) && when.precision !== 'INTERVAL'
    ? date(when.start.period)
    : edtf(when.edtf);
}

function statusPairs(status: unknown): Pair[] {
  if (textOf(status) === null) return [];
  const planned = status === 'PLANNED' || status === 'EXPECTED';
  return [
    ['schema:keywords', literal(`status:${status}`)],
    ...(planned ? [['schema:eventStatus', iri('https://schema.org/EventScheduled')] as const] : []),
  ];
}

const datatypes: { readonly [type in ValueField['type']]?: string } = {
  integer: 'xsd:integer',
  number: 'xsd:double',
  boolean: 'xsd:boolean',
};

function valuePairs(property: string, { type }: ValueField, value: unknown): Pair[] {
  if (type === 'list') return texts(value).map((item): Pair => [property, literal(item)]);
  if (type === 'string') return some(property, value);
  if (type === 'date' || type === 'period') {
    const when = dateValue(value);
    return when ? [[property, when]] : [];
  }
  const cell = cellOf(value);
  if (cell === null) return [];
  const datatype = datatypes[type];
  return [[property, { ...literal(String(cell)), ...(datatype && { datatype }) } as Term]];
}

/** The named graph that holds what an article states. */
export function graphOf(articleId: string, baseUrl: string): string {
  return `${iriOf(articleId, baseUrl)}#claims`;
}

function graphsOf(evidence: readonly ClaimEvidence[], baseUrl: string): string[] {
  return articlesBehind(evidence).map((article) => graphOf(article.id, baseUrl));
}

function some(predicate: string, value: unknown): Pair[] {
  return typeof value === 'string' && value !== '' ? [[predicate, literal(value)]] : [];
}

/** The one script that gives a language away for sure. */
function languageOf(name: string): string | null {
  return /\p{Script=Hangul}/u.test(name) ? 'ko' : null;
}

/** Names are those that English texts use, unless they are in letters that these do not use. */
function nameLanguageOf(name: string): string | null {
  const isLatin = /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]*$/u.test(name);
  return isLatin ? 'en' : languageOf(name);
}
