import { getNamedType } from 'graphql';
import { invariant } from '../errors.ts';
import { type SearchedIn, type SearchHit, textIndexes } from '../model/search.ts';
import type { Value } from '../store/store.ts';
import { narrowed } from './cypher.ts';
import type { Variables } from './input.ts';
import { buildObject, planObject } from './object.ts';
import { readPage } from './page.ts';
import type { List, Reading } from './plan.ts';
import type { FieldRequest } from './row.ts';
import { reported, type Scope } from './scope.ts';

/** How many texts of each kind an engine is asked for, as a multiple of the hits wanted. */
const TEXTS_PER_HIT = 10;

/** How many texts of each kind at least where types or a day leave some of them out again. */
const TEXTS_MIN = 1_000;

/** Plans `search(text:)`: the hits of a full-text search are parameters of the statement, which reads what they are of. */
export function planSearch(request: FieldRequest): Reading {
  const { scope, row, typeName: owner, selected } = request;
  const coordinate = `${owner}.${selected.name}`;
  const { text, types } = selected.arguments;
  invariant(text, `${coordinate} takes a text`);
  const page = readPage(request);
  const hits = `search ${scope.searches.length}`;
  const least = types?.present || scope.asOf !== undefined ? TEXTS_MIN : 0;
  const limit = (variables: Variables) => Math.max(least, page.size(variables) * TEXTS_PER_HIT);
  scope.searches.push({ hits, text: (variables) => String(text.read(variables)), limit });
  const [item, rank] = [scope.fresh('v'), scope.fresh('i')];
  const wanted = types?.present
    ? [`any(label IN labels(${item}) WHERE label IN ${scope.parameter((v) => types.read(v) as Value)})`]
    : [];
  const conditions = [...wanted, ...reported(scope, item)];
  const { selection } = selected;
  const object = buildObject({ scope, element: null, selection }, (asked) =>
    planHit(asked, { item, rank, hits }),
  );
  const list: List = {
    coordinate,
    column: scope.fresh('h'),
    imports: [],
    source: { clauses: foundBy(scope, hits, item, rank), binds: [item, rank], conditions, repeats: false },
    computed: [],
    order: [{ expression: rank, descending: false, nullable: false }],
    seek: [],
    backward: false,
    limit: scope.parameter(page.size),
    size: page.size,
    cells: object.cells,
  };
  invariant(getNamedType(selected.type).name === 'SearchHit', `${coordinate} gives hits`);
  const cell = row.addList(list);
  return { kind: 'list', cell, object, size: page.size };
}

/** A node that a search found, its place among the hits, and where the variables hold these. */
type Hit = { readonly item: string; readonly rank: string; readonly hits: string };

function planHit({ scope, row, typeName, selected }: FieldRequest, { item, rank, hits }: Hit): Reading {
  if (selected.name === '__typename') return { kind: 'typename' };
  if (selected.name === 'node') {
    const object = planObject(scope, { variable: item }, selected.selection);
    return { kind: 'inline', cell: row.add({ kind: 'object', cells: object.cells }), object };
  }
  const part = selected.name;
  invariant(part === 'score' || part === 'matched' || part === 'text', `${typeName}.${part} is not planned`);
  return { kind: 'hit', cell: row.addExpression(rank), hits, part };
}

/** The nodes that the hits are of, each with the place of its best hit. */
function foundBy(scope: Scope, hits: string, item: string, rank: string): List['source']['clauses'] {
  const [index, called] = [scope.fresh('i'), scope.fresh('r')];
  const matched: { readonly [place in SearchedIn]: string } = {
    names: narrowed(
      `MATCH (:Name {key: $keys[${index}]})-[${called}:NAMES]->(${item}:Entity)`,
      reported(scope, called),
    ),
    claims: `MATCH (${item}:Claim {id: $keys[${index}]})`,
    sentences: `MATCH (${item}:Sentence {id: $keys[${index}]})`,
  };
  const branches = (Object.keys(textIndexes) as SearchedIn[]).map((place) => {
    const found = (variables: Variables) =>
      (variables[hits] as readonly SearchHit[])
        .map((hit, at) => ({ hit, at }))
        .filter(({ hit }) => hit.in === place);
    const keys = scope.parameter((variables) => found(variables).map(({ hit }) => hit.key));
    const places = scope.parameter((variables) => found(variables).map(({ at }) => at));
    const match = matched[place].replace('$keys', keys);
    return `UNWIND range(0, size(${keys}) - 1) AS ${index} ${match} RETURN ${item}, ${places}[${index}] AS ${rank}`;
  });
  return [`CALL () { ${branches.join(' UNION ALL ')} }`, { project: `${item}, min(${rank}) AS ${rank}` }];
}
