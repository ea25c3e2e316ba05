import { h, svg } from '../dom.ts';
import { statuses } from '../words.ts';
import { certaintyOf, type Graph, type Thing } from './model.ts';
import { change, state, write } from './state.ts';
import { cropped, widthOf } from './text-width.ts';
import { dayOf, type Stretch, stretches, ticks, xOf } from './timescale.ts';
import './timeline.css';

/** The events in time: intervals as wide as they may be, and those without a date beside them. */

const LANE = 23;
const SIZE = 12;

type Bar = {
  readonly thing: Thing;
  readonly x: number;
  readonly width: number;
  readonly label: string;
  readonly left: boolean;
};

/** The timeline of what is shown, for so many pixels. */
export function timeline(graph: Graph, room: number): readonly HTMLElement[] {
  const events = [...graph.things.values()].filter(({ type }) => type === 'Event');
  const dated = events.filter(({ date }) => date?.earliest || date?.latest);
  const undated = events.filter((event) => !dated.includes(event));
  const parts = [drawing(dated, Math.max(300, room - 24)), without(undated)];
  if (events.length === 0) return [h('p', { class: 'hint' }, 'No events are shown.')];
  return parts.filter((part) => part !== null);
}

function drawing(events: readonly Thing[], room: number): HTMLElement | null {
  if (events.length === 0) return null;
  // What is open is drawn at the end that is known: its words say the rest.
  const days = ({ date }: Thing) => {
    const [first, last] = [date?.earliest ?? date?.latest ?? '', date?.latest ?? date?.earliest ?? ''];
    return [dayOf(first), dayOf(last) + 1] as const;
  };
  const scale = stretches(events.map(days), room);
  const bars = events.map((thing) => bar(thing, days(thing), { scale, room }));
  bars.sort((a, b) => a.x - b.x || a.width - b.width || a.thing.name.localeCompare(b.thing.name));
  const lanes = laneOf(bars);
  const height = (Math.max(...lanes) + 1) * LANE + 6;
  const size = { width: room, height, viewBox: `0 0 ${room} ${height}` };
  const marks = ticks(scale);
  const lines = marks.map(({ x }) => svg('line', { x1: x, x2: x, y1: 0, y2: height, class: 'grid' }));
  return h(
    'div',
    { class: 'time-drawing' },
    axis(scale, room),
    svg(
      'svg',
      { ...size, role: 'group', 'aria-label': 'Events with a date' },
      lines,
      bars.flatMap((one, at) => barLink(one, lanes[at] ?? 0)),
    ),
  );
}

function axis(scale: readonly Stretch[], room: number): SVGElement {
  const marks = ticks(scale).map(({ x, text }) => svg('text', { x: x + 3, y: 14 }, text));
  const cuts = scale
    .slice(1)
    .map(({ x }) => svg('text', { x: x - 15, y: 14, class: 'cut', 'text-anchor': 'middle' }, '⋯'));
  const lines = scale.map(({ x, width }) => svg('line', { x1: x, x2: x + width, y1: 19.5, y2: 19.5 }));
  return svg(
    'svg',
    { class: 'axis', width: room, height: 20, viewBox: `0 0 ${room} 20`, 'aria-hidden': 'true' },
    lines,
    marks,
    cuts,
  );
}

function bar(
  thing: Thing,
  [from, to]: readonly [number, number],
  { scale, room }: { readonly scale: readonly Stretch[]; readonly room: number },
): Bar {
  const start = xOf(from, scale);
  const width = Math.max(7, xOf(to, scale) - start);
  const x = Math.max(1, Math.min(start, room - width - 2));
  const [before, after] = [x - 12, room - x - width - 12];
  const left = widthOf(thing.name, SIZE) > after && before > after;
  const label = cropped(thing.name, left ? before : after, SIZE);
  return { thing, x, width, label, left };
}

/** The first lane in which neither bar nor label meets another. */
function laneOf(bars: readonly Bar[]): readonly number[] {
  const taken: [number, number][][] = [];
  return bars.map(({ x, width, label, left }) => {
    const text = widthOf(label, SIZE) + 20;
    const [start, end] = left ? [x - text, x + width + 6] : [x, x + width + text];
    const free = taken.findIndex((spans) => spans.every(([a, b]) => end < a || start > b));
    const lane = free < 0 ? taken.length : free;
    taken[lane] = [...(taken[lane] ?? []), [start, end]];
    return lane;
  });
}

/** The bar is the link, and says all that the name beside it may have no room for. */
function barLink({ thing, x, width, label, left }: Bar, lane: number): readonly SVGElement[] {
  const { date, status, name, id } = thing;
  const y = lane * LANE + 4;
  const words = [
    name,
    date?.words,
    date?.inherited && 'date of the event it is part of',
    status && statuses[status].word,
  ];
  const selected = state().sel === id;
  const click = (event: Event) => {
    event.preventDefault();
    change({ sel: id });
  };
  const link = svg(
    'a',
    {
      href: write({ ...state(), sel: id }),
      class: ['bar', certaintyOf(thing), date?.inherited && 'inherited', selected && 'selected']
        .filter(Boolean)
        .join(' '),
      'aria-label': words.filter(Boolean).join(', '),
      'aria-current': selected ? 'true' : undefined,
      'data-id': id,
      click,
    },
    svg('rect', { x, y: y + 2, width, height: LANE - 10, rx: 4 }),
  );
  const at = { x: left ? x - 6 : x + width + 6, y: y + 12.5, 'text-anchor': left ? 'end' : 'start' };
  return [link, svg('text', { ...at, 'aria-hidden': 'true', click }, label)];
}

function without(events: readonly Thing[]): HTMLElement | null {
  if (events.length === 0) return null;
  const chip = ({ id, name, ...thing }: Thing) => {
    const certainty = certaintyOf({ id, name, ...thing });
    return h(
      'li',
      {},
      h(
        'button',
        {
          type: 'button',
          class: `chip ${certainty}`,
          'aria-current': state().sel === id ? 'true' : undefined,
          'data-id': id,
          click: () => change({ sel: id }),
        },
        name,
      ),
    );
  };
  return h(
    'div',
    { class: 'undated' },
    h('h3', {}, `Without a date (${events.length})`),
    h('ul', {}, events.map(chip)),
  );
}
