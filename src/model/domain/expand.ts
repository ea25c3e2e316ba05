import {
  type DefinitionNode,
  type DocumentNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type TypeDefinitionNode,
} from 'graphql';
import { withEnums } from './enums.ts';
import { implement, implemented } from './implement.ts';
import { inputOf } from './inputs.ts';
import { asked, connectionText, edgeText, PAGE_INFO, pagedIn } from './lists.ts';
import type { Written } from './merge.ts';
import { withQualifiers } from './qualifiers.ts';
import { rooted } from './query.ts';
import { definitionsOf, isFielded, nameOf } from './sdl.ts';
import { dimensionTexts, withStatistics } from './statistics.ts';
import { Types } from './types.ts';
import { valued } from './values.ts';

/**
 * The whole schema, with the directives of the compiler, from what a person writes of a domain. In four steps, each of which
 * knows what the ones before it made:
 *   1. a type gets what its interfaces give it and its values, facts what tells them apart; enums get the names of types, and
 *      what is counted its groups;
 *   2. the root gets its questions;
 *   3. lists become pages, and pages get their connections and edges;
 *   4. arguments get their inputs, and these those that they need themselves.
 * What is written stands; a rule adds what is not there.
 */
export function expand({ directives, schema }: Written, types: Types): DocumentNode {
  const all = types.all();
  const edges = pagedIn(all, types).flatMap((of) => definitionsOf(edgeText(of, types)));
  const joined = edges.map((edge) => (isFielded(edge) ? implemented(edge, types.byName) : edge));
  const made = [
    ...pagedIn(all, types).map((of) => connectionText(of, types)),
    PAGE_INFO,
    ...dimensionTexts(types),
  ].flatMap(definitionsOf);
  const shown = [...types.byName.values(), ...joined].map((type) =>
    isFielded(type) ? asked(type, types) : type,
  );
  const definitions: readonly DefinitionNode[] = [...shown, ...made, ...inputsOf([...shown, ...made], types)];
  return { kind: Kind.DOCUMENT, definitions: [...schema, ...definitions, ...directives] };
}

/** The types as they are written, whole: steps 1 and 2. */
export function completed({ types: written }: Written): Types {
  const dates = [...implement(written)].map(
    ([name, type]) => [name, isFielded(type) ? valued(type) : type] as const,
  );
  const whole = withStatistics(withEnums(withQualifiers(new Map(dates))));
  const query = whole.get('Query') as ObjectTypeDefinitionNode;
  return new Types(new Map([['Query', rooted(query, new Types(whole))], ...without(whole, 'Query')]));
}

const without = <T>(all: ReadonlyMap<string, T>, name: string) =>
  [...all].filter(([other]) => other !== name);

/** The inputs that arguments of these types ask for and nobody wrote, with those that they need themselves. */
function inputsOf(all: readonly TypeDefinitionNode[], types: Types): readonly TypeDefinitionNode[] {
  const made = new Map<string, TypeDefinitionNode>();
  const wanted = all
    .filter(isFielded)
    .flatMap((type) => (type.fields ?? []).flatMap((field) => field.arguments ?? []))
    .map((argument) => nameOf(argument.type));
  for (let name = wanted.shift(); name !== undefined; name = wanted.shift()) {
    const input = made.has(name) || types.byName.has(name) ? undefined : inputOf(name, types);
    if (!input) continue;
    for (const definition of definitionsOf(input.text)) made.set(name, definition);
    wanted.push(...input.needs);
  }
  return [...made.values()];
}
