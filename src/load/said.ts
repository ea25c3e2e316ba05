import type { Grammar } from '../article/grammar.ts';
import { ServiceError } from '../errors.ts';
import { derivation } from '../facts/derive/derive.ts';
import type { Vocabulary } from '../facts/vocabulary.ts';
import { type Finding, inOrder, printFinding } from '../script/finding.ts';
import type { OwnerScript } from '../script/script.ts';
import { checkScript } from './check/script.ts';
import { ownerOf, readOwner } from './owner.ts';
import { type Corpus, hashOf } from './read.ts';
import { sentenceTexts } from './texts.ts';
import type { Load } from './write.ts';

/** What can be said, and the forms in which it is written. */
export type Language = Grammar;

/** How many findings one error tells. */
const FINDINGS_MAX = 100;

/** What to do about a graph that cannot be loaded. */
export const HINT = 'Mend the scripts. The graph is as it was before.';

/** All that is wrong as one GRAPH_INVALID; nothing where nothing is. */
export function refuse(findings: readonly Finding[], hint = HINT): void {
  if (findings.length === 0) return;
  const shown = inOrder(findings).slice(0, FINDINGS_MAX).map(printFinding);
  const more = findings.length - shown.length;
  const all = [...shown, ...(more > 0 ? [`And ${more} more.`] : [])].join('\n');
  throw new ServiceError(
    'GRAPH_INVALID',
    findings.length === 1 ? all : `${findings.length} findings:\n${all}`,
    { hint },
  );
}

/** A script and what it was read from. */
type Source = { readonly file: string; readonly text: string; readonly script: OwnerScript };

const keyOf = (id: string): string => id.slice(id.indexOf(':') + 1);

/** What the corpus says: the owners whose hash is not among those known, and the ids of all. */
export type Said = {
  readonly changed: readonly Load[];
  readonly ids: ReadonlySet<string>;
  readonly texts: number;
};

/** Reads and checks what is not known yet; all that is wrong is one GRAPH_INVALID. */
export function readSaid(corpus: Corpus, known: ReadonlyMap<string, string>, language: Language): Said {
  const { vocabulary } = language;
  const made = hashOf(...derivation(vocabulary));
  const ids = new Set<string>();
  const findings: Finding[] = [];
  const sources: (Source & { sha256: string })[] = [];
  for (const one of corpus.scripts) {
    const { file, text } = one;
    const id = ownerOf(one);
    const sha256 = hashOf(made, text, corpus.texts.get(keyOf(id ?? '')) ?? '');
    if (id !== undefined && !ids.has(id) && known.get(id) === sha256) {
      ids.add(id);
      continue;
    }
    const { script, findings: wrong } = readOwner(one, language);
    findings.push(...wrong);
    if (!script) continue;
    findings.push(...checkScript(script, vocabulary));
    if (ids.has(script.id)) findings.push({ file, line: 1, sentence: `${script.id} has a script already.` });
    ids.add(script.id);
    sources.push({ file, text, script, sha256 });
  }
  refuse(findings);
  const changed = sources.map(({ script, sha256 }) => ({ script, sha256, texts: textsOf(script, corpus) }));
  const texts = [...ids].filter((id) => id.startsWith('article:') && corpus.texts.has(keyOf(id))).length;
  return { changed, ids, texts };
}

function textsOf(script: OwnerScript, { texts }: Corpus): Load['texts'] {
  const text = script.kind === 'Article' ? texts.get(keyOf(script.id)) : undefined;
  return text === undefined ? [] : sentenceTexts(script, text, `${keyOf(script.id)}.txt`);
}

/** Each owner that a corpus speaks of, with the hash of all that it is made of. */
export function ownersOf(corpus: Corpus, vocabulary: Vocabulary): ReadonlyMap<string, string> {
  const made = hashOf(...derivation(vocabulary));
  return new Map(
    corpus.scripts.map((one) => {
      const id = ownerOf(one) ?? '';
      return [id, hashOf(made, one.text, corpus.texts.get(keyOf(id)) ?? '')];
    }),
  );
}
