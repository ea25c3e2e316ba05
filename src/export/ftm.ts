import type { Row } from '../store/store.ts';
import { type Article, walkArticles } from './articles.ts';
import { cleanText, texts } from './cells.ts';
import type { DateSpan } from './dates.ts';
import { articlesBehind, attributionsOf, type ClaimEvidence } from './evidence.ts';
import { lets } from './filter.ts';
import { iriOf } from './iri.ts';
import { language3Of } from './iso639.ts';
import type { Source } from './source.ts';
import type { NodeType } from './vocabulary.ts';
import { type GraphEdge, type GraphNode, walkEdges, walkNodeBatches } from './walk.ts';

/** A FollowTheMoney entity before it is a line: values that are null or empty are left out. */
type Properties = { readonly [name: string]: string | null | undefined | readonly string[] };

/** FollowTheMoney entities, one JSON object a line, for Aleph, OpenAleph and the `ftm` tools. */
export async function* writeFtm(source: Source): AsyncGenerator<string> {
  for await (const article of walkArticles(source))
    yield line(article.id, 'Article', articleOf(article, source));
  const codes: Codes = new Map();
  for await (const nodes of walkNodeBatches(source)) {
    const joined = await readJoined(source, nodes);
    for (const node of nodes) {
      const code = text(node.properties.isoCode);
      if (code !== null) codes.set(node.id, code.toLowerCase());
      yield* nodeLines(node, joined.get(node.id) ?? {}, source);
    }
  }
  for await (const edge of walkEdges(source)) yield* edgeLines(edge, source, codes);
}

/** What a node needs of its neighbours: offices, places and the countries that these lie in, and who is involved. */
const joinedText = `UNWIND $ids AS id
MATCH (n:Entity {id: id})
CALL (n) {
  MATCH (n)-[o:HOLDS_OFFICE]->(c:Country)
  WITH o, c ORDER BY c.id, o.title LIMIT 100
  RETURN collect(o.title) AS titles, collect(toLower(c.isoCode)) AS officeCountries
}
CALL (n) {
  MATCH (n)-[:HAS_PLACE]->(p)
  WITH p ORDER BY p.id LIMIT 100
  RETURN collect(p.name) AS places
}
CALL (n) {
  MATCH (n)-[:HAS_PLACE*0..1]->(p)-[:LOCATED_IN*0..4]->(c:Country)
  WITH DISTINCT toLower(c.isoCode) AS code ORDER BY code
  RETURN collect(code) AS placeCountries
}
CALL (n) {
  MATCH (a)-[:INVOLVED_IN]->(n) WHERE a:Person OR a:Organization OR a:Group
  WITH DISTINCT a.id AS a ORDER BY a LIMIT 100
  RETURN collect(a) AS involved
}
RETURN n.id AS id, titles, officeCountries, places, placeCountries, involved`;

async function readJoined({ store, filter }: Source, nodes: readonly GraphNode[]): Promise<Map<string, Row>> {
  const ids = nodes
    .filter(({ type }) => type === 'Person' || type === 'Event' || type === 'Place')
    .map((node) => node.id);
  if (ids.length === 0) return new Map();
  const rows = await store.read({ text: joinedText, parameters: { ids } });
  const involved = (row: Row) => texts(row.involved).filter((id) => lets(filter, typeOfId(id)));
  return new Map(rows.map((row) => [String(row.id), { ...row, involved: involved(row) }]));
}

/** The type that an id begins with. */
function typeOfId(id: string): NodeType {
  if (id.startsWith('person:')) return 'Person';
  return id.startsWith('group:') ? 'Group' : 'Organization';
}

function articleOf(article: Article, { baseUrl }: Source): Properties {
  const { title, subtitle, byline, publishedOn, language, url, id } = article;
  const sourceUrl = url ?? iriOf(id, baseUrl);
  return {
    title,
    name: title,
    summary: subtitle,
    author: byline,
    publishedAt: publishedOn,
    language: language3Of(language),
    sourceUrl,
  };
}

const schemas: { readonly [T in NodeType]: string } = {
  Person: 'Person',
  Country: 'Territory',
  Place: 'Address',
  Organization: 'Organization',
  Group: 'LegalEntity',
  Event: 'Event',
  Gift: 'Asset',
};

