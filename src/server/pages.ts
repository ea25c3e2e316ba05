import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ServiceError } from '../errors.ts';

/** A built file, and under which content coding it lies on disk. */
type Asset = {
  readonly path: string;
  readonly type: string;
  readonly etag: string;
  readonly codings: ReadonlyMap<string, { readonly path: string; readonly bytes: number }>;
};

/** The pages by their addresses. */
const pages = { '/': 'index.html', '/explorer': 'explorer.html', '/graph': 'graph.html' } as const;

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.md': 'text/markdown; charset=utf-8',
  '.ttf': 'font/ttf',
};

/** The suffixes of the codings, the best first; the empty one is the file as it is. */
const codings = { br: '.br', gzip: '.gz', identity: '' } as const;

/** Everything from here, no frames, no forms to elsewhere. */
const strict =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** GraphiQL's editor sets styles inline and runs workers of ours. */
const policies: Readonly<Record<string, string>> = {
  '/explorer':
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
};

/** What a client that reads no HTML is told at `/`. */
const summary = `attested: a knowledge graph of news, every fact attested by the sentence that says it

  /graphql         questions, by POST or GET
  /schema.graphql  what can be asked
  /explorer        GraphiQL, in a browser
  /graph           the graph, its timeline and its evidence, in a browser
  /tables          tables as CSV and JSON
  /export          the whole graph as a file
  /readyz          whether the service can answer
`;

/** Serves the pages that were built into `folder`, open to everyone: what they show they ask of `/graphql`. */
export function pageRoutes(app: FastifyInstance, folder: string): void {
  const assets = readAssets(folder);
  const options = { config: { scope: 'open' as const } };
  for (const [url, file] of Object.entries(pages)) {
    app.get(url, options, async (request, reply) => {
      reply.header('vary', 'accept, accept-encoding');
      if (url === '/' && !request.headers.accept?.includes('text/html')) {
        return reply.type('text/plain; charset=utf-8').send(summary);
      }
      const headers = { 'cache-control': 'no-cache', 'content-security-policy': policies[url] ?? strict };
      return send(assets.get(file), [request, reply], headers);
    });
    if (url !== '/') app.get(`${url}/`, options, async (_request, reply) => reply.redirect(`..${url}`, 308));
  }
  app.get('/assets/*', options, async (request, reply) => {
    const name = `assets/${(request.params as { '*': string })['*']}`;
    const headers = { 'cache-control': 'public, max-age=31536000, immutable', vary: 'accept-encoding' };
    return send(assets.get(name), [request, reply], headers);
  });
}

/** All that was built, by name: what is not in this map is not served. */
function readAssets(folder: string): ReadonlyMap<string, Asset> {
  if (!existsSync(folder)) return new Map();
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && extname(entry.name) in mediaTypes)
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  return new Map(names.map((name) => [name.replaceAll('\\', '/'), readAsset(join(folder, name))]));
}

function readAsset(path: string): Asset {
  const found = Object.entries(codings)
    .filter(([, suffix]) => existsSync(path + suffix))
    .map(
      ([coding, suffix]) => [coding, { path: path + suffix, bytes: statSync(path + suffix).size }] as const,
    );
  const etag = createHash('sha256').update(readFileSync(path)).digest('base64url').slice(0, 22);
  return { path, type: mediaTypes[extname(path)] ?? '', etag, codings: new Map(found) };
}

async function send(
  asset: Asset | undefined,
  [request, reply]: readonly [FastifyRequest, FastifyReply],
  headers: Readonly<Record<string, string>>,
): Promise<FastifyReply> {
  if (!asset) {
    throw new ServiceError('NOT_FOUND', `There is nothing at ${request.url.split('?')[0]}.`, {
      hint: 'The pages come with the package; in a checkout npm run build makes them.',
    });
  }
  const coding = codingFor(asset, request.headers['accept-encoding'] ?? '');
  const etag = `"${asset.etag}-${coding}"`;
  reply.headers({
    ...headers,
    etag,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
  });
  if (request.headers['if-none-match']?.includes(etag)) return reply.code(304).send();
  const file = asset.codings.get(coding) ?? { path: asset.path, bytes: 0 };
  if (coding !== 'identity') reply.header('content-encoding', coding);
  reply.type(asset.type).header('content-length', file.bytes);
  return reply.send(createReadStream(file.path));
}

function codingFor(asset: Asset, accepted: string): string {
  const wanted = accepted.split(',').map((item) => item.split(';')[0]?.trim());
  return [...asset.codings.keys()].find((coding) => wanted.includes(coding)) ?? 'identity';
}
