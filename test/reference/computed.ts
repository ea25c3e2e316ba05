import { connect, type Fields, upTo, type World } from './connection.ts';
import { ACTORS, entities, gave, received } from './entities.ts';
import { satisfies, type Where } from './filter.ts';
import { asksStatus, isGone } from './gone.ts';
import { type GraphNode, has } from './graph.ts';
import type { ListArguments } from './list.ts';
import { pathResult } from './path.ts';
import { theOne } from './resolution.ts';
import { unjoined } from './shape.ts';
import { statistics as counted, countIn } from './statistics.ts';

type Root = (args: ListArguments) => unknown;

const GROUPS = 100;
const GIFTS = 20;
const HOPS_MAX = 8;

/** What is counted where the request does not say. */
const SURE = ['OCCURRED', 'ONGOING', 'HABITUAL'];

/** What is counted in groups. */
function statistics(world: World, label: string): Root {
  return ({ by, where, first, status }) => {
    const dimensions = by as readonly string[];
    if (dimensions.length === 0) throw new Error('nothing to group by');
    const named = asksStatus((where ?? {}) as Where);
    const isDefault = JSON.stringify(status) === JSON.stringify(SURE);
    const statuses = isDefault && (named || dimensions.includes('STATUS')) ? undefined : status;
    const passes = (node: GraphNode) =>
      Array.isArray(statuses) ? statuses.includes(node.properties.status) : named || !isGone(node);
    const nodes = world.graph.nodes.filter(
      (node) =>
        has(node, label) &&
        passes(node) &&
        satisfies(world.shapes, { of: label }, node, (where ?? {}) as Where),
    );
    return upTo(countIn(label, nodes, dimensions), first, GROUPS);
  };
}

/** Gifts between two parties. */
function exchange(world: World): Root {
  return (args) => {
    const [a = null, b = null] = ['a', 'b'].map((one) => theOne(world, String(args[one]), ACTORS));
    const gifts = world.graph.nodes.filter((node) => has(node, 'Gift'));
    const given = (giver: GraphNode | null, taker: GraphNode | null) =>
      giver && taker ? gifts.filter((gift) => gave(gift, giver) && received(gift, taker)) : [];
    const either = a === b ? [] : [...given(a, b), ...given(b, a)];
    const inReturn = (gift: GraphNode) => [...gift.out, ...gift.in].some((r) => r.type === 'IN_RETURN_FOR');
    const list = (found: readonly GraphNode[]) => (page: ListArguments) =>
      connect(world, { of: 'Gift', entries: unjoined(found), pageSize: GIFTS }, page);
    return {
      a,
      b,
      given: list(given(a, b)),
      received: list(given(b, a)),
      answered: list(either.filter(inReturn)),
      unanswered: list(either.filter((gift) => !inReturn(gift))),
    } satisfies Fields;
  };
}

function path(world: World): Root {
  return ({ from, to, maxHops, via, status }) => {
    const hops = Number(maxHops ?? 4);
    const types = Array.isArray(via) ? new Set<string>(via) : null;
    if (hops < 1 || hops > HOPS_MAX || types?.size === 0)
      throw new Error('no path has so few or so many facts');
    const known = Object.keys(entities);
    const ends = [theOne(world, String(from), known), theOne(world, String(to), known)];
    const statuses = Array.isArray(status) ? new Set<string>(status) : null;
    return pathResult(world.graph, ends, { via: types, statuses, maxHops: hops });
  };
}

/** Root fields whose answers are in no single place of the graph. */
export function computedRoots(world: World): { readonly [root: string]: Root } {
  return {
    exchange: exchange(world),
    path: path(world),
    ...Object.fromEntries(
      Object.keys(counted).map((label) => [`${label.toLowerCase()}Stats`, statistics(world, label)]),
    ),
  };
}
