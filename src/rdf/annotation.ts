import { type WholeClaim, walkClaims } from '../export/articles.ts';
import { cleanText } from '../export/cells.ts';
import { citationOf, type Span } from '../export/evidence.ts';
import { iriOf } from '../export/iri.ts';
import { placeOf, type Quotes, readQuotes } from '../export/quotes.ts';
import type { Source } from '../export/source.ts';
import { inBatches } from '../export/walk.ts';

/**
 * Web Annotations: each claim is a note on the words of an article that state it, by their offsets in Unicode code points,
 * by the words themselves where the text is loaded, and by the hash of that text; its body leads to the facts that it says.
 */
export async function* writeAnnotations(source: Source): AsyncGenerator<string> {
  const id = JSON.stringify(`${source.baseUrl}/export/annotations.jsonld`);
  yield `{"@context": "http://www.w3.org/ns/anno.jsonld",\n"id": ${id}, "type": "AnnotationPage", "items": [`;
  let before = '\n';
  for await (const claims of inBatches(walkClaims(source), CLAIMS_AT_ONCE)) {
    const texts = await readQuotes(source, claims);
    for (const claim of claims) {
      yield `${before}${JSON.stringify(annotation(claim, texts, source))}`;
      before = ',\n';
    }
  }
  yield '\n]}\n';
}

const CLAIMS_AT_ONCE = 500;

function annotation(claim: WholeClaim, texts: Quotes, { baseUrl }: Source): object {
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

function target(span: Span, texts: Quotes, baseUrl: string): object {
  const { article, start, end, sentence } = span;
  const { exact = null, articleSha256: sha256 = null } = texts.get(placeOf(span)) ?? {};
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
