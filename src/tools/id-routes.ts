import type { FastifyInstance } from 'fastify';
import { type Dossier, dossierOf } from '../dossier/dossier.ts';
import { markdownOf } from '../dossier/markdown.ts';
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
import { queryPairs } from './export-routes.ts';
import { articlePage, claimPage, factPage, HTML, nodePage, pageHeaders, sentencePage } from './page.ts';
import { baseUrlOf, type RouteParts, type Sending, sendFile } from './respond.ts';

/** The forms in which a thing is asked for, and how the file of each ends. */
const forms = { jsonld: 'jsonld', turtle: 'ttl', html: 'html', markdown: 'md' } as const;

type Form = keyof typeof forms;

/**
 * `/id/person/vladimir-putin`, the address of a thing: what is known of it as JSON-LD, as Turtle or Markdown where that is
 * asked for, and as a page for a browser. `?form=markdown` gives it as a file, a dossier to put into a report.
 */
export function idRoutes(app: FastifyInstance, parts: RouteParts): void {
  app.get('/id/*', async (request, reply) => {
    const id = idOf(request.raw.url ?? '');
    const asFile = readForm(queryPairs(request));
    const form = asFile ?? formOf(request.headers.accept ?? '');
    const baseUrl = baseUrlOf(request, parts.publicUrl);
    return sendFile({ ...parts, variant: { accept: form } }, [request, reply], async (reading) => {
      const known = await readKnown(id, { ...reading, filter: {}, baseUrl });
      if (!known) {
        throw new ServiceError('NOT_FOUND', `There is nothing with the id ${id}.`, {
          hint: 'To look something up by name, ask /graphql for resolve(name:).',
        });
      }
      const sending = await sendingOf(known, form);
      return asFile === null
        ? sending
        : { ...sending, headers: { ...sending.headers, ...attached(id, form) } };
    });
  });
}

/** The form that an address names; another word is a BAD_USER_INPUT. */
function readForm(pairs: readonly (readonly [string, string])[]): Form | null {
  const [pair] = pairs;
  if (!pair) return null;
  const [name, value] = pair;
  if (pairs.length === 1 && name === 'form' && Object.hasOwn(forms, value)) return value as Form;
  throw new ServiceError(
    'BAD_USER_INPUT',
    `A thing is in no form ${name.slice(0, 100)}=${value.slice(0, 100)}.`,
    {
      hint: `Write form=${Object.keys(forms).join(' or form=')}, or nothing.`,
    },
  );
}

/** The name under which a browser keeps the file. */
function attached(id: string, form: Form): { readonly [name: string]: string } {
  const name = `${id.replace(/[^A-Za-z0-9.-]+/g, '-')}.${forms[form]}`;
  return { 'content-disposition': `attachment; filename="${name}"` };
}

function formOf(accept: string): Form {
  if (/\btext\/turtle\b/.test(accept)) return 'turtle';
  if (/\btext\/markdown\b/.test(accept)) return 'markdown';
  return /\btext\/html\b/.test(accept) && !/\bld\+json\b/.test(accept) ? 'html' : 'jsonld';
}

/** What is known of one thing, for machines and for people; a page alone where it has no dossier. */
type Known = {
  readonly blocks: readonly Block[];
  readonly page: (dossier: Dossier | null) => string;
  readonly dossier: () => Promise<Dossier | null>;
};

async function sendingOf({ blocks, page, dossier }: Known, form: Form): Promise<Sending> {
  switch (form) {
    case 'jsonld':
      return { mediaType: 'application/ld+json; charset=utf-8', pieces: jsonldOf(blocks) };
    case 'turtle':
      return {
        mediaType: 'text/turtle; charset=utf-8',
        pieces: piecesOf([head(), ...blocks.map(turtleBlock)]),
      };
    case 'html':
      return { mediaType: HTML, headers: pageHeaders, pieces: piecesOf([page(await dossier())]) };
    case 'markdown': {
      const told = await dossier();
      if (told) return { mediaType: 'text/markdown; charset=utf-8', pieces: piecesOf([markdownOf(told)]) };
      throw new ServiceError('NOT_FOUND', 'Only things of the domain have a dossier.', {
        hint: 'Ask for form=html, form=turtle or form=jsonld.',
      });
    }
  }
}

/** What is known of something that has no dossier. */
const withoutDossier = (blocks: readonly Block[], page: string): Known => ({
  blocks,
  page: () => page,
  dossier: async () => null,
});

async function* piecesOf(pieces: readonly string[]): AsyncGenerator<string> {
  yield* pieces;
}

/** What is read of things that are no node of the domain, by the word that their ids begin with. */
const readers: { readonly [prefix: string]: (source: Source, id: string) => Promise<Known | null> } = {
  async article(source, id) {
    const found = await readArticle(source, id);
    return found && withoutDossier([articleBlock(found, source)], articlePage(found, source.baseUrl));
  },
  async claim(source, id) {
    const found = await readClaim(source, id);
    return found && withoutDossier([claimBlock(found, source)], claimPage(found, source.baseUrl));
  },
  async sentence(source, id) {
    const found = await readSentence(source, id);
    return found && withoutDossier(sentenceBlocks(found, source), sentencePage(found, source.baseUrl));
  },
  async fact(source, id) {
    const found = await readFact(source, id);
    return found && withoutDossier(factBlocks(found, source), factPage(found, source.baseUrl));
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
  return {
    blocks,
    page: (dossier) => nodePage(node, dossier, source),
    dossier: () => dossierOf(node, facts, source),
  };
}
