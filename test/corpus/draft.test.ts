import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { Article } from '../../src/article/article.ts';
import { compileArticle } from '../../src/article/compile.ts';
import { Quotes } from '../../src/article/quote.ts';
import { splitText } from '../../src/article/sentences.ts';
import { ArticleText } from '../../src/article/text.ts';
import { clean } from '../../src/corpus/draft/clean.ts';
import { daysIn } from '../../src/corpus/draft/days.ts';
import { draftOf } from '../../src/corpus/draft/draft.ts';
import { redraftOf } from '../../src/corpus/draft/redraft.ts';
import { Known } from '../../src/corpus/known.ts';
import { readScript } from '../../src/script/script.ts';
import { grammar, readSound } from '../article/language.ts';
import { describeWithTexts } from '../support/articles.ts';
import { SOURCE, TEXT } from './harbour.ts';

const world = readScript('w', readFileSync('cypher/10-world.cypher', 'utf8'), grammar.forms).script;
const harbour = compileArticle(readSound(SOURCE, TEXT), grammar, 'kd');
const known = new Known([...(world ? [world] : []), harbour], grammar);

/** `Venn 2` for each mention of a thing, as the draft of a text has it. */
function mentionsOf(text: string): readonly string[] {
  const article = readSound(draftOf({ key: 'x-1', text, known, grammar }), text);
  const whole = new ArticleText(text);
  return article.mentions.map((one) => `${one.entity} ${one.sentence} ${whole.slice(one)}`);
}

const HEAD = 'A Title\nApril 12, 2031\n';

/** Sentences, what is linked in them (without what is new), and what must not be. */
const LINKS: readonly (readonly [what: string, text: string, linked: readonly string[]])[] = [
  [
    'a surname of who is named in full',
    'Bo Lundeen came. Lundeen left.',
    ['person:bo-lundeen 1 Bo Lundeen', 'person:bo-lundeen 2 Lundeen'],
  ],
  ['a surname alone', 'It was late. Lundeen left.', []],
  ['a surname with a title', 'Premier Lundeen left.', ['person:bo-lundeen 1 Lundeen']],
  ['another forename', 'Bo Lundeen met Carl Lundeen.', ['person:bo-lundeen 1 Bo Lundeen']],
  ['a longer name', 'Bo Lundeen shut Lundeen Street.', ['person:bo-lundeen 1 Bo Lundeen']],
  ['a possessive', "Bo Lundeen's lamp shone.", ['person:bo-lundeen 1 Bo Lundeen']],
  ['a demonym', 'A Russian ship and the Russians.', ['country:ru 1 Russian', 'country:ru 1 Russians']],
  ['the longest name', 'A North Korean ship.', ['country:kp 1 North Korean']],
  ['capitals', 'The US told us that US ships left.', ['country:us 1 US', 'country:us 1 US']],
  ['small letters that are no name', 'He told us to russia the pot.', []],
  ['a name over a full stop', 'He said North. Korea is near.', []],
  [
    'two of one name, the first introduced',
    'Kim Jong-un met Kim Jong-il. Kim left.',
    ['person:kim-jong-un 1 Kim Jong-un', 'person:kim-jong-il 1 Kim Jong-il', 'person:kim-jong-un 2 Kim'],
  ],
];

describe('mentions of what the corpus knows', () => {
  test.each(LINKS)('%s', (_, text, linked) => {
    const ids = new Set(known.things().map(({ id }) => id));
    const found = mentionsOf(`${HEAD}${text}`).filter((one) => ids.has(one.split(' ')[0] ?? ''));
    expect([...found].sort()).toEqual([...linked].sort());
  });

  describeWithTexts('in the article of the package', (articlesDir) => {
    test('are all its names, and no others', () => {
      const text = readFileSync(`${articlesDir}/oo-20230918.txt`, 'utf8');
      const gold = readSound(readFileSync('examples/first/oo-20230918.yaml', 'utf8'));
      const wanted = gold.mentions.filter(({ kind }) => kind === 'NAME' || kind === 'DEMONYM');
      const mine = readSound(
        draftOf({ key: 'oo', text, known: new Known(world ? [world] : [], grammar), grammar }),
        text,
      );
      const meets = (a: Article['mentions'][number], b: Article['mentions'][number]) =>
        a.entity === b.entity && a.start < b.end && b.start < a.end;
      const missed = wanted.filter((one) => !mine.mentions.some((other) => meets(one, other)));
      const extra = mine.mentions.filter((one) => !gold.mentions.some((other) => meets(one, other)));
      expect([wanted.length, missed, extra]).toEqual([69, [], []]);
    });
  });
});

