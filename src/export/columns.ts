import type { Catalog, ValueField } from '../model/catalog.ts';
import type { ColumnTerms, FieldColumn, MadeColumn } from '../model/terms.ts';
import { type Cell, type CellType, type Column, cellOf, isList } from './cells.ts';
import { type DateSpan, spanOf } from './dates.ts';
import { dateFieldOf } from './documents.ts';
import type { GraphEdge } from './edge.ts';
import { articlesBehind, type Claim, sayersOf, sentencesOf } from './evidence.ts';
import { type Fact, surenessOf } from './fact.ts';
import { type Graph, onceFor } from './graph.ts';
import { iriOf } from './iri.ts';
import type { GraphNode } from './walk.ts';

/** What every format tells of nodes and relationships, in one order and under the same names. */

type Spec = readonly [name: string, type: CellType, about: string];

/** A column read from an item by a function. */
export function column<Item>(
  [name, type, about]: Spec,
  read: (item: Item, baseUrl: string) => Cell,
): Column<Item> {
  return { name, type, about, read };
}

type Cited = { readonly claims: readonly Claim[] };
type InTime = { readonly date: DateSpan | null };

/** When an item was. */
export const whenColumns: readonly Column<InTime>[] = [
  column(
    ['start_date', 'date', 'First day it can mean; empty where open, and outside the years 1 to 9999.'],
    ({ date }) => dayCell(date?.earliest),
  ),
  column(
    ['end_date', 'date', 'Last day it can mean; empty where open, and outside the years 1 to 9999.'],
    ({ date }) => dayCell(date?.latest),
  ),
  column(['date_precision', 'string', 'day, month, season, year, interval and so on.'], ({ date }) => {
    return date?.precision.toLowerCase() ?? null;
  }),
  column(
    ['date_words', 'string', 'The date in English, nothing left out.'],
    ({ date }) => date?.words ?? null,
  ),
  column(['date_edtf', 'string', 'The date as EDTF (ISO 8601-2).'], ({ date }) => date?.edtf ?? null),
  column(['date_text', 'string', 'The date as the source says it.'], ({ date }) => date?.text ?? null),
  column(['date_basis', 'string', 'STATED or IMPLIED by the text.'], ({ date }) => date?.basis ?? null),
  column(
    ['date_inherited', 'boolean', 'Whether it is the date of what this is part of.'],
    ({ date }) => date?.inherited ?? null,
  ),
];

/** A day of a year that readers of tables know. */
function dayCell(day: string | null | undefined): string | null {
  return day && /^\d{4}-/.test(day) && !day.startsWith('0000') ? day : null;
}

/** A text for each claim, in the order of the claims; nothing where there is none in all. */
const byClaim =
  (textOf: (claim: Claim) => string) =>
  ({ claims }: Cited): Cell => {
    const all = claims.map(textOf);
    return all.every((text) => text === '') ? [] : all;
  };

const articles = ({ claims }: Cited) => articlesBehind(claims);

/** Where an item comes from: its claims, and in step with them how sure, whose word and where each stands; its articles. */
export const sourceColumns: readonly Column<Cited>[] = [
  column(
    ['claims', 'list', 'Ids of the claims behind it.'],
    byClaim(({ id }) => id),
  ),
  column(
    ['statement', 'list', 'What these claims say, in our words.'],
    byClaim(({ statement }) => statement),
  ),
  column(
    ['claim_status', 'list', 'How sure each of these claims is.'],
    byClaim(({ status }) => status),
  ),
  column(
    ['voice', 'list', 'Whose word each of them is: ARTICLE, SOURCE or UNNAMED.'],
    byClaim(({ voice }) => voice),
  ),
  column(
    ['attributed_to', 'list', 'Who says each of them; nobody where the article says so itself.'],
    byClaim((claim) => sayersOf(claim).join(' and ')),
  ),
  column(
    [
      'sentences',
      'list',
      'Ids of the sentences of each of them, divided by a space; each ends in its number.',
    ],
    byClaim((claim) => sentencesOf(claim).join(' ')),
  ),
  column(['source_id', 'list', 'Ids of the articles.'], (item) => articles(item).map((a) => a.id)),
  column(['source_url', 'list', 'Where the articles are, or our page on them.'], (item, baseUrl) =>
    articles(item).map((a) => a.url ?? iriOf(a.id, baseUrl)),
  ),
  column(['source_title', 'list', 'Headlines of the articles.'], (item) =>
    articles(item).map((a) => a.title),
  ),
  column(['source_published', 'list', 'Days when the articles were published.'], (item) =>
    articles(item).flatMap((a) => a.publishedOn ?? []),
  ),
];

