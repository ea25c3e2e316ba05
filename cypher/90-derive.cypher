// 90-derive: what follows from the rest of the graph. Run after every change of it, as often as you like.

// ---- Status of events --------------------------------------------------------------------------------------------

// The strongest status among the claims about an event, PREFERRED claims first. A denial counts only where nobody says
// anything else, a deprecated claim only where there is no other at all: so an event known through a denial is DENIED.
MATCH (e:Event)<-[:ABOUT]-(c:Claim)
WITH e, c,
  CASE WHEN c.rank = 'DEPRECATED' THEN 0 WHEN c.status = 'DENIED' THEN 1 WHEN c.rank = 'PREFERRED' THEN 3 ELSE 2 END AS p,
  CASE c.status WHEN 'OCCURRED' THEN 8 WHEN 'ONGOING' THEN 7 WHEN 'HABITUAL' THEN 6 WHEN 'PLANNED' THEN 5
    WHEN 'EXPECTED' THEN 4 WHEN 'REQUESTED' THEN 3 WHEN 'SPECULATED' THEN 2 WHEN 'DOUBTED' THEN 1 ELSE 0 END AS w
ORDER BY p DESC, w DESC
WITH e, collect(c.status) AS statuses
SET e.status = statuses[0];

// ---- What was known when -------------------------------------------------------------------------------------------

// reportedOn is the day of the first article that says so: of an article and its sentences, of a claim, of a
// relationship through its claims, of an entity through claims, also those that it makes, and mentions. What has none is
// background knowledge.
// An event is told by claims about it alone: before the first of them nobody has said how sure it is.
MATCH (a:Article) SET a.reportedOn = a.publishedOn;
MATCH (s:Sentence)-[:IN_ARTICLE]->(a:Article) SET s.reportedOn = a.publishedOn;
MATCH (c:Claim)-[:STATED_IN]->(s:Sentence)
WITH c, min(s.reportedOn) AS day
SET c.reportedOn = day;
MATCH (:Entity)-[r]->(:Entity)
WHERE size(coalesce(r.claims, [])) > 0
UNWIND r.claims AS id
MATCH (c:Claim {id: id})
WITH r, min(c.reportedOn) AS day
SET r.reportedOn = day;
MATCH (e:Entity)
CALL (e) {
  MATCH (e)<-[:ABOUT]-(c:Claim) RETURN c.reportedOn AS day
  UNION ALL
  MATCH (e)<-[:MENTIONS]-(s:Sentence) WHERE NOT e:Event RETURN s.reportedOn AS day
  UNION ALL
  MATCH (e)<-[:ATTRIBUTED_TO]-(c:Claim) WHERE NOT e:Event RETURN c.reportedOn AS day
  UNION ALL
  MATCH (e)-[r]-(:Entity) WHERE NOT e:Event RETURN r.reportedOn AS day
}
WITH e, min(day) AS day
SET e.reportedOn = day;

// A date is told since the first claim that gives it, where there is one; else since the event is.
MATCH (e:Event)
WHERE e.date IS NOT NULL
OPTIONAL MATCH (e)<-[:ABOUT]-(c:Claim {property: 'date'})
WHERE c.value = e.date AND c.status <> 'DENIED'
WITH e, min(c.reportedOn) AS day
SET e.dateReportedOn = day;
MATCH (e:Event)
WHERE e.endDate IS NOT NULL
OPTIONAL MATCH (e)<-[:ABOUT]-(c:Claim {property: 'endDate'})
WHERE c.value = e.endDate AND c.status <> 'DENIED'
WITH e, min(c.reportedOn) AS day
SET e.endDateReportedOn = day;

// The days that an end, or a date in a claim, can mean, as those of a date are given: an open interval ends with the calendar.
CALL () {
  MATCH (e:Event) WHERE e.endDate IS NOT NULL RETURN e AS dated, e.endDate AS ends, null AS given
  UNION ALL
  MATCH (c:Claim) WHERE c.property IN ['date', 'endDate'] AND c.value IS NOT NULL RETURN c AS dated, null AS ends, c.value AS given
}
WITH dated, ends, given, coalesce(ends, given) AS edtf
WITH dated, ends, given, left(split(edtf, '/')[0] + '-01-01', 10) AS earliest, last(split(edtf, '/')) AS to,
  CASE WHEN edtf CONTAINS '/' THEN 'INTERVAL' WHEN size(edtf) = 4 THEN 'YEAR' WHEN size(edtf) = 7 THEN 'MONTH' ELSE 'DAY' END AS precision
