import type { Source } from '../export/source.ts';
import { walkBlocks } from './blocks.ts';
import { type Block, type Pair, prefixes, type Term } from './terms.ts';

/** JSON-LD with its context inside, so that no reader has to fetch one; the same triples as the Turtle file. */
export async function* writeJsonld(source: Source): AsyncGenerator<string> {
  yield* jsonldOf(walkBlocks(source));
}

/** Blocks as one JSON-LD document; a subject may come again, with more to say. */
export async function* jsonldOf(blocks: AsyncIterable<Block> | Iterable<Block>): AsyncGenerator<string> {
  yield `{"@context": ${JSON.stringify(prefixes)},\n"@graph": [`;
  let before = '\n';
  for await (const block of blocks) {
    if (block.types.length === 0 && block.pairs.length === 0) continue;
    yield `${before}${JSON.stringify(nodeObject(block))}`;
    before = ',\n';
  }
  yield '\n]}\n';
}

function nodeObject({ subject, types, pairs }: Block): object {
  const predicates = new Map<string, object[]>();
  for (const [predicate, object] of pairs as Pair[]) {
    predicates.set(predicate, [...(predicates.get(predicate) ?? []), value(object)]);
  }
  return { '@id': subject, ...(types.length > 0 && { '@type': types }), ...Object.fromEntries(predicates) };
}

function value(object: Term): object {
  if (object.kind === 'iri') return { '@id': object.iri };
  const { value: text, language, datatype } = object;
  return {
    '@value': text,
    ...(language !== undefined && { '@language': language }),
    ...(datatype !== undefined && { '@type': datatype }),
  };
}