function* nodeLines(node: GraphNode, joined: Row, source: Source): Generator<string> {
  const { id, type, label, properties } = node;
  const schema = properties.kind === 'GOVERNMENT' ? 'PublicBody' : schemas[type];
  yield line(id, schema, {
    name: label,
    alias: texts(properties.aliases).filter((alias) => alias !== label),
    weakAlias: texts(properties.weakAliases),
    wikidataId: text(properties.wikidata),
    ...evidenceOf(node.evidence, source),
    ...special(node, joined),
  });
}

function special({ type, label, properties, date }: GraphNode, joined: Row): Properties {
  switch (type) {
    case 'Person': {
      const position = texts(joined.titles);
      return {
        position,
        country: texts(joined.officeCountries),
        topics: position.length > 0 ? ['role.pep'] : [],
      };
    }
    case 'Country':
      return { country: text(properties.isoCode)?.toLowerCase() };
    case 'Place':
      return { full: label, country: texts(joined.placeCountries) };
    case 'Event': {
      const { places, placeCountries, involved } = joined;
      const keywords = [text(properties.kind), text(properties.status)].flatMap((word) => word ?? []);
      const where = { location: texts(places), country: texts(placeCountries) };
      return { ...where, ...periodOf(date), keywords, involved: texts(involved).map(ftmId) };
    }
    case 'Gift':
      return { description: text(properties.description), keywords: text(properties.item) };
    case 'Organization':
    case 'Group':
      return {};
  }
}

/** The ISO codes of countries, by id: there are some hundreds at most. */
type Codes = Map<string, string>;

function* edgeLines(edge: GraphEdge, source: Source, codes: Codes): Generator<string> {
  const common = { ...evidenceOf(edge.evidence, source), ...dateOf(edge.date) };
  const [from, to] = [ftmId(edge.source.id), ftmId(edge.target.id)];
  if (edge.relation === 'HOLDS_OFFICE') {
    const post = `position:${edge.target.id}:${edge.qualifier ?? ''}`;
    const name = `${edge.qualifier ?? 'Office'}, ${edge.target.label}`;
    yield line(post, 'Position', { name, country: codes.get(edge.target.id) });
    // The day is that of the source, not that of taking office.
    yield line(edge.id, 'Occupancy', { holder: from, post: ftmId(post), ...common });
    return;
  }
  if (edge.relation === 'PARENT_OF') {
    yield line(edge.id, 'Family', { person: from, relative: to, relationship: 'parent', ...common });
    return;
  }
  const role = edge.relation === 'GAVE' ? 'gave' : edge.label;
  yield line(edge.id, 'UnknownLink', { subject: from, object: to, role, status: edge.status, ...common });
}

function evidenceOf(evidence: readonly ClaimEvidence[], { baseUrl }: Source): Properties {
  const articles = articlesBehind(evidence);
  return {
    summary: evidence.map((claim) => claim.statement),
    publisher: attributionsOf(evidence),
    proof: articles.map((article) => ftmId(article.id)),
    sourceUrl: articles.map((article) => article.url ?? iriOf(article.id, baseUrl)),
  };
}

/** FollowTheMoney takes dates as precise as they are, so nothing is padded. */
function periodOf(date: DateSpan | null): { startDate?: string; endDate?: string } {
  if (!date) return {};
  const [from = '', to] = date.edtf.split('/').map((day) => day.replace(/[?~%]$/, ''));
  return { startDate: from, ...(to !== undefined && { endDate: to }) };
}

/** When a relationship was: one date, or a period. */
function dateOf(date: DateSpan | null): Properties {
  const { startDate, endDate } = periodOf(date);
  return endDate === undefined ? { date: startDate } : { startDate, endDate };
}

/** References take letters, digits, dots and hyphens, and drop the rest silently. */
export function ftmId(id: string): string {
  const escaped = (found: string) => `-${found.codePointAt(0)?.toString(16)}-`;
  return id.replaceAll(':', '.').replace(/[^A-Za-z0-9.-]/gu, escaped);
}

function line(id: string, schema: string, properties: Properties): string {
  const kept = Object.entries(properties).flatMap(([name, value]) => {
    const values = typeof value === 'string' ? [value] : (value ?? []);
    const clean = [...new Set(values.map((item) => cleanText(item).replace(/\s+/g, ' ').trim()))].filter(
      (item) => item !== '',
    );
    return clean.length > 0 ? [[name, clean] as const] : [];
  });
  const entity = { id: ftmId(id), schema, properties: Object.fromEntries(kept), datasets: ['attested'] };
  return `${JSON.stringify(entity)}\n`;
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
