import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { splitText } from '../../src/article/sentences.ts';
import { splitLine } from '../../src/article/split.ts';
import { ArticleText } from '../../src/article/text.ts';
import { readScript } from '../../src/script/script.ts';
import { describeWithTexts } from '../support/articles.ts';
import { grammar } from './language.ts';

/** Lines of our own, each with `|` where a sentence ends and the next begins, and traps in between. */
const LINES: readonly (readonly [what: string, line: string])[] = [
  ['titles', 'Gen. Bo Lundeen met Dr. Ada Venn and Mrs. Okri.| They left with Lt. Col. Roe.'],
  ['a question in its sentence', '“Is it yours?” Venn asked him.| He said nothing.'],
  ['a quotation that ends a sentence', 'He called it “a gift.” The mayor laughed.'.replace('” T', '”| T')],
  ['sentences in a quotation', '“We came. We saw. We left,” Lundeen said.| Nobody laughed.'],
  ['a quotation after a colon', 'Roe said: “It rained. We stayed.”| The port was shut.'],
  [
    'an exclamation and a verb of saying',
    '“Never!” shouted the old man.| “Why not?” the premier of Toru asked.',
  ],
  ['a multi-paragraph quotation', '“We will stay.| We will wait.'],
  ['straight quotation marks', '"Is it done?" asked Venn.| "It is. All of it," he said.'],
  ['times', 'They met at 5 p.m. Friday and at 9 a.m. GMT.| The talks ended at 11 p.m.| Nobody spoke.'],
  ['numbers', 'It is No. 4 of 5.| It cost 3.5 million.| In Sec. 12 they differ.'],
  ['months', 'He came on Jan. 5 and left in Feb.| Snow fell.'],
  ['companies', 'He runs Heron Inc.| The yard is shut.| It sold Roe & Co. Ltd. shares.'],
  ['letters with stops', 'The U.S. Navy came.| It is in the U.N.| The vote is today.'],
  ['initials', 'J. F. Roe met A. Venn.| He waved.'],
  ['a letter that names a kind', 'They took plan B.| Venn agreed.| It lacks vitamin C.| Nobody knew.'],
  ['inner abbreviations', 'Tools, e.g. lamps, i.e. light, vs. Looms.| They differ.'],
  ['an ellipsis', 'He waited… and left.| She stayed…| Nobody came.'],
  ['brackets', 'He left (it was late. Very late.) and slept.| She (Ada) stayed.'],
  ['a dash and a small letter', 'He asked “Why?” — and left.| She said “No.” and stayed.'],
  ['numbers at the end', 'It was in 2031.| The next was in 2032.| He has 12.| She has 14.'],
  ['a list', '1. Open the gate and wait.'],
  [
    'German',
    'Er kam am 3. Mai nach Toru.| Das war z.B. Herrn Dr. Roe neu.| Sie zahlte 3 Mio. Euro.| Es blieb dabei.',
  ],
  ['German quotation marks', '„Kommt er?“ fragte Venn.| „Er kommt. Bald“, sagte Roe.'],
  ['French', '« Est-il là ? » demanda Venn.| Mme. Roe est partie.| Elle est loin.'],
  ['Spanish', '¿Viene hoy?| La Sra. Venn no lo sabe.| Él tampoco.'],
  [
    'Russian',
    'В 2031 г. Венн приехала в г. Порт.| Она родилась в 1990 г. в Тору.| Это 5 тыс. руб. в год.| Он уехал в 2029 г.| Она осталась.',
  ],
  ['Russian quotation marks', '«Он едет. Скоро», — сказала Венн.| По данным г-на Роу, и т.д.| Это всё.'],
  ['Chinese and Japanese', '她来了。|他走了！|「来ますか。はい」と言った。'],
  ['a decimal and an address', 'It is 3.14 m at kite.example.| See it.'],
  ['an apostrophe', "The Roes' yard shut.| Venn's did not."],
  ['two marks', 'Really?!| Yes.| No?!'],
  ['an unclosed bracket', 'He (and she left.| Nobody came.'],
];

const told = (line: string): readonly string[] => splitLine(line).map(({ from, to }) => line.slice(from, to));

describe('the sentences of a line', () => {
  test.each(LINES)('of %s', (_, marked) => {
    const wanted = marked.split('|').map((part) => part.trim());
    expect(told(marked.replaceAll('|', ''))).toEqual(wanted);
  });
});

const HEADS: readonly (readonly [text: string, kinds: readonly string[]])[] = [
  ['A Title\nBy Sen Okri\nApril 12, 2031\nIt rained.', ['0a', '0c', '0d', '1']],
  ['A Title\nA line under it\n\nSen Okri\n12 April 2031\n\nIt rained.', ['0a', '0b', '0c', '0d', '1']],
  ['A Title\nPORT ANSEL, Arvale, April 12 (Kite Dispatch) — It rained. It poured.', ['0a', '0e', '1', '2']],
  ['A Title\nMOSCOW (Reuters) - It rained.', ['0a', '0e', '1']],
  ['A Title\nIt rained all day in the port of Ansel.', ['0a', '1']],
  ['Заголовок\n12 апреля 2031\nШёл дождь. Он кончился.', ['0a', '0d', '1', '2']],
];

describe('the head of a text', () => {
  test.each(HEADS)('%j', (text, wanted) => {
    expect(splitText(new ArticleText(text)).map(({ n }) => n)).toEqual(wanted);
  });
});

describeWithTexts('the article of the package', (articlesDir) => {
  test('is split at each of its boundaries and nowhere else', () => {
    const text = new ArticleText(readFileSync(`${articlesDir}/oo-20230918.txt`, 'utf8'));
    const script = readScript(
      'x',
      readFileSync('cypher/20-oo-20230918.cypher', 'utf8'),
      grammar.forms,
    ).script;
    const rows = script?.tables.find(({ form }) => form.name === 'sentences')?.rows ?? [];
    const wanted = rows.map(({ values: { n, kind, start, end } }) => ({ n, kind, start, end }));
    expect(wanted).toHaveLength(26);
    expect(splitText(text)).toEqual(wanted);
  });
});
