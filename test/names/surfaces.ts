import { openStore } from '../../src/store/open.ts';
import { type Asked, asked, serviceOver } from '../export/service.ts';
import { type Asking, things } from '../model/world.ts';
import { loadNames } from './world.ts';

/** How each surface reads a name, as the spellings of the world tell outcomes; nothing here knows how names are read. */

/** What came of a name: the outcomes that the surface told, and whether it told silence of the texts. */
export type Came = { readonly outcomes: readonly string[]; readonly silence: boolean };

/** A surface that is asked with a name. */
export type Surface = (asking: Asking) => Promise<Came>;

type Told = {
  readonly outcome: string;
  readonly things: readonly { readonly id: string }[];
  readonly suggestions?: readonly { readonly id: string }[];
};

const LISTS: { readonly [type: string]: string } = {
  Person: 'people',
  Country: 'countries',
  Place: 'places',
  Organization: 'organizations',
};

const KINDS: { readonly [outcome: string]: string } = {
  TAKEN: 'taken',
  AMBIGUOUS: 'ambiguous',
  OTHER_TYPE: 'other',
  UNKNOWN: 'unknown',
};

const inOrder = (kind: string, ids: readonly string[]) => [kind, ...ids.toSorted()].join(' ');

const suggested = (ids: readonly string[]) => ids.slice(0, 3).map((id) => `suggested ${id}`);

function outcomesOf({ outcome, things, suggestions = [] }: Told): readonly string[] {
  const kind = KINDS[outcome] ?? '';
  return [
    inOrder(
      kind,
      things.map(({ id }) => id),
    ),
    ...suggested(suggestions.map(({ id }) => id)),
  ];
}

const SILENCE = /not stated|record no such|state no such/;

async function askGraphQL({ url }: Asked, { ask, as }: Asking): Promise<Came> {
  const list = LISTS[as ?? ''] ?? 'entities';
  const query = `query ($name: String) { ${list}(where: { name: { eq: $name } }) { totalCount } }`;
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { name: ask } }),
  });
  const { errors, extensions } = (await response.json()) as {
    errors?: readonly { extensions: { names: readonly Told[] } }[];
    extensions?: { names: readonly Told[] };
  };
  const [told] = errors?.[0]?.extensions.names ?? extensions?.names ?? [];
  if (!told) throw new Error(`nothing is told of ${ask}`);
  return { outcomes: outcomesOf(told), silence: false };
}

/** A saved question: what is wrong with the name in its error; what it was taken for in a header, unless it is called just so. */
async function askQuestion({ get }: Asked, { ask }: Asking): Promise<Came> {
  const { statusCode, headers, body } = await get(`/q/facts-about.json?of=${encodeURIComponent(ask)}`);
  if (statusCode !== 200) {
    const [told] = JSON.parse(body).errors[0].extensions.names as readonly Told[];
    return { outcomes: told ? outcomesOf(told) : [], silence: false };
  }
  const read = String(headers['x-names']).replace('about=', '').split(',');
  const outcomes = [inOrder(read.length > 1 ? 'ambiguous' : 'taken', read)];
  return { outcomes, silence: SILENCE.test(String(headers['x-notes'])) };
}

type Candidate = {
  readonly id: string;
  readonly score: number;
  readonly type: readonly { readonly id: string }[];
};

async function askReconcile({ get }: Asked, { ask, as }: Asking): Promise<Came> {
  const queries = JSON.stringify({ q: { query: ask, ...(as !== undefined && { type: as }) } });
  const { body } = await get(`/reconcile?queries=${encodeURIComponent(queries)}`);
  const result = JSON.parse(body).q.result as readonly Candidate[];
  const bearers = result.filter(({ score }) => score >= 80).map(({ id }) => id);
  if (bearers.length > 1) return { outcomes: [inOrder('ambiguous', bearers)], silence: false };
  if (bearers.length === 1) return { outcomes: [inOrder('taken', bearers)], silence: false };
  const others = result.filter(({ type: [of] }) => as !== undefined && of?.id !== as).map(({ id }) => id);
  if (others.length > 0) return { outcomes: [inOrder('other', others)], silence: false };
  return { outcomes: ['unknown', ...suggested(result.map(({ id }) => id))], silence: false };
}

/** The tools of language models: one that takes who acts, one that finds anything. */
async function askTools({ url }: Asked, { ask, as }: Asking): Promise<Came> {
  const types = as === undefined ? {} : { types: [as] };
  const found = await callTool(url, 'search_entities', { query: ask.slice(0, 200), ...types });
  const { rows = [], suggestions = [], ambiguous, notes = [] } = found.structuredContent ?? {};
  const gifts = await callTool(url, 'list_gifts', { giver: ask.slice(0, 200) });
  const words = gifts.content[0]?.text ?? '';
  const understood = gifts.isError !== true;
  const bearers: string[] = rows
    .filter(({ named }: { named: boolean }) => named)
    .map(({ id }: { id: string }) => id);
  const noted = things.filter(({ id }) => notes.join(' ').endsWith(`is meant: ${id}.`)).map(({ id }) => id);
  if (bearers.length === 0 && noted.length > 0)
    return { outcomes: [inOrder('other', noted)], silence: false };
  const kind = ambiguous ? 'ambiguous' : 'taken';
  const outcome = suggestions.length > 0 || bearers.length === 0 ? ['unknown'] : [inOrder(kind, bearers)];
  const guesses = suggested(suggestions.map(({ id }: { id: string }) => id));
  return { outcomes: [...outcome, ...guesses], silence: !understood && SILENCE.test(words) };
}

// biome-ignore lint/suspicious/noExplicitAny: a test looks at whatever the tool answers
async function callTool(url: string, name: string, args: object): Promise<any> {
  const response = await fetch(`${url}/mcp`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name, arguments: args } }),
  });
  const text = await response.text();
  return JSON.parse(/^data: (.*)$/m.exec(text)?.[1] ?? text).result;
}

/** Every surface over the world of names, and how to close them. */
export async function openSurfaces() {
  const store = await openStore({ url: 'memory:' });
  await loadNames(store);
  const service = await asked(await serviceOver(store));
  const surfaces: { readonly [name: string]: Surface } = {
    GraphQL: (asking) => askGraphQL(service, asking),
    '/q': (asking) => askQuestion(service, asking),
    '/reconcile': (asking) => askReconcile(service, asking),
    MCP: (asking) => askTools(service, asking),
  };
  const close = async () => {
    await service.close();
    await store.close();
  };
  return { surfaces, close };
}
