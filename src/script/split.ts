/** One statement of a script, without the comments before it, and the line it begins on, from 1. */
export type ScriptStatement = { readonly text: string; readonly line: number };

/** A string, quoted name or comment of a script that begins on `line` and does not end. */
export class UnclosedError extends Error {
  readonly line: number;

  constructor(what: string, line: number) {
    super(`a ${what} begins here and does not end`);
    this.name = 'UnclosedError';
    this.line = line;
  }
}

/** What may hold a semicolon that ends nothing: a whole one, or only its beginning when it is never closed. */
const pieces =
  /(?<comment>\/\/[^\n\r]*|\/\*[\s\S]*?\*\/)|(?<whole>'(?:[^'\\]|\\[\s\S])*'|"(?:[^"\\]|\\[\s\S])*"|`(?:[^`]|``)*`)|(?<open>['"`]|\/\*)|(?<end>;)|(?<other>[^\s;'"`/]+|\/)/gu;

const namesOfOpen: { readonly [begin: string]: string } = {
  "'": 'string',
  '"': 'string',
  '`': 'quoted name',
  '/*': 'comment',
};

/** Counts the lines up to positions that only grow. */
function lineCounter(text: string): (position: number) => number {
  let line = 1;
  let seen = 0;
  return (position) => {
    for (; seen < position; seen++) if (text[seen] === '\n') line++;
    return line;
  };
}

/**
 * Splits the text of a script at the semicolons that end statements: not those in strings, comments and
 * quoted names. Where nothing but blanks and comments stands, there is no statement.
 */
export function splitScript(text: string): ScriptStatement[] {
  const statements: ScriptStatement[] = [];
  const lineAt = lineCounter(text);
  let start = -1;
  let end = 0;
  const finish = () => {
    if (start >= 0) statements.push({ text: text.slice(start, end), line: lineAt(start) });
    start = -1;
  };
  for (const piece of text.matchAll(pieces)) {
    const { comment, open, end: semicolon } = piece.groups ?? {};
    if (open) throw new UnclosedError(namesOfOpen[open] ?? 'string', lineAt(piece.index));
    if (semicolon) finish();
    else if (!comment) {
      if (start < 0) start = piece.index;
      end = piece.index + piece[0].length;
    }
  }
  finish();
  return statements;
}
