import { quote, statedBy, thingsOf } from './evidence.ts';
import { type GraphNode, idOf, incoming, outgoing, type Relationship } from './graph.ts';
import {
  evidenceList,
  type ListField,
  relationships,
  type Shape,
  starts,
  stored,
  unjoined,
} from './shape.ts';

const articleOf = (sentence: GraphNode): GraphNode | null =>
  outgoing(sentence, 'IN_ARTICLE', 'Article')[0]?.end ?? null;

const sentencesOf = (article: GraphNode) => incoming(article, 'IN_ARTICLE', 'Sentence');

/** The part of a sentence's id that names its article. */
export const articleKey = (sentence: GraphNode): string | undefined => idOf(sentence).split(':')[1];

const article: Shape<GraphNode> = {
  values: {
    id: stored('id', 'id'),
    title: stored('text', 'title'),
    subtitle: stored('text', 'subtitle'),
    byline: stored('text', 'byline'),
    publishedOn: stored('day', 'publishedOn'),
    language: stored('text', 'language'),
    url: stored('text', 'url'),
    length: stored('int', 'length'),
    textSha256: stored('text', 'textSha256'),
    textLoaded: {
      kind: 'flag',
      read: (node) => sentencesOf(node).some((r) => typeof r.start.properties.text === 'string'),
    },
  },
  lists: {
    sentences: { of: 'Sentence', read: (node) => starts(sentencesOf(node)) },
    claims: {
      of: 'Claim',
      read: (node) =>
        unjoined(
          sentencesOf(node).flatMap((r) => incoming(r.start, 'STATED_IN', 'Claim').map((s) => s.start)),
        ),
    },
  },
  ones: {},
  order: (node) => [idOf(node)],
};

const sentence: Shape<GraphNode> = {
  values: {
    id: stored('id', 'id'),
    number: stored('text', 'n'),
    position: stored('int', 'seq'),
    kind: stored('choice', 'kind'),
    start: stored('int', 'start'),
    end: stored('int', 'end'),
    textSha256: stored('text', 'textSha256'),
    text: stored('text', 'text'),
  },
  lists: {
    mentions: { of: 'Mention', read: (node) => relationships(outgoing(node, 'MENTIONS', 'Entity')) },
    claims: { of: 'Claim', read: (node) => starts(incoming(node, 'STATED_IN', 'Claim')) },
  },
  ones: { article: { of: 'Article', read: articleOf } },
  order: (node) => [articleKey(node), node.properties.seq, idOf(node)],
};

/** The claims that a claim takes back or corrects. */
const judged = (type: string): ListField<GraphNode> => ({
  of: 'Claim',
  read: (node) => unjoined(outgoing(node, type, 'Claim').map((r) => r.end)),
});

const claim: Shape<GraphNode> = {
  values: {
    id: stored('id', 'id'),
    statement: stored('text', 'text'),
    status: stored('choice', 'status'),
    voice: stored('choice', 'voice'),
    basis: stored('choice', 'basis'),
    rank: stored('choice', 'rank'),
    sourceText: stored('text', 'sourceText'),
    withdrawnOn: stored('day', 'withdrawnOn'),
  },
  lists: {
    attributions: {
      of: 'Attribution',
      read: (node) => relationships(outgoing(node, 'ATTRIBUTED_TO', 'Entity')),
    },
    says: {
      of: 'Fact',
      whole: true,
      read: (node) => unjoined(outgoing(node, 'SAYS', 'Fact').map((r) => r.end)),
    },
    about: { of: 'Entity', read: (node) => unjoined(thingsOf(node)) },
    retracts: judged('RETRACTS'),
    corrects: judged('CORRECTS'),
    contradicts: {
      of: 'Claim',
      read: (node) =>
        unjoined([
          ...outgoing(node, 'CONTRADICTS', 'Claim').map((r) => r.end),
          ...incoming(node, 'CONTRADICTS', 'Claim').map((r) => r.start),
        ]),
    },
    evidence: evidenceList((node) => statedBy([node])),
  },
  ones: {},
  order: (node) => [idOf(node)],
};

const evidence: Shape<Relationship> = {
  values: {
    start: stored('int', 'start'),
    end: stored('int', 'end'),
    text: { kind: 'text', read: (r) => quote(r.end, r.properties) },
  },
  lists: {},
  ones: {
    claim: { of: 'Claim', read: (r) => r.start },
    article: { of: 'Article', read: (r) => articleOf(r.end) },
    sentence: { of: 'Sentence', read: (r) => r.end },
  },
  order: (r) => [idOf(r.start), r.end.properties.seq, r.properties.start],
};

/** What the texts are made of. */
export const texts = { Article: article, Sentence: sentence, Claim: claim, Evidence: evidence };
