import type { Variables } from '../compile/input.ts';
import type { Plan } from '../compile/plan.ts';
import { rankHits, type SearchedIn, searchedWords, textIndexes } from '../model/search.ts';
import type { GraphStore } from '../store/store.ts';

/** One look into a full-text index: the most hits that were asked for, and how many came. */
export type Asked = { readonly index: SearchedIn; readonly hitsAsked: number; readonly hits: number };

/** What searches are run with, and where they are noted. */
type Searching = { readonly variables: Variables; readonly searches: Asked[] };

/** Runs the full-text searches of a plan and puts their hits beside the variables. */
export async function runSearches(
  store: GraphStore,
  planned: Plan['searches'],
  { variables, searches }: Searching,
): Promise<Variables> {
  const found = planned.map(async ({ hits, text, limit }) => {
    const asked = text(variables);
    const places = (Object.keys(textIndexes) as SearchedIn[]).map(async (place) => {
      const words = searchedWords(asked, place);
      if (words.length === 0) return [];
      const hitsAsked = limit(variables);
      const texts = await store.searchText(textIndexes[place], words, hitsAsked);
      searches.push({ index: place, hitsAsked, hits: texts.length });
      return texts.map((hit) => ({ ...hit, in: place }));
    });
    return [hits, rankHits((await Promise.all(places)).flat(), asked)] as const;
  });
  return { ...variables, ...Object.fromEntries(await Promise.all(found)) };
}