/** A text for each fact that is told of a node alone, in the order of these. */
const byFact =
  (textOf: (fact: Fact) => string) =>
  ({ facts }: GraphNode): Cell =>
    facts.map(textOf);

/** What is told of a node alone, and in step with that how sure, how far sources agree, and by which claims. */
const ownFactColumns: readonly Column<GraphNode>[] = [
  column(
    ['facts', 'list', 'Ids of the facts of it alone: that it takes place, its values.'],
    byFact(({ id }) => id),
  ),
  column(
    ['fact_status', 'list', 'How sure each of these facts is.'],
    byFact(({ status }) => status),
  ),
  column(
    ['fact_verdict', 'list', 'How far sources agree on each of them.'],
    byFact(({ verdict }) => verdict ?? ''),
  ),
  column(
    ['fact_claims', 'list', 'Ids of the claims behind each of them, divided by a space.'],
    byFact((fact) => fact.claims.map(({ id }) => id).join(' ')),
  ),
];

/** Columns of a node, the same in every format: those of every node, and one for each field of any of its types. */
export const nodeColumns = onceFor((graph): readonly Column<GraphNode>[] => {
  const { catalog, terms } = graph;
  const names = catalog.types.map(({ name }) => name);
  return [
    column(['id', 'string', 'Stable id.'], (node) => node.id),
    column(['label', 'string', 'Its name.'], (node) => node.label),
    column(['type', 'string', `${listed(names)}.`], (node) => node.type),
    ...columnsOf(graph, terms.columns.before),
    ...(catalog.types.some(dateFieldOf) ? whenColumns : []),
    ...columnsOf(graph, terms.columns.after),
    ...columnsByRule(catalog, terms.columns),
    ...(catalog.properties.length > 0 ? ownFactColumns : []),
    ...sourceColumns,
  ];
});

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

/** The columns of named fields that the domain has, each with those that are made of it. */
function columnsOf({ catalog, terms }: Graph, some: readonly FieldColumn[]): Column<GraphNode>[] {
  return some.flatMap(({ field: name, ...named }) => {
    const field = fieldOf(catalog, name);
    const made = terms.columns.made.filter((one) => one.field === name);
    return field ? [fieldColumn(field, named), ...made.map(madeColumn)] : [];
  });
}

function madeColumn({ field, name, about, make }: MadeColumn): Column<GraphNode> {
  return column([name, 'string', about], ({ fields }) => make(String(fields[field] ?? '')));
}

/** The columns of all fields that no table of exceptions names. */
function columnsByRule(catalog: Catalog, { before, after, ownTableOnly }: ColumnTerms): Column<GraphNode>[] {
  const known = new Set([...before, ...after].map(({ field }) => field));
  const names = catalog.types.flatMap((type) => {
    return type.fields.filter((field) => field !== dateFieldOf(type)).map(({ name }) => name);
  });
  const others = [...new Set(names)].filter((name) => !known.has(name) && !ownTableOnly.includes(name));
  return others.flatMap((name) => {
    const field = fieldOf(catalog, name);
    return field ? [fieldColumn(field)] : [];
  });
}

function fieldOf({ types }: Catalog, name: string): ValueField | undefined {
  return types.flatMap(({ fields }) => fields.filter((field) => field.name === name))[0];
}

/** A field of nodes as a column, by default under its name with underscores and with its description. */
export function fieldColumn(
  { name: field, type, about }: ValueField,
  named: { readonly name: string; readonly about: string } = { name: snakeCase(field), about },
): Column<GraphNode> {
  const isAliases = field === 'aliases';
  return {
    ...named,
    type: type === 'period' ? 'string' : type,
    read: ({ label, fields }) => {
      if (type === 'period') return spanOf(fields[field])?.edtf ?? null;
      const cell = cellOf(fields[field]);
      return isAliases && isList(cell) ? cell.filter((alias) => alias !== label) : cell;
    },
  };
}

