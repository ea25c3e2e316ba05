/** The scale of the timeline: days to pixels, with the long empty stretches cut out. */

/** A stretch of days that is drawn, and where. */
export type Stretch = {
  readonly from: number;
  readonly to: number;
  readonly x: number;
  readonly width: number;
};

/** A mark on the axis. */
export type Tick = { readonly x: number; readonly text: string };

const DAY = 86_400_000;
const EMPTY_DAYS = 75;
/** With more stretches than this the cuts would say more than the time. */
const STRETCHES_MAX = 5;
const CUT = 30;
/** No day is drawn wider than this, so that names find room beside short intervals. */
const DAY_WIDTH_MAX = 14;

/** The days that `Date` knows, some 270,000 years either way; what is beyond is drawn at their end. */
const DAYS_MAX = 100_000_000;

/** The number of a day as ISO 8601 has it, `-0043-03-15` too, from 1970 on. */
export function dayOf(date: string): number {
  const [, year = 0, month = 1, day = 1] = /^([+-]?\d+)-(\d\d)-(\d\d)$/.exec(date)?.map(Number) ?? [];
  if (Math.abs(year) > 270_000) return Math.sign(year) * DAYS_MAX;
  return Math.round(timeOf(year, month - 1, day) / DAY);
}

/** `Date.UTC`, to which the year 43 is 1943. */
function timeOf(year: number, month: number, day = 1): number {
  return new Date(0).setUTCFullYear(year, month, day);
}

/** Stretches for intervals of days, as wide as the room allows; what is empty for long is left out. */
export function stretches(
  intervals: readonly (readonly [number, number])[],
  room: number,
): readonly Stretch[] {
  let gap = EMPTY_DAYS;
  let merged = merge(intervals, gap);
  for (; merged.length > STRETCHES_MAX; merged = merge(intervals, gap)) gap *= 2;
  const padded = merged.map(({ from, to }) => ({ from: from - 4, to: to + 5 }));
  const weights = padded.map(({ from, to }) => Math.sqrt(to - from));
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const free = room - CUT * Math.max(0, padded.length - 1);
  let x = 0;
  return padded.map((stretch, at) => {
    const share = (free * (weights[at] ?? 0)) / total;
    const width = Math.min(share, (stretch.to - stretch.from) * DAY_WIDTH_MAX);
    const placed = { ...stretch, x, width };
    x += width + CUT;
    return placed;
  });
}

function merge(intervals: readonly (readonly [number, number])[], gap: number) {
  const merged: { from: number; to: number }[] = [];
  for (const [from, to] of [...intervals].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && from - last.to <= gap) last.to = Math.max(last.to, to);
    else merged.push({ from, to });
  }
  return merged;
}

/** Where a day lies. */
export function xOf(day: number, scale: readonly Stretch[]): number {
  const stretch = scale.find(({ from, to }) => day >= from && day <= to) ?? scale[0];
  if (!stretch) return 0;
  return stretch.x + ((day - stretch.from) / (stretch.to - stretch.from)) * stretch.width;
}

/** The first days of months, or of years where months would crowd. */
export function ticks(scale: readonly Stretch[]): readonly Tick[] {
  return scale.flatMap((stretch) => {
    const years = stretch.to - stretch.from > 900;
    const first = new Date(stretch.from * DAY);
    const found: Tick[] = [];
    for (let step = 0; step < 400; step += 1) {
      const date = years
        ? timeOf(first.getUTCFullYear() + step, 0)
        : timeOf(first.getUTCFullYear(), first.getUTCMonth() + step);
      const day = date / DAY;
      if (day > stretch.to) break;
      if (day < stretch.from) continue;
      const text = new Date(date).toLocaleDateString('en', {
        timeZone: 'UTC',
        year: 'numeric',
        ...(new Date(date).getUTCFullYear() < 1 && { era: 'short' }),
        ...(!years && { month: 'short' }),
      });
      found.push({ x: xOf(day, scale), text });
    }
    const end = stretch.x + stretch.width;
    return found.filter(({ x }, at) => x + 56 <= end && (at === 0 || x - (found[at - 1]?.x ?? 0) > 60));
  });
}