WITH dated, ends, given, earliest, precision, CASE size(to) WHEN 2 THEN '9999-12-31' WHEN 4 THEN to + '-12-31' WHEN 10 THEN to
  ELSE to + '-' + CASE
    WHEN right(to, 2) IN ['04', '06', '09', '11'] THEN '30' WHEN right(to, 2) <> '02' THEN '31'
    WHEN toInteger(left(to, 4)) % 4 = 0 AND (toInteger(left(to, 4)) % 100 <> 0 OR toInteger(left(to, 4)) % 400 = 0) THEN '29'
    ELSE '28' END END AS latest
SET dated.endDateMin = CASE WHEN ends IS NOT NULL THEN earliest END,
  dated.endDateMax = CASE WHEN ends IS NOT NULL THEN latest END,
  dated.endDatePrecision = CASE WHEN ends IS NOT NULL THEN precision END,
  dated.valueMin = CASE WHEN given IS NOT NULL THEN earliest END,
  dated.valueMax = CASE WHEN given IS NOT NULL THEN latest END,
  dated.valuePrecision = CASE WHEN given IS NOT NULL THEN precision END;

// Before a date is told as it is, it is the one that claims gave until then: dates[i] from dateDays[i] on, with the days
// that it can mean and what it rests on. Of several the preferred one, else the one that was told first. endDates likewise.
MATCH (e:Event)
REMOVE e.dateDays, e.dates, e.dateMins, e.dateMaxs, e.datePrecisions, e.dateBases,
  e.endDateDays, e.endDates, e.endDateMins, e.endDateMaxs, e.endDatePrecisions, e.endDateBases;
MATCH (e:Event)<-[:ABOUT]-(c:Claim {property: 'date'})
WHERE c.status <> 'DENIED' AND c.value IS NOT NULL AND c.reportedOn < e.dateReportedOn
WITH DISTINCT e, c.reportedOn AS day
CALL (e, day) {
  MATCH (e)<-[:ABOUT]-(c:Claim {property: 'date'})
  WHERE c.status <> 'DENIED' AND c.value IS NOT NULL AND c.reportedOn <= day
  WITH c ORDER BY CASE c.rank WHEN 'PREFERRED' THEN 0 WHEN 'NORMAL' THEN 1 ELSE 2 END, c.reportedOn, c.id
  RETURN head(collect(c)) AS best
}
WITH e, day, best ORDER BY e.id, day
WITH e, collect(day) AS days, collect(best.value) AS dates, collect(best.valueMin) AS mins, collect(best.valueMax) AS maxs,
  collect(best.valuePrecision) AS precisions, collect(best.basis) AS bases
SET e.dateDays = days, e.dates = dates, e.dateMins = mins, e.dateMaxs = maxs, e.datePrecisions = precisions, e.dateBases = bases;
MATCH (e:Event)<-[:ABOUT]-(c:Claim {property: 'endDate'})
WHERE c.status <> 'DENIED' AND c.value IS NOT NULL AND c.reportedOn < e.endDateReportedOn
WITH DISTINCT e, c.reportedOn AS day
CALL (e, day) {
  MATCH (e)<-[:ABOUT]-(c:Claim {property: 'endDate'})
  WHERE c.status <> 'DENIED' AND c.value IS NOT NULL AND c.reportedOn <= day
  WITH c ORDER BY CASE c.rank WHEN 'PREFERRED' THEN 0 WHEN 'NORMAL' THEN 1 ELSE 2 END, c.reportedOn, c.id
  RETURN head(collect(c)) AS best
}
WITH e, day, best ORDER BY e.id, day
WITH e, collect(day) AS days, collect(best.value) AS dates, collect(best.valueMin) AS mins, collect(best.valueMax) AS maxs,
  collect(best.valuePrecision) AS precisions, collect(best.basis) AS bases
SET e.endDateDays = days, e.endDates = dates, e.endDateMins = mins, e.endDateMaxs = maxs, e.endDatePrecisions = precisions, e.endDateBases = bases;

// What else claims give a value for is told since the first of them that gives it, as a date is.
MATCH (e:Entity) REMOVE e.objectReportedOn, e.purposeReportedOn, e.groundsReportedOn, e.durationReportedOn, e.ordinalReportedOn, e.descriptionReportedOn;
MATCH (e:Entity)<-[:ABOUT]-(c:Claim)
WHERE c.status <> 'DENIED' AND c.value = CASE c.property
  WHEN 'object' THEN e.object WHEN 'purpose' THEN e.purpose WHEN 'grounds' THEN e.grounds
  WHEN 'duration' THEN e.duration WHEN 'ordinal' THEN toString(e.ordinal) WHEN 'description' THEN e.description END
