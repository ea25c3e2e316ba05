import type { Source } from '../export/source.ts';
import { walkBlocks } from './blocks.ts';
import { type Block, prefixes, type Term } from './terms.ts';

/** Turtle: all triples in one graph. */
export async function* writeTurtle(source: Source): AsyncGenerator<string> {
  yield head();
  for await (const block of walkBlocks(source)) yield turtleBlock(block);
}

/** The declarations that a Turtle file begins with. */
export function head(): string {
  const lines = Object.entries(prefixes).map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> .\n`);
  return `${lines.join('')}\n`;
}

/** The triples of a block in Turtle. */
export function turtleBlock({ subject, types, pairs }: Block): string {
  const type = types.length > 0 ? [`a ${types.map(named).join(', ')}`] : [];
  const lines = [...type, ...pairs.map(([predicate, object]) => `${named(predicate)} ${term(object)}`)];
  return lines.length === 0 ? '' : `<${subject}> ${lines.join(' ;\n  ')} .\n`;
}

/** A name with a prefix as it is; an address in brackets. */
function named(name: string): string {
  return name.includes('://') ? `<${name}>` : name;
}

function term(object: Term): string {
  if (object.kind === 'iri') return `<${object.iri}>`;
  const text = `"${object.value.replace(/["\\\n\r\t]/g, (found) => escapes[found] ?? found)}"`;
  if (object.language !== undefined) return `${text}@${object.language}`;
  return object.datatype === undefined ? text : `${text}^^${object.datatype}`;
}

const escapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};
