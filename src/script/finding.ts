/** Something wrong with what an owner writes: where, and one sentence on what is wrong and what would be right. */
export type Finding = { readonly file: string; readonly line: number; readonly sentence: string };

/** `20-kd.cypher:12: There is no claim claim:kd:F9.` */
export function printFinding({ file, line, sentence }: Finding): string {
  return `${file}:${line}: ${sentence}`;
}

/** Findings as they stand in the files. */
export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}
