import { HAPPENS } from '../../src/facts/ids.ts';
import { formsOf } from '../../src/script/forms.ts';
import { type LooseCells, Owners } from '../../src/script/owners.ts';
import { printScript } from '../../src/script/script.ts';
import { vocabulary } from '../support/load.ts';

/**
 * Small articles in words, each one report that makes one claim:
 *
 *   2 May, Reed: person:ada GAVE gift:bell; gift:bell happens
 *   4 May, Lowe (PLANNED, says org:guild): event:feast date 2031-05
 *   9 May, Reed (corrects 1 quantity): gift:bell quantity 12
 *   9 May, Reed (retracts 1)
 *   9 May, the desk (WITHDRAWS 2)
 *
 * The first word in brackets that is a status is that of the claim, OCCURRED where there is none; numbers name the claims
 * of earlier reports. Reports of the desk are judgements of a ledger.
 */

const forms = formsOf(vocabulary);

const REPORT = /^(\d+) May, ([\w ]+?)(?: \(([^)]*)\))?(?:: (.*))?$/;

type Report = {
  readonly day: string;
  readonly who: string;
  readonly notes: readonly string[];
  readonly lines: readonly string[];
};

function readReport(text: string): Report {
  const [, day, who, notes = '', lines = ''] = REPORT.exec(text.trim()) ?? [];
  if (day === undefined || who === undefined) throw new Error(`no report: ${text}`);
  const parts = (list: string, by: RegExp) => list.split(by).filter((part) => part !== '');
  return {
    day: `2031-05-${day.padStart(2, '0')}`,
    who,
    notes: parts(notes, /, /),
    lines: parts(lines, /; /),
  };
}

const labelOf = (id: string) => vocabulary.labels.find(({ prefix }) => id.startsWith(`${prefix}:`));

const isId = (text: string): boolean => labelOf(text) !== undefined;

/** The table and the cells of a line. */
export function readLine(line: string): { readonly form: string; readonly cells: LooseCells } {
  const [subject = '', predicate = '', ...rest] = line.split(' ');
  if (predicate === HAPPENS) return { form: HAPPENS, cells: { subject, predicate } };
  const known = vocabulary.values.find(({ name }) => name === predicate);
  if (known) {
    const form = known.rule === 'DATE' ? 'dates' : 'values';
    return { form, cells: { subject, predicate, value: rest.join(' ') } };
  }
  const [object = '', as, ...words] = rest;
  const [qualifier] = vocabulary.relations.find(({ name }) => name === predicate)?.qualifiers ?? [];
  const more = as === 'as' && qualifier ? { [qualifier.name]: words.join(' ') } : {};
  return { form: 'relations', cells: { subject, predicate, object, ...more } };
}

const idsIn = (texts: readonly string[]): readonly string[] => [
  ...new Set(texts.flatMap((text) => text.split(/[ ;]/)).filter(isId)),
];

function declare(owners: Owners, owner: string, ids: readonly string[]): void {
  for (const id of ids) {
    const label = labelOf(id);
    const required = label?.declared.filter((one) => one.required && one.name !== 'name') ?? [];
    const words = Object.fromEntries(required.map(({ name, type }) => [name, wordOf(type)]));
    owners.add(owner, `things ${label?.name}`, { id, name: id.slice(id.indexOf(':') + 1), ...words });
  }
}

/** What stands for a word that every thing of a label needs: its first value, or any. */
const wordOf = (type: string) => (type === 'Boolean' ? true : (vocabulary.enums.get(type)?.[0] ?? 'XA'));

/** `corrects 1 quantity` as a judgement. */
function judgementOf(note: string): LooseCells | undefined {
  const [, kind, target, predicate] =
    /^(retracts|corrects|contradicts|PREFERS|WITHDRAWS) (\d+)(?: (\w+))?$/.exec(note) ?? [];
  if (kind) return { kind: kind.toUpperCase(), target: `claim:r${target}:F1`, predicate };
  const [, one, other] = /^SAME_AS (\S+) (\S+)$/.exec(note) ?? [];
  return one ? { kind: 'SAME_AS', target: one, other } : undefined;
}

function printDesk({ day, notes }: Report, number: number): string {
  const owners = new Owners(forms);
  const owner = `ledger:r${number}`;
  owners.open(owner, 'Ledger');
  for (const note of notes) owners.add(owner, 'judgements', { ...judgementOf(note), on: day });
  return printScript(owners.script(owner), owner);
}

function printArticle({ day, who, notes, lines }: Report, number: number): string {
  const owners = new Owners(forms);
  const key = `r${number}`;
  const owner = `article:${key}`;
  const claim = `claim:${key}:F1`;
  const sources = notes.flatMap((note) => (note.startsWith('says ') ? [note.slice('says '.length)] : []));
  const status = notes.find((note) => /^[A-Z]+$/.test(note)) ?? 'OCCURRED';
  owners.open(owner, 'Article', {
    title: key,
    byline: who,
    publishedOn: day,
    language: 'en',
    textSha256: 'x',
    length: 9,
  });
  owners.add(owner, 'sentences', {
    id: `sentence:${key}:1`,
    n: '1',
    seq: 0,
    kind: 'BODY',
    start: 0,
    end: 9,
    textSha256: 'x',
  });
  declare(owners, owner, idsIn([...lines, ...sources]));
  const voice = sources.length > 0 ? 'SOURCE' : 'ARTICLE';
  owners.add(owner, 'claims', {
    id: claim,
    status,
    voice,
    basis: 'STATED',
    text: lines.join('; ') || 'It was not so.',
  });
  owners.add(owner, 'evidence', { claim, sentence: `sentence:${key}:1`, start: 0, end: 9 });
  for (const entity of sources) owners.add(owner, 'sources', { claim, entity, basis: 'STATED' });
  for (const { form, cells } of lines.map(readLine))
    owners.add(owner, form, { claim, ...cells, basis: 'STATED' });
  for (const cells of notes.map(judgementOf)) {
    if (cells) owners.add(owner, 'judgements', { ...cells, by: claim, on: day });
  }
  return printScript(owners.script(owner), owner);
}

/** Scripts by the names of their files: one a report, and what every one of their events and gifts needs to be there. */
export function scriptsOf(texts: readonly string[]): ReadonlyMap<string, string> {
  const reports = texts.map(readReport);
  const printed = reports.map((report, index) => {
    const print = report.who === 'the desk' ? printDesk : printArticle;
    return [`r${index + 1}`, print(report, index + 1)] as const;
  });
  return new Map(printed);
}
