import type { Declared, Label } from '../facts/vocabulary.ts';
import type { Literal } from '../script/literal.ts';
import type { Cells } from '../script/made.ts';
import { suggest } from './finding.ts';
import { type Grammar, labelOf } from './grammar.ts';
import type { Findings, TextNode } from './source.ts';

/**
 * What an article calls a thing, as one line:
 *
 *     org:low-ferry-court: COURT Low Ferry Court | the court of Low Ferry | ?the court
 *     country:xa: Arvale | demonym Arvalian | isoCode XA
 *     person:ada: ~ | Ada V.                   only another name for a thing that others declare
 *
 * its kind in capitals where it has one, its name, then other names, weak ones behind `?`, and what else is declared of it
 * by its name. A yes or no is `named` or `not named`; one that every such thing needs and nobody writes is yes.
 */

const PART = /(?:"(?:[^"\\]|\\.)*"|[^|])*/gu;

type Writing = { [name: string]: Literal };

const unquoted = (text: string): string => /^"([\s\S]*)"$/.exec(text)?.[1]?.replace(/\\(.)/g, '$1') ?? text;

/** Declared besides names. */
const extras = ({ declared }: Label): readonly Declared[] =>
  declared.filter(({ name }) => !['name', 'aliases', 'weakAliases'].includes(name));

/** The declared word that stands before the name: the kind. */
const kindOf = (label: Label, { vocabulary }: Grammar): Declared | undefined =>
  extras(label).find(({ type }) => vocabulary.enums.has(type));

const isFlag = ({ type }: Declared): boolean => type === 'Boolean';

function addPart(part: string, label: Label, cells: Writing): void {
  const add = (name: string, value: string) => {
    const before = cells[name];
    cells[name] = [...(Array.isArray(before) ? before : []), unquoted(value)];
  };
  const [, not, word = '', value = ''] = /^(not )?(\p{L}+)(?:\s+([\s\S]+))?$/u.exec(part) ?? [];
  const extra = extras(label).find(({ name }) => name === word);
  if (part.startsWith('?')) add('weakAliases', part.slice(1).trim());
  else if (extra && isFlag(extra) && value === '') cells[extra.name] = not === undefined;
  else if (extra && !isFlag(extra) && value !== '') cells[extra.name] = unquoted(value);
  else add('aliases', part);
}

/** Reads what stands behind the id of a thing. */
export function readThingLine(
  id: string,
  { text, spot }: TextNode,
  { grammar, findings }: { grammar: Grammar; findings: Findings },
): Cells {
  const label = labelOf(grammar, id);
  if (!label) return {};
  const [first = '', ...rest] = (text.match(PART) ?? []).filter((part) => part.trim() !== '');
  const cells: Writing = {};
  const kind = kindOf(label, grammar);
  const words = first.trim();
  const [, capital = '', behind = ''] = /^([A-Z][A-Z_]+)\s+([\s\S]+)$/.exec(words) ?? [];
  const kinds = kind ? (grammar.vocabulary.enums.get(kind.type) ?? []) : [];
  const isKind = kind !== undefined && kinds.includes(capital);
  if (kind?.required && !isKind && words !== '~' && words !== '')
    findings.error(
      spot,
      'KIND',
      capital === '' ? `${id} has no kind before its name.` : `There is no ${kind.type} ${capital}.`,
      suggest(capital, kinds),
    );
  if (isKind) cells[kind.name] = capital;
  const name = isKind ? behind : words;
  if (name !== '~' && name !== '') cells.name = unquoted(name.trim());
  for (const part of rest) addPart(part.trim(), label, cells);
  if (cells.name !== undefined)
    for (const one of extras(label)) if (isFlag(one) && one.required) cells[one.name] ??= true;
  return cells;
}

const marked = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;

const isOdd = (text: string): boolean => /["|]|^[?~]|^\s|\s$/.test(text);

/** A name as it stands: in marks where it could be read as something else, such as one that begins like a kind. */
function nameText(name: string, behindKind: boolean): string {
  return isOdd(name) || (!behindKind && /^[A-Z][A-Z_]+\s/.test(name)) ? marked(name) : name;
}

/** Names need marks only where they could be read as something else: another name that begins with a declared word. */
function aliasText(alias: string, label: Label): string {
  const [, word = '', value] = /^(?:not )?(\p{L}+)(\s+[\s\S]+)?$/u.exec(alias) ?? [];
  const clashes = extras(label).some((one) => one.name === word && isFlag(one) === (value === undefined));
  return clashes || isOdd(alias) ? marked(alias) : alias;
}

/** The line of a thing; empty where nothing is declared of it. */
export function printThingLine(id: string, declared: Cells, grammar: Grammar): string {
  const label = labelOf(grammar, id);
  if (!label || Object.keys(declared).length === 0) return '';
  const kind = kindOf(label, grammar);
  const list = (value: Literal | undefined): readonly string[] => (Array.isArray(value) ? value : []);
  const capital = kind && declared[kind.name] !== undefined ? `${declared[kind.name]} ` : '';
  const name = declared.name === undefined ? '~' : nameText(String(declared.name), capital !== '');
  const others = extras(label).flatMap((one) => {
    const value = declared[one.name];
    if (value === undefined || one === kind) return [];
    if (!isFlag(one)) return [`${one.name} ${nameText(String(value), true)}`];
    return value === true && one.required ? [] : [value === true ? one.name : `not ${one.name}`];
  });
  const aliases = list(declared.aliases).map((alias) => aliasText(alias, label));
  const weak = list(declared.weakAliases).map((alias) => `?${aliasText(alias, label)}`);
  return [`${capital}${name}`, ...aliases, ...weak, ...others].join(' | ');
}
