import type { Cells } from '../script/made.ts';
import type { Sentence, Span } from './text.ts';

/** A place in an article file, both from 1. */
export type Spot = { readonly line: number; readonly column: number };

/** What stands somewhere in a file. */
type Placed = { readonly spot: Spot };

/** A sentence with the hash of its words. */
export type HashedSentence = Sentence & { readonly sha256: string };

/** A stretch of the sentence numbered `sentence`, counted from the beginning of the article. */
export type Place = Span & { readonly sentence: string };

/** A thing as the article declares it: what is given of name, aliases, kind and so on. */
export type Thing = Placed & { readonly id: string; readonly declared: Cells };

/** Words that mean a thing; those of up to six words are kept, since they are found by. */
export type Mention = Placed &
  Place & { readonly entity: string; readonly kind: string; readonly surface?: string };

/** Whose word a claim is, and the words that say so. */
export type ClaimSource = Placed & {
  readonly entity: string;
  readonly basis: string;
  readonly words?: string;
};

/** The tables of facts in a script. */
export type FactForm = 'happens' | 'relations' | 'values' | 'dates';

/** What a claim says, as the row of its table without the columns that code makes. */
export type Fact = Placed & { readonly form: FactForm; readonly cells: Cells };

/** What a claim does to another one: the row of a judgement. */
export type ClaimJudgement = Placed & { readonly cells: Cells };

/** A claim: what the article says, in our own words, and where it says so. */
export type Claim = Placed & {
  /** `F01`: the last part of its id. */
  readonly id: string;
  readonly text: string;
  readonly status: string;
  readonly basis: string;
  readonly voice: string;
  /** How the article tells that it is somebody's word. */
  readonly words?: string;
  readonly evidence: readonly (Placed & Place)[];
  readonly sources: readonly ClaimSource[];
  readonly about: readonly (Placed & { readonly entity: string })[];
  readonly facts: readonly Fact[];
  readonly judgements: readonly ClaimJudgement[];
};

/** An article with all that is said of it, every place found: what both forms of its file and its script hold. */
export type Article = {
  readonly key: string;
  /** Title, day and so on: the row of its owner without id, hash and length. */
  readonly head: Cells;
  /** Where the parts of `head` and the key stand. */
  readonly headSpots: ReadonlyMap<string, Spot>;
  readonly textSha256: string;
  readonly length: number;
  readonly sentences: readonly HashedSentence[];
  readonly things: readonly Thing[];
  readonly mentions: readonly Mention[];
  readonly claims: readonly Claim[];
};

/** Where nothing was read from a file. */
export const NOWHERE: Spot = { line: 1, column: 1 };
