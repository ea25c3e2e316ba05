import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type DocumentNode, type EnumValueDefinitionNode, Kind, type TypeDefinitionNode } from 'graphql';
import { type Fault, refuse } from './domain/fault.ts';
import { merge } from './domain/merge.ts';
import { directive, isEnum, textOf, textsOf } from './domain/sdl.ts';

/**
 * The words that a corpus adds: values of enums, and nothing else of the schema, since its clients know the rest.
 *
 *     extend enum EventKind { "A ship is seized." SEIZURE @kind(class: "COERCE", like: "ARREST", roles: ["AUTHORITY"]) }
 */

type Types = ReadonlyMap<string, TypeDefinitionNode>;

const HOW =
  'A corpus adds values to enums of the domain by `extend enum`; types and fields are added by DOMAIN_DIR.';

function valueFaults(
  value: EnumValueDefinitionNode,
  values: readonly EnumValueDefinitionNode[],
): readonly string[] {
  const name = value.name.value;
  const kinds = values.filter((one) => directive(one, 'kind')).map((one) => one.name.value);
  const kind = directive(value, 'kind');
  const like = textOf(value, 'kind', 'like');
  return [
    ...(values.some((one) => one.name.value === name)
      ? [`${name} is there already: delete the line, if it means the same.`]
      : []),
    ...(value.description ? [] : [`${name} has no description: say in a sentence what it means.`]),
    ...(kinds.length > 0 && !kind ? [`${name} needs @kind(class:, roles:, like:).`] : []),
    ...(kind && !kinds.includes(String(like))
      ? [`${name} is like no kind of the domain: like is one of ${kinds.join(', ')}.`]
      : []),
  ];
}

/** All that is wrong with the vocabulary of a corpus, held against the types of its domain and the names of those of the core. */
function wordFaults(document: DocumentNode, types: Types, core: ReadonlySet<string>): readonly Fault[] {
  const added = document.definitions.flatMap((node) =>
    node.kind === Kind.ENUM_TYPE_EXTENSION && node.name.value === 'Role' ? (node.values ?? []) : [],
  );
  const roles = new Set([...valuesOf(types.get('Role')), ...added].map(({ name }) => name.value));
  return document.definitions.flatMap((node): readonly Fault[] => {
    if (node.kind !== Kind.ENUM_TYPE_EXTENSION) return [{ node, message: HOW }];
    const name = node.name.value;
    if (!isEnum(types.get(name)) || (core.has(name) && name !== 'Predicate'))
      return [{ node, message: `${name} is no enum of the domain. ${HOW}` }];
    return (node.values ?? []).flatMap((value) => {
      const odd = textsOf(value, 'kind', 'roles').filter((role) => !roles.has(role));
      const messages = [
        ...valueFaults(value, valuesOf(types.get(name))),
        ...odd.map((role) => `${value.name.value} has the role ${role}, which is none.`),
      ];
      return messages.map((message) => ({ node: value, message }));
    });
  });
}

const valuesOf = (type: TypeDefinitionNode | undefined): readonly EnumValueDefinitionNode[] =>
  isEnum(type) ? (type.values ?? []) : [];

/** What a domain is read from, before a corpus adds to it. */
export type DomainDocuments = {
  readonly core: DocumentNode;
  readonly documents: readonly DocumentNode[];
  readonly read: (path: string) => DocumentNode;
};

/** The documents of words that the folders of a corpus add; what they may not is refused with all that is wrong. */
export function addedWords(
  folders: readonly string[],
  { core, documents, read }: DomainDocuments,
): readonly DocumentNode[] {
  const paths = folders
    .map((folder) => join(folder, 'vocabulary.graphql'))
    .filter((path) => existsSync(path));
  const added: DocumentNode[] = [];
  const ofCore = new Set(merge(core, []).types.keys());
  for (const path of paths) {
    const document = read(path);
    refuse(wordFaults(document, merge(core, [...documents, ...added]).types, ofCore));
    added.push(document);
  }
  return added;
}
