import { expect } from '@jest/globals';
import type { TextIndex } from '../../src/store/store.ts';
import { write } from './ask.ts';
import type { Case } from './spec.ts';

const index: TextIndex = { label: 'Page', property: 'body', key: 'id' };

/** S90 on: full text. */
export const textCases: readonly Case[] = [
  {
    id: 'S90',
    must: 'find the texts that hold a word, best first, also those written after the index',
    run: async ({ store }) => {
      await write(store, "CREATE (:Page {id: 'a', body: 'One rifle, two gloves'})");
      await store.defineText([index]);
      await store.defineText([index]);
      await write(
        store,
        "CREATE (:Page {id: 'b', body: 'A rifle is a rifle'})",
        "CREATE (:Page {id: 'c', body: 'None'})",
      );
      const found = await store.searchText(index, ['rifle'], 10);
      expect(found.map((hit) => hit.key).sort()).toEqual(['a', 'b']);
      const scores = found.map((hit) => hit.score);
      expect(scores).toEqual([...scores].sort((x, y) => y - x));
      expect(await store.searchText(index, ['rifle'], 1)).toHaveLength(1);
      expect(await store.searchText(index, ['absent'], 10)).toEqual([]);
    },
  },
];
