import { cleanText } from './cells.ts';
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
    if (!node.date) continue;
    yield `${before}${JSON.stringify(slide(node, node.date, source))}`;
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
function slide(node: GraphNode, date: DateSpan, { baseUrl }: Source): object {
  const claims = node.claims.map((claim) => `<p>${html(claim.statement)}${html(saidBy(claim))}</p>`);
  const status = String(node.fields.status ?? '');
  const sources = articlesBehind(node.claims).map(
    (article) =>
      `<p><a href="${html(article.url ?? iriOf(article.id, baseUrl))}">${html(article.title)}</a></p>`,
  );
  return {
    unique_id: node.id,
    start_date: day(date.start, date.precision),
    end_date: day(date.end, date.precision),
    ...(date.text !== null && { display_date: cleanText(date.text) }),
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
    ...numbersOf(claim),
  ];
  return parts.length > 0 ? ` (${parts.join(', ')})` : '';
}

/** `sentence 3`, `sentences 3 and 4`. */
function numbersOf({ spans }: Claim): string[] {
  const numbers = [...new Set(spans.map(({ number }) => number))];
  return numbers.length === 0 ? [] : [`sentence${numbers.length > 1 ? 's' : ''} ${numbers.join(' and ')}`];
}

/** How sure the texts are, where they do not tell of the event as real. */
function doubt(status: string): string[] {
  return isReal(status || null) ? [] : [`<p><em>${html(status.toLowerCase())}</em></p>`];
}

function day(text: string, precision: DateSpan['precision']): object {
  const [year, month, dayOfMonth] = text.split('-').map(Number);
  if (precision === 'year') return { year };
  return precision === 'month' ? { year, month } : { year, month, day: dayOfMonth };
}
