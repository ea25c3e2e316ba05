import { type ASTVisitor, GraphQLError, Kind, type SelectionSetNode, type ValidationContext } from 'graphql';

/** Fields that only page through a list: they lead to no other thing. */
const PAGING = new Set(['nodes', 'edges', 'node', 'pageInfo']);

/**
 * Refuses operations that go through more than `depthMax` things: `{ people { nodes { gifts { nodes { name } } } } }`
 * is 2 deep. What asks for the schema itself is left to the limit that graphql-js has for it.
 */
export function depthRule(depthMax: number): (context: ValidationContext) => ASTVisitor {
  return (context) => {
    const known = new Map<string, number>();
    return {
      OperationDefinition(operation) {
        const depth = depthOf(context, known, operation.selectionSet);
        if (depth <= depthMax) return;
        context.reportError(
          new GraphQLError(
            `The operation is ${depth} things deep; the service answers ${depthMax} (DEPTH_MAX).`,
            {
              nodes: operation,
            },
          ),
        );
      },
    };
  };
}

function depthOf(context: ValidationContext, known: Map<string, number>, set: SelectionSetNode): number {
  let deepest = 0;
  for (const node of set.selections) {
    if (node.kind === Kind.FIELD) {
      if (!node.selectionSet || node.name.value.startsWith('__')) continue;
      const step = PAGING.has(node.name.value) ? 0 : 1;
      deepest = Math.max(deepest, step + depthOf(context, known, node.selectionSet));
    } else if (node.kind === Kind.INLINE_FRAGMENT) {
      deepest = Math.max(deepest, depthOf(context, known, node.selectionSet));
    } else {
      deepest = Math.max(deepest, fragmentDepth(context, known, node.name.value));
    }
  }
  return deepest;
}

function fragmentDepth(context: ValidationContext, known: Map<string, number>, name: string): number {
  const found = known.get(name);
  if (found !== undefined) return found;
  known.set(name, 0);
  const fragment = context.getFragment(name);
  const depth = fragment ? depthOf(context, known, fragment.selectionSet) : 0;
  known.set(name, depth);
  return depth;
}
