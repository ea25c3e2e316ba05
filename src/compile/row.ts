import { type Clause, type Expression, list } from '../cypher/ast.ts';
import { same } from '../cypher/rewrite.ts';
import { expression } from '../cypher/template.ts';
import type { Cell, ObjectPlan, Reading, Subquery } from './plan.ts';
import type { Element, Scope } from './scope.ts';
import type { Selected, Selection } from './selection.ts';

/** A field to plan: of which type it is, what is asked of it, and the row that gets what it needs. */
export type FieldRequest = {
  readonly scope: Scope;
  readonly row: RowBuilder;
  readonly typeName: string;
  readonly selected: Selected;
};

/** Plans how a field is read. */
export type PlanField = (request: FieldRequest) => Reading;

/** An object to plan: what is asked of it, and the row that it shares, where it is not one of its own. */
export type ObjectRequest = {
  readonly scope: Scope;
  readonly element: Element | null;
  readonly selection: Selection;
  readonly row?: RowBuilder;
};

/** Planning of objects, handed to what objects are planned with, so that no two files import each other. */
export type ObjectPlanner = {
  readonly buildObject: (request: ObjectRequest, plan: PlanField) => ObjectPlan;
  readonly planReading: (request: FieldRequest, element: Element) => Reading;
};

/** The row of an object while it is planned: each expression stands in it once. */
export class RowBuilder {
  readonly cells: Cell[] = [];

  constructor(cells: readonly Cell[] = []) {
    for (const cell of cells) this.add(cell);
  }

  /** Adds a cell and gives its place; an expression that is there already is not repeated. */
  add(cell: Cell): number {
    const known = cell.kind === 'expression' ? this.cells.findIndex((one) => same(one, cell)) : -1;
    return known >= 0 ? known : this.cells.push(cell) - 1;
  }

  addExpression(expression: Expression): number {
    return this.add({ kind: 'expression', expression });
  }
}

/** The subqueries that cells need before them, and the cells as a list: `CALL (v0) { … AS h1 }` and `[v0.name, h1]`. */
export function rowOf(cells: readonly Cell[]): {
  readonly calls: readonly Clause[];
  readonly row: Expression;
} {
  const calls: Clause[] = [];
  const items = cells.map((cell) => expressionOf(cell, calls));
  return { calls, row: list(items) };
}

function expressionOf(cell: Cell, calls: Clause[]): Expression {
  if (cell.kind === 'expression') return cell.expression;
  if (cell.kind === 'subquery') return added(cell, calls);
  const inner = rowOf(cell.cells);
  calls.push(...inner.calls);
  return cell.when ? expression`CASE WHEN ${cell.when} THEN ${inner.row} END` : inner.row;
}

function added({ call, column }: Subquery, calls: Clause[]): Expression {
  calls.push(call);
  return column;
}
