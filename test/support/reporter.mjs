/**
 * Ends every run with one plain line, `N passed, N failed, N skipped`, and lists what was skipped before it.
 * A skipped case says why in its title or in that of the block around it.
 */
export default class LineReporter {
  onRunComplete(_contexts, results) {
    const skipped = results.testResults.flatMap((file) => file.testResults.filter(isSkipped));
    const list = skipped.length > 0 ? `\nSkipped:\n${listed(skipped)}\n` : '';
    // Jest still has its own summary to print; the line comes when all has been said.
    process.once('exit', () => process.stdout.write(`${list}\n${lineOf(results)}\n`));
  }
}

const isSkipped = ({ status }) => ['pending', 'skipped', 'disabled', 'todo'].includes(status);

/** One line for each block that has skipped cases; a case outside of any block stands for itself. */
function listed(cases) {
  const counts = new Map();
  for (const { ancestorTitles, title } of cases) {
    const name = [...ancestorTitles.slice(0, 1), ...(ancestorTitles.length > 0 ? [] : [title])].join();
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => `  ${count} × ${name}`).join('\n');
}

/** The line. A file that could not run at all counts as one failed case. */
function lineOf(results) {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites } =
    results;
  const failed = numFailedTests + numRuntimeErrorTestSuites;
  return `${numPassedTests} passed, ${failed} failed, ${numPendingTests + numTodoTests} skipped`;
}
