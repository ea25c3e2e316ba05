import type { Row, Value } from '../store/store.ts';
import type { Source } from './source.ts';
import type { Base } from './statements.ts';
import { nodeTypes } from './vocabulary.ts';
import { walkEdgeRows, walkIds } from './walk.ts';

/** The labels of the graph, each node under one of them. */
const bases: readonly Base[] = [
  ...nodeTypes.map((label): Base => ({ label, key: 'id' })),
  { label: 'Article', key: 'id' },
  { label: 'Sentence', key: 'id' },
  { label: 'Claim', key: 'id' },
  { label: 'Name', key: 'key' },
];

/** The properties that identify a relationship beside its ends. */
const relationshipKeys: { readonly [type: string]: readonly string[] } = {
  INVOLVED_IN: ['role'],
  HOLDS_OFFICE: ['title'],
  MENTIONS: ['start', 'end'],
};

/** Maps in one statement: some hundreds are quick, and a line stays readable for a client. */
const ROWS_AT_ONCE = 200;

/**
 * A Cypher script that makes the same graph in an empty Neo4j, one statement a line, and changes nothing when run
 * again. The texts of sentences stay here: they belong to the articles.
 */
export async function* writeCypher(source: Source): AsyncGenerator<string> {
  for (const { label, key } of [{ label: 'Entity', key: 'id' }, ...bases]) {
    const name = `${label.toLowerCase()}_${key}`;
    yield `CREATE CONSTRAINT ${name} IF NOT EXISTS FOR (n:${label}) REQUIRE n.${key} IS UNIQUE;\n`;
  }
  for (const base of bases) yield* writeNodes(source, base);
  for (const base of bases) yield* writeRelationships(source, base);
}

async function* writeNodes(source: Source, base: Base): AsyncGenerator<string> {
  const { label, key } = base;
  const entity = nodeTypes.some((type) => type === label) ? ' SET n:Entity' : '';
  const text = `UNWIND $ids AS id MATCH (n:${label} {${key}: id}) RETURN properties(n) AS properties ORDER BY id`;
  for await (const ids of walkIds(source, base, ROWS_AT_ONCE)) {
    const rows = await source.store.read({ text, parameters: { ids } });
    const maps = rows.map((row) => literal(withoutText(label, row.properties as Row)));
    yield `UNWIND [${maps.join(', ')}] AS row MERGE (n:${label} {${key}: row.${key}}) SET n += row${entity};\n`;
  }
}

function withoutText(label: string, properties: Row): Row {
  if (label !== 'Sentence') return properties;
  const { text: _text, ...rest } = properties;
  return rest;
}

async function* writeRelationships(source: Source, base: Base): AsyncGenerator<string> {
  for await (const rows of walkEdgeRows(source, base)) {
    for (const group of alike(rows)) {
      for (let i = 0; i < group.length; i += ROWS_AT_ONCE) {
        yield relationshipLine(base, group.slice(i, i + ROWS_AT_ONCE));
      }
    }
  }
}

/** Rows of one relationship type and one label at the end, which one statement can hold. */
function alike(rows: readonly Row[]): Row[][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const name = `${row.relation} ${labelOf(row)}`;
    const group = groups.get(name);
    if (group) group.push(row);
    else groups.set(name, [row]);
  }
  return [...groups.values()];
}

function labelOf(row: Row): string {
  return (row.targetLabels as readonly string[]).find((label) => label !== 'Entity') ?? 'Entity';
}

function relationshipLine({ label, key }: Base, rows: readonly Row[]): string {
  const [first] = rows;
  if (!first) return '';
  const target = labelOf(first);
  const type = String(first.relation);
  const keys = (relationshipKeys[type] ?? []).map((name) => `${name}: row.p.${name}`).join(', ');
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
