import type { Catalog } from './catalog.ts';
import type { Told } from './told.ts';

/**
 * What a domain says of itself in the words of others: how its columns are called, and what its types, fields and
 * predicates are in RDF and FollowTheMoney. Whatever stands in none of these tables goes by a rule, so that a new type
 * or field is in every file; an entry whose type or field a schema lacks means nothing there.
 */
export type Terms = {
  /** What the graph is of, such as news. */
  readonly subject?: string;
  /** What help and hints show. */
  readonly examples: Examples;
  readonly columns: ColumnTerms;
  readonly projection?: Projection;
  readonly places?: PlaceTerms;
  /** What clients of reconciliation can add besides the columns of all nodes. */
  readonly extend: readonly ExtendTerm[];
  readonly rdf: RdfTerms;
  readonly ftm: FtmTerms;
};

/** A value as the protocol of reconciliation writes it; one with an id is a thing of ours. */
export type ExtendValue =
  | { readonly str: string }
  | { readonly int: number }
  | { readonly bool: boolean }
  | { readonly id: string; readonly name: string };

/** What can be added to rows of nodes of a type: what is asked of them, as GraphQL, and how it is read. */
export type ExtendTerm = {
  readonly name: string;
  readonly type: string;
  readonly selection: string;
  readonly read: (told: Told) => readonly ExtendValue[];
};

/** Things of a domain, for hints: two ids, a name, and a question that a newcomer can ask. */
export type Examples = {
  readonly id: string;
  readonly otherId: string;
  readonly name: string;
  readonly question?: string;
};

/** A domain that says nothing of itself: everything goes by rule. */
export const noTerms: Terms = {
  examples: { id: 'type:name', otherId: 'type:other-name', name: 'Some Name' },
  columns: { before: [], after: [], made: [], ownTableOnly: [] },
  extend: [],
  rdf: { classes: {}, classOf: {}, additional: {}, properties: {}, relations: {} },
  ftm: { types: {}, schemaOf: {}, relations: {} },
};

/** A field as a column: its name there, and what it says. */
export type FieldColumn = { readonly field: string; readonly name: string; readonly about: string };

/** A column whose value is made of that of a field. */
export type MadeColumn = FieldColumn & { readonly make: (value: string) => string | null };

/** Columns of nodes that the rule does not name well enough. */
export type ColumnTerms = {
  /** Those before the columns of the date, and those after. */
  readonly before: readonly FieldColumn[];
  readonly after: readonly FieldColumn[];
  /** Columns made of a field, which stand after its own. */
  readonly made: readonly MadeColumn[];
  /** Fields that the table of their own type alone has. */
  readonly ownTableOnly: readonly string[];
};

/** A graph folded to nodes of one type, each two of them joined by one edge for all that leads from the one to the other. */
export type Projection = {
  /** What addresses call it. */
  readonly name: string;
  readonly about: string;
  readonly type: string;
  /** The predicates from the one to what is between, and from there to the other. */
  readonly over: readonly [string, string];
  /** What the edge is called, and how it reads for so many things between. */
  readonly relation: string;
  readonly label: (count: number) => string;
};

/** Things that were during an event and so have its places, or those of an event that it is part of: types and fields. */
export type PlaceTerms = {
  readonly of: string;
  readonly during: string;
  readonly events: string;
  readonly places: string;
  readonly partOf: string;
  /** What says it in RDF: the part of the thing's address that was there, and the property. */
  readonly fragment: string;
  readonly property: string;
};

/** A predicate as RDF: one property, an action about one of the ends, or a role that stands between the two. */
export type RdfRelation =
  | { readonly kind: 'property'; readonly property: string }
  | {
      readonly kind: 'action';
      readonly class: string;
      /** What the address of the action adds to that of its object. */
      readonly fragment: string;
      /** The end that the action is about, and the property that the other one is. */
      readonly object: 'source' | 'target';
      readonly property: string;
    }
  | {
      readonly kind: 'role';
      /** The end that has the role, as `property`; `present` where somebody is there in that role. */
      readonly of: 'source' | 'target';
      readonly property: string;
      readonly present?: {
        readonly qualifiers: readonly string[];
        readonly types: readonly string[];
        readonly property: string;
      };
      /** A property of the start that holds the qualifier too. */
      readonly also?: string;
    };

/** Types, fields and predicates in the vocabularies of `rdf/terms.ts`. */
export type RdfTerms = {
  /** Classes by type; of a type that has none here, the class is its own. */
  readonly classes: { readonly [type: string]: string };
  /** A second class by the value of a field. */
  readonly classOf: { readonly [field: string]: { readonly [value: string]: string } };
  /** What every node of a type is besides. */
  readonly additional: { readonly [type: string]: string };
  /** Properties by field, or by type and field as `Gift.date`; null where something else says it. */
  readonly properties: { readonly [field: string]: string | null };
  readonly relations: { readonly [predicate: string]: RdfRelation };
};

/** Values of a FollowTheMoney entity: those that are null or empty are left out. */
export type FtmProperties = { readonly [name: string]: string | null | undefined | readonly string[] };

/** A type of nodes in FollowTheMoney. */
export type FtmType = {
  readonly schema: string;
  /** What is asked of its nodes besides, as GraphQL. */
  readonly selection?: (catalog: Catalog) => string;
  /** Its properties; `fields` holds what was asked besides too, and `passes` says whether things of a type are in the file. */
  readonly read: (fields: Told, passes: (type: string) => boolean) => FtmProperties;
  /** What stands for it where the model takes none but legal entities. */
  readonly acts?: {
    readonly schema: string;
    readonly id: (id: string) => string;
    readonly read: (fields: Told) => FtmProperties;
  };
};

/** Types and predicates in FollowTheMoney. */
export type FtmTerms = {
  readonly types: { readonly [type: string]: FtmType };
  /** Another schema by the value of a field. */
  readonly schemaOf: { readonly [field: string]: { readonly [value: string]: string } };
  /** Predicates that have a schema of their own: its name, the properties for the ends, and what it says besides. */
  readonly relations: { readonly [predicate: string]: FtmRelation };
};

/** A predicate in FollowTheMoney; one with a `post` joins the start to a position at the end. */
export type FtmRelation = {
  readonly schema: string;
  readonly from: string;
  readonly to: string;
  readonly also?: FtmProperties;
  readonly post?: { readonly schema: string; readonly fallback: string };
};
