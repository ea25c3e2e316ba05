import type { Cell, Count, List, ObjectPlan, Reading } from './plan.ts';
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
  readonly #known = new Map<string, number>();

  constructor(cells: readonly Cell[] = []) {
    for (const cell of cells) this.add(cell);
  }

  /** Adds a cell and gives its place; an expression that is there already is not repeated. */
  add(cell: Cell): number {
    const known = cell.kind === 'expression' ? this.#known.get(cell.text) : undefined;
    if (known !== undefined) return known;
    this.cells.push(cell);
    if (cell.kind === 'expression') this.#known.set(cell.text, this.cells.length - 1);
    return this.cells.length - 1;
  }

  /** Adds an expression; `imports` are variables of the whole statement that it needs. */
  addExpression(text: string, imports?: readonly string[]): number {
    return this.add({ kind: 'expression', text, ...(imports && { imports }) });
  }

  /** Adds the items of a list. */
  addList(list: List): number {
    return this.add({ kind: 'subquery', subquery: { kind: 'list', list } });
  }

  /** Adds how many items there are. */
  addCount(count: Count): number {
    return this.add({ kind: 'subquery', subquery: { kind: 'count', count } });
  }
}
