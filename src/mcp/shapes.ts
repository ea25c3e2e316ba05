import { z } from 'zod';
import { nodeTypes, statuses } from '../export/vocabulary.ts';

/** What tools take and give, as schemas that clients see. */

const cited = {
  evidence: z
    .array(
      z.object({
        claim: z.string(),
        statement: z.string(),
        status: z.string().describe('How sure this claim is told.'),
        saidBy: z.array(z.string()).describe('Who says so; the article itself where nobody is named.'),
        article: z.string().describe('Which of sources.'),
        sentences: z.array(z.string()).describe('Their ids, each ending in the number of the sentence.'),
      }),
    )
    .describe('At most ten spans of text that say so.'),
  sources: z.array(
    z.object({ id: z.string(), title: z.string(), publishedOn: z.string(), url: z.string().nullable() }),
  ),
};

const named = z.object({ id: z.string(), name: z.string() });

/** An end of a fact; that of an event says how sure the event is. */
const end = named.extend({ status: z.string().optional().describe('Of an event: whether it happened.') });

const date = z
  .object({
    edtf: z.string(),
    earliest: z.string().nullable(),
    latest: z.string().nullable(),
    precision: z.string(),
    text: z.string().nullable(),
    inherited: z.boolean(),
  })
  .nullable();

const entity = z.object({
  type: z.string(),
  id: z.string(),
  name: z.string(),
  aliases: z.array(z.string()),
  ...cited,
});

const fact = z.object({
  id: z.string(),
  predicate: z.string(),
  role: z.string().nullable(),
  title: z.string().nullable(),
  subject: end,
  object: end,
  ...cited,
});

/** How many rows a page has, and where it goes on. */
export const page = {
  limit: z.number().int().min(1).max(100).default(20).describe('How many rows.'),
  cursor: z.string().optional().describe('The nextCursor of the page before.'),
};

const pageOut = {
  nextCursor: z.string().nullable().describe('Give it as cursor for the next page; null at the end.'),
};

const totalOut = { totalCount: z.number(), ...pageOut };

const notesOut = {
  notes: z
    .array(z.string())
    .describe('What to mind when answering: names that are unknown or ambiguous, lists that are empty.'),
};

export const searchEntities = {
  in: {
    query: z.string().min(1).max(200).describe('A name, or words of one.'),
    types: z.array(z.enum(nodeTypes)).optional().describe('Only these types.'),
    ...page,
  },
  out: {
    ambiguous: z.boolean().describe('Whether the name can mean several of them.'),
    suggestions: z.array(z.string()).describe('Names that are nearly the same.'),
    ...notesOut,
    rows: z.array(entity),
    ...pageOut,
  },
};

export const getEntity = {
  in: { id: z.string().min(1).max(300).describe('An id, such as person:vladimir-putin.'), ...page },
  out: {
    entity: entity.extend({
      kind: z.string().nullish(),
      status: z.string().nullish(),
      date: date.optional(),
      object: z.string().nullish(),
      purpose: z.string().nullish(),
      item: z.string().nullish(),
      quantity: z.number().nullish(),
      description: z.string().nullish(),
      isoCode: z.string().nullish(),
      agreement: z.object({ verdict: z.string().nullable(), articles: z.number(), sources: z.number() }),
    }),
    facts: z.array(fact.extend({ basis: z.string() })),
    ...totalOut,
  },
};

const name = (what: string) => z.string().min(1).max(200).optional().describe(`${what}: a name or an id.`);

export const listGifts = {
  in: {
    giver: name('Who gave'),
    recipient: name('Who received'),
    event: name('The event of the giving, or one that contains it'),
    ...page,
  },
  out: {
    ...notesOut,
    rows: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        item: z.string(),
        quantity: z.number().nullable(),
        description: z.string().nullable(),
        givers: z.array(named),
        recipients: z.array(named),
        during: named.extend({ status: z.string() }).nullable(),
        madeIn: named.nullable(),
        inReturnFor: z.array(named),
        date,
        ...cited,
      }),
    ),
    ...totalOut,
  },
};

const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);

export const listEvents = {
  in: {
    person: name('Who is involved, also a country or body'),
    country: name('Where, also a city or region'),
    from: day.optional().describe('The first day, YYYY-MM-DD; then events without a date are left out.'),
    to: day.optional().describe('The last day, YYYY-MM-DD; then events without a date are left out.'),
    status: z
      .array(z.enum(statuses))
      .optional()
      .describe('How sure: leave out to get plans, wishes and fears too.'),
    ...page,
  },
  out: {
    ...notesOut,
    rows: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        kind: z.string(),
        status: z.string(),
        date,
        places: z.array(named),
        involvements: z.array(z.object({ role: z.string(), actor: named })),
        ...cited,
      }),
    ),
    ...totalOut,
  },
};

export const findPaths = {
  in: {
    a: z.string().min(1).max(200).describe('Where to start: a name or an id.'),
    b: z.string().min(1).max(200).describe('Where to end: a name or an id.'),
    max: z.number().int().min(1).max(8).default(4).describe('How many facts a path may have.'),
  },
  out: {
    outcome: z.enum(['FOUND', 'TRUNCATED', 'NONE_WITHIN_HOPS', 'SAME_ENTITY', 'UNKNOWN_NAME']),
    hops: z.number().nullable(),
    ...notesOut,
    rows: z.array(z.object({ nodes: z.array(end), facts: z.array(fact) })),
  },
};

export const runGraphql = {
  in: {
    query: z.string().min(1).max(20_000).describe('One GraphQL query.'),
    variables: z.record(z.string(), z.unknown()).optional().describe('Its variables.'),
  },
  out: { data: z.record(z.string(), z.unknown()) },
};
