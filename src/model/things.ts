import { type GraphQLSchema, isEnumType, isInterfaceType } from 'graphql';
import type { Name, Node } from '../cypher/ast.ts';
import { rewrite } from '../cypher/build.ts';
import { type Composite, directivesOf, strings } from './directives.ts';

/** The things of a model, types that implement Entity, and which of their properties the graph keeps a state of. */
export type Things = {
  /** The names of their types, and of the interface. */
  readonly types: ReadonlySet<string>;
  /** The relationship types between them that facts make. */
  readonly relations: ReadonlySet<string>;
  /** Properties that are declared, and stay. All others change with what is said: facts give their values. */
  readonly lasting: ReadonlySet<string>;
  /** The variables of a piece that are bound to things, as their labels tell. */
  boundIn(piece: Node): ReadonlySet<Name>;
};

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
  const lasting = new Set([...OWN, ...declared.map(({ name }) => name)]);
  const labels = new Set(
    all.flatMap((type) => strings(directivesOf(type.astNode).get('node')?.labels, [type.name])),
  );
  return {
    types: new Set(all.map(({ name }) => name)),
    relations: relationsOf(schema, new Set(fields.map(({ name }) => name))),
    lasting,
    boundIn: (piece) => boundTo(piece, labels),
  };
}

/** Predicates that are no field of a thing, and no event of it, are relations. */
function relationsOf(schema: GraphQLSchema, values: ReadonlySet<string>): ReadonlySet<string> {
  const predicates = schema.getType('Predicate');
  const names = isEnumType(predicates) ? predicates.getValues().map(({ name }) => name) : [];
  return new Set(names.filter((name) => !values.has(name) && name !== 'happens'));
}

function boundTo(piece: Node, labels: ReadonlySet<string>): ReadonlySet<Name> {
  const bound = new Set<Name>();
  rewrite(piece, (one) => {
    if (one.kind === 'node' && one.variable && one.labels.some((label) => labels.has(label)))
      bound.add(one.variable);
    return undefined;
  });
  return bound;
}
