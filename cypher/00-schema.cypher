// 00-schema: constraints and indexes.
// Run first. Every statement is IF NOT EXISTS, so running it again changes nothing. Made from the types by `npm run schema`.

// Keys: one id space per label, and one for all things of the world (:Entity).
CREATE CONSTRAINT entity_id       IF NOT EXISTS FOR (n:Entity)       REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT person_id       IF NOT EXISTS FOR (n:Person)       REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT country_id      IF NOT EXISTS FOR (n:Country)      REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT place_id        IF NOT EXISTS FOR (n:Place)        REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT organization_id IF NOT EXISTS FOR (n:Organization) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT group_id        IF NOT EXISTS FOR (n:Group)        REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT event_id        IF NOT EXISTS FOR (n:Event)        REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT gift_id         IF NOT EXISTS FOR (n:Gift)         REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT article_id      IF NOT EXISTS FOR (n:Article)      REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT sentence_id     IF NOT EXISTS FOR (n:Sentence)     REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT claim_id        IF NOT EXISTS FOR (n:Claim)        REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT fact_id         IF NOT EXISTS FOR (n:Fact)         REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT owner_id        IF NOT EXISTS FOR (n:Owner)        REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT state_id        IF NOT EXISTS FOR (n:State)        REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT judgement_id    IF NOT EXISTS FOR (n:Judgement)    REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT name_key        IF NOT EXISTS FOR (n:Name)         REQUIRE n.key IS UNIQUE;

// Look-ups: the same properties again as plain indexes. Grafeo enforces a constraint but does not read through it,
// on Neo4j the constraint already has its index and these lines do nothing. They must stand after the constraints.
CREATE INDEX entity_id_lookup       IF NOT EXISTS FOR (n:Entity)       ON (n.id);
CREATE INDEX person_id_lookup       IF NOT EXISTS FOR (n:Person)       ON (n.id);
CREATE INDEX country_id_lookup      IF NOT EXISTS FOR (n:Country)      ON (n.id);
CREATE INDEX place_id_lookup        IF NOT EXISTS FOR (n:Place)        ON (n.id);
CREATE INDEX organization_id_lookup IF NOT EXISTS FOR (n:Organization) ON (n.id);
CREATE INDEX group_id_lookup        IF NOT EXISTS FOR (n:Group)        ON (n.id);
CREATE INDEX event_id_lookup        IF NOT EXISTS FOR (n:Event)        ON (n.id);
CREATE INDEX gift_id_lookup         IF NOT EXISTS FOR (n:Gift)         ON (n.id);
CREATE INDEX article_id_lookup      IF NOT EXISTS FOR (n:Article)      ON (n.id);
CREATE INDEX sentence_id_lookup     IF NOT EXISTS FOR (n:Sentence)     ON (n.id);
CREATE INDEX claim_id_lookup        IF NOT EXISTS FOR (n:Claim)        ON (n.id);
CREATE INDEX fact_id_lookup         IF NOT EXISTS FOR (n:Fact)         ON (n.id);
CREATE INDEX owner_id_lookup        IF NOT EXISTS FOR (n:Owner)        ON (n.id);
CREATE INDEX state_id_lookup        IF NOT EXISTS FOR (n:State)        ON (n.id);
CREATE INDEX judgement_id_lookup    IF NOT EXISTS FOR (n:Judgement)    ON (n.id);
CREATE INDEX name_key_lookup        IF NOT EXISTS FOR (n:Name)         ON (n.key);

// What the derivation looks up.
CREATE INDEX fact_slot        IF NOT EXISTS FOR (n:Fact)      ON (n.slot);
CREATE INDEX claim_owner      IF NOT EXISTS FOR (n:Claim)     ON (n.owner);
CREATE INDEX judgement_owner  IF NOT EXISTS FOR (n:Judgement) ON (n.owner);
CREATE INDEX judgement_target IF NOT EXISTS FOR (n:Judgement) ON (n.target);
CREATE INDEX judgement_other  IF NOT EXISTS FOR (n:Judgement) ON (n.other);
CREATE INDEX judgement_by     IF NOT EXISTS FOR (n:Judgement) ON (n.by);
CREATE INDEX owner_stale      IF NOT EXISTS FOR (n:Owner)     ON (n.stale);
CREATE INDEX claim_stale      IF NOT EXISTS FOR (n:Claim)     ON (n.stale);
CREATE INDEX fact_stale       IF NOT EXISTS FOR (n:Fact)      ON (n.stale);
CREATE INDEX state_stale      IF NOT EXISTS FOR (n:State)     ON (n.stale);
CREATE INDEX entity_stale     IF NOT EXISTS FOR (n:Entity)    ON (n.stale);
CREATE INDEX name_stale       IF NOT EXISTS FOR (n:Name)      ON (n.stale);
CREATE INDEX judgement_stale  IF NOT EXISTS FOR (n:Judgement) ON (n.stale);
CREATE INDEX entity_regroup   IF NOT EXISTS FOR (n:Entity)    ON (n.regroup);
CREATE INDEX entity_restate   IF NOT EXISTS FOR (n:Entity)    ON (n.restate);

// Filters and sort keys.
CREATE INDEX entity_name         IF NOT EXISTS FOR (n:Entity)       ON (n.name);
CREATE INDEX person_name         IF NOT EXISTS FOR (n:Person)       ON (n.name);
CREATE INDEX country_name        IF NOT EXISTS FOR (n:Country)      ON (n.name);
CREATE INDEX place_name          IF NOT EXISTS FOR (n:Place)        ON (n.name);
CREATE INDEX place_kind          IF NOT EXISTS FOR (n:Place)        ON (n.kind);
CREATE INDEX organization_name   IF NOT EXISTS FOR (n:Organization) ON (n.name);
CREATE INDEX organization_kind   IF NOT EXISTS FOR (n:Organization) ON (n.kind);
CREATE INDEX group_name          IF NOT EXISTS FOR (n:Group)        ON (n.name);
CREATE INDEX event_name          IF NOT EXISTS FOR (n:Event)        ON (n.name);
CREATE INDEX event_kind          IF NOT EXISTS FOR (n:Event)        ON (n.kind);
CREATE INDEX event_status        IF NOT EXISTS FOR (n:Event)        ON (n.status);
CREATE INDEX event_dateminday    IF NOT EXISTS FOR (n:Event)        ON (n.dateMinDay);
CREATE INDEX event_enddateminday IF NOT EXISTS FOR (n:Event)        ON (n.endDateMinDay);
CREATE INDEX gift_name           IF NOT EXISTS FOR (n:Gift)         ON (n.name);
CREATE INDEX gift_status         IF NOT EXISTS FOR (n:Gift)         ON (n.status);
CREATE INDEX claim_status        IF NOT EXISTS FOR (n:Claim)        ON (n.status);
CREATE INDEX fact_verdict        IF NOT EXISTS FOR (n:Fact)         ON (n.verdict);
