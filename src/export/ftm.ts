import { hash } from 'node:crypto';
import type { DocumentNode } from 'graphql';
import type { NodeType } from '../model/catalog.ts';
import type { FtmProperties, FtmType } from '../model/terms.ts';
import { listAt, type Told, textOf } from '../model/told.ts';
import { type Article, walkArticles } from './articles.ts';
import { cellOf, cleanText, flatCell, texts } from './cells.ts';
import { type DateSpan, isExact } from './dates.ts';
import { byIdsDocument, dateFieldOf } from './documents.ts';
import { phraseOf } from './edge.ts';
import { articlesBehind, type Claim, citationOf, sayersOf } from './evidence.ts';
import { type Relation, surenessOf } from './fact.ts';
import { fits, onceFor } from './graph.ts';
import { iriOf } from './iri.ts';
import { language3Of } from './iso639.ts';
import type { Source } from './source.ts';
import { type GraphNode, walkNodeBatches } from './walk.ts';
import { passes, walkRelations } from './walk-facts.ts';

/**
 * FollowTheMoney entities, one JSON object a line, for Aleph, OpenAleph and the `ftm` tools. Types and predicates are
 * what the terms of the domain say; any other type is an Event where it has a date, else a Thing, with all that it holds
 * as notes, and any other predicate is an UnknownLink.
 */
export async function* writeFtm(source: Source): AsyncGenerator<string> {
  for await (const article of walkArticles(source))
    yield line(article.id, 'Article', articleOf(article, source));
  const codes: Codes = new Map();
  for await (const nodes of walkNodeBatches(source)) {
    const joined = await readJoined(source, nodes);
    for (const node of nodes) {
      const code = textOf(node.fields.isoCode);
      if (code !== null) codes.set(node.id, code.toLowerCase());
      yield nodeLine(node, joined.get(node.id) ?? {}, source);
      yield* actorLines(node, source);
    }
  }
  for await (const fact of walkRelations(source)) yield* relationLines(fact, source, codes);
}

type Joined = { readonly type: FtmType; readonly document: DocumentNode | null };

/** The types that the terms name and the schema can answer for, with what is asked of their nodes besides. */
const joinedTypes = onceFor(({ catalog, schema, terms }): ReadonlyMap<string, Joined> => {
  const entries = catalog.types.flatMap((of): [string, Joined][] => {
    const type = terms.ftm.types[of.name];
    const selection = type?.selection?.(catalog);
    if (!type) return [];
    if (selection === undefined) return [[of.name, { type, document: null }]];
    const document = byIdsDocument('Ftm', of.list, selection);
    return fits(schema, document) ? [[of.name, { type, document }]] : [];
  });
  return new Map(entries);
});

async function readJoined(
  { graph, signal }: Source,
  nodes: readonly GraphNode[],
): Promise<Map<string, Told>> {
  const joined = new Map<string, Told>();
  for (const [name, { document }] of joinedTypes(graph)) {
    const ids = nodes.filter(({ type }) => type === name).map(({ id }) => id);
    if (!document || ids.length === 0) continue;
    const told = await graph.ask(document, { ids, first: ids.length }, signal);
    for (const item of listAt(told, 'list')) joined.set(String(item.id), item);
  }
  return joined;
}

