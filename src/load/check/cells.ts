import type { Column, ColumnType, Form } from '../../script/forms.ts';
import { type Literal, type LiteralRow, printLiteral } from '../../script/literal.ts';
import { madeCells } from '../../script/made.ts';
import { isInt } from './words.ts';

/** Whether each row of a table has the columns of its form, and what code makes is what code would make. */

const typeWords: Readonly<Record<ColumnType, string>> = {
  text: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  texts: 'a list of texts',
};

function typeOf(value: Literal): ColumnType {
  if (typeof value === 'string') return 'text';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value === 'boolean' ? 'boolean' : 'texts';
}

/** A text that no engine keeps as it is: half a character. */
const loneSurrogate = /\p{Surrogate}/u;

function ofColumn({ name, type, required, made }: Column, value: Literal | undefined): string | undefined {
  if (value === undefined) return required && !made ? `The column ${name} is missing.` : undefined;
  const fits = typeOf(value) === type || (type === 'number' && typeOf(value) === 'integer');
  if (!fits) return `${name} is ${typeWords[type]}, not ${printLiteral(value)}.`;
  if (type === 'integer' && !made && !isInt(Number(value))) return `${name} has at most 32 bits: ${value}.`;
  if (type === 'number' && !Number.isFinite(value)) return `${name} is too large.`;
  if (loneSurrogate.test(String(value)))
    return `${name} holds half of a surrogate pair, which is no character.`;
  return undefined;
}

/** All that is wrong with what code makes of the other cells; asked once these are right. */
export function checkMade(form: Form, { values }: LiteralRow, owner: string): readonly string[] {
  const wanted = madeCells(form, values, owner);
  return form.columns.flatMap(({ name, made }) => {
    const [has, should] = [values[name], wanted[name]];
    if (!made || JSON.stringify(has) === JSON.stringify(should)) return [];
    const right = should === undefined ? 'nothing belongs' : `${printLiteral(should)} belongs`;
    return [
      `${name} is made from the other columns, and here ${right}${has === undefined ? '' : `, not ${printLiteral(has)}`}.`,
    ];
  });
}

/** Columns of a row that its form does not have. */
export function checkColumns(form: Form, row: LiteralRow): readonly string[] {
  const known = new Set(form.columns.map(({ name }) => name));
  const unknown = Object.keys(row.values).filter((name) => !known.has(name));
  return unknown.map((name) => `There is no column ${name}; there are ${[...known].join(', ')}.`);
}

/** All that is wrong with the cells that a person gives, one sentence each. */
export function checkCells(form: Form, row: LiteralRow): readonly string[] {
  return [
    ...checkColumns(form, row),
    ...form.columns.flatMap((column) => ofColumn(column, row.values[column.name]) ?? []),
  ];
}
