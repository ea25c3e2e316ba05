/** Puts things of a column as near as can be to where each wants to be, in their order and none over another. */

/** Where a thing wants its middle, and the room it takes. */
export type Wish = { readonly wanted: number; readonly room: number };

type Block = { sum: number; count: number };

/**
 * The middles of the things, none above `top`. Those that want to be at one place become a block around it:
 * this is isotonic regression, by pooling neighbours that are in the wrong order.
 */
export function spread(wishes: readonly Wish[], top: number): readonly number[] {
  const offsets: number[] = [];
  let offset = 0;
  for (const [at, { room }] of wishes.entries()) {
    const before = wishes[at - 1]?.room ?? room;
    offset += at === 0 ? 0 : (before + room) / 2;
    offsets.push(offset);
  }
  const blocks: Block[] = [];
  for (const [at, { wanted }] of wishes.entries()) {
    blocks.push({ sum: wanted - (offsets[at] ?? 0), count: 1 });
    for (;;) {
      const [upper, lower] = blocks.slice(-2);
      if (!upper || !lower || meanOf(upper) <= meanOf(lower)) break;
      blocks.splice(-2, 2, { sum: upper.sum + lower.sum, count: upper.count + lower.count });
    }
  }
  const starts = blocks.flatMap((block) => Array<number>(block.count).fill(meanOf(block)));
  return starts.map((start, at) => Math.max(top, start) + (offsets[at] ?? 0));
}

function meanOf({ sum, count }: Block): number {
  return sum / count;
}
