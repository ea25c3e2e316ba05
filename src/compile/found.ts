import type { End, FieldMapping } from '../model/mapping.ts';
import { indexKey } from '../model/naming.ts';
import { instantiate, narrowed, reversePattern } from './cypher.ts';
import { hop, identifier, node } from './identifiers.ts';
import { checkId } from './identity.ts';
import type { Input } from './input.ts';
import { instantiateReported } from './reported.ts';
import { givenBy, reported, type Scope } from './scope.ts';

/** Ways to begin a statement: nodes found by an index, and the steps from there. */

/** Finds nodes from an index on: the clauses, the variable that they bind, and what must have been reported of it. */
export type Found = {
  readonly clauses: readonly string[];
  readonly variable: string;
  /** The label that they are known to have. */
  readonly label: string | undefined;
  readonly conditions: readonly string[];
};
/** Makes the clauses when they are needed: each use of them has variables and parameters of its own. */
export type Finder = () => Found;

/** A relationship of the graph that a field follows. */
export type Hop = Extract<FieldMapping, { kind: 'relationship' }>;

/** By an id. */
export function byId(scope: Scope, label: string, id: Input): Found {
  const variable = scope.fresh('v');
  const parameter = scope.parameter((variables) => checkId(id.read(variables)));
  const clauses = [`MATCH (${variable}:${identifier(label)} {id: ${parameter}})`];
  return { clauses, variable, label, conditions: reported(scope, variable) };
}

/** By each of several ids. */
export function byIds(scope: Scope, label: string, ids: Input): Found {
  const [variable, id] = [scope.fresh('v'), scope.fresh('k')];
  const parameter = scope.parameter((variables) => checkId(ids.read(variables)));
  const match = `MATCH (${variable}:${identifier(label)} {id: ${id}})`;
  const clauses = [`UNWIND ${parameter} AS ${id}`, match];
  return { clauses, variable, label, conditions: reported(scope, variable) };
}

/** Finds the owner of a text by its index, or of each of several; with it whatever is folded like the text. */
export function byText(scope: Scope, typeName: string, key: string, asked: Input): Finder | undefined {
  const pattern = scope.mapping.indexed(typeName, key);
  const one = asked.get('eq');
  const input = one?.present ? one : asked.get('in');
  if (pattern === undefined || !input?.present) return undefined;
  const fresh = (name: string) => scope.fresh(`${name}_`);
  return () => {
    const [variable, folded] = [scope.fresh('v'), scope.fresh('k')];
    const keys = scope.parameter((variables) =>
      [input.read(variables)].flat().map((text) => indexKey(String(text))),
    );
    const match = instantiate(pattern, { this: variable, key: folded }, fresh).text;
    const clauses = [`UNWIND ${keys} AS ${folded}`, `MATCH ${match}`];
    return { clauses, variable, label: undefined, conditions: reported(scope, variable) };
  };
}

/** Whatever one of several finders finds. */
export function eitherNode(scope: Scope, finders: readonly Finder[]): Found {
  const [variable, ways] = [scope.fresh('v'), finders.map((finder) => finder())];
  const texts = ways.map((way) => `${way.clauses.join(' ')} RETURN ${way.variable} AS ${variable}`);
  const clauses = [`CALL () { ${texts.join(' UNION ALL ')} }`];
  return { clauses, variable, label: undefined, conditions: reported(scope, variable) };
}

/** From the far end of a relationship to the nodes that lead there. */
export function hopBack(scope: Scope, found: Found, mapping: Hop, to: string | undefined): Found {
  const [relationship, variable] = [scope.fresh('r'), scope.fresh('v')];
  const back = mapping.direction === 'OUT' ? 'IN' : 'OUT';
  const pattern = hop(found.variable, relationship, mapping.type, back, node(variable, to));
  return {
    clauses: [...found.clauses, `MATCH ${pattern}`],
    variable,
    label: to,
    conditions: [...found.conditions, ...reported(scope, relationship, variable)],
  };
}

/** From the start, or the end, of whatever relationships to their other ends. */
export function across(scope: Scope, found: Found, end: End): Found {
  const [relationship, variable] = [scope.fresh('r'), scope.fresh('v')];
  const [left, right] = end === 'startNode' ? ['-', '->'] : ['<-', '-'];
  const match = `MATCH (${found.variable})${left}[${relationship}]${right}(${variable})`;
  return { clauses: [...found.clauses, match], variable, label: undefined, conditions: [] };
}

/** From what a pattern of the schema binds to a name back to `this`. */
export function patternBack(scope: Scope, found: Found, match: string, name: string): Found {
  const variable = scope.fresh('v');
  const [, pattern = '', condition] = /^MATCH (.*?)(?: WHERE (.*))?$/.exec(match) ?? [];
  const text = narrowed(`MATCH ${reversePattern(pattern)}`, condition === undefined ? [] : [condition]);
  const given = { ...givenBy(scope, { variable }), [name]: found.variable };
  return {
    clauses: [...found.clauses, instantiateReported(scope, text, given).text],
    variable,
    label: undefined,
    conditions: [...found.conditions, ...reported(scope, variable)],
  };
}
