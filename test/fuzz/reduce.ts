import {
  type ASTNode,
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  parse,
  print,
  validate,
  visit,
} from 'graphql';
import type { Operation } from './generate.ts';

/** What can be left out of a document without making it another kind of thing. */
const removable: ReadonlySet<string> = new Set([
  Kind.FIELD,
  Kind.INLINE_FRAGMENT,
  Kind.FRAGMENT_SPREAD,
  Kind.FRAGMENT_DEFINITION,
  Kind.ARGUMENT,
  Kind.OBJECT_FIELD,
  Kind.DIRECTIVE,
  Kind.VARIABLE_DEFINITION,
]);

/** The document without its `index`th removable node; undefined when there is none. */
function without(document: DocumentNode, index: number): DocumentNode | undefined {
  let seen = -1;
  let done = false;
  const reduced = visit(document, {
    enter(node: ASTNode) {
      if (done) return false;
      if (!removable.has(node.kind) && !isListItem(node)) return undefined;
      seen++;
      if (seen !== index) return undefined;
      done = true;
      return null;
    },
  });
  return done ? reduced : undefined;
}

const isListItem = (node: ASTNode): boolean => node.kind === Kind.STRING || node.kind === Kind.INT;

/** Drops variables and fragments that nothing uses any more. */
function tidy(document: DocumentNode): DocumentNode {
  const used = new Set<string>();
  visit(document, {
    enter(node) {
      if (node.kind === Kind.VARIABLE_DEFINITION) return false;
      if (node.kind === Kind.VARIABLE) used.add(node.name.value);
      if (node.kind === Kind.FRAGMENT_SPREAD) used.add(`...${node.name.value}`);
      return undefined;
    },
  });
  return visit(document, {
    enter(node) {
      if (node.kind === Kind.VARIABLE_DEFINITION) return used.has(node.variable.name.value) ? false : null;
      if (node.kind === Kind.FRAGMENT_DEFINITION) return used.has(`...${node.name.value}`) ? undefined : null;
      return undefined;
    },
  });
}

function same(schema: GraphQLSchema, document: DocumentNode): DocumentNode | undefined {
  try {
    const parsed = parse(print(tidy(tidy(document))));
    return validate(schema, parsed).length === 0 ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/** Leaves out all that can be left out while the operation still fails. */
export async function reduce(
  schema: GraphQLSchema,
  operation: Operation,
  fails: (operation: Operation) => Promise<boolean>,
): Promise<Operation> {
  let best = operation;
  for (let index = 0; ; ) {
    const smaller = without(best.document, index);
    if (!smaller) return best;
    const document = same(schema, smaller);
    const text = document ? print(document) : '';
    const candidate = document && text !== print(best.document) ? { ...best, document, text } : undefined;
    if (candidate && (await fails(candidate))) best = candidate;
    else index++;
  }
}
