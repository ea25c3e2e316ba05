import type { Row } from './run.ts';

/** What is wanted of this service beside each other server, as a ratio of requests per second. */
const WANTED: { readonly [server: string]: number } = {
  'bare-neo4j': 0.9,
  'neo4j-graphql': 2.5,
  'bare-grafeo': 0.75,
  mercurius: 1,
};

const HEAD = [
  'elements',
  'query',
  'connections',
  'server',
  'req/s',
  'p50 ms',
  'p99 ms',
  'errors',
  'attested is',
];

/** The rows as a table of Markdown; the last column compares this service with each other on the same engine. */
export function printTable(rows: readonly Row[]): string {
  const lines = rows.map((row) => [
    row.elements.toLocaleString('en'),
    row.query,
    row.connections,
    row.server,
    row.requestsPerSecond,
    row.p50Ms,
    row.p99Ms,
    row.errors,
    comparison(rows, row),
  ]);
  return [HEAD, HEAD.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}

function comparison(rows: readonly Row[], row: Row): string {
  const wanted = WANTED[row.server];
  const ours = rows.find(
    (r) =>
      r.server === `attested-${row.engine}` &&
      r.query === row.query &&
      r.elements === row.elements &&
      r.connections === row.connections,
  );
  if (wanted === undefined || !ours) return '';
  const ratio = ours.requestsPerSecond / row.requestsPerSecond;
  return `${ratio.toFixed(2)}x${ratio < wanted ? `, missed: ${wanted} wanted` : ''}`;
}
