import { type GraphiQLPlugin, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { type Question, questions } from '../questions.ts';

/** The pane of saved questions: one click puts a question into a tab and runs it. */

function Icon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="M4 5h16v11H9l-5 4z" strokeLinejoin="round" />
      <path d="M9.6 8.6a2.4 2.4 0 1 1 3.4 2.2c-.6.3-1 .7-1 1.3" strokeLinecap="round" />
      <circle cx="12" cy="14" r=".5" fill="currentColor" />
    </svg>
  );
}

function Examples() {
  const { addTab, setOperationName, updateActiveTabValues, run } = useGraphiQLActions();
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const variableEditor = useGraphiQL((state) => state.variableEditor);
  const open = ({ text }: Question) => {
    if (queryEditor?.getValue().trim()) addTab();
    // A new tab puts its own content into the editors first.
    setTimeout(() => {
      queryEditor?.setValue(text);
      variableEditor?.setValue('');
      updateActiveTabValues({ query: text, variables: '' });
      setOperationName(/query (\w+)/.exec(text)?.[1] ?? '');
      run();
    });
  };
  return (
    <section aria-label="Examples" className="examples">
      <h2>Examples</h2>
      <p>Each opens in a tab and runs.</p>
      <ul>
        {questions.map((question) => (
          <li key={question.name}>
            <button type="button" onClick={() => open(question)}>
              {question.title}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The plugin that GraphiQL shows in its side bar. */
export const examplesPlugin: GraphiQLPlugin = { title: 'Examples', icon: Icon, content: Examples };