function articleOf(article: Article, { baseUrl }: Source): FtmProperties {
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

function nodeLine(node: GraphNode, joined: Told, source: Source): string {
  const { id, label, fields } = node;
  return line(id, schemaOf(node, source), {
    name: label,
    alias: texts(fields.aliases).filter((alias) => alias !== label),
    weakAlias: texts(fields.weakAliases),
    wikidataId: textOf(fields.wikidata),
    ...evidenceOf(node.claims, source),
    ...special(node, joined, source),
  });
}

/** What stands for a thing where the model takes none but legal entities: the state, for a country as an actor. */
function* actorLines({ id, type, label, fields }: GraphNode, { graph }: Source): Generator<string> {
  const acts = joinedTypes(graph).get(type)?.type.acts;
  if (acts) yield line(acts.id(id), acts.schema, { name: label, ...acts.read(fields) });
}

function schemaOf({ type, fields, date }: GraphNode, { graph }: Source): string {
  for (const [field, schemas] of Object.entries(graph.terms.ftm.schemaOf)) {
    const found = schemas[String(fields[field])];
    if (found !== undefined) return found;
  }
  return joinedTypes(graph).get(type)?.type.schema ?? (date ? 'Event' : 'Thing');
}

function special(node: GraphNode, joined: Told, { graph, filter }: Source): FtmProperties {
  const known = joinedTypes(graph).get(node.type)?.type;
  if (!known) return byRule(node, graph.catalog.type(node.type));
  const told = known.read({ ...node.fields, ...joined }, (type) => passes(filter, { type, status: null }));
  const { involved = [] } = told;
  return {
    ...told,
    // What happens in time says so by an empty start, which keeps the place of the dates among its properties.
    ...('startDate' in told && whenOf(node.date)),
    ...('involved' in told && { involved: texts(involved).map(ftmId) }),
  };
}

/** What is known of every node, and the rest as notes: `signed at: Geneva`. */
const told = new Set(['aliases', 'weakAliases', 'wikidata', 'description', 'kind', 'status']);

function byRule({ fields, date }: GraphNode, type: NodeType | undefined): FtmProperties {
  const dated = type && dateFieldOf(type);
  const others = (type?.fields ?? []).filter((field) => !told.has(field.name) && field !== dated);
  const notes = others.flatMap(({ name, type: kind }) => {
    const cell = flatCell(cellOf(kind === 'period' ? (fields[name] as Told | null)?.words : fields[name]));
    return cell === null ? [] : [`${name}: ${cell}`];
  });
  const keywords = [fields.kind, fields.status].flatMap((word) => textOf(word) ?? []);
  const { notes: doubt = [], ...period } = whenOf(date);
  return { description: textOf(fields.description), keywords, notes: [...notes, ...texts(doubt)], ...period };
}

/** The ISO codes of countries, by id: there are some hundreds at most. */
type Codes = Map<string, string>;

function* relationLines(fact: Relation, source: Source, codes: Codes): Generator<string> {
  const { id, predicate, qualifiers, subject, object } = fact;
  const common = { recordId: id, ...evidenceOf(fact.claims, source), ...dateOf(fact.date) };
  const [from, to] = [ftmId(subject.id), ftmId(object.id)];
  const known = source.graph.terms.ftm.relations[predicate];
  if (known?.post) {
    const [title] = qualifiers;
    const post = `position:${object.id}:${title ?? ''}`;
    const name = `${title ?? known.post.fallback}, ${object.label}`;
    yield line(post, known.post.schema, { name, country: codes.get(object.id) });
    // The day is that of the source, not that of taking office.
    yield line(id, known.schema, { [known.from]: from, [known.to]: ftmId(post), ...common });
    return;
  }
  const {
    schema,
    from: start,
    to: end,
    also = {},
  } = known ?? { ...unknownLink, also: { role: phraseOf(fact) } };
  const sure = schema === unknownLink.schema ? { status: surenessOf(fact) } : {};
  yield line(id, schema, { [start]: from, [end]: to, ...also, ...sure, ...common });
}

const unknownLink = { schema: 'UnknownLink', from: 'subject', to: 'object' };

function evidenceOf(claims: readonly Claim[], { baseUrl }: Source): FtmProperties {
  const articles = articlesBehind(claims);
  return {
    // Values of one property are a set here, so each claim tells all of itself.
    summary: claims.map((claim) => `${claim.statement} (${citationOf(claim)})`),
    publisher: [...new Set(claims.flatMap(sayersOf))],
    proof: articles.map((article) => ftmId(article.id)),
    sourceUrl: articles.map((article) => article.url ?? iriOf(article.id, baseUrl)),
  };
}

/** FollowTheMoney takes days, months and years of 1000 to 2999, without doubt and as precise as they are: nothing is padded. */
function periodOf(date: DateSpan | null): { startDate?: string; endDate?: string } {
  const [start, end] = [date?.start, date?.end].map((one) =>
    one?.exact && /^[12]\d{3}(?!\d)/.test(one.period) ? one.period : undefined,
  );
  const isInterval = date?.precision === 'INTERVAL';
  return { ...(start && { startDate: start }), ...(end && isInterval && { endDate: end }) };
}

/** When it was, and in words what of that no date of FollowTheMoney says. */
function whenOf(date: DateSpan | null): FtmProperties {
  const period = periodOf(date);
  const whole = date && isExact(date) && period.startDate !== undefined;
  return { ...period, ...(date?.words && !whole && { notes: [`date: ${date.words}`] }) };
}

/** When a relationship was: one date, or a period. */
function dateOf(date: DateSpan | null): FtmProperties {
  const { startDate, endDate } = periodOf(date);
  return date?.precision === 'INTERVAL' ? { startDate, endDate } : { date: startDate };
}

/**
 * Ids take letters, digits, dots and hyphens, and have a letter or digit at either end; the model refuses any other. So
 * `office:Keeper (acting)` is `office.Keeper-20--28-acting-29--0z`, and no two are alike.
 */
export function ftmId(id: string): string {
  const escaped = (found: string) => `-${found.codePointAt(0)?.toString(16)}-`;
  const inside = id.replaceAll(':', '.').replace(/[^A-Za-z0-9.-]/gu, escaped);
  const whole = /[.-]$|-0z$/.test(inside) ? `${inside}-0z` : inside;
  return whole.length <= FTM_ID_MAX ? whole : `${whole.slice(0, 100)}-${hash('sha256', id)}`;
}

/** The length of ids that the model knows; a longer one ends in its hash. */
const FTM_ID_MAX = 200;

/** The length of names that the model takes. */
const NAME_MAX = 384;

function line(id: string, schema: string, properties: FtmProperties): string {
  const kept = Object.entries(properties).flatMap(([name, value]) => {
    const values = typeof value === 'string' ? [value] : (value ?? []);
    const longest = /^(name|alias|weakAlias)$/.test(name) ? NAME_MAX : undefined;
    const plain = (item: string) => cleanText(item.slice(0, longest)).replace(/\s+/g, ' ').trim();
    const clean = [...new Set(values.map(plain))].filter((item) => item !== '');
    return clean.length > 0 ? [[name, clean] as const] : [];
  });
  const entity = { id: ftmId(id), schema, properties: Object.fromEntries(kept), datasets: ['attested'] };
  return `${JSON.stringify(entity)}\n`;
}
