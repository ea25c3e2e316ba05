import {
  type Article,
  type Claim,
  type Sentence,
  walkArticles,
  walkClaims,
  walkSentences,
} from './articles.ts';
import { texts } from './cells.ts';
import { articlesBehind, type ClaimEvidence } from './evidence.ts';
import { lets } from './filter.ts';
import { iriOf } from './iri.ts';
import { joinPlaces, placeFields, placesOf } from './places.ts';
import { edgeBlocks } from './rdf-edges.ts';
import { type Block, date, iri, literal, type Pair, type Term } from './rdf-terms.ts';
import type { Source } from './source.ts';
import type { NodeType } from './vocabulary.ts';
import { type GraphNode, walkEdges, walkNodeBatches } from './walk.ts';

/** The whole graph as blocks of RDF: articles, claims, nodes, relationships. */
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
  const recorded = article.recordedAt === null ? [] : [typed(article.recordedAt, 'xsd:dateTime')];
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
        ...recorded.map((at): Pair => ['prov:generatedAtTime', at]),
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

const types: { readonly [T in NodeType]: string } = {
  Person: 'schema:Person',
  Country: 'schema:Country',
  Place: 'schema:Place',
  Organization: 'schema:Organization',
  Group: 'schema:Thing',
  Event: 'schema:Event',
  Gift: 'schema:Product',
};

/** A node and, in the default graph, the articles that speak of it; a gift's giving is told by its relationships. */
export function nodeBlocks(node: GraphNode, { baseUrl }: Source): Block[] {
  const { id, label, properties, evidence } = node;
  const government = properties.kind === 'GOVERNMENT' ? ['schema:GovernmentOrganization'] : [];
  const wikidata = typeof properties.wikidata === 'string' ? properties.wikidata : null;
  const subject = iriOf(id, baseUrl);
  const spokenOfIn = articlesBehind(evidence).map(
    (article): Pair => ['schema:subjectOf', iri(iriOf(article.id, baseUrl))],
  );
  const told: Block = {
    subject,
    types: [types[node.type], ...government],
    graphs: graphsOf(evidence, baseUrl),
    pairs: [
      ['schema:name', literal(label, nameLanguageOf(label))],
      ...texts(properties.aliases)
        .filter((alias) => alias !== label)
        .map((alias): Pair => ['schema:alternateName', literal(alias, languageOf(alias))]),
      ...(wikidata ? [['schema:sameAs', iri(`http://www.wikidata.org/entity/${wikidata}`)] as const] : []),
      ...special(node),
    ],
  };
  return [told, { subject, types: [], graphs: [], pairs: spokenOfIn }];
}

const placesText = `UNWIND $ids AS id
MATCH (n:Gift {id: id})
${joinPlaces}
RETURN n.id AS id, ${placeFields}
ORDER BY id`;

/** Where gifts were given, as far as these places are in the file. */
export async function givingPlaces(nodes: readonly GraphNode[], source: Source): Promise<Block[]> {
  const gifts = new Map(nodes.filter(({ type }) => type === 'Gift').map((node) => [node.id, node]));
  if (gifts.size === 0) return [];
  const { store, filter, baseUrl } = source;
  const rows = await store.read({ text: placesText, parameters: { ids: [...gifts.keys()] } });
  return rows.map((row): Block => {
    const kept = placesOf(row).ids.filter((id) =>
      lets(filter, id.startsWith('country:') ? 'Country' : 'Place'),
    );
    return {
      subject: `${iriOf(String(row.id), baseUrl)}#giving`,
      types: [],
      graphs: graphsOf(gifts.get(String(row.id))?.evidence ?? [], baseUrl),
      pairs: kept.map((id): Pair => ['schema:location', iri(iriOf(id, baseUrl))]),
    };
  });
}

function special({ type, properties, date: when }: GraphNode): Pair[] {
  const kind = some('schema:additionalType', properties.kind);
  switch (type) {
    case 'Country':
      return [...some('schema:identifier', properties.isoCode)];
    case 'Event': {
      const planned = properties.status === 'PLANNED' || properties.status === 'EXPECTED';
      const [from, to] = when ? when.edtf.split('/') : [];
      return [
        ...kind,
        ...(properties.status ? [['schema:keywords', literal(`status:${properties.status}`)] as const] : []),
        ...(planned ? [['schema:eventStatus', iri('https://schema.org/EventScheduled')] as const] : []),
        ...(from ? [['schema:startDate', date(from)] as const] : []),
        ...(to ? [['schema:endDate', date(to)] as const] : []),
        ...some('schema:description', properties.object),
      ];
    }
    case 'Gift':
      return [
        ...some('schema:category', properties.item),
        ...some('schema:description', properties.description),
      ];
    case 'Person':
      return [];
    case 'Group':
      return [['schema:additionalType', literal('Group')]];
    case 'Place':
    case 'Organization':
      return kind;
  }
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

function typed(value: string, datatype: string): Term {
  return { kind: 'literal', value, datatype };
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
