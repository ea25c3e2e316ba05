import { spellingsOf } from './spellings.ts';
import type { Statement, TextIndex } from './store.ts';

/**
 * Full text on Neo4j. No analyzer of the server splits texts as Grafeo does, at everything but letters and digits:
 * one splits at digits too, one keeps apostrophes and underscores. So each text is in an index of both kinds, words of
 * letters are looked up in the first, words with digits in the second, and together they find all that hold the word.
 * The server takes two indexes of one label only over different properties, hence the second one, which no node has.
 */
const analyzers = { letters: 'simple', words: 'standard-no-stop-words' } as const;

const nameOf = ({ label, property }: TextIndex, kind: keyof typeof analyzers): string =>
  `text_${label}_${property}_${kind}`;

/** The commands that make the indexes of a property. */
export function defineTextStatements(index: TextIndex): Statement[] {
  const { label, property } = index;
  const properties = { letters: `n.${property}`, words: `n.${property}, n.${property}Words` };
  return (['letters', 'words'] as const).map((kind) => ({
    text: [
      `CREATE FULLTEXT INDEX ${nameOf(index, kind)} IF NOT EXISTS FOR (n:${label}) ON EACH [${properties[kind]}]`,
      `OPTIONS {indexConfig: {\`fulltext.analyzer\`: '${analyzers[kind]}'}}`,
    ].join(' '),
    parameters: {},
  }));
}

/** The search for texts that hold one of the words. */
export function searchStatement(index: TextIndex, words: readonly string[], limit: number): Statement {
  const letters = words.filter((word) => !/\p{N}/u.test(word));
  const others = words.filter((word) => /\p{N}/u.test(word));
  return {
    text: [
      'CALL () {',
      'CALL db.index.fulltext.queryNodes($lettersIndex, $letters) YIELD node, score RETURN node, score',
      'UNION ALL',
      'CALL db.index.fulltext.queryNodes($wordsIndex, $others) YIELD node, score RETURN node, score',
      '}',
      `WITH node.${index.key} AS key, node.${index.property} AS text, sum(score) AS score`,
      'RETURN key, text, score ORDER BY score DESC, key LIMIT $limit',
    ].join('\n'),
    parameters: {
      lettersIndex: nameOf(index, 'letters'),
      wordsIndex: nameOf(index, 'words'),
      letters: queryOf(letters),
      others: queryOf(others),
      limit,
    },
  };
}

/** Words as a query that holds where one of them does; of no words, one that never holds. */
function queryOf(words: readonly string[]): string {
  return words.length === 0
    ? 'nothing AND NOT nothing'
    : words
        .flatMap(spellingsOf)
        .map((word) => `"${word}"`)
        .join(' ');
}
