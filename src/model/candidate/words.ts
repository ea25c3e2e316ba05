/** What was read of a name, in words that are the same wherever they are read: errors, notes of files and tools, pages. */
import { isId, nameKey } from '../name.ts';
import type { Bearer, NameReading, Wanted } from './read.ts';
import { reasons } from './rules.ts';

/** A name as it was asked for, and what was read of it. */
export type Asked = {
  readonly text: string;
  readonly reading: NameReading;
  readonly wanted: Wanted;
  /** Whether each of several bearers is meant. */
  readonly isAnyMeant: boolean;
  /** How many items of the list each bearer gives, by its id, where that was counted. */
  readonly counts?: ReadonlyMap<string, number> | undefined;
};

/** What was read in one sentence; undefined where a name was taken for what is called just so. */
export function sentenceOn({ text, reading, wanted, isAnyMeant, counts }: Asked): string | undefined {
  switch (reading.kind) {
    case 'TAKEN': {
      const { name } = reading.bearer.thing;
      return isId(text) || nameKey(text) === nameKey(name)
        ? undefined
        : `${quoted(text)} was taken for ${name}.`;
    }
    case 'AMBIGUOUS':
      return `${quoted(text)} can mean ${listed(reading.bearers.map((bearer) => counted(bearer, counts)))}${isAnyMeant ? '; any of them was asked for' : ''}.`;
    case 'OTHER_TYPE':
      return otherType(text, reading.bearers, wanted);
    case 'UNKNOWN':
      return `Nothing is called ${quoted(text)}.`;
  }
}

/** `"Pyongyang" is a place, and no person or group.`, `"Moscow" may stand for Russia, a country, and is no place.` */
function otherType(text: string, bearers: readonly Bearer[], { types = [] }: Wanted): string {
  const isMetonym = bearers.every(
    ({ thing, weak }) => weak && (types.length === 0 || types.includes(thing.type)),
  );
  if (isMetonym) {
    const things = listed(bearers.map(({ thing }) => `${thing.name}, ${aType(thing.type)}`));
    return `${quoted(text)} may stand for ${things}, and does not name it as a place.`;
  }
  const things = bearers.map(({ thing: { name, type } }) => {
    return nameKey(name) === nameKey(text) ? aType(type) : `${name}, ${aType(type)}`;
  });
  return `${quoted(text)} is ${listed(things)}, and no ${listed(types.map(typeWords), 'or')}.`;
}

/** What whoever asked can do, in one sentence; nothing where all is well. */
export function adviceOn({ reading }: Pick<Asked, 'reading'>): string | undefined {
  switch (reading.kind) {
    case 'TAKEN':
      return undefined;
    case 'AMBIGUOUS':
    case 'OTHER_TYPE':
      return `Give an id to say which is meant: ${reading.bearers
        .slice(0, TOLD_MAX)
        .map(({ thing }) => thing.id)
        .join(', ')}.`;
    case 'UNKNOWN': {
      const told = reading.candidates.slice(0, SUGGESTED_MAX).map(({ thing, reason }) => {
        return `${thing.name} (${thing.id}): ${reasons[reason].words}`;
      });
      if (told.length === 0) return 'resolve(name:) and search(text:) tell how things are called here.';
      return `Perhaps ${told.join('; or ')}.`;
    }
  }
}

/** How many bearers and suggestions are told in a sentence. */
const TOLD_MAX = 10;
const SUGGESTED_MAX = 3;

/** The most characters of a name that are told again. */
const SHOWN_MAX = 100;

function quoted(text: string): string {
  return `"${text.length > SHOWN_MAX ? `${text.slice(0, SHOWN_MAX)}…` : text}"`;
}

function counted({ thing }: Bearer, counts: Asked['counts']): string {
  const count = counts?.get(thing.id);
  return count === undefined ? thing.name : `${thing.name} (${count})`;
}

const typeWords = (type: string): string => type.replace(/(?<=.)([A-Z])/g, ' $1').toLowerCase();

/** `a place`, `an organization`. */
function aType(type: string): string {
  const words = typeWords(type);
  return `${/^[aeio]/.test(words) ? 'an' : 'a'} ${words}`;
}

function listed(items: readonly string[], last = 'and'): string {
  const shown = items.slice(0, TOLD_MAX);
  const rest = items.length - shown.length;
  const all = rest > 0 ? [...shown, `${rest} more`] : shown;
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} ${last} ${all.at(-1)}`;
}
