import { dateCells } from '../facts/date.ts';
import { factId, HAPPENS, judgementId, slotOf } from '../facts/ids.ts';
import { dayNumber, readDay } from '../model/date/calendar.ts';
import { nameKey } from '../model/name.ts';
import type { Form } from './forms.ts';
import type { Literal } from './literal.ts';

/**
 * What code makes of the columns that a person gives: keys of names, ids of facts, the days of dates. It is carried in the
 * script, since a Cypher shell can make none of it, and compared with this when a script is loaded.
 */

/** The cells of a row by the names of their columns. */
export type Cells = { readonly [column: string]: Literal };

const text = (value: Literal | undefined): string | undefined =>
  value === undefined ? undefined : String(value);

const texts = (value: Literal | undefined): readonly string[] => (Array.isArray(value) ? value : []);

function keysOf(names: readonly string[]): readonly string[] {
  return [...new Set(names.map(nameKey))].filter((key) => key !== '').sort();
}

/** A list where it has something in it. */
const filled = (name: string, list: readonly string[]): Cells => (list.length > 0 ? { [name]: list } : {});

function ofThing(row: Cells): Cells {
  const name = text(row.name);
  const keys = keysOf([...(name === undefined ? [] : [name]), ...texts(row.aliases)]);
  return { ...filled('keys', keys), ...filled('weakKeys', keysOf(texts(row.weakAliases))) };
}

function ofMention({ surface, kind }: Cells): Cells {
  const key = surface === undefined || kind === 'PRONOUN' ? '' : nameKey(String(surface));
  return key === '' ? {} : { key };
}

function ofFact(row: Cells, object: string | undefined, qualifiers: readonly string[] = []): Cells {
  const said = { subject: String(row.subject), predicate: String(row.predicate), object, qualifiers };
  return { fact: factId(said), slot: slotOf(said) };
}

function ofRelation(form: Form, row: Cells): Cells {
  const qualifiers = form.columns
    .filter(({ name, required, made }) => !required && !made && name in row)
    .map(({ name }) => String(row[name]));
  const joined = qualifiers.join('|');
  return { ...ofFact(row, text(row.object), qualifiers), ...(joined !== '' && { qualifier: joined }) };
}

function numberOf(text: Literal): number | undefined {
  const day = readDay(String(text));
  return day && dayNumber(day);
}

/** Days that the words of a text leave of a date are given; where none are, they are those of the date. */
function ofDate(row: Cells): Cells {
  const read = dateCells(String(row.value));
  const fact = ofFact(row, text(row.value));
  if (!read) return fact;
  const { value: _, earliest: first, earliestDay: firstDay, latest: last, latestDay: lastDay, ...own } = read;
  const low = row.earliest === undefined ? firstDay : numberOf(row.earliest);
  const high = row.latest === undefined ? lastDay : numberOf(row.latest);
  const earliest = text(row.earliest) ?? first;
  const latest = text(row.latest) ?? last;
  return {
    ...fact,
    ...own,
    ...(earliest !== undefined && low !== undefined && { earliest, earliestDay: low }),
    ...(latest !== undefined && high !== undefined && { latest, latestDay: high }),
  };
}

function ofJudgement(row: Cells, owner: string): Cells {
  const id = judgementId({
    kind: String(row.kind),
    by: text(row.by) ?? owner,
    target: String(row.target),
    on: String(row.on),
    predicate: text(row.predicate),
    other: text(row.other),
  });
  return { id };
}

/** What code makes of a row of a table; nothing in a table that has no such column. */
export function madeCells(form: Form, row: Cells, owner: string): Cells {
  if (form.label) return ofThing(row);
  switch (form.name.replace('background ', '')) {
    case 'mentions':
      return ofMention(row);
    case 'judgements':
      return ofJudgement(row, owner);
    case HAPPENS:
      return ofFact(row, undefined);
    case 'relations':
      return ofRelation(form, row);
    case 'values':
      return ofFact(row, text(row.value));
    case 'dates':
      return ofDate(row);
    default:
      return {};
  }
}
