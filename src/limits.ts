import { integer, setting } from './setting.ts';

/** The limit on everything that comes from outside: each refusal names the one that it met. */
export const limits = {
  bodyBytesMax: setting('BODY_BYTES_MAX', '100000', {
    parse: integer(1_000, 100_000_000),
    help: 'The most bytes in the body of a request.',
  }),
  tokensMax: setting('TOKENS_MAX', '2000', {
    parse: integer(10, 1_000_000),
    help: 'The most tokens in a GraphQL document.',
  }),
  depthMax: setting('DEPTH_MAX', '12', {
    parse: integer(1, 12),
    help: 'The most steps from thing to thing in an operation; `nodes`, `edges` and `node` are no step.',
  }),
  recursiveSelectionsMax: setting('RECURSIVE_SELECTIONS_MAX', '4000', {
    parse: integer(10, 10_000_000),
    help: 'The most fields in an operation, those of a fragment counted each time it is spread.',
  }),
  pageSizeMax: setting('PAGE_SIZE_MAX', '500', {
    parse: integer(1, 10_000),
    help: 'The most items in one page of a list.',
  }),
  costMax: setting('COST_MAX', '1000000', {
    parse: integer(100, 100_000_000),
    help: 'The most items that one answer may hold, as far as can be told before it is read.',
  }),
  workMax: setting('WORK_MAX', '100000000', {
    parse: integer(1_000, Number.MAX_SAFE_INTEGER),
    help: 'The most rows of the graph that one operation may go through, as far as can be told before it is read.',
  }),
  aliasesMax: setting('ALIASES_MAX', '100', {
    parse: integer(1, 10_000),
    help: 'The most aliases in a document.',
  }),
  rootFieldsMax: setting('ROOT_FIELDS_MAX', '32', {
    parse: integer(1, 64),
    help: 'The most questions in one operation.',
  }),
  repeatsMax: setting('REPEATS_MAX', '20', {
    parse: integer(1, 1_000),
    help: 'How often one field may be asked for at the same place of an answer.',
  }),
  directivesMax: setting('DIRECTIVES_MAX', '50', {
    parse: integer(1, 1_000),
    help: 'The most directives in a document.',
  }),
  introspectionsMax: setting('INTROSPECTIONS_MAX', '4', {
    parse: integer(1, 100),
    help: 'How often one operation may ask for the schema, by `__schema` or `__type`.',
  }),
  inputDepthMax: setting('INPUT_DEPTH_MAX', '12', {
    parse: integer(2, 50),
    help: 'How deep a value may be nested, in the variables of a request or in its document.',
  }),
  conditionsMax: setting('CONDITIONS_MAX', '100', {
    parse: integer(1, 1_000),
    help: 'The most objects in the values of a request: each condition of a filter is one.',
  }),
  itemsMax: setting('ITEMS_MAX', '500', {
    parse: integer(1, 100_000),
    help: 'The most items in one list among the values of a request, as of a filter by `in`.',
  }),
  textMax: setting('TEXT_MAX', '4000', {
    parse: integer(100, 1_000_000),
    help: 'The most characters of one text among the values of a request.',
  }),
  relationsMax: setting('RELATIONS_MAX', '64', {
    parse: integer(1, 64),
    help: 'The most things, lists and counts that one operation may read, at all its places; the embedded engine reads no more.',
  }),
  resultRowsMax: setting('RESULT_ROWS_MAX', '50000', {
    parse: integer(20_000, 10_000_000),
    help: 'The most rows that the graph may give at once.',
  }),
  resultBytesMax: setting('RESULT_BYTES_MAX', '10000000', {
    parse: integer(10_000, 1_000_000_000),
    help: 'The most bytes that the graph may give at once.',
  }),
  requestsMax: setting('REQUESTS_MAX', '256', {
    parse: integer(1, 100_000),
    help: 'The most requests worked at, at once; eight times as many may wait, and more are told to come again.',
  }),
  connectionsMax: setting('CONNECTIONS_MAX', '2000', {
    parse: integer(1, 1_000_000),
    help: 'The most connections of clients at once; when they are taken, those that ask nothing are closed.',
  }),
} as const;

/** Their values. */
export type Limits = { readonly [name in keyof typeof limits]: number };

/** Those of documents that are our own, or were looked at before: nothing is too much. */
export const unlimited = Object.fromEntries(
  Object.keys(limits).map((name) => [name, Number.POSITIVE_INFINITY]),
) as Limits;
