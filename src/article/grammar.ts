import { isEnumType } from 'graphql';
import { HAPPENS } from '../facts/ids.ts';
import {
  type Label,
  type Qualifier,
  type RelationPredicate,
  readVocabulary,
  type ValuePredicate,
  type Vocabulary,
} from '../facts/vocabulary.ts';
import { type Arguments, directivesOf, strings } from '../model/directives.ts';
import type { Domain } from '../model/domain/domain.ts';
import { type Form, formsOf } from '../script/forms.ts';

/**
 * The words of fact lines, as they follow from the vocabulary of the domain:
 *
 *     event:2031-feast happens; PARTICIPANT person:ada, person:bo; date 2031-05-02
 *
 * `PARTICIPANT` is a value of the qualifier `role` that the relation INVOLVED_IN must have, and stands for that relation
 * read from its object: the event comes first. Every other relation stands as it is called, and values by their names.
 */

/** What a word after the subject of a fact means. */
export type Predicate =
  | { readonly kind: 'happens' }
  | {
      readonly kind: 'role';
      readonly relation: RelationPredicate;
      readonly qualifier: string;
      readonly role: string;
    }
  | { readonly kind: 'relation'; readonly relation: RelationPredicate }
  | { readonly kind: 'value'; readonly value: ValuePredicate };

/** What a kind of event may have: its roles, the class that never changes, and the kind of the product that it is like. */
export type KindRule = {
  readonly roles: readonly string[];
  readonly class?: string;
  readonly like?: string;
};

/** What article files of a domain are written in. */
export type Grammar = {
  readonly vocabulary: Vocabulary;
  readonly forms: readonly Form[];
  readonly labels: readonly Label[];
  readonly predicates: ReadonlyMap<string, Predicate>;
  /** Where a predicate stands among the others of its subject, when a file is put in order. */
  readonly order: ReadonlyMap<string, number>;
  /** Names of every qualifier of a relation. */
  readonly qualifiers: ReadonlySet<string>;
  /** What the vocabulary says of kinds, and which labels may stand in a role, by the word of each. */
  readonly kinds: ReadonlyMap<string, KindRule>;
  readonly roleEnds: ReadonlyMap<string, readonly string[]>;
};

/** The values of all enums that carry a directive, with its arguments. */
function valuesWith({ schema }: Domain, directive: string): ReadonlyMap<string, Arguments> {
  const values = Object.values(schema.getTypeMap()).flatMap((type) =>
    isEnumType(type) && type.name !== 'Predicate' ? type.getValues() : [],
  );
  return new Map(
    values.flatMap(({ name, astNode }) => {
      const found = directivesOf(astNode).get(directive);
      return found ? [[name, found] as const] : [];
    }),
  );
}

const ruleOf = (told: Arguments): KindRule => ({
  roles: strings(told.roles, []),
  ...(typeof told.class === 'string' && { class: told.class }),
  ...(typeof told.like === 'string' && { like: told.like }),
});

/** The qualifier whose words stand for its relation: a required one that is an enum. */
const roleOf = ({ qualifiers }: RelationPredicate, { enums }: Vocabulary): Qualifier | undefined =>
  qualifiers.find(({ required, type }) => required && enums.has(type));

function relationWords(
  relation: RelationPredicate,
  vocabulary: Vocabulary,
): readonly (readonly [string, Predicate])[] {
  const qualifier = roleOf(relation, vocabulary);
  if (!qualifier) return [[relation.name, { kind: 'relation', relation }]];
  const roles = vocabulary.enums.get(qualifier.type) ?? [];
  return roles.map((role) => [role, { kind: 'role', relation, qualifier: qualifier.name, role }] as const);
}

/** What can be written in article files of a domain. */
export function grammarOf(domain: Domain): Grammar {
  const vocabulary = readVocabulary(domain);
  const words = vocabulary.relations.map((relation) => relationWords(relation, vocabulary));
  const roles = words.flat().filter(([, { kind }]) => kind === 'role');
  const relations = words.flat().filter(([, { kind }]) => kind === 'relation');
  const values = vocabulary.values.map((value) => [value.name, { kind: 'value', value } as const] as const);
  const all = [[HAPPENS, { kind: 'happens' }] as const, ...roles, ...relations, ...values];
  return {
    vocabulary,
    forms: formsOf(vocabulary),
    labels: vocabulary.labels,
    predicates: new Map(all),
    order: new Map(all.map(([word], at) => [word, at])),
    qualifiers: new Set(vocabulary.relations.flatMap((one) => one.qualifiers.map(({ name }) => name))),
    kinds: new Map([...valuesWith(domain, 'kind')].map(([word, told]) => [word, ruleOf(told)])),
    roleEnds: new Map([...valuesWith(domain, 'ends')].map(([word, told]) => [word, strings(told.from, [])])),
  };
}

/** The label that an id begins with: `person:ada` is a Person. */
export function labelOf({ labels }: Grammar, id: string): Label | undefined {
  return labels.find(({ prefix }) => id.startsWith(`${prefix}:`));
}
