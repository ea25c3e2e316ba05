import { DOC_EXPLORER_PLUGIN } from '@graphiql/plugin-doc-explorer';
import { explorerPlugin } from '@graphiql/plugin-explorer';
import { HISTORY_PLUGIN } from '@graphiql/plugin-history';
import { ToolbarButton, useGraphiQL } from '@graphiql/react';
import { createLocalStorage, type Fetcher, type FetcherReturnType } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { buildSchema, type GraphQLSchema, parse, print } from 'graphql';
import { useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { askAsWritten, fetchText } from '../ask.ts';
import { h } from '../dom.ts';
import { explorerLink } from '../explorer-link.ts';
import { connectionLine, header, ready } from '../frame.ts';
import { questions } from '../questions.ts';
import { examplesPlugin } from './examples.tsx';
import './workers.ts';
import '@graphiql/react/style.css';
import '@graphiql/plugin-doc-explorer/style.css';
import '@graphiql/plugin-history/style.css';
import '@graphiql/plugin-explorer/style.css';
import 'graphiql/graphiql.css';
import '../colours.css';
import '../frame.css';
import './graphiql.css';

const plugins = [HISTORY_PLUGIN, explorerPlugin({ showAttribution: false }), examplesPlugin];
const storage = createLocalStorage({ namespace: 'attested' });
const linked = new URLSearchParams(location.hash.slice(1));
const query = readable(linked.get('query') ?? undefined);
const variables = linked.get('variables') ?? undefined;

/** An operation on one line, as the pages send theirs, laid out to be read; any other as it is. */
function readable(text: string | undefined): string | undefined {
  if (text === undefined || text.trim().includes('\n')) return text;
  try {
    return print(parse(text));
  } catch {
    return text;
  }
}

/** What a service says that answers listed documents only: GraphiQL is for writing others. */
const locked = h('div', { class: 'connection locked', role: 'status', hidden: true });

/** Asks with the key of the tab, if there is one; a service that is down is said so in the answer. */
const fetcher: Fetcher = async (parameters) => {
  const answer = await askAsWritten(parameters);
  const isLocked = answer.errors?.some(({ extensions }) => extensions?.code === 'DOCUMENT_NOT_TRUSTED');
  if (isLocked) {
    locked.hidden = false;
    locked.textContent =
      'This service answers only the questions on its list (TRUSTED_DOCUMENTS). The examples may be on it, unchanged; what you write yourself is refused.';
  }
  return answer as Awaited<FetcherReturnType>;
};

function CopyLink() {
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const variableEditor = useGraphiQL((state) => state.variableEditor);
  useEffect(() => {
    if (queryEditor) ready();
  }, [queryEditor]);
  const copy = () => {
    const link = explorerLink(queryEditor?.getValue() ?? '', variableEditor?.getValue() ?? '');
    history.replaceState(null, '', link);
    void navigator.clipboard?.writeText(location.href);
  };
  return (
    <ToolbarButton label="Copy a link to this operation" onClick={copy}>
      <svg
        viewBox="0 0 24 24"
        className="graphiql-toolbar-icon"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        aria-hidden="true"
      >
        <path
          d="M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.300l-1 1M14 10a4 4 0 0 0-5.700 0l-3 3A4 4 0 0 0 11 18.700l1-1"
          strokeLinecap="round"
        />
      </svg>
    </ToolbarButton>
  );
}

function App({ schema }: { readonly schema: GraphQLSchema }) {
  const tabs = questions.slice(0, 2).map(({ text }) => ({ query: text }));
  return (
    <GraphiQL
      fetcher={fetcher}
      schema={schema}
      storage={storage}
      plugins={plugins}
      referencePlugin={DOC_EXPLORER_PLUGIN}
      visiblePlugin={examplesPlugin}
      defaultTabs={tabs}
      {...(query !== undefined && { initialQuery: query, initialVariables: variables ?? '' })}
    >
      {/* The head of the page has the name and the ways to the other pages. */}
      <GraphiQL.Logo>
        <span hidden />
      </GraphiQL.Logo>
      <GraphiQL.Toolbar>
        {({ prettify, copy, merge }) => (
          <>
            {prettify}
            {merge}
            {copy}
            <CopyLink />
          </>
        )}
      </GraphiQL.Toolbar>
    </GraphiQL>
  );
}

/** The schema as the service writes it: a tenth of what asking for it by introspection would bring. */
async function start(place: HTMLElement): Promise<void> {
  const sdl = await fetchText('./schema.graphql');
  createRoot(place).render(<App schema={buildSchema(sdl, { assumeValid: true })} />);
}

const place = document.getElementById('main');
place?.before(header('GraphiQL'), connectionLine(), locked);
if (place) void start(place);
