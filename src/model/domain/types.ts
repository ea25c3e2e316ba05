import {
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  Kind,
  type NamedTypeNode,
  type TypeDefinitionNode,
} from 'graphql';
import { directive, type Fielded, interfacesOf, isEnum, isFielded, isList, nameOf } from './sdl.ts';

/** What a type stands for: a node of the graph, a relationship, or a value that has no life of its own. */
export type Sort = 'node' | 'relationship' | 'value';

/** The types of a model by name, and what the rules ask of them. */
export class Types {
  readonly byName: ReadonlyMap<string, TypeDefinitionNode>;

  constructor(byName: ReadonlyMap<string, TypeDefinitionNode>) {
    this.byName = byName;
  }

  /** All types with fields. */
  all(): readonly Fielded[] {
    return [...this.byName.values()].filter(isFielded);
  }

  /** All types with fields but the root. */
  fielded(): readonly Fielded[] {
    return this.all().filter(({ name }) => name.value !== 'Query');
  }

  /** Whether a field of a type is one that an interface of it has. */
  isInherited(type: Fielded, fieldName: string): boolean {
    const fields = interfacesOf(type).flatMap((name) => {
      const one = this.byName.get(name);
      return isFielded(one) ? (one.fields ?? []) : [];
    });
    return fields.some(({ name }) => name.value === fieldName);
  }

  sort(name: string): Sort {
    const type = this.byName.get(name);
    if (type && directive(type, 'relationshipProperties')) return 'relationship';
    return type && directive(type, 'node') ? 'node' : 'value';
  }

  /** Whether it is a thing of the world that claims are about. */
  isEntity(name: string): boolean {
    return name === 'Entity' || interfacesOf(this.byName.get(name)).includes('Entity');
  }

  /** Whether it can be looked at: it has fields, or its members have. */
  isComposite(name: string): boolean {
    const type = this.byName.get(name);
    return isFielded(type) || type?.kind === Kind.UNION_TYPE_DEFINITION;
  }

  isEnum(name: string): boolean {
    return isEnum(this.byName.get(name));
  }

  /** The type whose fields tell of any of these: of a union the first interface of its members that has labels. */
  shownAs(name: string): string {
    const type = this.byName.get(name);
    if (type?.kind !== Kind.UNION_TYPE_DEFINITION) return name;
    const [first] = (type.types ?? []).map((member: NamedTypeNode) => this.byName.get(member.name.value));
    return interfacesOf(first).find((one) => this.sort(one) === 'node') ?? name;
  }

  /** The concrete types that implement an interface, in the order in which they are written. */
  implementors(name: string): readonly Fielded[] {
    return this.fielded().filter(
      (type) => type.kind === Kind.OBJECT_TYPE_DEFINITION && interfacesOf(type).includes(name),
    );
  }

  /**
   * What a field lists by rule: things of the graph in pages, or the first of them; nothing where @listSize says that the
   * list has a size of its own.
   */
  listed(field: FieldDefinitionNode): { readonly of: string; readonly paged: boolean } | undefined {
    const of = nameOf(field.type);
    if (!isList(field.type) || !this.isComposite(of) || directive(field, 'listSize')) return undefined;
    if (this.sort(this.shownAs(of)) === 'value') return undefined;
    const unpaged: ConstDirectiveNode | undefined =
      directive(field, 'unpaged') ?? directive(this.byName.get(of) ?? {}, 'unpaged');
    return { of, paged: unpaged === undefined };
  }
}
