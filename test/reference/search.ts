import { isGone } from './gone.ts';
import { type Graph, type GraphNode, has, typeOf } from './graph.ts';
import { keyOf, type Names } from './names.ts';

/** A node that a search finds: its texts that hold most of the words that count, each with all that it holds. */
export type Found = { readonly texts: ReadonlyMap<string, readonly string[]>; readonly words: number };

const WORDS_MAX = 16;

/** Letters, digits and marks make words; everything else parts them. Each word counts once, in lower case. */
function wordsIn(text: string): readonly string[] {
  const words: string[] = [];
  let word = '';
  for (const letter of `${text.normalize('NFC').toLowerCase()} `) {
    if (/^[\p{L}\p{N}\p{M}]$/u.test(letter)) {
      word += letter;
      continue;
    }
    if (word !== '' && !words.includes(word)) words.push(word);
    word = '';
  }
  return words;
}

/** The same as in docs/asking.md. */
const LITTLE = [
  ...['a', 'an', 'the', 'this', 'that', 'what', 'it', 'its', 's'],
  ...['as', 'at', 'by', 'for', 'from', 'in', 'of', 'on', 'to', 'with', 'and', 'or'],
  ...['is', 'are', 'was', 'were', 'be', 'has', 'have', 'had', 'did'],
];

/** How many of the words that a text holds count: little ones only where nothing else was asked for. */
function countTelling(asked: readonly string[], held: readonly string[]): number {
  if (asked.every((word) => LITTLE.includes(word))) return held.length;
  return held.filter((word) => !LITTLE.includes(word)).length;
}

type Text = { readonly node: GraphNode; readonly text: string; readonly asked: string };

/** What there is to search: entities by what they are called, claims by their wording, sentences where they are loaded. */
function textsOf(graph: Graph, names: Names, asked: string): readonly Text[] {
  const called = [...names].flatMap(([text, matches]) =>
    matches.map(({ entity }) => ({ node: entity, text, asked: keyOf(asked) })),
  );
  const said = graph.nodes.flatMap((node): Text[] => {
    const { text } = node.properties;
    const holds = typeof text === 'string' && (has(node, 'Claim') || has(node, 'Sentence'));
    return holds ? [{ node, text, asked }] : [];
  });
  return [...called, ...said];
}

/** All that holds one of the words whole, of some types. */
export function searchIn(
  graph: Graph,
  names: Names,
  asked: string,
  types: readonly string[] | null,
): ReadonlyMap<GraphNode, Found> {
  const found = new Map<GraphNode, Found>();
  for (const { node, text, asked: request } of textsOf(graph, names, asked)) {
    const own = wordsIn(text);
    const wanted = wordsIn(request).slice(0, WORDS_MAX);
    const held = wanted.filter((word) => own.includes(word));
    if (held.length === 0 || isGone(node) || (types !== null && !types.includes(typeOf(node)))) continue;
    const words = countTelling(wanted, held);
    const known = found.get(node);
    if (known && known.words > words) continue;
    const texts = known?.words === words ? known.texts : [];
    found.set(node, { texts: new Map([...texts, [text, held]]), words });
  }
  return found;
}
