import type { Form } from '../script/forms.ts';
import { type ReadScript, readScript } from '../script/script.ts';
import { LEDGER_FILE, ledgerOf, readLedger } from './ledger.ts';

/** What an owner writes, in whichever of its forms: a script, or a file of judgements. */

const isLedger = (file: string): boolean => file.endsWith(LEDGER_FILE);

/** The id that a script gives its owner, read without the rest: all that is asked of one that has not changed. */
const OWNER = /MERGE \(o:Owner:\w+ \{id: row\.id\}\)/;
const FIRST_ROW = /UNWIND\s+\[\s*\{\s*id:\s*'([^'\\]+)'/;

/** The id of the owner of a file; undefined where it is not told as it is in the forms. */
export function ownerOf(file: string, text: string): string | undefined {
  if (isLedger(file)) return ledgerOf(text);
  return OWNER.test(text) ? FIRST_ROW.exec(text)?.[1] : undefined;
}

/** Reads a file of an owner: its tables, and all that is wrong with their form. */
export const readOwner = (file: string, text: string, forms: readonly Form[]): ReadScript =>
  (isLedger(file) ? readLedger : readScript)(file, text, forms);
