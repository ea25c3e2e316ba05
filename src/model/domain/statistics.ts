import { type FieldDefinitionNode, Kind, type TypeDefinitionNode } from 'graphql';
import {
  definitionsOf,
  directive,
  directivesOf,
  type Fielded,
  fieldsOf,
  isFielded,
  isList,
  joinedByName,
  nameOf,
  textOf,
} from './sdl.ts';
import { Types } from './types.ts';
import { daysOf } from './values.ts';
import { constant, continued, manyOf } from './words.ts';

/**
 * How things are counted in groups. Entities are counted by the kinds that they have, by what they lead to, by the month of
 * their date and by the articles that speak of them: `type Treaty { signatories: [Country!]! @relationship(type: "SIGNED_BY",
 * direction: OUT) }` gives `type TreatyStatistics { signatories: Country @dimension(match: "(this)-[:SIGNED_BY]->(key:Country)") …
 * count: Int! }` and `enum TreatyDimension { SIGNATORIES … }`. A type of groups that is written, of entities or of others, stands,
 * and gets the kinds of what it counts.
 */

type Named = ReadonlyMap<string, TypeDefinitionNode>;

const SPEAKING = '(this)<-[:SUBJECT|OBJECT|ABOUT]-()<-[said:SAYS*0..1]-(claim:Claim)';
const STANDING =
  "coalesce(claim.withdrawnOn, '~') > asOf AND all(one IN said WHERE coalesce(one.withdrawnOn, '~') > asOf)";
const BY_ARTICLE = `"The article that speaks of them, and did not take it back." article: Article
  @dimension(match: "${SPEAKING}-[:STATED_IN]->(:Sentence)-[:IN_ARTICLE]->(key:Article) WHERE ${STANDING}")`;
/** A day without its last part; years may have a sign, and more than four digits. */
const monthOf = (day: string) => `left(date.${day}, size(date.${day}) - 3)`;
const BY_MONTH = `"Their month, \`YYYY-MM\`, where it is known that precisely." month: String
  @dimension(key: "CASE WHEN ${monthOf('earliest')} = ${monthOf('latest')} THEN ${monthOf('earliest')} END")`;
const COUNT = '"How many there are." count: Int!';
const DAYS = `"The first day that one of them can mean." first: Date
  "The last day that one of them can mean." last: Date`;
const NO_DATE = 'RETURN {earliest: null, latest: null, first: null, last: null} AS date';

/** All types, with those of groups. */
export function withStatistics(types: Named): Named {
  const found = new Types(types);
  const written = found.fielded().filter((type) => textOf(type, 'statistics', 'of') !== undefined);
  const counted = new Set(written.map((type) => textOf(type, 'statistics', 'of')));
  const whole = written.map((type) => completed(type, found));
  const made = found
    .implementors('Entity')
    .filter(({ name }) => !counted.has(name.value))
    .flatMap((type) => definitionsOf(groupsOf(type, found)));
  return new Map([...types, ...[...whole, ...made].map((type) => [type.name.value, type] as const)]);
}

/** What is written, with what groups of such things have by rule; the day of one is that of its type's date, unless said. */
function completed(type: Fielded, types: Types): Fielded {
  const of = types.byName.get(textOf(type, 'statistics', 'of') ?? '');
  const date = isFielded(of) ? daysOf(of) : undefined;
  const kinds = isFielded(of) ? (of.fields ?? []).flatMap((field) => kindOf(field, types)) : [];
  const more = of && types.isEntity(of.name.value) ? [BY_MONTH, BY_ARTICLE] : [];
  const fields = joinedByName(type.fields, fieldsOf([...kinds, ...more, COUNT, DAYS].join(' ')));
  const value = of ? groupOf(of) : '';
  const whole = { ...type, description: type.description ?? { kind: Kind.STRING as const, value }, fields };
  if (!of || !date || textOf(type, 'statistics', 'date') !== undefined) return whole;
  const others = (type.directives ?? []).filter((one) => one.name.value !== 'statistics');
  return { ...whole, directives: [...others, ...directivesOf(countedBy(of, date))] };
}

const groupOf = (type: TypeDefinitionNode): string =>
  `A group of ${manyOf(type)}. What they were not grouped by is null, as is what the texts do not say.`;

const countedBy = ({ name }: TypeDefinitionNode, date: string): string =>
  `@statistics(of: "${name.value}", date: ${JSON.stringify(date)})`;

function groupsOf(type: Fielded, types: Types): string {
  const fields = type.fields ?? [];
  const date = daysOf(type);
  const dimensions = fields.flatMap((field) => dimensionOf(field, types));
  return `"${groupOf(type)}"
    type ${type.name.value}Statistics ${countedBy(type, date ?? NO_DATE)} {
      ${[...dimensions, ...(date ? [BY_MONTH] : []), BY_ARTICLE, COUNT, ...(date ? [DAYS] : [])].join('\n')}
    }`;
}

const saidOf = ({ description }: FieldDefinitionNode): string => JSON.stringify(description?.value ?? '');

/** A kind of what is counted, or how sure it is. */
function kindOf(field: FieldDefinitionNode, types: Types): readonly string[] {
  const [name, of] = [field.name.value, nameOf(field.type)];
  if (!types.isEnum(of) || isList(field.type) || directive(field, 'cypher')) return [];
  return [`${saidOf(field)} ${name}: ${of} @dimension(key: "this.${name}")`];
}

/** A kind, or a thing at the far end of a relationship that starts at what is counted. */
function dimensionOf(field: FieldDefinitionNode, types: Types): readonly string[] {
  const [name, of] = [field.name.value, nameOf(field.type)];
  const kind = kindOf(field, types);
  if (kind.length > 0) return kind;
  const far = types.shownAs(of);
  if (textOf(field, 'relationship', 'direction') !== 'OUT' || types.sort(far) !== 'node') return [];
  const label = types.byName.get(far)?.kind === Kind.OBJECT_TYPE_DEFINITION ? `:${far}` : '';
  const match = `(this)-[:${textOf(field, 'relationship', 'type')}]->(key${label})`;
  return [`${saidOf(field)} ${name}: ${far} @dimension(match: "${match}")`];
}

/** What things can be grouped by: a value for each dimension of each type of groups. */
export function dimensionTexts(types: Types): readonly string[] {
  return types.fielded().flatMap((type) => {
    const of = types.byName.get(textOf(type, 'statistics', 'of') ?? '');
    if (!of || !isFielded(of)) return [];
    const values = (type.fields ?? [])
      .filter((field) => directive(field, 'dimension'))
      .map((field) => `${JSON.stringify(`By ${continued(field)}`)} ${constant(field.name.value)}`);
    if (values.length === 0) return [];
    return [`"What ${manyOf(of)} can be grouped by." enum ${of.name.value}Dimension { ${values.join(' ')} }`];
  });
}
