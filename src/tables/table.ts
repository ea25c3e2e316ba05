import type { Cell, CellType } from '../export/cells.ts';
import type { Source } from '../export/source.ts';

/** A column of a table, as its description and its header name it. */
export type TableColumn = { readonly name: string; readonly type: CellType; readonly about: string };

/** A column whose cells name rows of another table. */
export type ForeignKey = { readonly column: string; readonly table: string };

/** One row, in the order of the columns. */
export type TableRow = readonly Cell[];

/** A table that is served as CSV and JSON. */
export type Table = {
  readonly title: string;
  readonly columns: readonly TableColumn[];
  readonly foreignKeys?: readonly ForeignKey[] | undefined;
  /** The columns that tell its rows apart: the first one where nothing else is said. */
  readonly key?: readonly string[] | undefined;
  /** Its rows in a fixed order, those that pass the filter. */
  readonly rows: (source: Source) => AsyncIterable<TableRow>;
};
