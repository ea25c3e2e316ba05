import { expect, test } from '@jest/globals';
import { describeServed } from '../support/served.ts';

/**
 * A negation once took what nobody states for what is stated otherwise: the glove, of whose origin no text speaks, was
 * "not made in Russia", and twenty undated events were "not in 2000". A condition that was null asked for everything.
 */

describeServed('what is not stated', (service) => {
  // biome-ignore lint/suspicious/noExplicitAny: a test looks at whatever the service answers
  const namesOf = async (list: string, where: string): Promise<any> => {
    const { data, errors } = await service.ask(
      `{ ${list}(where: ${where}) { nodes { ... on Entity { name } } } }`,
    );
    expect(errors).toBeUndefined();
    return data[list].nodes.map(({ name }: { name: string }) => name).sort();
  };

  const RUSSIAN = '{ madeIn: { name: { eq: "Russia" } } }';
  const [GLOVE, RIFLE, OTHER] = ["a cosmonaut's glove", 'North Korean-made rifle', 'Russian-made rifle'];

  test.each([
    ['made in Russia', RUSSIAN, [OTHER]],
    ['stated to be made elsewhere', `{ not: ${RUSSIAN} }`, [RIFLE]],
    ['of an origin that nobody states', '{ not: { madeIn: {} } }', [GLOVE]],
    [
      'made elsewhere, or of an origin that nobody states',
      `{ or: [{ not: ${RUSSIAN} }, { not: { madeIn: {} } }] }`,
      [RIFLE, GLOVE],
    ],
    ['not of a stated origin, said twice', '{ not: { not: { madeIn: {} } } }', [RIFLE, OTHER]],
  ])('gifts %s', async (_, where, names) => {
    const found = await namesOf('gifts', where);
    expect(found).toHaveLength(names.length);
    for (const name of names) expect(found.join()).toContain(name.includes('glove') ? 'glove' : name);
  });

  test('undated events are not "not in 2000"', async () => {
    const in2000 = '{ date: { during: { from: "2000-01-01", to: "2000-12-31" } } }';
    const [within, otherwise, undated] = await Promise.all(
      [in2000, `{ not: ${in2000} }`, '{ date: { exists: false } }'].map((where) => namesOf('events', where)),
    );
    const { data } = await service.ask('{ events { totalCount } }');
    expect(within.length + otherwise.length + undated.length).toBe(data.events.totalCount);
    expect([within.length, otherwise.length, undated.length]).toEqual([2, 9, 20]);
  });

  test('who gave nothing gave "no rifle" no more than he gave none', async () => {
    const rifle = '{ item: { eq: "rifle" } }';
    expect(await namesOf('people', `{ gave: { some: ${rifle} } }`)).toEqual([
      'Kim Jong-un',
      'Vladimir Putin',
    ]);
    expect(await namesOf('people', `{ gave: { none: ${rifle} } }`)).toEqual([]);
    expect(await namesOf('people', '{ gave: { none: {} } }')).toEqual(['Kim Jong-il', 'Sergei Lavrov']);
  });

  test.each([
    [
      '{ gifts(where: { madeIn: null }) { totalCount } }',
      'A filter has madeIn: null, which asks for nothing.',
    ],
    [
      'query ($country: String) { gifts(where: { madeIn: { name: { eq: $country } } }) { totalCount } }',
      'A filter has eq: $country, a variable without a value, which asks for nothing.',
    ],
  ])('%s is refused, and does not give everything', async (query, message) => {
    const { errors } = await service.ask(query);
    expect(errors?.[0]).toMatchObject({ message, extensions: { code: 'BAD_USER_INPUT' } });
  });
});
