import { instantiate, SEGMENT, withName } from './cypher.ts';
import { asOfDay, type Scope } from './scope.ts';

/**
 * Cypher of the schema as of a day: all that its patterns go through must have been reported by then, the steps in
 * between as well as what they lead to.
 */

/** As `instantiate`, and where the request asks for a day, only over what had been reported by then. */
export function instantiateReported(
  scope: Scope,
  text: string,
  given: Parameters<typeof instantiate>[1],
): ReturnType<typeof instantiate> {
  const piece = instantiate(text, given, (name) => scope.fresh(`${name}_`));
  if (scope.asOf === undefined) return piece;
  const known = reportedOnly(piece.text, scope.asOf, (name) => scope.fresh(name));
  return { ...piece, text: asTheyWere(scope, known) };
}

/** `v0.status` in Cypher of the schema as it was on the day; what has no history stays as it is. */
function asTheyWere(scope: Scope, text: string): string {
  const then = (expression: string, variable: string): string => {
    const given = { this: variable, asOf: asOfDay(scope) };
    return instantiate(expression, given, (name) => scope.fresh(`${name}_`)).text;
  };
  let result = text;
  for (const [property, expression] of scope.mapping.histories) {
    result = result.replace(
      propertyOfAny(property),
      (own, variable: string) => `coalesce(${then(expression, variable)}, ${own})`,
    );
  }
  for (const [property, expression] of scope.mapping.toldThen) {
    result = result.replace(
      propertyOfAny(property),
      (_, variable: string) => `(${then(expression, variable)})`,
    );
  }
  return result;
}

/** Finds `v0.status`, whatever the variable. */
const propertyOfAny = (property: string): RegExp => new RegExp(`\\b([a-z]\\w*)\\.${property}\\b`, 'g');

const PATTERN = new RegExp(`\\bMATCH ((?:[a-z]\\w* = )?)((?:${SEGMENT.source})+)( WHERE\\b)?`, 'g');

/** `MATCH (v0)-[:PART_OF]->(v1)` gives `MATCH (v0)-[r_1:PART_OF]->(v1) WHERE …` with what must hold of `r_1` and both ends. */
function reportedOnly(text: string, day: string, fresh: (name: string) => string): string {
  return text.replace(PATTERN, (_all, path: string, pattern: string, where: string | undefined) => {
    const tests: string[] = [];
    const named = pattern.replace(SEGMENT, (segment) => {
      const { text: found, test } = segment.startsWith('(')
        ? nodeOf(segment, day, fresh)
        : relationshipOf(segment, day, fresh);
      tests.push(test);
      return found;
    });
    return `MATCH ${path}${named} WHERE ${[...new Set(tests)].join(' AND ')}${where ? ' AND' : ''}`;
  });
}

type Tested = { readonly text: string; readonly test: string };

const known = (variable: string, day: string): string => `coalesce(${variable}.reportedOn, '') <= ${day}`;

function nodeOf(segment: string, day: string, fresh: (name: string) => string): Tested {
  const { text, name } = withName(segment, () => fresh('n_'));
  return { text, test: known(name, day) };
}

function relationshipOf(segment: string, day: string, fresh: (name: string) => string): Tested {
  const own = /\[\s*([a-z]\w*)/.exec(segment)?.[1];
  const name = own ?? fresh('r_');
  const text = own ? segment : segment.replace('[', `[${name}`);
  if (!segment.includes('*')) return { text, test: known(name, day) };
  const step = fresh('step_');
  return { text, test: `all(${step} IN ${name} WHERE ${known(step, day)})` };
}
