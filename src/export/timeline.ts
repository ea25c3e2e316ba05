import type { DateSpan } from './dates.ts';
import { dateFieldOf, hasStatus } from './documents.ts';
import { articlesBehind, type Claim, sayersOf } from './evidence.ts';
import { isReal } from './fact.ts';
import { iriOf } from './iri.ts';
import type { Source } from './source.ts';
import { type GraphNode, walkNodes } from './walk.ts';
import { html } from './xml.ts';

/** The dated events as TimelineJS takes them; it skips what has no date, so these are left out. */
export async function* writeTimeline(source: Source): AsyncGenerator<string> {
  const { subject } = source.graph.terms;
  const text = `Events${subject ? ` in the ${subject}` : ''}, each with what the articles claim.`;
  const title = { text: { headline: 'attested', text } };
  yield `{"title": ${JSON.stringify(title)},\n"events": [`;
  let before = '\n';
  for await (const node of walkNodes({
    ...source,
    filter: { ...source.filter, types: happenings(source) },
  })) {
    const days = node.date && daysOf(node.date);
    if (!days) continue;
    yield `${before}${JSON.stringify({ ...slide(node, source), ...days })}`;
    before = ',\n';
  }
  yield '\n]}\n';
}

/** The types of what can happen: those that have a date of their own and a status. */
function happenings({ graph }: Source): string[] {
  const types = graph.catalog.types.filter((type) => dateFieldOf(type)?.own && hasStatus(type));
  return types.map(({ name }) => name);
}

/** The words of its own: of the claims that say that it takes place, or when, and of no other event's. */
function slide(node: GraphNode, { baseUrl }: Source): object {
  const claims = node.claims.map((claim) => `<p>${html(claim.statement)}${html(saidBy(claim))}</p>`);
  const status = String(node.fields.status ?? '');
  const sources = articlesBehind(node.claims).map(
    (article) =>
      `<p><a href="${html(article.url ?? iriOf(article.id, baseUrl))}">${html(article.title)}</a></p>`,
  );
  return {
    unique_id: node.id,
    text: { headline: html(node.label), text: [...doubt(status), ...claims, ...sources].join('') },
    group: status,
  };
}

/** How sure the claim is, who says so where somebody is named, and which sentences. */
function saidBy(claim: Claim): string {
  const sayers = sayersOf(claim);
  const parts = [
    ...(isReal(claim.status) ? [] : [claim.status.toLowerCase()]),
    ...(sayers.length > 0 ? [`according to ${sayers.join(' and ')}`] : []),
    ...citedIn(claim),
  ];
  return parts.length > 0 ? ` (${parts.join(', ')})` : '';
}

/** `sentence 3`, `sentences 3 and 4`. */
function citedIn({ spans }: Claim): string[] {
  const numbers = [...new Set(spans.map(({ number }) => number))];
  return numbers.length === 0 ? [] : [`sentence${numbers.length > 1 ? 's' : ''} ${numbers.join(' and ')}`];
}

/** How sure the texts are, where they do not tell of the event as real. */
function doubt(status: string): string[] {
  return isReal(status || null) ? [] : [`<p><em>${html(status.toLowerCase())}</em></p>`];
}

/** Where a slide stands, as precisely as told, and its date in words; what begins nobody knows when stands at its end. */
function daysOf({ earliest, latest, start, end, words, inherited }: DateSpan): object | null {
  const [first, last] = [start?.period ?? earliest, end?.period ?? latest];
  const from = first ?? last;
  if (from === null) return null;
  return {
    start_date: numbersOf(from),
    ...(last !== null && { end_date: numbersOf(last) }),
    display_date: `${words}${inherited ? ', as what it is part of' : ''}`,
  };
}

/** `-0043-03` as numbers. */
function numbersOf(period: string): object {
  const [, year, month, day] = /^([+-]?\d+)(?:-(\d\d))?(?:-(\d\d))?$/.exec(period) ?? [];
  return { year: Number(year), ...(month && { month: Number(month) }), ...(day && { day: Number(day) }) };
}
