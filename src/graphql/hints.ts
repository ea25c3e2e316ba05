import {
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
} from 'graphql';

/** The schema, and whether its names may be told to who does not know them. */
export type Naming = { readonly schema: GraphQLSchema; readonly introspection: boolean };

/** The most names in a hint, and the most characters that they take. */
const NAMES_MAX = 40;
const CHARACTERS_MAX = 600;

function listed(names: readonly string[]): string {
  let text = '';
  for (const [index, name] of names.entries()) {
    const longer = index === 0 ? name : `${text}, ${name}`;
    if (index === NAMES_MAX || longer.length > CHARACTERS_MAX)
      return `${text} and ${names.length - index} more`;
    text = longer;
  }
  return text;
}

/** `Status is one of: PLANNED, OCCURRED.`; nothing for a type that has no names in it. */
function membersOf({ schema }: Naming, typeName: string): string | undefined {
  const type = schema.getType(typeName);
  if (isObjectType(type) || isInterfaceType(type))
    return `${typeName} has the fields ${listed(Object.keys(type.getFields()))}.`;
  if (isInputObjectType(type))
    return `${typeName} takes ${type.isOneOf ? 'exactly one of ' : ''}${listed(Object.keys(type.getFields()))}.`;
  if (isEnumType(type)) return `${typeName} is one of ${listed(type.getValues().map(({ name }) => name))}.`;
  if (!isUnionType(type)) return undefined;
  return `Ask inside "... on" one of ${listed(type.getTypes().map(({ name }) => name))}.`;
}

function argumentsOf({ schema }: Naming, typeName: string, fieldName: string): string | undefined {
  const type = schema.getType(typeName);
  const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[fieldName] : undefined;
  if (!field) return undefined;
  if (field.args.length === 0) return `${typeName}.${fieldName} takes no arguments.`;
  return `${typeName}.${fieldName} takes ${listed(field.args.map(({ name }) => name))}.`;
}

/** What to do about an error of graphql-js, whose words are all that tells its kind. */
type Rule = readonly [RegExp, (naming: Naming, found: readonly string[]) => string | undefined];

/** How graphql-js leads up to a type whose names would help. */
const OF_TYPE =
  /(?:Cannot query field "\w+" on type|Field "\w+" of type(?= "[^"]+" must have (?:a selection|at least one))|does not exist in|Enum|is not defined by type|specified for OneOf type|OneOf Input Object|Expected (?:value of )?type) "\[*(\w+)[\]!]*"/;

/** Rules that name what the schema has. */
const naming: readonly Rule[] = [
  [OF_TYPE, (names, [type = '']) => membersOf(names, type)],
  [
    /Unknown argument "\w+" on field "(\w+)\.(\w+)"/,
    (names, [type = '', field = '']) => argumentsOf(names, type, field),
  ],
];

/** Rules for what can be mended without knowing the schema. */
const plain: readonly Rule[] = [
  [/\bDate must be a day/, () => 'Give a day of the calendar, such as 2023-09-17.'],
  [/type "Date!?"/, () => 'Give a day of the calendar, such as 2023-09-17.'],
  [/Int cannot represent/, () => 'Give a whole number.'],
  [/Boolean cannot represent/, () => 'Give true or false.'],
  [/(?:String|ID) cannot represent/, () => 'Give a text in quotes.'],
  [/was not provided|must not be null|not to be null|must be non-null/, () => 'Give it a value.'],
  [/must have (?:a selection|at least one)/, () => 'Say in braces after it which of its fields to give.'],
  [/must not have a selection/, () => 'Leave out the braces after it.'],
  [
    /Variable "\$\w+" is not defined/,
    () => 'Declare the variable at the head of the operation: query ($name: Type).',
  ],
  [/is never used/, () => 'Use it, or leave it out.'],
  [/used in position expecting type "([^"]+)"/, (_, [type = '']) => `Declare the variable as ${type}.`],
  [/ conflict because /, () => 'Give each of them an alias of its own.'],
  [/There can be only one|can only be used once/, () => 'Leave out all but one.'],
  [/Unknown fragment/, () => 'Define the fragment in the document, or leave it out.'],
  [/within itself/, () => 'Leave the fragment out of itself.'],
  [/can never be of type "(\w+)"/, (_, [type = '']) => `Ask for it where a ${type} can be.`],
  [/irective "@\w+"/, () => 'A query takes the directives @include(if:) and @skip(if:).'],
  [/introspection/i, () => '/schema.graphql has the schema.'],
];

/** What to do about an error of graphql-js: names that the schema has, where these may be told, else what to change. */
export function hintOf(names: Naming, message: string): string | undefined {
  for (const [pattern, tell] of names.introspection ? [...naming, ...plain] : plain) {
    const found = pattern.exec(message);
    const hint = found && tell(names, found.slice(1));
    if (hint) return hint;
  }
  return undefined;
}

/** The words of graphql-js without the names that it guesses. */
export function withoutGuess(message: string): string {
  return message.replace(/ Did you mean [^?]*\?/g, '');
}
