import { listAt, type Told, textOf } from '../model/told.ts';
import { dateFieldOf, nodeDocuments } from './documents.ts';
import type { Graph } from './graph.ts';

/** A date as tables and tools take it: days padded to the period, and what was padded. */
export type DateSpan = {
  /** First day it can mean, `YYYY-MM-DD`. */
  readonly start: string;
  /** Last day it can mean, `YYYY-MM-DD`. */
  readonly end: string;
  readonly precision: 'day' | 'month' | 'year';
  /** As the source says it. */
  readonly text: string | null;
  /** The date as EDTF. */
  readonly edtf: string;
  /** Stated by the text, or implied by it. */
  readonly basis: string | null;
  /** Whether it is the date of what this is part of. */
  readonly inherited: boolean;
};

/** When a thing was, and how sure the texts are of it where they can be unsure. */
export type Dated = { readonly date: DateSpan | null; readonly status: string | null };

/** A thing, by its id and the name of its type. */
export type Ref = { readonly id: string; readonly type: string };

/** The dates and statuses of those of some things whose types tell any. */
export async function readDates(
  graph: Graph,
  refs: readonly Ref[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, Dated>> {
  const found = new Map<string, Dated>();
  const documents = nodeDocuments(graph);
  for (const type of graph.catalog.types) {
    const document = documents.get(type.name)?.dated;
    const ids = [...new Set(refs.filter((ref) => ref.type === type.name).map(({ id }) => id))];
    if (!document || ids.length === 0) continue;
    const date = dateFieldOf(type)?.name ?? '';
    const told = await graph.ask(document, { ids, first: ids.length }, signal);
    for (const node of listAt(told, 'list')) {
      found.set(String(node.id), { date: spanOf(node[date]), status: textOf(node.status) });
    }
  }
  return found;
}

/** The span of a date as the graph tells it, a period or a day; null where there is none or it has no bounds. */
export function spanOf(value: unknown): DateSpan | null {
  const day = typeof value === 'string' ? { edtf: value, earliest: value, latest: value } : null;
  const told: Told = day ?? ((value ?? {}) as Told);
  const [edtf, start, end] = [told.edtf, told.earliest, told.latest].map(textOf);
  if (!edtf || !start || !end || start > end) return null;
  const precision = precisionOf(edtf.split('/')[0] ?? '');
  const inherited = told.inherited === true;
  return { start, end, precision, edtf, text: textOf(told.text), basis: textOf(told.basis), inherited };
}

function precisionOf(day: string): DateSpan['precision'] {
  const parts = day.replace(/[?~%]$/, '').split('-').length;
  return parts === 1 ? 'year' : parts === 2 ? 'month' : 'day';
}
