import type { Label } from '../model/catalog.ts';
import type { Row, Statement, Value } from '../store/store.ts';
import type { Source } from './source.ts';

/** The label that all nodes of the domain share. */
const ENTITIES: Label = { label: 'Entity', key: 'id' };

/** Maps in one statement: some hundreds are quick, and a line stays readable for a client. */
const ROWS_AT_ONCE = 200;

/**
 * A Cypher script that makes the same graph in an empty Neo4j, one statement a line, and changes nothing when run
 * again. The texts of sentences stay here: they belong to the articles.
 */
export async function* writeCypher(source: Source): AsyncGenerator<string> {
  const { labels } = source.graph.catalog;
  for (const { label, key } of [ENTITIES, ...labels]) {
    const name = `${label.toLowerCase()}_${key}`;
    yield `CREATE CONSTRAINT ${name} IF NOT EXISTS FOR (n:${label}) REQUIRE n.${key} IS UNIQUE;\n`;
  }
  // A node of several of these labels is written as one of the first.
  for (const [i, base] of labels.entries()) {
    yield* writeNodes(source, { ...base, but: labels.slice(0, i).map(({ label }) => label) });
  }
  for (const [i, base] of labels.entries()) {
    yield* writeRelationships(source, { ...base, but: labels.slice(0, i).map(({ label }) => label) });
  }
}

/** A label, and those of the nodes that are written already. */
type Base = Label & { readonly but: readonly string[] };

async function* writeNodes(source: Source, base: Base): AsyncGenerator<string> {
  const { label, key } = base;
  const text = `UNWIND $ids AS id MATCH (n:${label} {${key}: id}) RETURN properties(n) AS properties, labels(n) AS labels ORDER BY id`;
  for await (const ids of walkIds(source, base, ROWS_AT_ONCE)) {
    const rows = await source.store.read({ text, parameters: { ids } });
    for (const [more, alike] of groupsOf(rows, (row) => moreLabels(row, label))) {
      const maps = alike.map((row) => literal(keptOf(row.properties as Row)));
      yield `UNWIND [${maps.join(', ')}] AS row MERGE (n:${label} {${key}: row.${key}}) SET n += row${more};\n`;
    }
  }
}

/** ` SET n:Entity` where a node has that label too. */
function moreLabels(row: Row, label: string): string {
  const more = (row.labels as readonly string[]).filter((one) => one !== label).sort();
  return more.length === 0 ? '' : ` SET n:${more.join(':')}`;
}

/** All but the text of a sentence, and when an owner was loaded, which is another day for the same graph. */
function keptOf({ recordedAt: _recordedAt, ...properties }: Row): Row {
  const { text: _text, ...rest } = properties;
  return 'textSha256' in properties ? rest : properties;
}

async function* writeRelationships(source: Source, base: Base): AsyncGenerator<string> {
  for await (const rows of walkEdgeRows(source, base)) {
    for (const group of alike(rows)) {
      for (let i = 0; i < group.length; i += ROWS_AT_ONCE) {
        yield relationshipLine(source, base, group.slice(i, i + ROWS_AT_ONCE));
      }
    }
  }
}

/** Ids fetched at once: each fetch costs a sort of all that is left. */
const SLAB = 20_000;
/** Nodes whose relationships are read at once, and relationships held at once. */
const STARTS_AT_ONCE = 100;
const EDGES_AT_ONCE = 1_000;

/** The ids of all nodes of a label, in order and in batches: a dump holds what no schema tells, and asks the store. */
async function* walkIds({ store, signal }: Source, base: Base, atOnce: number): AsyncGenerator<string[]> {
  const { label, key, but } = base;
  const written = but.map((other) => ` AND NOT n:${other}`).join('');
  const text = `MATCH (n:${label}) WHERE n.${key} > $after${written} RETURN n.${key} AS id ORDER BY id LIMIT $limit`;
  let after = '';
  for (;;) {
    signal?.throwIfAborted();
    const rows = await store.read({ text, parameters: { after, limit: SLAB } });
    const ids = rows.map((row) => String(row.id));
    for (let i = 0; i < ids.length; i += atOnce) yield ids.slice(i, i + atOnce);
    if (ids.length < SLAB) return;
    after = ids.at(-1) ?? '';
  }
}

