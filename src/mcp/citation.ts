/** What GraphQL gives is made short for whoever reads it: each claim once, with its sentences, and each article once. */

type Row = Readonly<Record<string, unknown>>;
type Named = { readonly name?: string };

/** One place where a claim is stated, as the operations ask for it. */
type Span = {
  readonly claim: {
    readonly id: string;
    readonly statement: string;
    readonly status: string;
    readonly attributions: { readonly nodes: readonly { readonly source: Named }[] };
  };
  readonly sentence: { readonly id: string };
  readonly article: { readonly id: string };
};

/** A claim with who says so and where it is stated. */
type Cited = {
  readonly claim: string;
  readonly statement: string;
  readonly status: string;
  readonly saidBy: readonly string[];
  readonly article: string;
  readonly sentences: string[];
};

/** A row with connections as lists, `__typename` as `type`, and its evidence by claim, the articles beside it. */
export function rowOf(row: Row): Record<string, unknown> {
  const { evidence, ...rest } = row;
  const entries = Object.entries(rest).map(([name, value]) => {
    return [name === '__typename' ? 'type' : name.replace(/(?<=.)__\w+$/, ''), tidied(value)];
  });
  return { ...Object.fromEntries(entries), ...(Array.isArray(evidence) && cited(evidence as Span[])) };
}

function tidied(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(tidied);
  if (typeof value !== 'object' || value === null) return value;
  const isConnection = 'nodes' in value && Object.keys(value).length === 1;
  return isConnection ? tidied(value.nodes) : rowOf(value as Row);
}

function cited(spans: readonly Span[]) {
  const claims = new Map<string, Cited>();
  const articles = new Map<string, object>();
  for (const { claim, sentence, article } of spans) {
    const { id, statement, status, attributions } = claim;
    const saidBy = attributions.nodes.flatMap(({ source }) => source.name ?? []);
    const key = `${id} ${article.id}`;
    const known = claims.get(key) ?? {
      claim: id,
      statement,
      status,
      saidBy,
      article: article.id,
      sentences: [],
    };
    if (!known.sentences.includes(sentence.id)) known.sentences.push(sentence.id);
    claims.set(key, known);
    articles.set(article.id, article);
  }
  return { evidence: [...claims.values()], sources: [...articles.values()] };
}
