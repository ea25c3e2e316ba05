import type { Article } from '../../article/article.ts';
import type { Findings } from '../../article/source.ts';
import { type ArticleText, sha256 } from '../../article/text.ts';
import { type Checking, headSpot } from './context.ts';

/** Whether an article file tells rightly which article it is of, and whether the text beside it is that one. */
export function checkHead(checking: Checking): void {
  checkFields(checking);
  checkText(checking);
}

const KEY = /^[a-z0-9][a-z0-9.-]*$/;

function isDay(day: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(day) && new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day) === true;
}

/** Names of languages by their codes, for who writes `English`. */
const LANGUAGES: { readonly [name: string]: string } = {
  english: 'en',
  german: 'de',
  deutsch: 'de',
  french: 'fr',
  spanish: 'es',
  russian: 'ru',
  chinese: 'zh',
  japanese: 'ja',
  arabic: 'ar',
};

function checkFields({ article, source, findings, text }: Checking): void {
  const { key, head } = article;
  const at = (part: string) => headSpot(article, part);
  const { publishedOn = '', language = '', url, title } = head;
  if (!KEY.test(key))
    findings.error(
      at('key'),
      'ARTICLE_KEY',
      `${key} is no key.`,
      'A key has small letters, digits, hyphens and points: kd-20310412.',
    );
  else if (key !== source.key)
    findings.error(
      at('key'),
      'ARTICLE_KEY',
      `The file is named for ${source.key}, and its key is ${key}.`,
      'Name both alike.',
    );
  if (!isDay(String(publishedOn)))
    findings.error(
      at('publishedOn'),
      'DATE',
      `publishedOn is no day of the calendar: ${publishedOn}.`,
      'Write it as 2031-04-12.',
    );
  if (!/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(String(language))) {
    const code = LANGUAGES[String(language).toLowerCase()];
    const mend = code === undefined ? 'Write it as en, de or pt-BR.' : `Write ${code}.`;
    findings.error(at('language'), 'LANGUAGE', `${language} is no code of a language.`, mend);
  }
  if (url !== undefined && !/^https?:\/\/[^\s]+$/.test(String(url)))
    findings.error(at('url'), 'URL', `${url} is no address.`, 'Write it as https://kite.example/1.');
  const first = article.sentences.find(({ n }) => n === '0a');
  if (text && first && text.slice(first) !== title)
    findings.judge(
      at('title'),
      'TITLE',
      'The title is not the first line of the text.',
      'Take it over, unless the text begins otherwise.',
    );
}

function checkText({ article, source, findings, text }: Checking): void {
  if (text === undefined) return;
  const at = headSpot(article, 'key');
  const file = `texts/${source.key}.txt`;
  if (text.text.includes('\r'))
    findings.error(
      at,
      'TEXT_BREAKS',
      `${file} ends its lines as Windows does (CRLF).`,
      'Save it with line ends of Unix (LF).',
    );
  if (text.text.startsWith('\uFEFF'))
    findings.error(
      at,
      'TEXT_MARK',
      `${file} begins with a byte order mark.`,
      'Save it as UTF-8 without BOM.',
    );
  const isSame = sha256(text.text) === article.textSha256;
  if (source.form === 'packed' && isSame) checkPositions(article, text, findings);
  if (!isSame)
    findings.error(
      at,
      'TEXT_CHANGED',
      `${file} is not the text that this file was packed from: ${difference(article, text)}.`,
      'Put the text as it was published there, or pack the working form anew.',
    );
}

/** What the travelling form tells, held against the words that it tells of. */
function checkPositions(article: Article, text: ArticleText, findings: Findings): void {
  const at = headSpot(article, 'key');
  for (const sentence of article.sentences)
    if (sha256(text.slice(sentence)) !== sentence.sha256)
      findings.error(
        at,
        'SENTENCE_HASH',
        `Sentence ${sentence.n} is not what stands there.`,
        'Run `attested pack` again.',
      );
  for (const { surface, spot, ...span } of article.mentions)
    if (surface !== undefined && text.slice(span) !== surface)
      findings.error(
        spot,
        'SPAN',
        `"${surface}" does not stand there, but "${text.slice(span)}".`,
        'Run `attested pack` again.',
      );
}

/** The first place that tells the texts apart. */
function difference({ sentences, length }: Article, text: ArticleText): string {
  const changed = sentences.find((one) => sha256(text.slice(one)) !== one.sha256);
  if (changed) return `sentence ${changed.n} differs`;
  const more = text.points.length - length;
  return more > 0
    ? `${more} characters follow its last sentence`
    : 'what stands between its sentences differs';
}
