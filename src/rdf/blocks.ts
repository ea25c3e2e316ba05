import {
  type Article,
  type Sentence,
  type WholeClaim,
  walkArticles,
  walkClaims,
  walkSentences,
} from '../export/articles.ts';
import { texts } from '../export/cells.ts';
import { isExact } from '../export/dates.ts';
import { dateFieldOf } from '../export/documents.ts';
import { articlesBehind } from '../export/evidence.ts';
import { type Fact, isReal, surenessOf } from '../export/fact.ts';
import { iriOf } from '../export/iri.ts';
import { readPlaces } from '../export/places.ts';
import type { Source } from '../export/source.ts';
import { type GraphNode, walkNodeBatches } from '../export/walk.ts';
import { passes, walkFacts } from '../export/walk-facts.ts';
import { textOf } from '../model/told.ts';
import { assertionOf, claimPairs, classOf, propertyOf, statementBlock, valuePairs } from './facts.ts';
import { type Block, date, edtf, iri, literal, type Pair, schemaIri, some, typed } from './terms.ts';

/**
 * The whole graph as blocks of RDF: articles, sentences, claims, nodes, facts. Classes and properties are what the terms of
 * the domain say; whatever they do not name is called as in the schema, under its address:
 * `<…/id/treaty/x> a <…/schema.graphql#Treaty>; <…/schema.graphql#parties_met> "yes"`.
 * A fact is asserted where it is told as real; every one, a plan or fear too, has a statement with its evidence.
 */
export async function* walkBlocks(source: Source): AsyncGenerator<Block> {
  for await (const article of walkArticles(source)) yield articleBlock(article, source);
  for await (const sentence of walkSentences(source)) yield* sentenceBlocks(sentence, source);
  for await (const claim of walkClaims(source)) yield claimBlock(claim, source);
  for await (const nodes of walkNodeBatches(source)) {
    for (const node of nodes) yield* nodeBlocks(node, source);
    yield* await givingPlaces(nodes, source);
  }
  for await (const fact of walkFacts(source)) yield* factBlocks(fact, source);
}

/** A fact as one graph tells it. */
export function factBlocks(fact: Fact, source: Source): Block[] {
  const asserted = isReal(surenessOf(fact)) && fact.object !== null ? assertionOf(fact, source) : [];
  return [...asserted, statementBlock(fact, source)];
}

/** An article. */
export function articleBlock(article: Article, { baseUrl }: Source): Block {
  return {
    subject: iriOf(article.id, baseUrl),
    types: ['schema:NewsArticle'],
    pairs: [
      ['schema:headline', literal(article.title, article.language)],
      ...some('schema:alternativeHeadline', article.subtitle),
      ...some('schema:author', article.byline),
      ...(article.publishedOn ? [['schema:datePublished', date(article.publishedOn)] as const] : []),
      ...some('schema:inLanguage', article.language),
      ...(article.url ? [['schema:url', iri(article.url)] as const] : []),
    ],
  };
}

/** A sentence as a place in its article, after the Web Annotation model: its text stays with the article. */
export function sentenceBlocks(sentence: Sentence, { baseUrl }: Source): Block[] {
  const { id, number, start, end, article, textSha256 } = sentence;
  const subject = iriOf(id, baseUrl);
  const selector = `${subject}#selector`;
  return [
    {
      subject,
      types: ['schema:CreativeWork', 'oa:SpecificResource'],
      pairs: [
        ['schema:isPartOf', iri(iriOf(article, baseUrl))],
        ['schema:position', literal(number)],
        ['schema:sha256', literal(textSha256)],
        ['oa:hasSource', iri(iriOf(article, baseUrl))],
        ['oa:hasSelector', iri(selector)],
      ],
    },
    {
      subject: selector,
      types: ['oa:TextPositionSelector'],
      pairs: [
        ['oa:start', typed(String(start), 'xsd:nonNegativeInteger')],
        ['oa:end', typed(String(end), 'xsd:nonNegativeInteger')],
      ],
    },
  ];
}

/** A claim: what is said, how sure, about what, by whom, where. */
export function claimBlock(claim: WholeClaim, source: Source): Block {
  const at = (id: string) => iri(iriOf(id, source.baseUrl));
  return {
    subject: iriOf(claim.id, source.baseUrl),
    types: ['schema:Claim'],
    pairs: [
      ['schema:text', literal(claim.statement, 'en')],
      ...claimPairs(claim, source),
      ...claim.about.map((id): Pair => ['schema:about', at(id)]),
      ...articlesBehind([claim]).map(({ id }): Pair => ['schema:appearance', at(id)]),
    ],
  };
}

/** A node, and the articles that speak of it; a gift's giving is told by its relationships. */
export function nodeBlocks(node: GraphNode, source: Source): Block[] {
  const { id, label, fields, claims } = node;
  const { graph, baseUrl } = source;
  const wikidata = textOf(fields.wikidata);
  return [
    {
      subject: iriOf(id, baseUrl),
      types: classesOf(node, source),
      pairs: [
        ['schema:name', literal(label, nameLanguageOf(label))],
        ...texts(fields.aliases)
          .filter((alias) => alias !== label)
          .map((alias): Pair => ['schema:alternateName', literal(alias, languageOf(alias))]),
        ...(wikidata ? [['schema:sameAs', iri(`http://www.wikidata.org/entity/${wikidata}`)] as const] : []),
        ...some('schema:additionalType', graph.terms.rdf.additional[node.type]),
        ...fieldPairs(node, source),
        ...articlesBehind(claims).map(({ id: at }): Pair => ['schema:subjectOf', iri(iriOf(at, baseUrl))]),
      ],
    },
  ];
}

/** What a node is: the class of its type, and another where the value of a field says so. */
function classesOf({ type, fields }: GraphNode, source: Source): string[] {
  const others = Object.entries(source.graph.terms.rdf.classOf).flatMap(
    ([field, byValue]) => byValue[String(fields[field])] ?? [],
  );
  return [classOf(type, source), ...others];
}

/** Where gifts were given, as far as these places are in the file. */
export async function givingPlaces(nodes: readonly GraphNode[], source: Source): Promise<Block[]> {
  const { graph, filter, baseUrl } = source;
  const { of, fragment, property } = graph.terms.places ?? {};
  const things = new Map(nodes.filter(({ type }) => type === of).map((node) => [node.id, node]));
  if (property === undefined || things.size === 0) return [];
  const places = await readPlaces(source, [...things.keys()]);
  return [...things].flatMap(([id, { fields }]): Block[] => {
    if (!isReal(textOf(fields.status))) return [];
    const kept = (places.get(id)?.refs ?? []).filter(({ type }) => passes(filter, { type, status: null }));
    const subject = `${iriOf(id, baseUrl)}#${fragment}`;
    return [
      { subject, types: [], pairs: kept.map((place): Pair => [property, iri(iriOf(place.id, baseUrl))]) },
    ];
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
    if (field.name === 'status') return statusPairs(node.fields.status, source.baseUrl);
    return valuePairs(property ?? schemaIri(field.name, source.baseUrl), field.type, node.fields[field.name]);
  });
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

function statusPairs(status: unknown, baseUrl: string): Pair[] {
  const planned = status === 'PLANNED' || status === 'EXPECTED';
  return [
    ...some(schemaIri('status', baseUrl), status),
    ...(planned ? [['schema:eventStatus', iri('https://schema.org/EventScheduled')] as const] : []),
  ];
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
