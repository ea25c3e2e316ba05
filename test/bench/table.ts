import type { Figure, Row } from './measure.ts';

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
  'cpu ms',
  'errors',
  'attested is',
];

/** The rows as a table of Markdown; the last column compares this service with each other on the same engine. */
export function printTable(figures: readonly Figure[]): string {
  const rows = figures.map(({ row }) => row);
  const telling = figures.filter(({ tooFew }) => !tooFew).map(({ row }) => row);
  const lines = figures.map(({ row, cpuMs, tooFew, statuses = [] }) => [
    row.elements.toLocaleString('en'),
    row.query,
    row.connections,
    row.server,
    tooFew ? '–' : row.requestsPerSecond,
    row.p50Ms,
    row.p99Ms,
    cpuMs === undefined ? '' : cpuMs.toFixed(3),
    [row.errors, ...statuses.map((status) => `(${status})`)].join(' '),
    tooFew ? 'too few answers' : comparison(telling, row),
  ]);
  const table = [HEAD, HEAD.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |\n`);
  return `${table.join('')}\n${growth(rows).join('')}`;
}

/** How many times as long the median point question takes in the largest graph as in the smallest, on each engine. */
function growth(rows: readonly Row[]): string[] {
  const points = rows.filter(
    (row) => row.query === 'gift' && row.connections === 1 && row.server.startsWith('attested'),
  );
  return [...new Set(points.map(({ engine }) => engine))].flatMap((engine) => {
    const own = points.filter((row) => row.engine === engine).sort((a, b) => a.elements - b.elements);
    const [small, large] = [own[0], own.at(-1)];
    if (!small || !large || small === large) return [];
    const ratio = large.p50Ms / small.p50Ms;
    const sizes = [large, small].map(({ elements }) => elements.toLocaleString('en'));
    return [
      `gift on ${engine}: ${ratio.toFixed(2)}x the p50 at ${sizes.join(' over that at ')}, 1.5x allowed\n`,
    ];
  });
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
