import type { Reader } from '../store/store.ts';
import type { Walk } from './walk.ts';

/** What a file is written from: a walk, the address under which its ids are found, and the store for a dump of it. */
export type Source = Walk & { readonly baseUrl: string; readonly store: Reader };

/** Writes a file piece by piece. */
export type Write = (source: Source) => AsyncGenerator<string>;
