import type { FieldDefinitionNode } from 'graphql';
import { factArguments } from './derived.ts';
import { orderedBy } from './inputs.ts';
import {
  argumentsOf,
  directive,
  directivesOf,
  type Fielded,
  isFielded,
  joinedByName,
  typeOf,
} from './sdl.ts';
import type { Types } from './types.ts';
import { manyOf } from './words.ts';

/**
 * A list of things is asked for in pages: `gave(to: String): [Gift!]!` gives
 * `gave(to: String, where: GiftWhere, orderBy: [GiftOrder!], first: Int, after: String, last: Int, before: String):
 * GiftConnection! @listSize(assumedSize: 20, slicingArguments: ["first", "last"])`,
 * and `type GiftConnection { nodes edges pageInfo totalCount }` with it.
 */

/** How many items a list has where the request does not say. */
const SIZES = { Query: 50, other: 20 } as const;

const AS_OF = '"Only what had been published by this day." asOf: Date';

/** The fields of a type as clients see them. */
export function asked<T extends Fielded>(type: T, types: Types): T {
  const fields = (type.fields ?? []).map((field) => askedField(type, field, types));
  return { ...type, fields };
}

function askedField(type: Fielded, field: FieldDefinitionNode, types: Types): FieldDefinitionNode {
  const isRoot = type.name.value === 'Query';
  const listed = types.listed(field);
  const more = listed ? listArguments(listed, isRoot, types) : '';
  const given = joinedByName(field.arguments, argumentsOf(`${more} ${isRoot ? AS_OF : ''}`));
  if (!listed) return sized({ ...field, arguments: given });
  const slicing = listed.paged ? '["first", "last"]' : '["first"]';
  const size = `@listSize(assumedSize: ${isRoot ? SIZES.Query : SIZES.other}, slicingArguments: ${slicing})`;
  return sized({
    ...field,
    arguments: given,
    type: listed.paged ? typeOf(`${listed.of}Connection!`) : field.type,
    directives: [
      ...(field.directives ?? []).filter((one) => one.name.value !== 'unpaged'),
      ...directivesOf(size),
    ],
  });
}

/**
 * The size of a list shows as the default of its `first`. Where `last` is given it does not count: a page from the end has as
 * many items as that says.
 */
function sized(field: FieldDefinitionNode): FieldDefinitionNode {
  const size = directive(field, 'listSize')?.arguments?.find(({ name }) => name.value === 'assumedSize');
  if (!size) return field;
  const shown = field.arguments?.map((one) =>
    one.name.value === 'first' ? { ...one, defaultValue: size.value } : one,
  );
  return { ...field, ...(shown && { arguments: shown }) };
}

function listArguments(
  { of, paged }: { readonly of: string; readonly paged: boolean },
  isRoot: boolean,
  types: Types,
): string {
  const shown = types.shownAs(of);
  const type = types.byName.get(shown);
  const ordered = isFielded(type) && orderedBy(type, types).length > 0;
  return `${isRoot ? factArguments(shown, types) : ''}
    "Which of them: all conditions hold."
    where: ${shown}Where
    ${ordered ? `"In which order: by the first of these, and where that is equal by the next." orderBy: [${shown}Order!]` : ''}
    "How many at most, from the start or from \`after\` on."
    first: Int
    ${
      paged
        ? `"The cursor of an item: only those after it."
    after: String
    "How many at most, from the end or from \`before\` back."
    last: Int
    "The cursor of an item: only those before it."
    before: String`
        : ''
    }`;
}

/** What the fields of types list in pages, each once. */
export function pagedIn(all: readonly Fielded[], types: Types): readonly string[] {
  const paged = all.flatMap((type) =>
    (type.fields ?? []).flatMap((field) => {
      const listed = types.listed(field);
      return listed?.paged ? [listed.of] : [];
    }),
  );
  return [...new Set(paged)];
}

/** One of a list: things of the world are joined to the owner of the list by a fact that is attested. */
export function edgeText(of: string, types: Types): string {
  const type = types.byName.get(of);
  const isThing = types.isEntity(types.shownAs(of));
  const attested = isThing ? ' implements Attested' : '';
  const none = isThing
    ? ', with the fact that joins it to the owner of the list, or null where none does'
    : '';
  return `"One of a list of ${type ? manyOf(type) : of}${none}." type ${of}Edge${attested} {
    "Where it stands in the list." cursor: String!
    "The item." node: ${of}!
  }`;
}

/** A page of a list. */
export function connectionText(of: string, types: Types): string {
  const type = types.byName.get(of);
  const many = type ? manyOf(type) : of;
  const joined = types.isEntity(types.shownAs(of)) ? ' and what joins it to the owner of the list' : '';
  return `"A list of ${many}." type ${of}Connection {
    "The ${many} of the page." nodes: [${types.shownAs(of)}!]!
    "The ${many} of the page, each with its cursor${joined}." edges: [${of}Edge!]!
    "How the page lies in the list." pageInfo: PageInfo!
    "How many there are in all; counted only when asked." totalCount: Int!
  }`;
}

/** How a page lies in its list. */
export const PAGE_INFO = `"How a page lies in its list." type PageInfo {
  "Whether there is more after the page." hasNextPage: Boolean!
  "Whether there is more before the page." hasPreviousPage: Boolean!
  "The cursor of the first item." startCursor: String
  "The cursor of the last item." endCursor: String
}`;
