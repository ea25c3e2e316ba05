import type { FastifyInstance } from 'fastify';
import { ServiceError } from '../errors.ts';
import { readArticle, readClaim, readSentence } from '../export/articles.ts';
import { idOf } from '../export/iri.ts';
import type { Source } from '../export/source.ts';
import { readNodes } from '../export/walk.ts';
import { readFact, readFactsOf } from '../export/walk-facts.ts';
import {
  articleBlock,
  claimBlock,
  factBlocks,
  givingPlaces,
  nodeBlocks,
  sentenceBlocks,
} from '../rdf/blocks.ts';
import { jsonldOf } from '../rdf/jsonld.ts';
import type { Block } from '../rdf/terms.ts';
import { head, turtleBlock } from '../rdf/turtle.ts';
import { articlePage, claimPage, factPage, HTML, nodePage, pageHeaders, sentencePage } from './page.ts';
import { baseUrlOf, type RouteParts, type Sending, sendFile } from './respond.ts';

/** In which of its forms a thing is asked for. */
type Form = 'jsonld' | 'turtle' | 'html';

/**
 * `/id/person/vladimir-putin`, the address of a thing: what is known of it as JSON-LD, as Turtle where that is asked
 * for, and as a page for a browser.
 */
export function idRoutes(app: FastifyInstance, parts: RouteParts): void {
  app.get('/id/*', async (request, reply) => {
    const id = idOf(request.raw.url ?? '');
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

/** What is read of things that are no node of the domain, by the word that their ids begin with. */
const readers: { readonly [prefix: string]: (source: Source, id: string) => Promise<Known | null> } = {
  async article(source, id) {
    const article = await readArticle(source, id);
    return article && { blocks: [articleBlock(article, source)], page: articlePage(article) };
  },
  async claim(source, id) {
    const claim = await readClaim(source, id);
    return claim && { blocks: [claimBlock(claim, source)], page: claimPage(claim, source.baseUrl) };
  },
  async sentence(source, id) {
    const sentence = await readSentence(source, id);
    const page = sentence && sentencePage(sentence, source.baseUrl);
    return sentence && page !== null ? { blocks: sentenceBlocks(sentence, source), page } : null;
  },
  async fact(source, id) {
    const fact = await readFact(source, id);
    return fact && { blocks: factBlocks(fact, source), page: factPage(fact, source.baseUrl) };
  },
};

async function readKnown(id: string, source: Source): Promise<Known | null> {
  const prefix = id.split(':')[0] ?? '';
  const read = Object.hasOwn(readers, prefix) ? readers[prefix] : undefined;
  return (await read?.(source, id)) ?? readThing(id, source);
}

async function readThing(id: string, source: Source): Promise<Known | null> {
  const [node] = await readNodes(source, [id]);
  if (!node) return null;
  const facts = await readFactsOf(source, id);
  const blocks = [
    ...nodeBlocks(node, source),
    ...facts.flatMap((fact) => factBlocks(fact, source)),
    ...(await givingPlaces([node], source)),
  ];
  return { blocks, page: nodePage(node, facts, source) };
}
