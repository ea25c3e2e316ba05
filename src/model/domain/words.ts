import type { TypeDefinitionNode } from 'graphql';
import { textOf } from './sdl.ts';

/** The English words that names of types and fields are made of. */

type Described = { readonly description?: { readonly value: string } | undefined };

/** `PlaceKind` gives `placeKind`. */
export const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** `placeKind` gives `PlaceKind`. */
export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `PlaceKind` gives `place kind`. */
export const spaced = (name: string): string =>
  name.replace(/\B[A-Z]/g, (letter) => ` ${letter}`).toLowerCase();

/** `madeIn` gives `MADE_IN`. */
export const constant = (name: string): string => spaced(name).replaceAll(' ', '_').toUpperCase();

/** `event` gives `an event`. */
export const withArticle = (noun: string): string => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;

/** The name of many of a type, as a field has it: `Country` gives `countries`, or what its @plural says. */
export function pluralOf(type: TypeDefinitionNode): string {
  const given = textOf(type, 'plural', 'name');
  if (given !== undefined) return given;
  const name = lowerFirst(type.name.value);
  if (/[^aeiou]y$/.test(name)) return `${name.slice(0, -1)}ies`;
  return /(s|x|z|ch|sh)$/.test(name) ? `${name}es` : `${name}s`;
}

/** The same in a sentence: `EventSeries` of which there are more are `event serieses`, unless @plural knows better. */
export const manyOf = (type: TypeDefinitionNode): string => spaced(pluralOf(type));

/** A description as the rest of a sentence: `A state.` gives `a state.` */
export const continued = ({ description }: Described): string => lowerFirst(description?.value ?? '');
