import EditorWorker from 'monaco-editor/esm/vs/editor/editor.worker.js?worker';
import JsonWorker from 'monaco-editor/esm/vs/language/json/json.worker.js?worker';
import GraphQLWorker from 'monaco-graphql/esm/graphql.worker.js?worker';

/**
 * Gives the editor its workers. GraphiQL's own file for this does not run in vite's development server, and fetches
 * the workers of the languages at once: here they come when somebody touches the page, before which nobody types.
 */

const touched = new Promise<void>((resolve) => {
  for (const name of ['pointerdown', 'keydown', 'focusin'] as const) {
    addEventListener(name, () => resolve(), { once: true, capture: true });
  }
});

function getWorker(_id: string, label: string): Worker | Promise<Worker> {
  if (label === 'json') return touched.then(() => new JsonWorker());
  if (label === 'graphql') return touched.then(() => new GraphQLWorker());
  return new EditorWorker();
}

Object.assign(globalThis, { MonacoEnvironment: { getWorker } });
