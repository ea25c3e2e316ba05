/**
 * What the pages know of the domain, made when they are built: what each type is called, the saved questions, and the
 * parts of their documents that follow from the types. `PAGES_SCHEMA` names the file of another schema, as `attested
 * schema` prints it; a page that meets a type that the build did not know shows it by rule.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  buildSchema,
  getNamedType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
  validate,
} from 'graphql';

const top = fileURLToPath(new URL('../..', import.meta.url));

/** The text of the public schema that the pages are built for. */
export const schemaText = readFileSync(process.env.PAGES_SCHEMA ?? join(top, 'docs/schema.graphql'), 'utf8');

/** That schema. */
export const schema = buildSchema(schemaText, { assumeValid: true });

const query = schema.getQueryType().getFields();
const types = schema
  .getPossibleTypes(schema.getType('Entity'))
  .map((type) => ({ name: type.name, fields: Object.values(type.getFields()), list: listOf(type) }));

/** The first list of the root that gives all nodes of a type. */
function listOf(type) {
  return Object.values(query).find((field) => {
    const connection = getNamedType(field.type);
    const nodes = isObjectType(connection) ? connection.getFields().nodes : undefined;
    return nodes && getNamedType(nodes.type) === type;
  })?.name;
}

/** The predicates that join two things: those in capitals. */
const relations = schema
  .getType('Predicate')
  .getValues()
  .map(({ name }) => name)
  .filter((name) => name === name.toUpperCase());

const typeName = (field) => getNamedType(field.type).name;
const hasField = (type, name, of) =>
  type.fields.some((field) => field.name === name && (!of || typeName(field) === of));

/** A value of a type under a name that no other type uses for another thing: `kind__Event: kind`. */
function selectionOf(type, field) {
  const named = getNamedType(field.type);
  const key = `${field.name}__${type.name}: ${field.name}`;
  if (named.name === 'FuzzyDate') return field.name === 'date' ? '' : `${key} { words }`;
  return isLeafType(named) ? key : '';
}

/** What any fact has, or any that is no relation. */
const everyFact = new Set(['value', 'reportedOn', 'lastReportedOn', 'withdrawnOn']);
const everyThing = new Set(['id', 'name', 'aliases', 'status']);

/** What stands for the comments of documents/ that begin with `# each`. */
const parts = {
  'each list of the domain': () => types.map(({ list }) => `${list} { totalCount }`),
  'each type with its date and status': () =>
    types.flatMap((type) => {
      const status = hasField(type, 'status', 'Status');
      const date = hasField(type, 'date', 'FuzzyDate');
      const kind =
        status && type.fields.some(({ name, type: of }) => name === 'kind' && isEnumType(getNamedType(of)));
      const told = [
        status && 'status',
        kind && 'kind',
        date && 'date { words edtf earliest latest inherited }',
      ];
      return status || date ? [`... on ${type.name} { ${told.filter(Boolean).join(' ')} }`] : [];
    }),
  'each type with all that it holds': () =>
    types.map((type) => {
      const status = hasField(type, 'status', 'Status') ? 'status' : '';
      const date = hasField(type, 'date', 'FuzzyDate') ? 'date { words inherited basis text }' : '';
      const values = type.fields
        .filter(({ name }) => !everyThing.has(name))
        .map((field) => selectionOf(type, field));
      const agreement = hasField(type, 'agreement', 'Agreement') ? 'agreement { ...AgreementParts }' : '';
      return `... on ${type.name} { ${[status, date, agreement, ...values].filter(Boolean).join(' ')} }`;
    }),
  'each word that tells facts apart': () =>
    Object.values(schema.getType('Fact').getFields())
      .filter(
        (field) =>
          isLeafType(getNamedType(field.type)) && !isNonNullType(field.type) && !everyFact.has(field.name),
      )
      .filter((field) => !isListType(field.type) && field.args.length === 0 && typeName(field) !== 'Basis')
      .map(({ name }) => name),
  'each predicate that joins': () => [`predicate: [${relations.join(', ')}]`],
  'each whether sources agree': () =>
    types
      .filter((type) => hasField(type, 'agreement', 'Agreement'))
      .map(({ name }) => `... on ${name} { agreement { ...AgreementParts } }`),
  'each who is in most events': (first) =>
    query.eventStats
      ? [`eventStats(by: [ACTOR], first: ${first}) { count actor { __typename id name } }`]
      : [],
};

/** A document with the parts that follow from the types. */
export function grown(text) {
  return text.replace(/^\s*# (each [a-z ]+?)(?:, (\d+))?$/gm, (_line, name, number) => {
    const lines = parts[name](number);
    return lines.length > 0 ? lines.join('\n') : '__typename';
  });
}

/** Whether the schema answers a document. */
export const fits = (text) => validate(schema, parse(text)).length === 0;

const folder = join(top, 'docs/questions');

/** The saved questions that the domain answers. */
export const questions = readdirSync(folder)
  .filter((file) => file.endsWith('.graphql'))
  .sort()
  .map((file) => ({ name: file.replace(/\.graphql$/, ''), text: readFileSync(join(folder, file), 'utf8') }))
  .filter(({ text }) => fits(text));

/** The words of the start page: those of news where its questions can be asked. */
const start = JSON.parse(readFileSync(join(top, 'src/news/start.json'), 'utf8'));
const words = Object.fromEntries(
  types.map(({ name, list }) => [name, list.replace(/[A-Z]/g, (l) => ` ${l.toLowerCase()}`)]),
);
const isNews = ['Person', 'Country', 'Event', 'Gift'].every((name) => name in words);
const plainStart = {
  headline: 'A graph with the sentence behind every fact',
  lede: '',
  placeholder: '',
  first: [],
};

const ID = 'virtual:domain';

/** Gives the pages what they import from `virtual:domain`. */
export const domainPlugin = {
  name: 'domain',
  resolveId: (id) => (id === ID ? `\0${ID}` : null),
  load(id) {
    if (id !== `\0${ID}`) return null;
    const told = { words, questions, start: isNews ? start : plainStart };
    return Object.entries(told)
      .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
      .join('\n');
  },
};
