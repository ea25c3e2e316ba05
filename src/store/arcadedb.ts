import { ServiceError } from '../errors.ts';
import { findWrite } from './find-write.ts';
import { spellingsOf } from './spellings.ts';
import type { Statement, TextIndex } from './store.ts';

/**
 * What is different on ArcadeDB, which speaks Bolt and says that it is Neo4j; its agent tells. It runs every write in a read
 * session, so a read is looked at before it is sent; it has no full-text index by Cypher, so a search goes through all texts;
 * and its indexes are there at once.
 */

/** Whether a server is ArcadeDB, by how it calls itself. */
export const isArcadeDb = (agent: string | undefined): boolean => agent?.includes('ArcadeDB') ?? false;

/** Refuses a read that writes, by its words. */
export function refuseWrite(text: string): void {
  const word = findWrite(text);
  if (word) throw new ServiceError('STORE_ERROR', `A read must not change the graph, and ${word} does.`);
}

const escaped = (word: string): string => word.replace(/[^\p{L}\p{N}]/gu, (sign) => `\\${sign}`);

/** The texts that hold one of the words, each with how many of them. */
export function scanStatement(
  { label, property, key }: TextIndex,
  words: readonly string[],
  limit: number,
): Statement {
  const patterns = words.map((word) => spellingsOf(word).map(escaped).join('|'));
  return {
    text: `MATCH (n:${label}) WHERE n.${property} IS NOT NULL
WITH n.${key} AS key, n.${property} AS text, size([p IN $patterns WHERE toLower(n.${property}) =~ p]) AS score WHERE score > 0
RETURN key, text, score ORDER BY score DESC, key LIMIT $limit`,
    parameters: { patterns: patterns.map((pattern) => `(?s).*(?:${pattern}).*`), limit },
  };
}
