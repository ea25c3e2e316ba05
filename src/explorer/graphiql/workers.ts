import EditorWorker from 'monaco-editor/esm/vs/editor/editor.worker.js?worker';
import JsonWorker from 'monaco-editor/esm/vs/language/json/json.worker.js?worker';
import GraphQLWorker from 'monaco-graphql/esm/graphql.worker.js?worker';

/** Gives the editor its workers. GraphiQL's own file for this does not run in vite's development server. */

function getWorker(_id: string, label: string): Worker {
  if (label === 'json') return new JsonWorker();
  if (label === 'graphql') return new GraphQLWorker();
  return new EditorWorker();
}

Object.assign(globalThis, { MonacoEnvironment: { getWorker } });
