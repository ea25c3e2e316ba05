import type { Row, Statement, TextHit, TextIndex } from '../store.ts';

/**
 * What the service and an engine process say to each other over a pipe: frames of JSON, of which many can be under way.
 *
 *     4 bytes  length of the text
 *     4 bytes  id: that of the question, which its reply has too; 0 is what a process says of itself when it is ready
 *     1 byte   1 where integers beyond 2^53 stand in the text, as {"$int": "9007199254740993"}
 *     text     JSON in UTF-8
 *
 * No property of ours is called `$int`: names are plain words. JSON took the least time of all that was tried, the
 * serialization of v8, messages of Node's own and worker threads among them.
 */

/** What a process is asked: a statement, or a look into a full-text index. */
export type Question =
  | { readonly kind: 'read'; readonly statement: Statement }
  | {
      readonly kind: 'search';
      readonly index: TextIndex;
      readonly words: readonly string[];
      readonly limit: number;
    };

/** Why there is no answer, as a `ServiceError` says it. */
export type Fault = { readonly code: string; readonly message: string; readonly hint?: string | undefined };

/** What it replies: what was found, or why not. */
export type Reply =
  | { readonly found: readonly Row[] | readonly TextHit[] | Ready }
  | { readonly fault: Fault };

/** What it says of itself when it is ready: how much memory it takes. */
export type Ready = { readonly bytes: number };

const HEADER_BYTES = 9;

const tagged = (_key: string, value: unknown): unknown =>
  typeof value === 'bigint' ? { $int: String(value) } : value;

const untagged = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && '$int' in value ? BigInt(String(value.$int)) : value;

function textOf(value: unknown): { readonly text: string; readonly isTagged: boolean } {
  try {
    return { text: JSON.stringify(value), isTagged: false };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { text: JSON.stringify(value, tagged), isTagged: true };
  }
}

/** A frame as bytes. */
export function frameOf(id: number, value: unknown): Buffer {
  const { text, isTagged } = textOf(value);
  const length = Buffer.byteLength(text);
  const frame = Buffer.allocUnsafe(HEADER_BYTES + length);
  frame.writeUInt32LE(length, 0);
  frame.writeUInt32LE(id, 4);
  frame.writeUInt8(isTagged ? 1 : 0, 8);
  frame.write(text, HEADER_BYTES);
  return frame;
}

/** A reader of frames, to which chunks are given as they come: it tells of each frame when it is whole. */
export function readFrames(tell: (id: number, value: unknown) => void): (chunk: Buffer) => void {
  let parts: Buffer[] = [];
  let held = 0;
  let needed = HEADER_BYTES;
  return (chunk) => {
    parts.push(chunk);
    held += chunk.length;
    while (held >= needed) {
      const bytes = parts.length === 1 ? (parts[0] ?? chunk) : Buffer.concat(parts);
      const end = HEADER_BYTES + bytes.readUInt32LE(0);
      parts = [bytes];
      needed = end;
      if (held < end) return;
      const text = bytes.toString('utf8', HEADER_BYTES, end);
      tell(bytes.readUInt32LE(4), JSON.parse(text, bytes.readUInt8(8) === 1 ? untagged : undefined));
      parts = [bytes.subarray(end)];
      held -= end;
      needed = HEADER_BYTES;
    }
  };
}