WITH e,
  min(CASE c.property WHEN 'object' THEN c.reportedOn END) AS object,
  min(CASE c.property WHEN 'purpose' THEN c.reportedOn END) AS purpose,
  min(CASE c.property WHEN 'grounds' THEN c.reportedOn END) AS grounds,
  min(CASE c.property WHEN 'duration' THEN c.reportedOn END) AS duration,
  min(CASE c.property WHEN 'ordinal' THEN c.reportedOn END) AS ordinal,
  min(CASE c.property WHEN 'description' THEN c.reportedOn END) AS description
SET e.objectReportedOn = object, e.purposeReportedOn = purpose, e.groundsReportedOn = grounds,
  e.durationReportedOn = duration, e.ordinalReportedOn = ordinal, e.descriptionReportedOn = description;

// The status of an event as it could be told on each day that brought a claim about it: statuses[i] from statusDays[i] on.
MATCH (e:Event)<-[:ABOUT]-(c:Claim)
WITH DISTINCT e, c.reportedOn AS day
CALL (e, day) {
  MATCH (e)<-[:ABOUT]-(c:Claim)
  WHERE c.reportedOn <= day
  WITH c,
    CASE WHEN c.rank = 'DEPRECATED' THEN 0 WHEN c.status = 'DENIED' THEN 1 WHEN c.rank = 'PREFERRED' THEN 3 ELSE 2 END AS p,
    CASE c.status WHEN 'OCCURRED' THEN 8 WHEN 'ONGOING' THEN 7 WHEN 'HABITUAL' THEN 6 WHEN 'PLANNED' THEN 5
      WHEN 'EXPECTED' THEN 4 WHEN 'REQUESTED' THEN 3 WHEN 'SPECULATED' THEN 2 WHEN 'DOUBTED' THEN 1 ELSE 0 END AS w
  ORDER BY p DESC, w DESC
  RETURN head(collect(c.status)) AS status
}
WITH e, day, status ORDER BY e.id, day
WITH e, collect(day) AS days, collect(status) AS statuses
SET e.statusDays = days, e.statuses = statuses;

// ---- Name index --------------------------------------------------------------------------------------------------

// (Name {key})-[:NAMES {weak, mentions}]->(Entity) finds an entity by what it is called:
//   MATCH (:Name {key: 'kim'})-[r:NAMES]->(n:Entity) RETURN n.id, r.mentions, r.weak ORDER BY r.mentions DESC, n.id
// Thrown away and built anew, so that a name which no longer applies is gone.
MATCH (n:Name) DETACH DELETE n;
MATCH (n:Entity) WHERE n.laterNames IS NOT NULL REMOVE n.laterNames, n.laterNameDays;

