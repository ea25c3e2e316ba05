import fc from 'fast-check';
import { Owners } from '../../src/script/owners.ts';
import { printScript } from '../../src/script/script.ts';
import { type Corpus, corpora, forms } from './corpora.ts';

/**
 * What corpora seldom have, beside them: dates that a text narrows, values that are known without a text, and judgements of a
 * second desk on the claims that say so, some of an earlier day than theirs.
 */

const DAYS = ['2031-04-29', '2031-05-02', '2031-05-04'];

/** A date of the feast with the days that the words of the text leave of it. */
const NARROWED = [
  { value: '2031-04' },
  { value: '2031-04', earliest: '2031-04-10' },
  { value: '2031-04', earliest: '2031-04-20', latest: '2031-04-25' },
  { value: '../2031-04' },
  { value: '../2031-04', earliest: '2031-03-01' },
] as const;

const more = fc.record({
  day: fc.constantFrom(...DAYS.slice(1)),
  dates: fc.array(
    fc.record({
      status: fc.constantFrom('OCCURRED', 'PLANNED', 'DENIED'),
      date: fc.constantFrom(...NARROWED),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  known: fc.subarray(['quantity', 'date', 'happens']),
  judged: fc.array(
    fc.record({
      kind: fc.constantFrom('PREFERS', 'WITHDRAWS'),
      at: fc.nat(3),
      on: fc.constantFrom(...DAYS),
      predicate: fc.constantFrom(undefined, 'date', 'quantity'),
    }),
    { maxLength: 3 },
  ),
});

type More = typeof more extends fc.Arbitrary<infer T> ? T : never;

function printArticle({ day, dates }: More): string {
  const owners = new Owners(forms);
  const owner = 'article:more';
  const text = { language: 'en', textSha256: 'x' };
  owners.open(owner, 'Article', { title: 'More', byline: 'Lowe', publishedOn: day, length: 100, ...text });
  const sentence = { id: 'sentence:more:1', n: '1', seq: 0, kind: 'BODY', start: 0, end: 100 };
  owners.add(owner, 'sentences', { ...sentence, textSha256: 'x' });
  owners.add(owner, 'things Event', { id: 'event:feast' });
  for (const [at, { status, date }] of dates.entries()) {
    const claim = `claim:more:F${at}`;
    owners.add(owner, 'claims', { id: claim, status, voice: 'ARTICLE', basis: 'STATED', text: claim });
    owners.add(owner, 'evidence', { claim, sentence: sentence.id, start: at, end: at + 1 });
    const cells = { claim, subject: 'event:feast', predicate: 'date', basis: 'STATED', text: `so ${at}` };
    owners.add(owner, 'dates', { ...cells, ...date });
  }
  owners.add(owner, 'judgements', {
    kind: 'CORRECTS',
    by: 'claim:more:F0',
    target: 'claim:a:F0',
    on: day,
    predicate: 'date',
  });
  return printScript(owners.script(owner), 'more');
}

function printKnown({ known }: More): string {
  const owners = new Owners(forms);
  const owner = 'background:more';
  owners.open(owner, 'Background');
  owners.add(owner, 'things Gift', { id: 'gift:bell' });
  owners.add(owner, 'things Event', { id: 'event:feast' });
  const of = (subject: string, predicate: string) => ({ subject, predicate, basis: 'BACKGROUND' });
  if (known.includes('quantity'))
    owners.add(owner, 'background values', { ...of('gift:bell', 'quantity'), value: '10' });
  if (known.includes('date'))
    owners.add(owner, 'background dates', { ...of('event:feast', 'date'), value: '2031-04-30' });
  if (known.includes('happens')) owners.add(owner, 'background happens', of('event:feast', 'happens'));
  return printScript(owners.script(owner), 'known');
}

function printLedger({ judged }: More): string {
  const owners = new Owners(forms);
  const owner = 'ledger:other';
  owners.open(owner, 'Ledger');
  for (const { kind, at, on, predicate } of judged)
    owners.add(owner, 'judgements', { kind, target: `claim:more:F${at}`, on, predicate });
  const [first] = owners.rows(owner, 'judgements');
  if (first && judged.length > 1)
    owners.add(owner, 'judgements', { kind: 'REVOKES', target: first.id, on: '2031-05-04' });
  return printScript(owners.script(owner), 'other');
}

/** Corpora with all this beside them. */
export const corporaAndMore: fc.Arbitrary<Corpus> = fc
  .tuple(corpora, more)
  .map(
    ([[corpus], added]) =>
      new Map([
        ...corpus,
        ['more', printArticle(added)],
        ['known', printKnown(added)],
        ['other', printLedger(added)],
      ]),
  );
