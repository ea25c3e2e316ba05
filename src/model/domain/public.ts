import { type DefinitionNode, type DirectiveDefinitionNode, type DocumentNode, Kind, visit } from 'graphql';

/** What clients see of a schema: all of it but the directives that speak to the compiler, and what only these use. */

/** The directives that tell a client what it can ask for, and what that costs. */
const TOLD: ReadonlySet<string> = new Set(['cost', 'listSize', 'oneOf', 'deprecated', 'specifiedBy']);

/** The schema without what is ours alone. */
export function publicDocument(document: DocumentNode): DocumentNode {
  const isOurs = (node: DefinitionNode): node is DirectiveDefinitionNode =>
    node.kind === Kind.DIRECTIVE_DEFINITION && !TOLD.has(node.name.value);
  const told = document.definitions.filter((node) => !isOurs(node)).map(withoutOurs);
  const unused = new Set(document.definitions.filter(isOurs).flatMap(namedIn));
  for (const name of told.flatMap(namedIn)) unused.delete(name);
  const definitions = told.filter((node) => !('name' in node && node.name && unused.has(node.name.value)));
  return { kind: Kind.DOCUMENT, definitions };
}

function withoutOurs(node: DefinitionNode): DefinitionNode {
  return visit(node, { Directive: (one) => (TOLD.has(one.name.value) ? undefined : null) });
}

/** The types that a definition names. */
function namedIn(node: DefinitionNode): readonly string[] {
  const names: string[] = [];
  visit(node, { NamedType: (type) => void names.push(type.name.value) });
  return names;
}
