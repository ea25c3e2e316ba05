import { type FieldDefinitionNode, Kind } from 'graphql';
import { directive, type Fielded, isList, nameOf, textsOf } from './sdl.ts';
import type { Types } from './types.ts';

/**
 * The constraints and indexes of a domain, as the script that runs first: `type Treaty implements Entity { date: FuzzyDate }`
 * gives `CREATE CONSTRAINT treaty_id IF NOT EXISTS FOR (n:Treaty) REQUIRE n.id IS UNIQUE;`, an index on the same property, and
 * one each on `n.name` and `n.dateMinDay`.
 */

/** A property of the nodes with a label. */
type Property = { readonly label: string; readonly property: string };

const properties = (label: string, ...names: readonly string[]): readonly Property[] =>
  names.map((property) => ({ label, property }));

/** Nodes that no type shows, by what tells one from another. */
const HIDDEN: readonly Property[] = [
  ...['Owner', 'Fact', 'State', 'Judgement'].flatMap((label) => properties(label, 'id')),
  ...properties('Name', 'key'),
];

/** What is often filtered by although it is of no entity. */
const FILTERED: readonly Property[] = [...properties('Claim', 'status'), ...properties('Fact', 'verdict')];

/** What the derivation looks up: values that compete, what an owner owns and judges, what is stale. */
const DERIVED: readonly Property[] = [
  ...properties('Fact', 'slot'),
  ...properties('Claim', 'owner'),
  ...properties('Judgement', 'owner', 'target', 'other', 'by'),
  ...['Owner', 'Claim', 'Fact', 'State', 'Entity', 'Name', 'Judgement'].flatMap((label) =>
    properties(label, 'stale'),
  ),
  ...properties('Entity', 'regroup', 'restate'),
];

/** The text of the script, for the types of a domain. */
export function schemaScript(types: Types): string {
  const nodes = types.fielded().filter(({ name }) => types.sort(name.value) === 'node');
  // Labels that several types share come first: what is found by them is found whatever it is.
  const shared = nodes.filter(({ kind }) => kind === Kind.INTERFACE_TYPE_DEFINITION);
  const all = [...shared, ...nodes.filter((type) => !shared.includes(type))];
  const shown = all.map((type) => ({ label: labelOf(type), property: 'id' }));
  const hidden = HIDDEN.filter(({ label }) => !shown.some((one) => one.label === label));
  const keys = [...shown, ...hidden];
  const entities = all.filter(({ name }) => types.isEntity(name.value));
  const sought = [...entities.flatMap((type) => soughtOf(type, types)), ...FILTERED];
  return `// 00-schema: constraints and indexes.
// Run first. Every statement is IF NOT EXISTS, so running it again changes nothing. Made from the types by \`npm run schema\`.

// Keys: one id space per label, and one for all things of the world (:Entity).
${columns(keys.map((key) => ['CREATE CONSTRAINT', `${nameOfIndex(key)}`, key.label, `REQUIRE n.${key.property} IS UNIQUE;`]))}

// Look-ups: the same properties again as plain indexes. Grafeo enforces a constraint but does not read through it,
// on Neo4j the constraint already has its index and these lines do nothing. They must stand after the constraints.
${columns(keys.map((key) => ['CREATE INDEX', `${nameOfIndex(key)}_lookup`, key.label, `ON (n.${key.property});`]))}

// What the derivation looks up.
${columns(DERIVED.map((one) => ['CREATE INDEX', nameOfIndex(one), one.label, `ON (n.${one.property});`]))}

// Filters and sort keys.
${columns(sought.map((one) => ['CREATE INDEX', nameOfIndex(one), one.label, `ON (n.${one.property});`]))}
`;
}

const labelOf = (type: Fielded): string => textsOf(type, 'node', 'labels')[0] ?? type.name.value;

const nameOfIndex = ({ label, property }: Property): string => `${label}_${property}`.toLowerCase();

/** Names, kinds and days of things: what lists are filtered and ordered by. */
function soughtOf(type: Fielded, types: Types): readonly Property[] {
  const own = (type.fields ?? []).flatMap((field) => soughtBy(field, types));
  return own.map((property) => ({ label: labelOf(type), property }));
}

function soughtBy(field: FieldDefinitionNode, types: Types): readonly string[] {
  const [name, of] = [field.name.value, nameOf(field.type)];
  if (isList(field.type) || directive(field, 'relationship')) return [];
  if (name === 'name' || types.isEnum(of)) return [name];
  return of === 'FuzzyDate' && directive(field, 'value') ? [`${name}MinDay`] : [];
}

/** `CREATE INDEX … IF NOT EXISTS FOR (n:Label) …`, one under the other. */
function columns(
  rows: readonly (readonly [start: string, name: string, label: string, end: string])[],
): string {
  const [names, labels] = [1, 2].map((at) => Math.max(0, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = ([start, name, label, end]: (typeof rows)[number]) =>
    `${start} ${name.padEnd(names ?? 0)} IF NOT EXISTS FOR ${`(n:${label})`.padEnd((labels ?? 0) + 4)} ${end}`;
  return rows.map(line).join('\n');
}
