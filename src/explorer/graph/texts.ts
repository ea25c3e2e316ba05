import { ask } from '../ask.ts';
import { text as textDocument } from '../documents/text.graphql';
import type { Article } from '../evidence.ts';

/** The texts of articles: from the service where they are loaded, else from a file that the reader opens here. */

/** A sentence and its words, if they are known. */
export type TextSentence = {
  readonly id: string;
  readonly number: string;
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  readonly text: string | null;
};

const opened = new Map<string, readonly string[]>();
const sentences = new Map<string, readonly TextSentence[]>();

/** The sentences of an article, with their words from the service or from the file that was opened. */
export async function textOf(article: Article): Promise<readonly TextSentence[]> {
  let known = sentences.get(article.id);
  if (!known) {
    const answer = await ask<{ article: { sentences: { nodes: readonly TextSentence[] } } }>(textDocument, {
      id: article.id,
    });
    known = answer.article.sentences.nodes;
    sentences.set(article.id, known);
  }
  return known.map((sentence) => ({ ...sentence, text: sentence.text ?? slice(article.id, sentence) }));
}

/** Words of a file that the reader opened; null without one. */
export function slice(
  articleId: string,
  { start, end }: { readonly start: number; readonly end: number },
): string | null {
  return opened.get(articleId)?.slice(start, end).join('') ?? null;
}

/** Whether the words of an article can be shown. */
export function hasText(article: Article): boolean {
  return article.textLoaded || opened.has(article.id);
}

/**
 * Takes the file for the article if its SHA-256 is the one that the graph was made from; says why not otherwise.
 * The file stays in this page: nothing of it is sent anywhere.
 */
export async function openFile(article: Article, file: File): Promise<string | undefined> {
  if (!crypto.subtle)
    return 'This browser checks files only on pages that come by https or from this machine.';
  const bytes = new Uint8Array(await file.arrayBuffer());
  const text = new TextDecoder().decode(bytes);
  const plain = text.replaceAll('\r\n', '\n');
  const hashes = [await sha256(bytes), await sha256(new TextEncoder().encode(plain))];
  if (!hashes.includes(article.textSha256)) {
    return `This is not the text that the graph was made from: its SHA-256 is ${hashes[0]}, that of the article ${article.textSha256}.`;
  }
  opened.set(article.id, [...plain]);
  return undefined;
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
