import { type GraphQLSchema, isEnumType, isInterfaceType } from 'graphql';
import type { Name, Node } from '../cypher/ast.ts';
import { rewrite } from '../cypher/build.ts';
import { type Composite, directivesOf, strings } from './directives.ts';
import { STATE, TOLD } from './mapping.ts';

/** The things of a model, types that implement Entity, and which of their properties the graph keeps a state of. */
export type Things = {
  /** The names of their types, and of the interface. */
  readonly types: ReadonlySet<string>;
  /** The relationship types between them that facts make. */
  readonly relations: ReadonlySet<string>;
  /** The rule of a property of a type: of a thing that of its states, of what is told that of its history. */
  ruleOf(typeName: string, property: string): string | undefined;
  /** The types of the variables of a piece, as far as it tells: `Entity` of any thing, `Fact` also of a relation. */
  boundIn(piece: Node): ReadonlyMap<Name, string>;
};

/** What a fact was on every day, and so each relationship that is one; `src/facts/derive/history.ts` keeps it. */
const HISTORY = [
  ...['status', 'verdict', 'basis', 'reportedOn', 'lastReportedOn', 'withdrawnOn', 'refinedBy'],
  ...['holds', 'articles', 'sources', 'weight', 'earliestDay', 'latestDay'],
];

/** What the derivation keeps on a thing itself. */
const OWN = ['id', 'name', 'aliases', 'aliasDays', 'weakAliases', 'weakAliasDays', 'reportedOn', 'sameAs'];

/** Reads the things of a schema. */
export function readThings(schema: GraphQLSchema): Things {
  const entity = schema.getType('Entity');
  const all: readonly Composite[] = isInterfaceType(entity)
    ? [entity, ...schema.getPossibleTypes(entity)]
    : [];
  const fields = all.flatMap((type) => Object.values(type.getFields()));
  const declared = fields.filter(({ astNode }) => directivesOf(astNode).has('declared'));
  const own = new Set([...OWN, ...declared.map(({ name }) => name)]);
  const labels = new Set(
    all.flatMap((type) => strings(directivesOf(type.astNode).get('node')?.labels, [type.name])),
  );
  const types = new Set(all.map(({ name }) => name));
  const told = toldIn(schema);
  const relations = relationsOf(schema, new Set(fields.map(({ name }) => name)));
  return {
    types,
    relations,
    ruleOf: (typeName, name) => {
      if (types.has(typeName)) return own.has(name) ? undefined : STATE;
      return told.has(typeName) && HISTORY.includes(name) ? TOLD : undefined;
    },
    boundIn: (piece) => boundTo(piece, { labels, relations }),
  };
}

/** Facts, and the types of relationships and of edges that show one. */
function toldIn(schema: GraphQLSchema): ReadonlySet<string> {
  const attested = schema.getType('Attested');
  const types = isInterfaceType(attested) ? schema.getPossibleTypes(attested) : [];
  return new Set(types.map(({ name }) => name));
}

/** Predicates that are no field of a thing, and no event of it, are relations. */
function relationsOf(schema: GraphQLSchema, values: ReadonlySet<string>): ReadonlySet<string> {
  const predicates = schema.getType('Predicate');
  const names = isEnumType(predicates) ? predicates.getValues().map(({ name }) => name) : [];
  return new Set(names.filter((name) => !values.has(name) && name !== 'happens'));
}

type Known = { readonly labels: ReadonlySet<string>; readonly relations: ReadonlySet<string> };

function boundTo(piece: Node, { labels, relations }: Known): ReadonlyMap<Name, string> {
  const bound = new Map<Name, string>();
  rewrite(piece, (one) => {
    if (one.kind === 'hop' && one.variable && !one.length && one.types.some((type) => relations.has(type)))
      bound.set(one.variable, 'Fact');
    if (one.kind !== 'node' || !one.variable) return undefined;
    if (one.labels.some((label) => labels.has(label))) bound.set(one.variable, 'Entity');
    if (one.labels.includes('Fact')) bound.set(one.variable, 'Fact');
    return undefined;
  });
  return bound;
}
