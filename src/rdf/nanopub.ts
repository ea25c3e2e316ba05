import type { Fact } from '../export/fact.ts';
import { iriOf } from '../export/iri.ts';
import type { Source } from '../export/source.ts';
import { walkFacts } from '../export/walk-facts.ts';
import { walkBlocks } from './blocks.ts';
import { assertionOf, claimPairs } from './facts.ts';
import { type Block, date, iri, type Pair, schemaIri, some } from './terms.ts';
import { head, turtleBlock } from './turtle.ts';

/**
 * TriG: each fact as a nanopublication, four named graphs at its address.
 *
 *   <fact#head>       <fact> a np:Nanopublication ; np:hasAssertion <fact#assertion> ; …
 *   <fact#assertion>  what it asserts, be it told as real, planned, feared or denied
 *   <fact#provenance> <fact#assertion> schema:isBasedOn <claim> . <claim> schema:author <who> ; prov:wasDerivedFrom <sentence>
 *   <fact#pubinfo>    <fact>: how sure it is, how far sources agree, since when it is told, and that this service says so
 *
 * The default graph has what `graph.ttl` has: there a fact is asserted only where it is told as real.
 */
export async function* writeTrig(source: Source): AsyncGenerator<string> {
  yield head();
  for await (const block of walkBlocks(source)) yield turtleBlock(block);
  for await (const fact of walkFacts(source)) yield nanopublication(fact, source);
}

/** One fact as a nanopublication. */
export function nanopublication(fact: Fact, source: Source): string {
  const subject = iriOf(fact.id, source.baseUrl);
  return [
    inGraph(`${subject}#head`, [headBlock(subject)]),
    inGraph(`${subject}#assertion`, assertionOf(fact, source)),
    inGraph(`${subject}#provenance`, provenanceBlocks(fact, source)),
    inGraph(`${subject}#pubinfo`, [pubinfoBlock(fact, source)]),
  ].join('');
}

function inGraph(graph: string, blocks: readonly Block[]): string {
  return `<${graph}> {\n${blocks.map(turtleBlock).join('')}}\n`;
}

function headBlock(subject: string): Block {
  return {
    subject,
    types: ['np:Nanopublication'],
    pairs: [
      ['np:hasAssertion', iri(`${subject}#assertion`)],
      ['np:hasProvenance', iri(`${subject}#provenance`)],
      ['np:hasPublicationInfo', iri(`${subject}#pubinfo`)],
    ],
  };
}

/** Who says so and where, claim by claim; what nobody says is background knowledge. */
function provenanceBlocks(fact: Fact, source: Source): Block[] {
  const { baseUrl } = source;
  const at = (id: string) => iri(iriOf(id, baseUrl));
  const own = (name: string) => schemaIri(name, baseUrl);
  const claims = [...fact.claims, ...fact.against];
  return [
    {
      subject: `${iriOf(fact.id, baseUrl)}#assertion`,
      types: ['prov:Entity'],
      pairs: [
        ...fact.claims.map((claim): Pair => ['schema:isBasedOn', at(claim.id)]),
        ...fact.against.map((claim): Pair => [own('contradictedBy'), at(claim.id)]),
        ...some(own('basis'), fact.basis),
      ],
    },
    ...claims.map((claim) => ({
      subject: iriOf(claim.id, baseUrl),
      types: ['schema:Claim'],
      pairs: claimPairs(claim, source),
    })),
  ];
}

function pubinfoBlock({ id, status, verdict, reportedOn }: Fact, { baseUrl }: Source): Block {
  const own = (name: string) => schemaIri(name, baseUrl);
  return {
    subject: iriOf(id, baseUrl),
    types: [],
    pairs: [
      ...some(own('status'), status),
      ...some(own('verdict'), verdict),
      ...(reportedOn ? [[own('reportedOn'), date(reportedOn)] as const] : []),
      ['prov:wasAttributedTo', iri(`${baseUrl}/`)],
    ],
  };
}
