import { gql } from 'graphql-tag';
import { type WholeClaim, walkClaims } from '../export/articles.ts';
import { cleanText } from '../export/cells.ts';
import { citationOf, type Span } from '../export/evidence.ts';
import { iriOf } from '../export/iri.ts';
import type { Source } from '../export/source.ts';
import { inBatches } from '../export/walk.ts';
import { listAt, type Told, textOf } from '../model/told.ts';

/**
 * Web Annotations: each claim is a note on the words of an article that state it, by their offsets in Unicode code points,
 * by the words themselves where the text is loaded, and by the hash of that text; its body leads to the facts that it says.
 */
export async function* writeAnnotations(source: Source): AsyncGenerator<string> {
  const id = JSON.stringify(`${source.baseUrl}/export/annotations.jsonld`);
  yield `{"@context": "http://www.w3.org/ns/anno.jsonld",\n"id": ${id}, "type": "AnnotationPage", "items": [`;
  let before = '\n';
  for await (const claims of inBatches(walkClaims(source), CLAIMS_AT_ONCE)) {
    const texts = await readTexts(source, claims);
    for (const claim of claims) {
      yield `${before}${JSON.stringify(annotation(claim, texts, source))}`;
      before = ',\n';
    }
  }
  yield '\n]}\n';
}

const CLAIMS_AT_ONCE = 500;

/** The words of spans and the hashes of their articles, which most files leave where they are. */
const textsDocument = gql`
  query Texts($ids: [ID!]!, $first: Int!) {
    list: claims(where: { id: { in: $ids } }, first: $first) {
      nodes {
        evidence(first: 1000) {
          start
          end
          text
          article {
            id
            textSha256
          }
        }
      }
    }
  }
`;

type Texts = ReadonlyMap<string, { readonly exact: string | null; readonly sha256: string | null }>;

const placeOf = (article: string, start: unknown, end: unknown): string => `${article} ${start} ${end}`;

async function readTexts({ graph, signal }: Source, claims: readonly WholeClaim[]): Promise<Texts> {
  const ids = claims.map(({ id }) => id);
  const told = await graph.ask(textsDocument, { ids, first: ids.length }, signal);
  return new Map(
    listAt(told, 'list', 'evidence').map(({ start, end, text, article }) => {
      const { id, textSha256 } = article as Told;
      return [placeOf(String(id), start, end), { exact: textOf(text), sha256: textOf(textSha256) }];
    }),
  );
}

function annotation(claim: WholeClaim, texts: Texts, { baseUrl }: Source): object {
  const value = `${cleanText(claim.statement)} (${citationOf(claim)})`;
  return {
    id: iriOf(claim.id, baseUrl),
    type: 'Annotation',
    motivation: ['describing', 'linking'],
    body: [
      { type: 'TextualBody', value, format: 'text/plain', language: 'en', purpose: 'describing' },
      ...claim.says.map((fact) => ({
        type: 'SpecificResource',
        source: iriOf(fact, baseUrl),
        purpose: 'linking',
      })),
    ],
    target: claim.spans.map((span) => target(span, texts, baseUrl)),
  };
}

function target({ article, start, end, sentence }: Span, texts: Texts, baseUrl: string): object {
  const { exact = null, sha256 = null } = texts.get(placeOf(article.id, start, end)) ?? {};
  return {
    source: article.url ?? iriOf(article.id, baseUrl),
    scope: iriOf(sentence, baseUrl),
    ...(sha256 !== null && { state: { type: 'State', 'schema:sha256': sha256 } }),
    selector: [
      { type: 'TextPositionSelector', start, end },
      ...(exact === null ? [] : [{ type: 'TextQuoteSelector', exact }]),
    ],
  };
}
