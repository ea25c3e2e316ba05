import type { ThingType } from '../looks.ts';
import type { Status } from '../words.ts';
import { ownFactId } from './model.ts';

/** The state of the page, kept in its address, so that every view has a link. */

/** All that the reader has chosen. */
export type State = {
  /** The thing or fact whose evidence is shown. */
  readonly sel: string | null;
  readonly view: 'graph' | 'list';
  /** Whether the timeline is open. */
  readonly time: boolean;
  /** What is left out: statuses, types, kinds of event. */
  readonly off: readonly Status[];
  readonly hide: readonly ThingType[];
  readonly kinds: readonly string[];
  /** Only events that may lie between these days. */
  readonly from: string;
  readonly to: string;
  /** Only this thing and what touches it. */
  readonly focus: string | null;
  /** What was loaded beyond the start, step by step: a thing's surroundings by its id, a thing alone by `=` and its id. */
  readonly steps: readonly string[];
  /** Both ends of a path; one while the other is still to be picked. */
  readonly path: readonly string[];
  /** Where the graph is looked at: the point in the middle and the zoom. */
  readonly at: string | null;
};

type Listener = (state: State, before: State) => void;

const start: State = {
  sel: null,
  view: 'graph',
  time: true,
  off: [],
  hide: [],
  kinds: [],
  from: '',
  to: '',
  focus: null,
  steps: [],
  path: [],
  at: null,
};

/** The filters as they are when nothing is left out. */
export const everything: Partial<State> = { off: [], kinds: [], hide: [], from: '', to: '' };

let current = start;
const listeners: Listener[] = [];

/** The state as it is. */
export function state(): State {
  return current;
}

/** Hears of each change. */
export function onState(listener: Listener): void {
  listeners.push(listener);
}

/** Changes the state and the address; a new selection, focus or path is a step that the back button undoes. */
export function change(patch: Partial<State>): void {
  const before = current;
  current = { ...current, ...patch };
  const address = `${location.pathname}${write(current)}`;
  const steps = ['sel', 'focus', 'path'] as const;
  if (steps.some((name) => String(current[name]) !== String(before[name])))
    history.pushState(null, '', address);
  else history.replaceState(null, '', address);
  for (const listener of listeners) listener(current, before);
}

/** Reads the address, now and whenever the reader goes back or forth. */
export function readAddress(defaults: Partial<State>): void {
  const read = () => {
    const before = current;
    current = parse(new URLSearchParams(location.hash.slice(1)), { ...start, ...defaults });
    for (const listener of listeners) listener(current, before);
  };
  addEventListener('popstate', read);
  read();
}

function parse(from: URLSearchParams, defaults: State): State {
  const selected = from.get('sel');
  const list = (name: string) => from.get(name)?.split(',').filter(Boolean) ?? [];
  return {
    sel: selected === null ? null : ownFactId(selected),
    view: viewOf(from.get('view')) ?? defaults.view,
    time: from.has('time') ? from.get('time') === '1' : defaults.time,
    off: list('off') as Status[],
    hide: list('hide') as ThingType[],
    kinds: list('kinds'),
    from: from.get('from') ?? '',
    to: from.get('to') ?? '',
    focus: from.get('focus'),
    steps: list('steps'),
    path: list('path'),
    at: placeOf(from.get('at')),
  };
}

function viewOf(text: string | null): State['view'] | undefined {
  return text === 'graph' || text === 'list' ? text : undefined;
}

/** Where the graph is looked at, if it is three numbers: a link may have been cut short. */
function placeOf(text: string | null): string | null {
  const numbers = text?.split(',').map(Number) ?? [];
  const [, , zoom = 0] = numbers;
  return numbers.length === 3 && numbers.every(Number.isFinite) && zoom > 0 ? text : null;
}

/** The state as the part of an address behind `#`; what is empty is left out. */
export function write(now: State): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(now)) {
    const text = typeof value === 'boolean' ? Number(value) : value;
    if (text !== null && String(text) !== '') parameters.set(name, String(text));
  }
  return `#${parameters}`;
}
