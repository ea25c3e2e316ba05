import type { Catalog, ValueField } from '../model/catalog.ts';
import type { ColumnTerms, FieldColumn, MadeColumn } from '../model/terms.ts';
import { type Cell, type CellType, type Column, cellOf, isList } from './cells.ts';
import { type DateSpan, spanOf } from './dates.ts';
import { dateFieldOf } from './documents.ts';
import { articlesBehind, attributionsOf, type ClaimEvidence, sentencesBehind } from './evidence.ts';
import { type Graph, onceFor } from './graph.ts';
import { iriOf } from './iri.ts';
import type { GraphEdge, GraphNode } from './walk.ts';

/** What every format tells of nodes and relationships, in one order and under the same names. */

type Spec = readonly [name: string, type: CellType, about: string];

/** A column read from an item by a function. */
export function column<Item>(
  [name, type, about]: Spec,
  read: (item: Item, baseUrl: string) => Cell,
): Column<Item> {
  return { name, type, about, read };
}

type Sourced = { readonly evidence: readonly ClaimEvidence[] };
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

const articles = ({ evidence }: Sourced) => articlesBehind(evidence);

/** Where an item comes from: claims, who says so, articles. */
export const sourceColumns: readonly Column<Sourced>[] = [
  column(['claims', 'list', 'Ids of the claims behind it.'], ({ evidence }) => evidence.map((c) => c.id)),
  column(['statement', 'list', 'What these claims say, in our words.'], ({ evidence }) =>
    evidence.map((c) => c.statement),
  ),
  column(
    ['sentences', 'list', 'Ids of the sentences that say so; each ends in its number.'],
    ({ evidence }) => sentencesBehind(evidence),
  ),
  column(['attributed_to', 'list', 'Who says so, where somebody is named.'], ({ evidence }) =>
    attributionsOf(evidence),
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
  column(['id', 'string', 'Stable id.'], (edge) => edge.id),
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
  column(['status', 'string', 'How sure the texts are of the event at its end.'], (edge) => edge.status),
  column(['basis', 'string', 'STATED, IMPLIED or BACKGROUND.'], (edge) => edge.basis),
  column(['source_type', 'string', 'Type of the node where it starts.'], (edge) => edge.source.type),
  column(['target_type', 'string', 'Type of the node where it ends.'], (edge) => edge.target.type),
  column(['source_label', 'string', 'Name of the node where it starts.'], (edge) => edge.source.label),
  column(['target_label', 'string', 'Name of the node where it ends.'], (edge) => edge.target.label),
  ...sourceColumns,
];
