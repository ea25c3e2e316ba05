import { phraseOf } from '../export/edge.ts';
import { type Claim, eachOnce, type Span, sayersOf } from '../export/evidence.ts';
import { type Fact, isReal, surenessOf, type Thing } from '../export/fact.ts';
import { iriOf } from '../export/iri.ts';
import { placeOf, type Quote, type Quotes, readQuotes } from '../export/quotes.ts';
import type { Source } from '../export/source.ts';
import type { GraphNode } from '../export/walk.ts';
import type { NodeType } from '../model/catalog.ts';

/**
 * All that is told of one thing, in the order in which a report needs it: when what was, what is told by how sure it is, who
 * says so, what is disputed, what nobody states; each line with the numbers of its notes, and each note with where it stands:
 *
 *   2023-09-13  involved in (participant) Summit [1][2]      [1] "…" (quote), Article, 2023-09-18, sentence 3, 412–546, sha256 …
 */
export type Dossier = {
  readonly title: string;
  readonly id: string;
  readonly type: string;
  readonly address: string;
  readonly sections: readonly Section[];
  readonly notes: readonly Note[];
};

/** A part of a dossier under its heading. */
export type Section = { readonly title: string; readonly lines: readonly Line[] };

/** One line: when or who, what, how sure, and the numbers of its notes. */
export type Line = {
  readonly before: string;
  readonly parts: readonly (string | Anchor)[];
  /** How sure it is, where it is not told as real, or that it is disputed. */
  readonly doubt: string | null;
  readonly notes: readonly number[];
};

/** Words that lead to an address. */
export type Anchor = { readonly text: string; readonly address: string };

/** Where a claim stands. */
export type Note = {
  readonly number: number;
  readonly claim: Claim;
  readonly span: Span;
  readonly quote: Quote | null;
  readonly address: string;
};

/** The dossier of a thing from all facts that it is in. */
export async function dossierOf(node: GraphNode, facts: readonly Fact[], source: Source): Promise<Dossier> {
  const { id, label: title, type, claims } = node;
  const cited = eachOnce([...facts.flatMap((fact) => [...fact.claims, ...fact.against]), ...claims]);
  const notes = notesOf(cited, await readQuotes(source, cited), source.baseUrl);
  const line = lineOf(id, notes, source.baseUrl);
  const sections = [
    { title: 'Timeline', lines: inTime(facts).map((fact) => line(fact)) },
    ...byStatus(facts).map(([status, some]) => ({
      title: headingOf(status),
      lines: some.map((fact) => line(fact)),
    })),
    { title: 'Who says so', lines: bySayer(cited, notes) },
    { title: 'Disputed', lines: facts.filter(isDisputed).map((fact) => line(fact)) },
    { title: 'Not stated', lines: notStated(node, source.graph.catalog.type(type)) },
  ];
  const address = iriOf(id, source.baseUrl);
  return { title, id, type, address, sections: sections.filter(({ lines }) => lines.length > 0), notes };
}

function notesOf(claims: readonly Claim[], quotes: Quotes, baseUrl: string): Note[] {
  const places = claims.flatMap((claim) => claim.spans.map((span) => ({ claim, span })));
  return places.map(({ claim, span }, i) => ({
    number: i + 1,
    claim,
    span,
    quote: quotes.get(placeOf(span)) ?? null,
    address: iriOf(span.sentence, baseUrl),
  }));
}

const numbersFor = (notes: readonly Note[], claims: readonly Claim[]): number[] => {
  const ids = new Set(claims.map(({ id }) => id));
  return notes.filter(({ claim }) => ids.has(claim.id)).map(({ number }) => number);
};

/** Makes the line of a fact as it is told in the dossier of a thing: `gave rifle`, and in that of the rifle `Ada gave it`. */
function lineOf(id: string, notes: readonly Note[], baseUrl: string) {
  const at = ({ id: of, label: text }: Thing): Anchor => ({ text, address: iriOf(of, baseUrl) });
  return (fact: Fact): Line => {
    const { subject, object, value, date } = fact;
    const phrase = { text: phraseOf(fact), address: iriOf(fact.id, baseUrl) };
    const own = object ? [phrase, at(object)] : [phrase, ...(value === null ? [] : [value])];
    return {
      before: date?.words ?? '',
      parts: subject.id === id ? own : [at(subject), phrase, 'it'],
      doubt: doubtOf(fact),
      notes: numbersFor(notes, [...fact.claims, ...fact.against]),
    };
  };
}

function doubtOf(fact: Fact): string | null {
  const [status, verdict] = [surenessOf(fact), fact.verdict];
  const words = [...(isReal(status) ? [] : [status]), ...(verdict === 'DISPUTED' ? [verdict] : [])];
  return words.length > 0 ? words.join(', ').toLowerCase() : null;
}

function inTime(facts: readonly Fact[]): Fact[] {
  const dated = facts.filter(({ date, value }) => date?.earliest && value === null);
  return dated.sort(({ date: a }, { date: b }) => ((a?.earliest ?? '') < (b?.earliest ?? '') ? -1 : 1));
}

/** Facts by how sure they are, the surest first. */
function byStatus(facts: readonly Fact[]): [string, Fact[]][] {
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) {
    const status = surenessOf(fact);
    groups.set(status, [...(groups.get(status) ?? []), fact]);
  }
  return [...groups].sort(([a], [b]) => ORDER.indexOf(a) - ORDER.indexOf(b));
}

const ORDER = [
  ...['OCCURRED', 'ONGOING', 'HABITUAL', 'PLANNED', 'EXPECTED', 'REQUESTED'],
  ...['SPECULATED', 'DOUBTED', 'DENIED', 'WITHDRAWN'],
];

const headingOf = (status: string): string =>
  `Told as ${status === 'OCCURRED' ? 'real' : status.toLowerCase()}`;

const isDisputed = ({ verdict, against }: Fact): boolean => verdict === 'DISPUTED' || against.length > 0;

/** What each source says, the articles in their own voice last. */
function bySayer(claims: readonly Claim[], notes: readonly Note[]): Line[] {
  const said = claims.flatMap((claim) => {
    const sayers = sayersOf(claim);
    return (sayers.length > 0 ? sayers : ['']).map((sayer) => ({ sayer, claim }));
  });
  const named = said.filter(({ sayer }) => sayer !== '').sort((a, b) => (a.sayer < b.sayer ? -1 : 1));
  return [...named, ...said.filter(({ sayer }) => sayer === '')].map(({ sayer, claim }) => ({
    before: sayer || 'the article itself',
    parts: [claim.statement],
    doubt: isReal(claim.status) ? null : claim.status.toLowerCase(),
    notes: numbersFor(notes, [claim]),
  }));
}

/** The fields that the schema has for such a thing and no source fills: no source says so, not that it is not so. */
function notStated({ fields }: GraphNode, type: NodeType | undefined): Line[] {
  const empty = (type?.fields ?? []).filter(({ name }) => {
    const value = fields[name];
    return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
  });
  return empty.map(({ name, about }) => ({
    before: '',
    parts: [`${name}: ${about.replace(/\.$/, '')}`],
    doubt: null,
    notes: [],
  }));
}
