import { type ArticleFinding, printArticleFinding } from '../article/finding.ts';

/** How findings are told: lines for people, JSON for programs, SARIF 2.1 for code hosts that show them in reviews. */
export type ReportFormat = 'text' | 'json' | 'sarif';

const count = (findings: readonly ArticleFinding[], level: ArticleFinding['level']): number =>
  findings.filter((one) => one.level === level).length;

const many = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`;

function asText(findings: readonly ArticleFinding[], articles: number): string {
  const judged = count(findings, 'judge');
  const sum = `${many(articles, 'article')}: ${many(count(findings, 'error'), 'error')}, ${judged} to judge.`;
  const how =
    judged > 0
      ? ' Behind what is right as it stands write `# judged: CODE why`, and it is not asked again.'
      : '';
  return [...findings.map(printArticleFinding), `${sum}${how}`].join('\n');
}

function asSarif(findings: readonly ArticleFinding[], version: string): string {
  const rules = [...new Set(findings.map(({ code }) => code))].sort().map((id) => ({ id }));
  const results = findings.map(({ file, line, column, level, code, sentence, mend }) => ({
    ruleId: code,
    level: level === 'error' ? 'error' : 'warning',
    message: { text: mend === undefined ? sentence : `${sentence} ${mend}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: file.split('\\').join('/') },
          region: { startLine: line, startColumn: column },
        },
      },
    ],
  }));
  const driver = { name: 'attested', version, rules };
  const log = {
    version: '2.1.0',
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    runs: [{ tool: { driver }, results }],
  };
  return JSON.stringify(log, undefined, 2);
}

/** What is told of a check: its findings, how many articles it looked at, and by which version of the program. */
export type Report = {
  readonly findings: readonly ArticleFinding[];
  readonly articles: number;
  readonly version: string;
};

/** A report in a format. */
export function printReport({ findings, articles, version }: Report, format: ReportFormat): string {
  if (format === 'sarif') return asSarif(findings, version);
  if (format === 'json') return JSON.stringify({ articles, findings }, undefined, 2);
  return asText(findings, articles);
}

/** The exit status of a check: 0 nothing, 1 errors, with `strict` also what is to judge. */
export function exitOf(findings: readonly ArticleFinding[], strict: boolean): number {
  return count(findings, 'error') > 0 || (strict && findings.length > 0) ? 1 : 0;
}
