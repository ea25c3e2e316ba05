import { type Cell, type CellType, type Column, cellOf, texts } from './cells.ts';
import type { DateSpan } from './dates.ts';
import { articlesBehind, attributionsOf, type ClaimEvidence, sentencesBehind } from './evidence.ts';
import { iriOf } from './iri.ts';
import { iso3Of } from './iso3.ts';
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

function property(spec: Spec, name: string = spec[0]): Column<GraphNode> {
  return column(spec, (node) => cellOf(node.properties[name]));
}

type Sourced = { readonly evidence: readonly ClaimEvidence[] };
type InTime = { readonly date: DateSpan | null };

const dateColumns: readonly Column<InTime>[] = [
  column(['start_date', 'date', 'First day it can mean.'], ({ date }) => date?.start ?? null),
  column(['end_date', 'date', 'Last day it can mean.'], ({ date }) => date?.end ?? null),
  column(['date_precision', 'string', 'day, month or year.'], ({ date }) => date?.precision ?? null),
  column(['date_text', 'string', 'The date as the source says it.'], ({ date }) => date?.text ?? null),
  column(['date_basis', 'string', 'STATED or IMPLIED by the text.'], ({ date }) => date?.basis ?? null),
  column(
    ['date_inherited', 'boolean', 'Whether it is the date of what this is part of.'],
    ({ date }) => date?.inherited ?? null,
  ),
];

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

/** Columns of a node, the same in every format. */
export const nodeColumns: readonly Column<GraphNode>[] = [
  column(['id', 'string', 'Stable id.'], (node) => node.id),
  column(['label', 'string', 'Its name.'], (node) => node.label),
  column(
    ['type', 'string', 'Person, Country, Place, Organization, Group, Event or Gift.'],
    (node) => node.type,
  ),
  property(['subtype', 'string', 'What sort of place, organization or event.'], 'kind'),
  property(['description', 'string', 'What the texts say of it, in our words.']),
  column(['aliases', 'list', 'Other names that identify it.'], ({ label, properties }) =>
    texts(properties.aliases).filter((alias) => alias !== label),
  ),
  property(['weak_aliases', 'list', 'Names that may mean it, among others.'], 'weakAliases'),
  property(['status', 'string', 'How sure the texts are of the event.']),
  ...dateColumns,
  property(['iso2', 'string', 'ISO 3166-1 alpha-2 code.'], 'isoCode'),
  column(['iso3', 'string', 'ISO 3166-1 alpha-3 code.'], ({ properties }) =>
    iso3Of(String(properties.isoCode ?? '')),
  ),
  property(['wikidata', 'string', 'Wikidata item.']),
  property(['item', 'string', 'What sort of gift.']),
  property(['quantity', 'integer', 'How many.']),
  property(['object', 'string', 'What the event is about.']),
  property(['purpose', 'string', 'What the event is for.']),
  ...sourceColumns,
];

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
    ['weight', 'number', '1, or how many gifts stand behind it in a projection.'],
    (edge) => edge.weight,
  ),
  ...dateColumns,
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
