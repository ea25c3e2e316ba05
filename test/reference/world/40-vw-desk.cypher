// What the desk judges of the made-up articles: three pairs are one, and one pair is not after all.

// What it said before goes; run the derivation after this script.
MATCH (:Claim {owner: 'ledger:vw-desk'})-[:SAYS]->(f:Fact) SET f.stale = true;
MATCH (:Owner {id: 'ledger:vw-desk'})-[:SAYS]->(f:Fact) SET f.stale = true;
MATCH (:Claim {owner: 'ledger:vw-desk'})-[:CONTRADICTS]-(c:Claim) SET c.stale = true;
MATCH (j:Judgement {owner: 'ledger:vw-desk'}) MATCH (c:Claim {id: j.target}) SET c.stale = true;
MATCH (j:Judgement {owner: 'ledger:vw-desk'}) MATCH (c:Claim {id: j.by}) SET c.stale = true;
MATCH (j:Judgement {owner: 'ledger:vw-desk'}) MATCH (t:Judgement {id: j.target}) SET t.stale = true;
MATCH (j:Judgement {owner: 'ledger:vw-desk', kind: 'SAME_AS'}) MATCH (e:Entity {id: j.target}) SET e.regroup = true;
MATCH (j:Judgement {owner: 'ledger:vw-desk', kind: 'SAME_AS'}) MATCH (e:Entity {id: j.other}) SET e.regroup = true;
MATCH (:Owner {id: 'ledger:vw-desk'})-[:DECLARES]->(e:Entity) SET e.stale = true;
MATCH (c:Claim {owner: 'ledger:vw-desk'}) REMOVE c.stale DETACH DELETE c;
MATCH (j:Judgement {owner: 'ledger:vw-desk'}) REMOVE j.stale DETACH DELETE j;
MATCH (:Owner {id: 'ledger:vw-desk'})<-[:IN_ARTICLE]-(s:Sentence) DETACH DELETE s;
MATCH (o:Owner {id: 'ledger:vw-desk'}) DETACH DELETE o;

// The owner: a ledger of judgements.
UNWIND [
  {id: 'ledger:vw-desk'}
] AS row
MERGE (o:Owner:Ledger {id: row.id})
SET o.recordedAt = toString(datetime()), o.stale = true;

// What the owner judges of claims and things.
UNWIND [
  {id: 'judgement:SAME_AS|ledger:vw-desk|person:kim-jong-un|person:kim-jong-un-2|2024-01-04', kind: 'SAME_AS', target: 'person:kim-jong-un', other: 'person:kim-jong-un-2', on: '2024-01-04', who: 'the desk', reason: 'made up'},
  {id: 'judgement:SAME_AS|ledger:vw-desk|gift:w-SWORD|gift:w-sword|2024-01-04', kind: 'SAME_AS', target: 'gift:w-SWORD', other: 'gift:w-sword', on: '2024-01-04', who: 'the desk', reason: 'made up'},
  {id: 'judgement:SAME_AS|ledger:vw-desk|event:w-leaf|event:w-side|2024-01-04', kind: 'SAME_AS', target: 'event:w-leaf', other: 'event:w-side', on: '2024-01-04', who: 'the desk', reason: 'made up'},
  {id: 'judgement:SAME_AS|ledger:vw-desk|person:o-brien|person:deseret|2024-01-04', kind: 'SAME_AS', target: 'person:o-brien', other: 'person:deseret', on: '2024-01-04', who: 'the desk', reason: 'made up'},
  {id: 'judgement:REVOKES|ledger:vw-desk|judgement:SAME_AS|ledger:vw-desk|person:o-brien|person:deseret|2024-01-04|2024-01-05', kind: 'REVOKES', target: 'judgement:SAME_AS|ledger:vw-desk|person:o-brien|person:deseret|2024-01-04', on: '2024-01-05'}
] AS row
CREATE (:Judgement {id: row.id, kind: row.kind, target: row.target, other: row.other, by: row.by, on: row.on, predicate: row.predicate, who: row.who, reason: row.reason, owner: 'ledger:vw-desk'});
