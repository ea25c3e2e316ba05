import { Socket } from 'node:net';
import { ServiceError } from '../../errors.ts';
import { openGrafeo } from '../grafeo.ts';
import type { GraphStore } from '../store.ts';
import { frameOf, type Question, type Reply, readFrames } from './frames.ts';

/**
 * An engine process: opens one sealed graph file, which it only reads, and answers what it is asked over descriptor 3 until
 * that is closed or it is killed. Its arguments: the path of the file, the most rows and the most bytes of one read.
 */

const [path = '', rowsMax, bytesMax] = process.argv.slice(2);

function answer(store: GraphStore, question: Question) {
  if (question.kind === 'read') return store.read(question.statement);
  return store.searchText(question.index, question.words, question.limit);
}

function faultOf(error: unknown): Reply {
  const message = error instanceof Error ? error.message : String(error);
  if (!(error instanceof ServiceError)) return { fault: { code: 'STORE_ERROR', message } };
  return { fault: { code: error.code, message, hint: error.hint } };
}

function serve(): void {
  const pipe = new Socket({ fd: 3, readable: true, writable: true });
  const send = (id: number, reply: Reply) => pipe.write(frameOf(id, reply));
  const exit = () => process.exit();
  pipe.on('end', exit).on('error', exit);
  try {
    const limits = { rowsMax: Number(rowsMax), bytesMax: Number(bytesMax) };
    answerAll(openGrafeo({ path, readOnly: true, limits }), pipe, send);
    send(0, { found: { bytes: process.memoryUsage.rss() } });
  } catch (error) {
    send(0, faultOf(error));
    pipe.end(exit);
  }
}

function answerAll(store: GraphStore, pipe: Socket, send: (id: number, reply: Reply) => void): void {
  const receive = readFrames((id, question) => {
    answer(store, question as Question).then(
      (found) => send(id, { found }),
      (error: unknown) => send(id, faultOf(error)),
    );
  });
  pipe.on('data', receive);
}

// The service decides when it ends: a signal of the terminal goes to all processes at once, while it still answers.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
serve();
