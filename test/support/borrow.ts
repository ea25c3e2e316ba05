import { connect } from 'node:net';
import { createInterface } from 'node:readline';

/** What a suite has of the things that the run shares, until it gives it back. */
export type Loan<T> = { readonly value: T; readonly release: () => Promise<void> };

/** Asks the main process of the run for one of the things of `setup.mjs`, and waits for it; rejects with its reason. */
export async function borrow<T>(name: string): Promise<Loan<T>> {
  const socket = connect(process.env.TESTS_LENDER ?? '');
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  const release = () => {
    socket.destroy();
    return closed;
  };
  try {
    const { value, error } = await answer<T>(socket.setEncoding('utf8'), name);
    if (error !== undefined) throw new Error(error);
    return { value: value as T, release };
  } catch (error) {
    await release();
    throw error;
  }
}

type Answer<T> = { readonly value?: T; readonly error?: string };

function answer<T>(socket: ReturnType<typeof connect>, name: string): Promise<Answer<T>> {
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.once('close', () => reject(new Error(`the run ended before it gave out ${name}`)));
    createInterface({ input: socket }).once('line', (line) => resolve(JSON.parse(line)));
    socket.write(`${name}\n`);
  });
}

/** Has the service built into `dist/`, once in a run: by whichever suite wants it first. */
export async function build(): Promise<void> {
  await (await borrow<void>('service')).release();
}

/** Has the service built, and its pages beside it. */
export async function buildPages(): Promise<void> {
  await (await borrow<void>('pages')).release();
}
