import type { Walk } from './walk.ts';

/** What a file is written from: a walk, and the address under which its ids are found. */
export type Source = Walk & { readonly baseUrl: string };

/** Writes a file piece by piece. */
export type Write = (source: Source) => AsyncGenerator<string>;
