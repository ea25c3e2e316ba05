import type { Expression } from '../cypher/ast.ts';
import { allOf, anyOf, conjuncts, fill, negate, operation, subquery } from '../cypher/build.ts';
import { ServiceError } from '../errors.ts';
import { dayNumber, readDay } from '../model/date/calendar.ts';
import type { Interval } from '../model/mapping.ts';
import { type Input, required, type Variables } from './input.ts';
import { given } from './items.ts';
import type { Element, Scope } from './plan.ts';

/** A thing with a date, and how the days of the date are found. */
type DateSubject = {
  readonly scope: Scope;
  readonly element: Element;
  readonly declared: Interval;
  /** Whether what is otherwise is asked for: a date that is stated, and does not lie there. */
  readonly denied: boolean | undefined;
};

/**
 * A fuzzy date as the interval it can mean: `during` asks what may lie in it, `certainly` what must. Days are compared as
 * numbers, since the text of 44 BCE stands before that of 500 BCE; an end that is open is beyond all days.
 */
export function interval(subject: DateSubject, input: Input): Expression {
  const tests = input.keys().flatMap((operator) => {
    if (operator === 'certainly') return [];
    const value = required(input, operator);
    if (operator === 'not') return [interval({ ...subject, denied: !subject.denied }, value)];
    const some = intervalExists(subject, []);
    if (operator === 'exists')
      return [(value.value === true) !== (subject.denied ?? false) ? some : negate(some)];
    const certainly = input.get('certainly')?.value === true;
    const lies = intervalExists(subject, bounds(subject.scope, value, certainly));
    return [subject.denied ? allOf([some, negate(lies)]) : lies];
  });
  return subject.denied ? anyOf(tests) : allOf(tests);
}

type Bound = (earliest: Expression, latest: Expression) => Expression;

function bounds(scope: Scope, range: Input, certainly: boolean): Bound[] {
  const from = range.get('from');
  const to = range.get('to');
  const checked = checkRange(from, to);
  const tests: Bound[] = [];
  if (from?.present) {
    const day = scope.parameter((variables) => checked(variables).from);
    tests.push((earliest, latest) => operation('>=', certainly ? earliest : latest, day));
  }
  if (to?.present) {
    const day = scope.parameter((variables) => checked(variables).to);
    tests.push((earliest, latest) => operation('<=', certainly ? latest : earliest, day));
  }
  return tests;
}

function checkRange(from: Input | undefined, to: Input | undefined) {
  return (variables: Variables) => {
    const texts = [from, to].map((end) => String(end?.read(variables)));
    const [first = null, last = null] = texts.map((text) => {
      const day = readDay(text);
      return day ? dayNumber(day) : null;
    });
    if (first !== null && last !== null && first > last) {
      const message = `The interval starts on ${texts[0]}, after its end ${texts[1]}.`;
      throw new ServiceError('BAD_USER_INPUT', message, { hint: 'Give from on or before to.' });
    }
    return { from: first, to: last };
  };
}

/** The date is one of another thing, which a pattern finds, or the owner's own: then a condition is enough. */
function intervalExists({ scope, element, declared }: DateSubject, tests: readonly Bound[]): Expression {
  const { match, where, earliest, latest } = fill(declared, given(scope, element)).piece;
  const all = allOf([...conjuncts(where), ...tests.map((test) => test(earliest, latest))]);
  return match === undefined ? all : subquery('EXISTS', [{ ...match, where: all }]);
}
