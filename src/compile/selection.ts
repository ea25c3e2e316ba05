import type { GraphQLOutputType } from 'graphql';
import type { Input } from './input.ts';

/** One field of the answer: what the client calls it, which field it is, and what it asks below. */
export type Selected = {
  /** The response name: the alias, else the field's name. */
  readonly key: string;
  readonly name: string;
  readonly type: GraphQLOutputType;
  readonly arguments: { readonly [name: string]: Input };
  /** What is asked of the field's type; empty for scalars. */
  readonly selection: Selection;
};

/** What is asked of a value: for each concrete type that it can have, the fields in order. */
export type Selection = ReadonlyMap<string, readonly Selected[]>;
