import type { FieldMapping } from '../model/mapping.ts';
import { instantiate } from './cypher.ts';
import { property } from './identifiers.ts';
import { type Element, givenBy, type Scope } from './scope.ts';

/** A property as it is, or, when the request asks what was known on a day, as it was then: `v0.status`. */
export function propertyOf(
  scope: Scope,
  element: Element,
  mapping: Extract<FieldMapping, { kind: 'property' }>,
): string {
  if (scope.asOf === undefined || mapping.asOf === undefined)
    return property(element.variable, mapping.property);
  return instantiate(mapping.asOf, givenBy(scope, element), (name) => scope.fresh(`${name}_`)).text;
}