// Every way to call an entity, with its rank:
//   0  name and aliases                                   a key that identifies, weak = false
//   1  weak aliases                                       a key that merely may, weak = true
//   2  surfaces of mentions that are names or demonyms,   likewise
//      for events noun phrases too: nobody gives an event a proper name, people say the summit
//   3  noun phrases for anything else                     no key, their holder changes: the leader, the city
// mentions counts the mentions whose surface folds to the key, whatever made the key. Pronouns do not count at all.
// mentionCounts[i] of them are of the day mentionDays[i]; a day may come more than once.
// reportedOn is the day of the first text that calls the entity so. What is given here and said by no text is known with
// the entity, and so are the parts of its name: Kim. laterNames are the aliases that came up after the entity had:
// laterNames[i] on the day laterNameDays[i].
// key = lower case, then the pairs of the table: letters lose their marks, typographic apostrophe and hyphens become plain.
// Plain ASCII skips the table, which is the slow part and would change nothing there.
WITH [
  ['à', 'a'], ['á', 'a'], ['â', 'a'], ['ã', 'a'], ['ä', 'a'], ['å', 'a'], ['ā', 'a'], ['ă', 'a'], ['ą', 'a'], ['ǎ', 'a'], ['ǟ', 'a'], ['ǡ', 'a'], ['ǻ', 'a'], ['ȁ', 'a'], ['ȃ', 'a'], ['ȧ', 'a'],
  ['ḁ', 'a'], ['ạ', 'a'], ['ả', 'a'], ['ấ', 'a'], ['ầ', 'a'], ['ẩ', 'a'], ['ẫ', 'a'], ['ậ', 'a'], ['ắ', 'a'], ['ằ', 'a'], ['ẳ', 'a'], ['ẵ', 'a'], ['ặ', 'a'], ['ḃ', 'b'], ['ḅ', 'b'], ['ḇ', 'b'],
  ['ç', 'c'], ['ć', 'c'], ['ĉ', 'c'], ['ċ', 'c'], ['č', 'c'], ['ḉ', 'c'], ['ď', 'd'], ['ḋ', 'd'], ['ḍ', 'd'], ['ḏ', 'd'], ['ḑ', 'd'], ['ḓ', 'd'], ['è', 'e'], ['é', 'e'], ['ê', 'e'], ['ë', 'e'],
  ['ē', 'e'], ['ĕ', 'e'], ['ė', 'e'], ['ę', 'e'], ['ě', 'e'], ['ȅ', 'e'], ['ȇ', 'e'], ['ȩ', 'e'], ['ḕ', 'e'], ['ḗ', 'e'], ['ḙ', 'e'], ['ḛ', 'e'], ['ḝ', 'e'], ['ẹ', 'e'], ['ẻ', 'e'], ['ẽ', 'e'],
  ['ế', 'e'], ['ề', 'e'], ['ể', 'e'], ['ễ', 'e'], ['ệ', 'e'], ['ḟ', 'f'], ['ĝ', 'g'], ['ğ', 'g'], ['ġ', 'g'], ['ģ', 'g'], ['ǧ', 'g'], ['ǵ', 'g'], ['ḡ', 'g'], ['ĥ', 'h'], ['ȟ', 'h'], ['ḣ', 'h'],
  ['ḥ', 'h'], ['ḧ', 'h'], ['ḩ', 'h'], ['ḫ', 'h'], ['ẖ', 'h'], ['ì', 'i'], ['í', 'i'], ['î', 'i'], ['ï', 'i'], ['ĩ', 'i'], ['ī', 'i'], ['ĭ', 'i'], ['į', 'i'], ['ǐ', 'i'], ['ȉ', 'i'], ['ȋ', 'i'],
  ['ḭ', 'i'], ['ḯ', 'i'], ['ỉ', 'i'], ['ị', 'i'], ['i̇', 'i'], ['ĵ', 'j'], ['ǰ', 'j'], ['ķ', 'k'], ['ǩ', 'k'], ['ḱ', 'k'], ['ḳ', 'k'], ['ḵ', 'k'], ['ĺ', 'l'], ['ļ', 'l'], ['ľ', 'l'], ['ḷ', 'l'],
  ['ḹ', 'l'], ['ḻ', 'l'], ['ḽ', 'l'], ['ḿ', 'm'], ['ṁ', 'm'], ['ṃ', 'm'], ['ñ', 'n'], ['ń', 'n'], ['ņ', 'n'], ['ň', 'n'], ['ǹ', 'n'], ['ṅ', 'n'], ['ṇ', 'n'], ['ṉ', 'n'], ['ṋ', 'n'], ['ò', 'o'],
  ['ó', 'o'], ['ô', 'o'], ['õ', 'o'], ['ö', 'o'], ['ō', 'o'], ['ŏ', 'o'], ['ő', 'o'], ['ơ', 'o'], ['ǒ', 'o'], ['ǫ', 'o'], ['ǭ', 'o'], ['ȍ', 'o'], ['ȏ', 'o'], ['ȫ', 'o'], ['ȭ', 'o'], ['ȯ', 'o'],
  ['ȱ', 'o'], ['ṍ', 'o'], ['ṏ', 'o'], ['ṑ', 'o'], ['ṓ', 'o'], ['ọ', 'o'], ['ỏ', 'o'], ['ố', 'o'], ['ồ', 'o'], ['ổ', 'o'], ['ỗ', 'o'], ['ộ', 'o'], ['ớ', 'o'], ['ờ', 'o'], ['ở', 'o'], ['ỡ', 'o'],
  ['ợ', 'o'], ['ṕ', 'p'], ['ṗ', 'p'], ['ŕ', 'r'], ['ŗ', 'r'], ['ř', 'r'], ['ȑ', 'r'], ['ȓ', 'r'], ['ṙ', 'r'], ['ṛ', 'r'], ['ṝ', 'r'], ['ṟ', 'r'], ['ś', 's'], ['ŝ', 's'], ['ş', 's'], ['š', 's'],
  ['ș', 's'], ['ṡ', 's'], ['ṣ', 's'], ['ṥ', 's'], ['ṧ', 's'], ['ṩ', 's'], ['ţ', 't'], ['ť', 't'], ['ț', 't'], ['ṫ', 't'], ['ṭ', 't'], ['ṯ', 't'], ['ṱ', 't'], ['ẗ', 't'], ['ù', 'u'], ['ú', 'u'],
  ['û', 'u'], ['ü', 'u'], ['ũ', 'u'], ['ū', 'u'], ['ŭ', 'u'], ['ů', 'u'], ['ű', 'u'], ['ų', 'u'], ['ư', 'u'], ['ǔ', 'u'], ['ǖ', 'u'], ['ǘ', 'u'], ['ǚ', 'u'], ['ǜ', 'u'], ['ȕ', 'u'], ['ȗ', 'u'],
  ['ṳ', 'u'], ['ṵ', 'u'], ['ṷ', 'u'], ['ṹ', 'u'], ['ṻ', 'u'], ['ụ', 'u'], ['ủ', 'u'], ['ứ', 'u'], ['ừ', 'u'], ['ử', 'u'], ['ữ', 'u'], ['ự', 'u'], ['ṽ', 'v'], ['ṿ', 'v'], ['ŵ', 'w'], ['ẁ', 'w'],
  ['ẃ', 'w'], ['ẅ', 'w'], ['ẇ', 'w'], ['ẉ', 'w'], ['ẘ', 'w'], ['ẋ', 'x'], ['ẍ', 'x'], ['ý', 'y'], ['ÿ', 'y'], ['ŷ', 'y'], ['ȳ', 'y'], ['ẏ', 'y'], ['ẙ', 'y'], ['ỳ', 'y'], ['ỵ', 'y'], ['ỷ', 'y'],
  ['ỹ', 'y'], ['ź', 'z'], ['ż', 'z'], ['ž', 'z'], ['ẑ', 'z'], ['ẓ', 'z'], ['ẕ', 'z'],
  ['ø', 'o'], ['ł', 'l'], ['đ', 'd'], ['ß', 'ss'], ['æ', 'ae'], ['œ', 'oe'], ['’', "'"], ['‐', '-'], ['‑', '-'], ['–', '-']
] AS fold
MATCH (n:Entity)
WITH n, fold,
  CASE WHEN n.name =~ '[ -~]*' THEN toLower(n.name)
    ELSE reduce(k = toLower(n.name), p IN fold | replace(k, p[0], p[1])) END AS own
