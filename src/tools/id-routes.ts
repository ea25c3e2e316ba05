import type { FastifyInstance } from 'fastify';
import { ServiceError } from '../errors.ts';
import { readArticle, readClaim, readSentence } from '../export/articles.ts';
import { idOf } from '../export/iri.ts';
import { jsonldOf } from '../export/jsonld.ts';
import { articleBlocks, claimBlock, givingPlaces, nodeBlocks, sentenceBlock } from '../export/rdf.ts';
import { edgeBlocks } from '../export/rdf-edges.ts';
import type { Block } from '../export/rdf-terms.ts';
import type { Source } from '../export/source.ts';
import { head, turtleBlock } from '../export/turtle.ts';
import { readEdgesOf, readNodes } from '../export/walk.ts';
import { articlePage, claimPage, HTML, nodePage, pageHeaders, sentencePage } from './page.ts';
import { baseUrlOf, type RouteParts, type Sending, sendFile } from './respond.ts';

/** In which of its forms a thing is asked for. */
type Form = 'jsonld' | 'turtle' | 'html';

/**
 * `/id/person/vladimir-putin`, the address of a thing: what is known of it as JSON-LD, as Turtle where that is asked
 * for, and as a page for a browser.
 */
export function idRoutes(app: FastifyInstance, parts: RouteParts): void {
  app.get('/id/*', async (request, reply) => {
    const id = idOf((request.params as { '*': string })['*']);
    const form = formOf(request.headers.accept ?? '');
    const baseUrl = baseUrlOf(request, parts.publicUrl);
    return sendFile({ ...parts, variant: { accept: form } }, [request, reply], async (reading) => {
      const known = await readKnown(id, { ...reading, filter: {}, baseUrl });
      if (!known) {
        throw new ServiceError('NOT_FOUND', `There is nothing with the id ${id}.`, {
          hint: 'To look something up by name, ask /graphql for resolve(name:).',
        });
      }
      return sendingOf(known, form);
    });
  });
}

function formOf(accept: string): Form {
  if (/\btext\/turtle\b/.test(accept)) return 'turtle';
  return /\btext\/html\b/.test(accept) && !/\bld\+json\b/.test(accept) ? 'html' : 'jsonld';
}

/** What is known of one thing, for machines and for people. */
type Known = { readonly blocks: readonly Block[]; readonly page: string };

function sendingOf({ blocks, page }: Known, form: Form): Sending {
  switch (form) {
    case 'jsonld':
      return { mediaType: 'application/ld+json; charset=utf-8', pieces: jsonldOf(blocks) };
    case 'turtle':
      return {
        mediaType: 'text/turtle; charset=utf-8',
        pieces: piecesOf([head(), ...blocks.map(turtleBlock)]),
      };
    case 'html':
      return { mediaType: HTML, headers: pageHeaders, pieces: piecesOf([page]) };
  }
}

async function* piecesOf(pieces: readonly string[]): AsyncGenerator<string> {
  yield* pieces;
}

async function readKnown(id: string, source: Source): Promise<Known | null> {
  if (id.startsWith('article:')) {
    const article = await readArticle(source, id);
    return article && { blocks: articleBlocks(article, source), page: articlePage(article) };
  }
  if (id.startsWith('claim:')) {
    const claim = await readClaim(source, id);
    return claim && { blocks: [claimBlock(claim, source)], page: claimPage(claim, source.baseUrl) };
  }
  if (id.startsWith('sentence:')) {
    const sentence = await readSentence(source, id);
    return (
      sentence && {
        blocks: [sentenceBlock(sentence, source)],
        page: sentencePage(sentence, source.baseUrl),
      }
    );
  }
  const [node] = await readNodes(source, [id]);
  if (!node) return null;
  const edges = await readEdgesOf(source, id);
  const blocks = [
    ...nodeBlocks(node, source),
    ...edges.flatMap((edge) => edgeBlocks(edge, source)),
    ...(await givingPlaces([node], source)),
  ];
  return { blocks, page: nodePage(node, edges, source) };
}
