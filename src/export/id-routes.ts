import type { FastifyInstance } from 'fastify';
import { ServiceError } from '../errors.ts';
import { readArticle, readClaim } from './articles.ts';
import { idOf } from './iri.ts';
import { jsonldOf } from './jsonld.ts';
import { articleBlocks, claimBlock, nodeBlock } from './rdf.ts';
import { edgeBlocks } from './rdf-edges.ts';
import type { Block } from './rdf-terms.ts';
import { baseUrlOf, type RouteParts, sendFile } from './respond.ts';
import type { Source } from './source.ts';
import { head, turtleBlock } from './turtle.ts';
import { readEdgesFrom, readNodes } from './walk.ts';

/** `/id/person/vladimir-putin`, the address of a thing: what is known of it as JSON-LD, or as Turtle where asked. */
export function idRoutes(app: FastifyInstance, parts: RouteParts): void {
  app.get('/id/*', async (request, reply) => {
    const id = idOf((request.params as { '*': string })['*']);
    const baseUrl = baseUrlOf(request, parts.publicUrl);
    const asTurtle = /\btext\/turtle\b/.test(request.headers.accept ?? '');
    return sendFile(
      { ...parts, variant: { accept: asTurtle ? 'turtle' : 'jsonld' } },
      [request, reply],
      async (reading) => {
        const blocks = await blocksOf(id, { ...reading, filter: {}, baseUrl });
        if (blocks.length === 0) throw new ServiceError('NOT_FOUND', `There is nothing with the id ${id}.`);
        if (!asTurtle) {
          return { mediaType: 'application/ld+json; charset=utf-8', pieces: jsonldOf(blocks) };
        }
        return { mediaType: 'text/turtle; charset=utf-8', pieces: turtle(blocks) };
      },
    );
  });
}

async function blocksOf(id: string, source: Source): Promise<Block[]> {
  if (id.startsWith('article:')) {
    const article = await readArticle(source, id);
    return article ? articleBlocks(article, source) : [];
  }
  if (id.startsWith('claim:')) {
    const claim = await readClaim(source, id);
    return claim ? [claimBlock(claim, source)] : [];
  }
  const [node] = await readNodes(source.store, [id]);
  if (!node) return [];
  const edges = await readEdgesFrom(source, [id]);
  return [nodeBlock(node, source), ...edges.flatMap((edge) => edgeBlocks(edge, source))];
}

async function* turtle(blocks: readonly Block[]): AsyncGenerator<string> {
  yield head();
  for (const block of blocks) yield turtleBlock(block);
}
