/** The words that begin a clause that writes, changes the schema or reads files; PROFILE runs what it describes. */
const refusedWords = new Set(
  'CREATE MERGE SET DELETE DETACH REMOVE DROP FOREACH LOAD INSERT ALTER PROFILE'.split(' '),
);

/** Strings, quoted identifiers and comments, then words with what stands before them. */
const tokens =
  /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`[^`]*`|\/\/[^\n\r]*|\/\*[\s\S]*?\*\/|([.:$]\s*)?([\p{L}_][\p{L}\p{N}_]*)/gsu;

/**
 * The first word of `text` that makes it more than a read, if any. Strings, comments, quoted identifiers,
 * properties, labels and parameters are looked past; the words are reserved in Cypher, so nothing else bears them.
 */
export function findWrite(text: string): string | undefined {
  for (const [, prefix, word] of text.matchAll(tokens)) {
    if (word && !prefix && refusedWords.has(word.toUpperCase())) return word.toUpperCase();
  }
  return undefined;
}
