import { Lexer } from 'yaml';
import { Findings, readSource, type SourceNode } from './source.ts';

/**
 * Remarks of a file, carried over to the same file printed anew. A remark belongs to the key or list item on its line, or
 * below it where it stands alone; what it belonged to is found again by its keys and, in a list, by its words.
 */

type Remark = { readonly path: string; readonly text: string; readonly isAlone: boolean };

/** Every key and list item of a file with its line. */
function linesOf(node: SourceNode, path: string): readonly (readonly [path: string, line: number])[] {
  if (node.kind === 'map')
    return node.entries.flatMap(({ key, value }) => {
      const own = `${path}/${key.text}`;
      return [[own, key.spot.line] as const, ...linesOf(value, own)];
    });
  if (node.kind === 'text') return [];
  return node.items.flatMap((item) =>
    item.kind === 'text' ? [[`${path}/${item.text}`, item.spot.line] as const] : [],
  );
}

function places(source: string): readonly (readonly [path: string, line: number])[] {
  const top = readSource(source, new Findings(''));
  return top ? linesOf(top, '') : [];
}

/** Tokens of the lexer that stand for nothing in the text. */
const CONTROL = new Set(['\u0002', '\u0018', '\u001f', '\ufeff']);

/** The remarks of a file by their lines. */
function remarksIn(source: string): readonly { readonly line: number; readonly text: string }[] {
  const found: { line: number; text: string }[] = [];
  let line = 1;
  for (const token of new Lexer().lex(source)) {
    if (CONTROL.has(token)) continue;
    if (token.startsWith('#')) found.push({ line, text: token });
    line += token.split('\n').length - 1;
  }
  return found;
}

function attached(source: string): readonly Remark[] {
  const known = places(source);
  const lines = source.split('\n');
  return remarksIn(source).flatMap(({ line, text }) => {
    const isAlone = (lines[line - 1] ?? '').trim().startsWith('#');
    const at = isAlone ? known.find((one) => one[1] > line) : known.findLast((one) => one[1] === line);
    return [{ path: at?.[0] ?? '', text, isAlone }];
  });
}

/** The printed file with the remarks of the source. One whose place is gone stands at the end. */
export function keepRemarks(source: string, printed: string): string {
  const lines = printed.trimEnd().split('\n');
  const known = new Map(places(printed));
  const before = new Map<number, string[]>();
  for (const { path, text, isAlone } of attached(source)) {
    const line = known.get(path);
    if (line === undefined) lines.push(text);
    else if (isAlone) before.set(line, [...(before.get(line) ?? []), text]);
    else lines[line - 1] = `${lines[line - 1]} ${text}`;
  }
  const indent = (line: string) => /^\s*/.exec(line)?.[0] ?? '';
  const out = lines.flatMap((line, at) => [
    ...(before.get(at + 1) ?? []).map((text) => `${indent(line)}${text}`),
    line,
  ]);
  return `${out.join('\n')}\n`;
}
