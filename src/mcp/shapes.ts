import { z } from 'zod';
import type { Catalog, ValueType } from '../model/catalog.ts';
import { everyEntity } from './operations.ts';

/** What tools take and give, as schemas that clients see. */

/** The evidence of a row, and the articles that it stands in. */
export const cited = {
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

/** Whether sources agree, and what stands against it. */
export const agreement = z.object({
  verdict: z
    .string()
    .nullable()
    .describe('DISPUTED where a source denies it or says otherwise: then tell both.'),
  contradicting: z.array(
    z.object({
      statement: z.string(),
      status: z.string().describe('DENIED where it is denied.'),
      attributions: z
        .array(z.object({ source: z.object({ name: z.string().optional() }) }))
        .describe('Who says so.'),
    }),
  ),
});

/** Something by its id and name. */
export const named = z.object({ id: z.string(), name: z.string() });

/** An end of a fact; that of an event says how sure the event is. */
const end = named.extend({ status: z.string().optional().describe('Of an event: whether it happened.') });

/** When something was, as uncertain as the texts tell it. */
export const date = z
  .object({
    words: z.string().describe('The whole date in English: tell it so, with its about and perhaps.'),
    edtf: z.string(),
    earliest: z.string().nullable(),
    latest: z.string().nullable(),
    precision: z.string(),
    inherited: z.boolean().describe('Whether it is the date of a wider event that this is part of.'),
  })
  .nullable();

const entity = z.object({
  type: z.string(),
  id: z.string(),
  name: z.string(),
  aliases: z.array(z.string()),
  ...cited,
});

/** A fact, with what tells it apart from others. */
function factOf({ fact }: Catalog) {
  const told = fact.filter(({ type }) => type === 'string').map(({ name }) => [name, z.string().nullable()]);
  return z.object({
    id: z.string(),
    predicate: z.string(),
    ...(Object.fromEntries(told) as z.ZodRawShape),
    subject: end,
    object: end,
    ...cited,
  });
}

/** How many rows a page has, and where it goes on. */
export const page = {
  limit: z.number().int().min(1).max(100).default(20).describe('How many rows.'),
  cursor: z.string().optional().describe('The nextCursor of the page before.'),
};

const pageOut = {
  nextCursor: z.string().nullable().describe('Give it as cursor for the next page; null at the end.'),
};

/** What every page of a list tells. */
export const totalOut = { totalCount: z.number(), ...pageOut };

/** What to mind when answering. */
export const notesOut = {
  notes: z
    .array(z.string())
    .describe('What to mind when answering: what names were taken for, what an empty list means.'),
};

/** Some of several words; of none, any. */
function oneOf(words: readonly string[]) {
  return words.length > 0 ? z.enum(words as [string, ...string[]]) : z.string();
}

/** What `search_entities` takes and gives. */
export const searchEntities = ({ types }: Catalog) => ({
  in: {
    query: z.string().min(1).max(200).describe('A name, or words of one.'),
    types: z
      .array(oneOf(types.map((type) => type.name)))
      .optional()
      .describe('Only these types.'),
    ...page,
  },
  out: {
    ambiguous: z.boolean().describe('Whether the name can mean several of them.'),
    suggestions: z
      .array(named.extend({ because: z.string() }))
      .describe('What may be meant where nothing is called so: say so before you take one.'),
    ...notesOut,
    rows: z.array(
      entity.extend({
        named: z.boolean().describe('Whether it is called so; else its name holds some of the words.'),
      }),
    ),
    ...pageOut,
  },
});

const values: { readonly [type in ValueType]: z.ZodType } = {
  string: z.string().nullish(),
  integer: z.number().nullish(),
  number: z.number().nullish(),
  boolean: z.boolean().nullish(),
  date: z.string().nullish(),
  period: date.optional(),
  list: z.array(z.string()).nullish(),
};

/** What `get_entity` takes and gives: whatever any type holds. */
export const getEntity = (catalog: Catalog, example: string) => {
  const fields = catalog.types
    .flatMap((type) => type.fields)
    .filter((field) => !everyEntity.has(field.name))
    .map((field) => [field.name, values[field.type]]);
  return {
    in: { id: z.string().min(1).max(300).describe(`An id, such as ${example}.`), ...page },
    out: {
      entity: entity.extend({
        ...(Object.fromEntries(fields) as z.ZodRawShape),
      }),
      facts: z.array(
        factOf(catalog).extend({
          object: end.nullable(),
          value: z.string().nullable().describe('Of a property: its value.'),
          status: z.string().describe('How sure the surest of its sources is.'),
          basis: z.string(),
          agreement: z.object({ verdict: z.string().nullable(), articles: z.number(), sources: z.number() }),
        }),
      ),
      ...totalOut,
    },
  };
};

/** How sure something may be told. */
export const statuses = (catalog: Catalog) =>
  z
    .array(oneOf(catalog.statuses))
    .optional()
    .describe('How sure: leave out to get plans, wishes and fears too.');

/** An argument that names something. */
export const name = (what: string) =>
  z.string().min(1).max(200).optional().describe(`${what}: a name or an id.`);

/** A day. */
export const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);

/** What `find_paths` takes and gives. */
export const findPaths = (catalog: Catalog) => ({
  in: {
    a: z.string().min(1).max(200).describe('Where to start: a name or an id.'),
    b: z.string().min(1).max(200).describe('Where to end: a name or an id.'),
    max: z.number().int().min(1).max(8).default(4).describe('How many facts a path may have.'),
  },
  out: {
    outcome: z.enum(['FOUND', 'TRUNCATED', 'NONE_WITHIN_HOPS', 'SAME_ENTITY']),
    hops: z.number().nullable(),
    ...notesOut,
    rows: z.array(z.object({ nodes: z.array(end), facts: z.array(factOf(catalog)) })),
  },
});

/** What `run_graphql` takes and gives. */
export const runGraphql = {
  in: {
    query: z.string().min(1).max(20_000).describe('One GraphQL query.'),
    variables: z.record(z.string(), z.unknown()).optional().describe('Its variables.'),
  },
  out: { ...notesOut, data: z.record(z.string(), z.unknown()) },
};