/** The relationships that start at nodes of a label, by start, type, end and what tells them apart, in batches. */
async function* walkEdgeRows(source: Source, base: Base): AsyncGenerator<Row[]> {
  for await (const starts of walkIds(source, base, STARTS_AT_ONCE)) {
    let after: Row | undefined;
    do {
      source.signal?.throwIfAborted();
      const from = String(after?.source ?? '');
      const ids = starts.filter((id) => id >= from);
      const rows: Row[] = await source.store.read(edgeBatch(source, base, { ids, after }));
      if (rows.length > 0) yield rows;
      after = rows.length < EDGES_AT_ONCE ? undefined : rows.at(-1);
    } while (after);
  }
}

function edgeBatch(
  { graph }: Source,
  { label, key }: Label,
  { ids, after }: { readonly ids: readonly string[]; readonly after: Row | undefined },
): Statement {
  const keys = [...new Set([...graph.catalog.keys.values()].flat())];
  const qualifier = [`''`, ...keys.map((name) => `coalesce(toString(r.${name}), '')`)].join(" + '-' + ");
  // Nothing but values after WITH: tens of times faster on Grafeo.
  const text = `UNWIND $ids AS id
MATCH (a:${label} {${key}: id})-[r]->(b)
WITH a.${key} AS source, type(r) AS relation, coalesce(b.id, b.key) AS target, ${qualifier} AS qualifier,
  properties(r) AS properties, labels(b) AS targetLabels
WHERE source > $source OR (source = $source AND (relation > $relation OR (relation = $relation
    AND (target > $target OR (target = $target AND qualifier > $qualifier)))))
RETURN * ORDER BY source, relation, target, qualifier LIMIT $limit`;
  const { source = '', relation = '', target = '', qualifier: last = '' } = after ?? {};
  return { text, parameters: { ids, limit: EDGES_AT_ONCE, source, relation, target, qualifier: last } };
}

/** Rows of one relationship type and one label at the end, which one statement can hold. */
function alike(rows: readonly Row[]): Row[][] {
  return [...groupsOf(rows, (row) => `${row.relation} ${labelOf(row)}`).values()];
}

function groupsOf(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const name = keyOf(row);
    const group = groups.get(name);
    if (group) group.push(row);
    else groups.set(name, [row]);
  }
  return groups;
}

/** Labels beside one that tells what a node is. */
const shared = new Set(['Entity', 'Owner', 'Background', 'Ledger']);

function labelOf(row: Row): string {
  return (row.targetLabels as readonly string[]).find((label) => !shared.has(label)) ?? 'Entity';
}

function relationshipLine({ graph }: Source, { label, key }: Label, rows: readonly Row[]): string {
  const [first] = rows;
  if (!first) return '';
  const target = labelOf(first);
  const type = String(first.relation);
  const keys = (graph.catalog.keys.get(type) ?? []).map((name) => `${name}: row.p.${name}`).join(', ');
  const maps = rows.map((row) =>
    literal({ a: row.source ?? '', b: row.target ?? '', p: row.properties ?? {} }),
  );
  return `UNWIND [${maps.join(', ')}] AS row MATCH (a:${label} {${key}: row.a}) MATCH (b:${target} {${
    target === 'Name' ? 'key' : 'id'
  }: row.b}) MERGE (a)-[r:${type}${keys && ` {${keys}}`}]->(b) SET r += row.p;\n`;
}

const escapes: Readonly<Record<string, string>> = {
  "'": "\\'",
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** A value as a Cypher literal, on one line. */
export function literal(value: Value): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return `'${escapeText(value)}'`;
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  const entries = Object.entries(value as Row).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([name, item]) => `${identifier(name)}: ${literal(item)}`).join(', ')}}`;
}

function identifier(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : `\`${name.replaceAll('`', '``')}\``;
}

function escapeText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is escaped
  return text.replace(/['\\\u0000-\u001f\u007f\u2028\u2029\ufffe\uffff]/g, (found) => {
    return escapes[found] ?? `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
