import type { Expression, Match, Name, Pattern, Query } from '../cypher/ast.ts';

/**
 * How the types and fields of schema.graphql stand for nodes, relationships and properties of the graph,
 * read from the directives beside them. The only place that knows what the directives mean. Cypher in them is read
 * here, once, and is data from then on.
 */

/** Which way a relationship is followed from the owner of a field. */
export type Direction = 'IN' | 'OUT';

/** Which end of a relationship. */
export type End = 'startNode' | 'endNode';

/** What a type stands for. */
export type TypeMapping =
  | {
      readonly kind: 'node';
      readonly labels: readonly string[];
      readonly order: readonly Expression[];
      /** The property of one that counts as another: no list has it, and its id is an id of the other. */
      readonly mergedInto: string | undefined;
    }
  | { readonly kind: 'relationship'; readonly order: readonly Expression[] }
  /** A value that is read with its owner, and the keys of its map that order a list, from @sorted. */
  | { readonly kind: 'value'; readonly sortedBy: readonly string[] };

/** Where a field comes from. Fields that say the same are the same object. */
export type FieldMapping =
  | {
      readonly kind: 'property';
      readonly property: string;
      /** What else there is to know of the property, see `Mapping.rule`. */
      readonly rule: string | undefined;
    }
  | { readonly kind: 'expression'; readonly expression: Expression }
  | { readonly kind: 'quote'; readonly sentence: End }
  | RelationshipMapping
  | DerivedMapping
  | StoredMapping
  | { readonly kind: 'endpoint'; readonly end: End };

/** A field that follows relationships of one type, from the owner or from one of its ends. */
export type RelationshipMapping = {
  readonly kind: 'relationship';
  readonly type: string;
  readonly direction: Direction;
  readonly from?: End;
};

/** A field derived by a query; `edge` is the column with what joins an item to its owner. */
export type DerivedMapping = {
  readonly kind: 'cypher';
  readonly query: Query;
  readonly column: Name;
  readonly edge: Name | undefined;
};

/** A value whose fields are properties of the owner itself, where `present` holds. */
export type StoredMapping = {
  readonly kind: 'stored';
  readonly present: Expression | undefined;
  /** The rule of these properties, as of the owner. */
  readonly rule: string | undefined;
};

/** A status of things, and those of its values of which lists leave things out unless they are asked for. */
export type Gone = {
  readonly property: string;
  /** How the property is read; see `PropertyRule`. */
  readonly rule: string | undefined;
  readonly values: readonly string[];
  readonly required: boolean;
};

/** What passes have to know of a property: what it was on a day, over `this` and `asOf`, and whether it names its owner. */
export type PropertyRule = { readonly history?: Expression; readonly isName?: boolean };

/** The rule of a property that a thing has in each of its states: what facts give a value to, and no owner declares. */
export const STATE = 'state';

/** The rule of a property of what is told, a fact or a relationship that is one: it keeps what it was since each of its days. */
export const TOLD = 'told';

/** How what is named joins `this`, in several ways, and types that only a name that identifies means. */
export type Joining = { readonly patterns: readonly Pattern[]; readonly strong: readonly string[] };

/** Properties that suggest their thing, and titles of relationships that suggest who has them. */
export type Suggested = {
  readonly codes: readonly string[];
  readonly demonyms: readonly string[];
  readonly titles: readonly { readonly type: string; readonly property: string }[];
};

/** An argument that names things: the type that it names them as, and how they join `this`. */
export type NamedArgument = Joining & { readonly as: string };

/** How a fuzzy date is compared: where it is found, if it is another's, what must hold, its first and its last day. */
export type Interval = {
  readonly match: Match | undefined;
  readonly where: Expression | undefined;
  readonly earliest: Expression;
  readonly latest: Expression;
};

/** A type that counts nodes of type `of` in groups: how their days are found, and what its fields group by. */
export type Statistics = {
  readonly of: string;
  readonly date: Query;
  readonly dimensions: ReadonlyMap<string, Dimension>;
};

/** Where the key of a group is found, and the key itself where it is not what is found. */
export type Dimension = { readonly match: Match | undefined; readonly key: Expression | undefined };

/** The items of a list when no argument says how many, and the arguments that say. */
export type ListSize = { readonly assumedSize: number; readonly slicingArguments: readonly string[] };

/** The mapping of a whole schema. */
export type Mapping = {
  /** What the type stands for. A union or interface without labels is a `value` here. */
  type(name: string): TypeMapping;
  /** Where the field comes from; undeclared, it is the property of its own name. */
  field(typeName: string, fieldName: string): FieldMapping;
  /** What passes have to know of a property with this rule. */
  rule(name: string): PropertyRule;
  /** The arguments of a field that name entities. */
  named(typeName: string, fieldName: string): ReadonlyMap<string, NamedArgument>;
  /** How items of a list lie in what a filter names, where they do. */
  within(typeName: string, fieldName: string): Joining | undefined;
  /** The arguments of a field that are short for a filter, with the path of keys into `where`. */
  shortcuts(typeName: string, fieldName: string): ReadonlyMap<string, readonly string[]>;
  /** How a fuzzy date is compared. */
  interval(typeName: string, fieldName: string): Interval | undefined;
  /** The status by which lists of a type leave items out. */
  gone(typeName: string): Gone | undefined;
  /** Whether a list also has what others leave out. */
  whole(typeName: string, fieldName: string): boolean;
  /** Whether claims give a date to the thing itself, from @value: that of a gift is the date of its giving. */
  given(typeName: string, fieldName: string): boolean;
  /** The field that orders a list where the request does not. */
  ordered(typeName: string, fieldName: string): string | undefined;
  /** What a type counts in groups. */
  statistics(typeName: string): Statistics | undefined;
  listSize(typeName: string, fieldName: string): ListSize | undefined;
  /** The type that declares a field: the interface that it comes from, else the type itself. */
  declarer(typeName: string, fieldName: string): string;
  /** What a field with these arguments costs besides the items that it gives, from @cost. */
  cost(typeName: string, fieldName: string, given: readonly string[]): number;
  /** What a condition of an input costs besides the items of its list. */
  conditionCost(inputType: string, fieldName: string): number;
  /** The concrete types behind a type, in the order of the schema. */
  possible(name: string): readonly string[];
  /** The label that tells a concrete type from the others. */
  label(name: string): string;
  /** The type of a thing with these labels. */
  typeOf(labels: readonly string[]): string;
  /** What suggests a thing beside its names, from @suggests. */
  readonly suggested: Suggested;
  /** The relationship types that facts make: each has the days on which it held. */
  readonly relations: ReadonlySet<string>;
  /** Labels that several types share: never the one that tells a type. */
  readonly sharedLabels: readonly string[];
};