/** `signedOn` as `signed_on`. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Columns of a relationship, the same in every format. */
export const edgeColumns: readonly Column<GraphEdge>[] = [
  column(['id', 'string', 'Stable id, of the fact that it is.'], (edge) => edge.id),
  column(['source', 'string', 'Id of the node where it starts.'], (edge) => edge.source.id),
  column(['target', 'string', 'Id of the node where it ends.'], (edge) => edge.target.id),
  column(['kind', 'string', 'Relationship type, with the role or title.'], (edge) => edge.kind),
  column(
    ['interaction', 'string', 'The same again, under the name that Cytoscape knows.'],
    (edge) => edge.kind,
  ),
  column(['label', 'string', 'The same in words.'], (edge) => edge.label),
  column(
    ['weight', 'number', '1, or how many things stand behind it in a projection.'],
    (edge) => edge.weight,
  ),
  ...whenColumns,
  column(['relation', 'string', 'Relationship type alone.'], (edge) => edge.relation),
  column(['qualifier', 'string', 'Role or title alone.'], (edge) => edge.qualifier),
  column(['status', 'string', 'How sure it is, by the surest of its claims.'], (edge) => edge.status),
  column(
    [
      'sureness',
      'string',
      'The same, or that of the event that it is about where the texts are less sure of that.',
    ],
    (edge) => edge.sureness,
  ),
  column(
    ['verdict', 'string', 'How far sources agree: AGREED, SINGLE_SOURCE or DISPUTED.'],
    (edge) => edge.verdict,
  ),
  column(['basis', 'string', 'STATED, IMPLIED or BACKGROUND.'], (edge) => edge.basis),
  column(['source_type', 'string', 'Type of the node where it starts.'], (edge) => edge.source.type),
  column(['target_type', 'string', 'Type of the node where it ends.'], (edge) => edge.target.type),
  column(['source_label', 'string', 'Name of the node where it starts.'], (edge) => edge.source.label),
  column(['target_label', 'string', 'Name of the node where it ends.'], (edge) => edge.target.label),
  ...sourceColumns,
];

/** Columns of a fact: what is told of what, how sure, how far sources agree, by whom and where. */
export const factColumns: readonly Column<Fact>[] = [
  column(['id', 'string', 'Stable id.'], (fact) => fact.id),
  column(['subject_id', 'string', 'Id of what it is about.'], (fact) => fact.subject.id),
  column(['subject', 'string', 'Its name.'], (fact) => fact.subject.label),
  column(
    ['predicate', 'string', 'What is told: a relationship, a value, that it happens.'],
    (fact) => fact.predicate,
  ),
  column(['qualifier', 'string', 'Role or title.'], ({ qualifiers }) => qualifiers[0] ?? null),
  column(
    ['object_id', 'string', 'Id of the other thing, of a relationship.'],
    ({ object }) => object?.id ?? null,
  ),
  column(['object', 'string', 'The name of that thing.'], ({ object }) => object?.label ?? null),
  column(['value', 'string', 'The value, of a property.'], (fact) => fact.value),
  column(['status', 'string', 'How sure it is, by the surest of its claims.'], (fact) => fact.status),
  column(
    ['sureness', 'string', 'The same, or that of the event that it is about where that is less sure.'],
    surenessOf,
  ),
  column(
    ['verdict', 'string', 'How far sources agree: AGREED, SINGLE_SOURCE or DISPUTED.'],
    (fact) => fact.verdict,
  ),
  column(['basis', 'string', 'STATED, IMPLIED or BACKGROUND.'], (fact) => fact.basis),
  ...whenColumns,
  column(['reported_on', 'date', 'The first day on which somebody says so.'], (fact) => fact.reportedOn),
  ...sourceColumns,
  column(['against', 'list', 'Ids of the claims that say otherwise.'], (fact) =>
    fact.against.map(({ id }) => id),
  ),
  column(['address', 'string', 'Where it is described.'], (fact, baseUrl) => iriOf(fact.id, baseUrl)),
];