CALL (n) {
  UNWIND [n.name] + coalesce(n.aliases, []) AS name
  RETURN name, 0 AS rank, 0 AS hits, null AS day
  UNION ALL
  UNWIND coalesce(n.weakAliases, []) AS name
  RETURN name, 1 AS rank, 0 AS hits, null AS day
  UNION ALL
  MATCH (n)<-[m:MENTIONS]-(s:Sentence)
  WHERE m.surface IS NOT NULL AND m.kind <> 'PRONOUN'
  WITH m.surface AS name, CASE WHEN m.kind <> 'NOMINAL' OR n:Event THEN 2 ELSE 3 END AS rank, coalesce(s.reportedOn, '') AS day
  RETURN name, rank, count(*) AS hits, day
}
WITH n, own, name, rank, hits, day,
  CASE WHEN name =~ '[ -~]*' THEN toLower(name)
    ELSE reduce(k = toLower(name), p IN fold | replace(k, p[0], p[1])) END AS key,
  CASE WHEN rank < 2 THEN name END AS given,
  CASE WHEN day IS NOT NULL THEN hits END AS dayHits,
  CASE WHEN rank = 2 THEN day END AS dayNamed
WITH n, own, key, min(rank) AS rank, sum(hits) AS mentions, collect(day) AS days, collect(dayHits) AS counts,
  min(day) AS used, min(dayNamed) AS named, collect(DISTINCT given) AS names
WHERE rank < 3
WITH n, key, rank, mentions, days, counts, names,
  CASE WHEN rank = 2 THEN named
    WHEN NOT ' ' + replace(own, '-', ' ') + ' ' CONTAINS ' ' + replace(key, '-', ' ') + ' ' THEN used END AS day
MERGE (k:Name {key: key})
MERGE (k)-[r:NAMES]->(n)
  SET r.weak = rank > 0, r.mentions = mentions, r.mentionDays = days, r.mentionCounts = counts, r.reportedOn = day
WITH n, names, day
WHERE day > coalesce(n.reportedOn, '')
UNWIND names AS name
WITH n, name, day ORDER BY n.id, name
WITH n, collect(name) AS names, collect(day) AS days
SET n.laterNames = names, n.laterNameDays = days;
