import { qualifiersOf, type Vocabulary } from '../vocabulary.ts';
import { claims } from './claims.ts';
import { relations, staleFacts } from './facts.ts';
import { index, nodes, plainGraph, rest } from './plain.ts';
import type { Section } from './section.ts';
import { countsAs, staleByOwner, things } from './stale.ts';
import { states } from './states.ts';
import { there } from './there.ts';

/**
 * Everything that follows from what owners write, as plain Cypher: verdicts of facts, the graph that people browse, the index
 * of names. It works on what is stale and on nothing else: one more article costs in proportion to what it says, and to what
 * others say of the same things, since these are judged anew; of a country that thousands of articles speak of, that is much.
 * Run after every load and every removal it gives one graph, whatever the order was.
 */

const qualifierNames = (vocabulary: Vocabulary): readonly string[] =>
  qualifiersOf(vocabulary).map(({ name }) => name);

const sectionsOf = (vocabulary: Vocabulary): readonly Section[] => [
  staleByOwner(vocabulary),
  things,
  countsAs(qualifierNames(vocabulary)),
  claims,
  staleFacts,
  there,
  relations,
  nodes(vocabulary),
  states(vocabulary),
  plainGraph(vocabulary, qualifierNames(vocabulary)),
  index,
  rest,
];

/** The statements of the derivation, in order. */
export function derivation(vocabulary: Vocabulary): readonly string[] {
  return sectionsOf(vocabulary).flatMap(({ statements }) => statements.map(({ cypher }) => cypher));
}

const HEAD = `// 90-derive: everything that follows from what owners say. Works on what is stale, and on nothing else; run it after every
// change. Printed from the predicates of schema.graphql (\`npm run schema\`); every statement stands alone, without parameters.
`;

const LINE = 118;

function printSection({ title, statements }: Section, number: number): string {
  const rule = `// ---- ${number}. ${title} `;
  const steps = statements.map(({ comment, cypher }) => `${comment ? `// ${comment}\n` : ''}${cypher};`);
  return `${rule}${'-'.repeat(Math.max(4, LINE - rule.length))}\n\n${steps.join('\n')}\n`;
}

/** The derivation as a script that people read and any Cypher shell runs. */
export function printDerivation(vocabulary: Vocabulary): string {
  const sections = sectionsOf(vocabulary).map((section, at) => printSection(section, at + 1));
  return [HEAD, ...sections].join('\n');
}
