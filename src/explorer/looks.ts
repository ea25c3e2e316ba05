import { words } from 'virtual:domain';
import { plain } from './words.ts';

/**
 * How things of a type look on the pages. The table has the types that have a mark of their own; any other one goes by
 * rule: its name as the build read it from the schema, a plain mark, in the middle where it has a date, else at the right.
 */

/** The name of a type of things: Person, Event, … */
export type ThingType = string;

/** The columns of the drawing, from left to right. */
export type Column = 'left' | 'middle' | 'right';

/** The mark of a type, drawn on a field of 24 by 24, and where its things stand. */
export type Look = {
  readonly mark: string;
  readonly column?: Column;
  /** The shape of the field that the mark stands on. */
  readonly shape?: string;
  /** The heading under which its things stand apart in the middle. */
  readonly heading?: string;
};

const looks: Readonly<Record<ThingType, Look>> = {
  Person: {
    mark: 'M12 12.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20c.6-3.6 3.5-5.6 7.5-5.6s6.9 2 7.5 5.6z',
    column: 'left',
    shape: 'ellipse',
  },
  Organization: {
    mark: 'M12 3.5 20.5 8v1.7h-17V8zM5 11h2.5v6H5zM10.750 11h2.5v6h-2.5zM16.5 11H19v6h-2.5zM3.5 18.3h17v2.2h-17z',
    column: 'left',
    shape: 'round-rectangle',
  },
  Group: {
    mark: 'M8.5 11.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM15.8 11.5a2.7 2.7 0 1 0 0-5.4zM2.8 18.5c.4-3 2.6-4.7 5.7-4.7s5.3 1.7 5.7 4.7zM16 18.5h5.2c-.4-3-2.3-4.7-5.4-4.7z',
    column: 'left',
    shape: 'ellipse',
  },
  Event: {
    mark: 'M5 5.5h14a2.5 2.5 0 0 1 2.5 2.5v8a2.5 2.5 0 0 1-2.5 2.5H5A2.5 2.5 0 0 1 2.5 16V8A2.5 2.5 0 0 1 5 5.5zm0 2a.5.5 0 0 0-.5.5v8c0 .3.2.5.5.5h14a.5.5 0 0 0 .5-.5V8a.5.5 0 0 0-.5-.5z',
    column: 'middle',
  },
  Gift: {
    mark: 'M4 8h7v4H4zM13 8h7v4h-7zM5.2 13.5H11V20.5H5.2zM13 13.5h5.8V20.5H13zM12 7.3c-1.3-3.6-5.7-4-5.5-1.2.1 1.2 2.5 1.5 5.5 1.2zm0 0c1.3-3.6 5.7-4 5.5-1.2-.1 1.2-2.5 1.5-5.5 1.2z',
    column: 'middle',
    heading: 'Gifts',
  },
  Country: {
    mark: 'M5.5 3.5h2v17h-2zM8.5 4.5h10.5l-2.6 4 2.6 4H8.5z',
    column: 'right',
    shape: 'round-hexagon',
  },
  Place: {
    mark: 'M12 2.8a6.7 6.7 0 0 0-6.7 6.7c0 4.7 6.7 11.7 6.7 11.7s6.7-7 6.7-11.7A6.7 6.7 0 0 0 12 2.8zm0 9.2a2.6 2.6 0 1 1 0-5.2 2.6 2.6 0 0 1 0 5.2z',
    column: 'right',
    shape: 'round-diamond',
  },
};

/** The look of a type that has none of its own. */
const plainLook: Look = { mark: 'M12 4 20 12 12 20 4 12z', shape: 'ellipse' };

/** How things of a type look. */
export function lookOf(type: ThingType): Look {
  return looks[type] ?? plainLook;
}

/** The column in which a thing stands. */
export function columnOf(thing: { readonly type: ThingType; readonly date?: unknown }): Column {
  return lookOf(thing.type).column ?? (thing.date === undefined ? 'right' : 'middle');
}

/** The words for a type, one and many; those that the build did not know are made from its name. */
export function wordsFor(type: ThingType): readonly [string, string] {
  const one = plain(type);
  return [one, words[type] ?? `${one}s`];
}

/** Types in the order of the legend: those of the table, then others by name. */
export function inOrder(types: Iterable<ThingType>): readonly ThingType[] {
  const all = [...new Set(types)];
  const known = Object.keys(looks).filter((type) => all.includes(type));
  return [...known, ...all.filter((type) => !known.includes(type)).sort()];
}