describe('names that nobody bears', () => {
  test('are proposed as new things, to be looked at', () => {
    const source = draftOf({ key: 'kd-20310412', text: TEXT, known: new Known([], grammar), grammar });
    const { things } = readSound(source, TEXT);
    expect(things.map(({ id }) => id)).toEqual([
      ...['person:ada-venn', 'person:bo-lundeen', 'person:ira-moss', 'person:jon-reyk'],
      ...['place:arvale', 'place:old-mint', 'place:port-ansel', 'place:toru', 'org:dock-workers-union'],
    ]);
    for (const { id } of things) expect(source).toMatch(new RegExp(`^  ${id}: .*# check: new`, 'm'));
  });
});

/** Sentences of an article of 12 April 2031, a Saturday, and the dates that they may mean. */
const DAYS: readonly (readonly [sentence: string, dates: readonly string[]])[] = [
  ['They met on Friday.', ['2031-04-11']],
  ['They met on Saturday.', ['2031-04-12']],
  ['They will meet on Friday.', ['2031-04-18']],
  ['They met on April 3.', ['2031-04-03']],
  ['They met on May 3.', ['2030-05-03']],
  ['They are expected in May.', ['2031-05']],
  ['It was seen in October.', ['2030-10']],
  ['It was July 2000.', ['2000-07']],
  ['It ended over the weekend.', ['2031-04-12/2031-04-13']],
  ['It was the first visit since 2024.', ['2024']],
  ['It came yesterday, and goes tomorrow.', ['2031-04-11', '2031-04-13']],
  ['It fell last year and last month.', ['2030', '2031-03']],
  ['On 12 March 2029 it fell.', ['2029-03-12']],
  ['He may march in 5 days with 2024 men.', []],
  ['In the second summit they gave 1500 lamps.', []],
  ['Они встретились в пятницу.', ['2031-04-11']],
  ['Они встретились 3 апреля.', ['2031-04-03']],
  ['Визит ожидается в мае.', ['2031-05']],
  ['Sie trafen sich am Freitag.', ['2031-04-11']],
];

describe('dates from the day of publication', () => {
  test.each(DAYS)('%s', (sentence, dates) => {
    const text = new ArticleText(`${HEAD}${sentence}`);
    const quotes = new Quotes(text, splitText(text));
    const [last] = quotes.sentences.slice(-1);
    expect(last && daysIn(last, quotes, '2031-04-12').map(({ date }) => date)).toEqual(dates);
  });
});

describe('a text that is cleaned', () => {
  test('of a saved page has the words of its article, and the address', () => {
    const page =
      '<!doctype html><link rel="canonical" href="https://kite.example/a?x=1&amp;y=2"><nav>Menu</nav><article><h1>Storm &amp; Port</h1><p>It&nbsp;rained&#x2e;</p><script>x()</script></article>';
    expect(clean(page)).toMatchObject({
      text: 'Storm & Port\nIt rained.',
      url: 'https://kite.example/a?x=1&y=2',
    });
  });

  test('has line ends of Unix, and tells what was done', () => {
    const { text, told } = clean('\uFEFFA\u00AD title \r\nIt\u00A0rained.\r\n');
    expect(text).toBe('A title\nIt rained.');
    expect(told).toHaveLength(6);
  });

  test('stays as it is where nothing is wrong with it', () => {
    expect(clean('A title\nIt rained: 2 < 3.')).toEqual({ text: 'A title\nIt rained: 2 < 3.', told: [] });
  });
});

describe('a text that has changed', () => {
  const article = readSound(SOURCE, TEXT);

  test('keeps what still stands, wherever it stands now', () => {
    const after = TEXT.replace('It was the first', 'Rain fell all day. It was the first');
    const { source, lost } = redraftOf(article, { before: TEXT, after }, grammar);
    expect(lost).toEqual([]);
    const again = readSound(source, after);
    const words = (text: string, one: Article) => {
      const whole = new ArticleText(text);
      return one.claims.map(({ id, evidence }) => [id, evidence.map((place) => whole.slice(place))]);
    };
    expect(words(after, again)).toEqual(words(TEXT, article));
    expect(again.mentions).toHaveLength(article.mentions.length);
  });

  test('lists what lost its words', () => {
    const after = TEXT.replace('a storm lamp', 'a brass lamp');
    const { lost } = redraftOf(article, { before: TEXT, after }, grammar);
    expect(lost).toEqual(['F04 lost its words: "Venn handed her guest a storm lamp made in Port Ansel".']);
  });
});
