import type { Certainty } from '../words.ts';

/** The colours of the theme as the canvas needs them, read from the style sheet. */

const names = [
  'ground',
  'surface',
  'sunken',
  'ink',
  'soft',
  'line',
  'strong-line',
  'accent',
  'mark',
  'person',
  'country',
  'organization',
  'group',
  'place',
  'gift',
  'event',
  'planned',
  'speculated',
  'denied',
] as const;

/** The colours by name. */
export type Colours = { readonly [K in (typeof names)[number]]: string };

/** Reads the colours that hold now, in light or dark. */
export function colours(): Colours {
  const style = getComputedStyle(document.documentElement);
  const entries = names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]);
  return Object.fromEntries(entries) as Colours;
}

/** The colour of a type: that of its name in the theme, else that of events. */
export function colourOf(type: string, palette: Colours): string {
  return (palette as Readonly<Record<string, string>>)[type.toLowerCase()] ?? palette.event;
}

/** The colour of an edge: that of what it is about, or of how unsure it is where it is less than a fact. */
export function edgeColour(predicate: string, certainty: Certainty, palette: Colours): string {
  if (certainty !== 'fact')
    return { plan: palette.planned, maybe: palette.speculated, denied: palette.denied }[certainty];
  if (/^(GAVE|GIVEN_TO|GIVEN_DURING|IN_RETURN_FOR)$/.test(predicate)) return palette.gift;
  if (/^(HAS_PLACE|LOCATED_IN|MADE_IN)$/.test(predicate)) return palette.place;
  if (/^(PARENT_OF|HOLDS_OFFICE|REPRESENTS)$/.test(predicate)) return palette.organization;
  return palette.event;
}
