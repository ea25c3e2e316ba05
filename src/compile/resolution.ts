import { isInterfaceType } from 'graphql';
import { invariant } from '../errors.ts';
import { nameKey } from '../model/naming.ts';
import type { Input } from './input.ts';
import type { FieldPlan, List, NameResolution, ObjectPlan, Reading } from './plan.ts';
import { propertyOf } from './property.ts';
import type { FieldRequest } from './row.ts';
import type { Element, Scope } from './scope.ts';
import type { Selection } from './selection.ts';
import type { Items } from './source.ts';

/** An argument that names an entity, resolved once for the whole statement. */
export type NamedInput = {
  readonly argument: string;
  readonly input: Input;
  readonly resolution: NameResolution;
};

/** Resolves a name or id among the types that `as` stands for. */
export function resolveName(scope: Scope, argument: string, as: string, input: Input): NamedInput {
  const text = (variables: Parameters<Input['read']>[0]) => String(input.read(variables));
  const resolution: NameResolution = {
    matches: scope.fresh('n'),
    taken: scope.fresh('x'),
    idParameter: scope.parameter(text),
    keyParameter: scope.parameter((variables) => nameKey(text(variables))),
    labels: labelsAmong(scope, as),
    mentions: mentionsOf(scope, 'r'),
    asOf: scope.asOf,
  };
  scope.names.push(resolution);
  return { argument, input, resolution };
}

/** How often a name is used, by what the schema says of a NameMatch: by the day that the request asks for. */
function mentionsOf(scope: Scope, variable: string): string {
  const mapping = scope.mapping.field('NameMatch', 'mentions');
  invariant(mapping.kind === 'property', 'NameMatch.mentions is a property');
  return propertyOf(scope, { variable }, mapping);
}

/** The labels that tell the types of an argument apart; none where any entity will do. */
function labelsAmong(scope: Scope, typeName: string): readonly string[] {
  if (isInterfaceType(scope.schema.getType(typeName))) return [];
  return scope.mapping.possible(typeName).map((name) => scope.mapping.label(name));
}

/** What a name was taken to mean, as the only item; none where nothing matches. */
export function takenItems(scope: Scope, { taken }: NameResolution): Items {
  const item = scope.fresh('v');
  return {
    source: {
      clauses: [{ project: `${taken} AS ${item}`, where: `${taken} IS NOT NULL` }],
      binds: [item],
      conditions: [],
      repeats: false,
    },
    element: { variable: item },
    edge: undefined,
    imports: [taken],
  };
}

/** What else a name could have meant, as items with their places. */
function otherItems(scope: Scope, { matches }: NameResolution): Items & { readonly index: string } {
  const [index, item] = [scope.fresh('i'), scope.fresh('v')];
  return {
    source: {
      clauses: [
        `UNWIND range(1, size(${matches}) - 1) AS ${index}`,
        { project: `${index}, ${matches}[${index}] AS ${item}` },
      ],
      binds: [index, item],
      conditions: [],
      repeats: false,
    },
    element: { variable: item },
    edge: undefined,
    imports: [matches],
    index,
  };
}

/** Plans an object that is read of a thing. */
export type PlanObject = (scope: Scope, element: Element, selection: Selection) => ObjectPlan;

/** What an argument was taken to mean, as the type Resolution. */
export function planResolution(
  { scope, row, selected }: Omit<FieldRequest, 'typeName'>,
  named: NamedInput,
  planObject: PlanObject,
): ObjectPlan {
  const fields = new Map<string, readonly FieldPlan[]>();
  for (const [typeName, selecteds] of selected.selection) {
    const plans = selecteds.map((field) => ({
      key: field.key,
      coordinate: `${typeName}.${field.name}`,
      reading: planResolutionField({ scope, row, selected: field }, named, planObject),
    }));
    fields.set(typeName, plans);
  }
  return { cells: [], typeCell: undefined, fields, typeOf: new Map() };
}

/** How many alternatives are shown. */
const ALTERNATIVES = 10;

function planResolutionField(
  { scope, row, selected: field }: Omit<FieldRequest, 'typeName'>,
  { argument, input, resolution }: NamedInput,
  planObject: PlanObject,
): Reading {
  switch (field.name) {
    case '__typename':
      return { kind: 'typename' };
    case 'argument':
      return { kind: 'variable', read: () => argument };
    case 'value':
      return { kind: 'variable', read: (variables) => input.read(variables) };
    case 'ambiguous': {
      const text = `size(${resolution.matches}) > 1`;
      const imports = [resolution.matches];
      return { kind: 'value', cell: row.addExpression(text, imports), shape: 'required' };
    }
    case 'taken': {
      const items = takenItems(scope, resolution);
      const object = planObject(scope, items.element, field.selection);
      const cell = row.addList(takenList(scope, items, object));
      return { kind: 'one', cell, object, required: false };
    }
    case 'alternatives': {
      const items = otherItems(scope, resolution);
      const object = planObject(scope, items.element, field.selection);
      const order = [{ expression: items.index, descending: false, nullable: false }];
      const limit = scope.parameter(() => ALTERNATIVES);
      const list = { ...takenList(scope, items, object), order, limit, size: () => ALTERNATIVES };
      const cell = row.addList(list);
      return { kind: 'list', cell, object, size: () => ALTERNATIVES };
    }
  }
  invariant(false, `Resolution.${field.name} is not planned`);
}

/** The item of `takenItems` as a list of one. */
export function takenList(scope: Scope, { imports, source }: Items, { cells }: ObjectPlan): List {
  return {
    coordinate: 'Resolution.alternatives',
    column: scope.fresh('h'),
    imports,
    source,
    computed: [],
    order: [],
    seek: [],
    backward: false,
    limit: 1,
    size: () => 1,
    cells,
  };
}
