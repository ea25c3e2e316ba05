// 20-oo-20230918: what article:oo-20230918 says.

// What it said before goes; run the derivation after this script.
MATCH (:Claim {owner: 'article:oo-20230918'})-[:SAYS]->(f:Fact) SET f.stale = true;
MATCH (:Owner {id: 'article:oo-20230918'})-[:SAYS]->(f:Fact) SET f.stale = true;
MATCH (:Claim {owner: 'article:oo-20230918'})-[:CONTRADICTS]-(c:Claim) SET c.stale = true;
MATCH (j:Judgement {owner: 'article:oo-20230918'}) MATCH (c:Claim {id: j.target}) SET c.stale = true;
MATCH (j:Judgement {owner: 'article:oo-20230918'}) MATCH (c:Claim {id: j.by}) SET c.stale = true;
MATCH (j:Judgement {owner: 'article:oo-20230918'}) MATCH (t:Judgement {id: j.target}) SET t.stale = true;
MATCH (j:Judgement {owner: 'article:oo-20230918', kind: 'SAME_AS'}) MATCH (e:Entity {id: j.target}) SET e.regroup = true;
MATCH (j:Judgement {owner: 'article:oo-20230918', kind: 'SAME_AS'}) MATCH (e:Entity {id: j.other}) SET e.regroup = true;
MATCH (:Owner {id: 'article:oo-20230918'})-[:DECLARES]->(e:Entity) SET e.stale = true;
MATCH (c:Claim {owner: 'article:oo-20230918'}) REMOVE c.stale DETACH DELETE c;
MATCH (j:Judgement {owner: 'article:oo-20230918'}) REMOVE j.stale DETACH DELETE j;
MATCH (:Owner {id: 'article:oo-20230918'})<-[:IN_ARTICLE]-(s:Sentence) DETACH DELETE s;
MATCH (o:Owner {id: 'article:oo-20230918'}) DETACH DELETE o;

// The owner: an article.
UNWIND [
  {id: 'article:oo-20230918', title: 'Putin and Kim Jong-un Exchange Rifles as Gifts During Summit', subtitle: 'Kim Concludes Russia Tour', byline: 'Overt Operator', publishedOn: '2023-09-18', language: 'en', textSha256: '362762ed0e808acd4415aca407e86126e6d53627b63fcd73956b0c172d91c8d1', length: 2796}
] AS row
MERGE (o:Owner:Article {id: row.id})
SET o.title = row.title, o.subtitle = row.subtitle, o.byline = row.byline, o.publishedOn = row.publishedOn, o.language = row.language, o.url = row.url, o.textSha256 = row.textSha256, o.length = row.length, o.recordedAt = toString(datetime()), o.stale = true;

// Sentences of the article, as spans of its text in Unicode code points.
UNWIND [
  {id: 'sentence:oo-20230918:0a', n: '0a', seq: 0, kind: 'TITLE', start: 0, end: 60, textSha256: 'd5cad9dd73b3a8ac8c27139a2dbf5975b716ec5ba0b8fe56a69845144c3a5d20'},
  {id: 'sentence:oo-20230918:0b', n: '0b', seq: 1, kind: 'SUBTITLE', start: 61, end: 86, textSha256: '7f8e21d93acb6fe487cc3fd185572186f52cebee0a351ff0f7a7712f66ba5721'},
  {id: 'sentence:oo-20230918:0c', n: '0c', seq: 2, kind: 'BYLINE', start: 88, end: 102, textSha256: 'e445c2e7c233511bc5c8023d7bf4d47ad9e64fb75538836a72da15d6d115537a'},
  {id: 'sentence:oo-20230918:0d', n: '0d', seq: 3, kind: 'DATELINE', start: 103, end: 121, textSha256: '92159bafcecd7e72271a98f32e9b59a3abbb646732c36dda3598efe5bf06ea60'},
  {id: 'sentence:oo-20230918:1', n: '1', seq: 4, kind: 'BODY', start: 122, end: 289, textSha256: '09e4eb594fb7b556025aec28cd3d71dd456eb3c0d0dad4ac7139b3cab8c14f50'},
  {id: 'sentence:oo-20230918:2', n: '2', seq: 5, kind: 'BODY', start: 290, end: 411, textSha256: '1b46dea951bf9c5f6170b091f98753b641e1a57757652dbd15fe045323945264'},
  {id: 'sentence:oo-20230918:3', n: '3', seq: 6, kind: 'BODY', start: 412, end: 546, textSha256: '3d9b5036f01b50c4b2903cf519ecf17601790dc01502e347adda9567d1bee153'},
  {id: 'sentence:oo-20230918:4', n: '4', seq: 7, kind: 'BODY', start: 547, end: 638, textSha256: 'cde31826778ed0c13aeec4f03c6389d8b895e775f32ed2d06ad796f2e0c87559'},
  {id: 'sentence:oo-20230918:5', n: '5', seq: 8, kind: 'BODY', start: 639, end: 724, textSha256: 'e30567c87d91b25beb72ca3479c89777e2f2136be07307048127443e4772bc6d'},
  {id: 'sentence:oo-20230918:6', n: '6', seq: 9, kind: 'BODY', start: 725, end: 931, textSha256: 'ef2a462045511046615c1351651ea21ad083c0e9e8021c1de44f9cf5312320f9'},
  {id: 'sentence:oo-20230918:7', n: '7', seq: 10, kind: 'BODY', start: 932, end: 1036, textSha256: 'a75bc01454a6b5bfe2c751c7a9eda3c6dc40d815057f47e8f296c9accd0448e8'},
  {id: 'sentence:oo-20230918:8', n: '8', seq: 11, kind: 'BODY', start: 1037, end: 1107, textSha256: '0f226c3e7dcf6710392387284c80c058702ac9326607b3cc80b3c30fe78ce608'},
  {id: 'sentence:oo-20230918:9', n: '9', seq: 12, kind: 'BODY', start: 1108, end: 1241, textSha256: 'a3f9b389673a167d45cf67505a9f300202bbbfbb37f93a1e857e5fc1bffc4040'},
  {id: 'sentence:oo-20230918:10', n: '10', seq: 13, kind: 'BODY', start: 1242, end: 1364, textSha256: 'a8ae4440275582c23f3b493b4c50d9b2dfa95e1fe2ab135e16daa902ae2b6252'},
  {id: 'sentence:oo-20230918:11', n: '11', seq: 14, kind: 'BODY', start: 1365, end: 1447, textSha256: 'fe98c539c86db643c9f9fcc436395c8eecafb955b3427d295a75f2fe0db98265'},
  {id: 'sentence:oo-20230918:12', n: '12', seq: 15, kind: 'BODY', start: 1448, end: 1585, textSha256: '29191b7a3752a5ced2de6dff61261293f9824752c5842cc70ac64dbab34704d8'},
  {id: 'sentence:oo-20230918:13', n: '13', seq: 16, kind: 'BODY', start: 1586, end: 1735, textSha256: '65b648a97fbe8f9c7062806d5626f002bb9da77f8cb15f166dfdf23596d17bfe'},
  {id: 'sentence:oo-20230918:14', n: '14', seq: 17, kind: 'BODY', start: 1736, end: 1861, textSha256: '3655b14efde3b0831904deba4a1673ff8c66990ef112fc8e7ce3198e00d860ba'},
  {id: 'sentence:oo-20230918:15', n: '15', seq: 18, kind: 'BODY', start: 1862, end: 1922, textSha256: '998b97ca4c597a00681e9e3f062f79231ca7e506d35c6046e31022bf725ad239'},
  {id: 'sentence:oo-20230918:16', n: '16', seq: 19, kind: 'BODY', start: 1923, end: 2041, textSha256: 'bc0407004d196fb84c3d8d1f57dd3c0750a19eff10deef11bddba0180b373b6a'},
  {id: 'sentence:oo-20230918:17', n: '17', seq: 20, kind: 'BODY', start: 2042, end: 2133, textSha256: '8ce2e96a4980b81b5edf2ba108beef487ad42c4816bcbaf6efe40121bd28067e'},
  {id: 'sentence:oo-20230918:18', n: '18', seq: 21, kind: 'BODY', start: 2134, end: 2213, textSha256: '5362967404678b2a225f034fa0d6584efcd775fe20430e4c5250c47d3e7d6c83'},
  {id: 'sentence:oo-20230918:19', n: '19', seq: 22, kind: 'BODY', start: 2214, end: 2314, textSha256: 'f24e8937f3589bd941d9eb19c29c8d6b42bb48345f52b07ff019220e8cd65e0c'},
  {id: 'sentence:oo-20230918:20', n: '20', seq: 23, kind: 'BODY', start: 2315, end: 2462, textSha256: 'c0cc7e8b0b7138a71f46a699f5a3d20159b40c266edb8bb66a1ddab0546994b4'},
  {id: 'sentence:oo-20230918:21', n: '21', seq: 24, kind: 'BODY', start: 2463, end: 2638, textSha256: '9d9d6636091d99674359c90170833614cdcfda18c010a93f3543cb225d9148cd'},
  {id: 'sentence:oo-20230918:22', n: '22', seq: 25, kind: 'BODY', start: 2639, end: 2796, textSha256: '88cab155c8fb5a44be40e101e7cbc1674f16b1eb6889f7534f838f450760d199'}
] AS row
MATCH (o:Owner {id: 'article:oo-20230918'})
CREATE (:Sentence {id: row.id, n: row.n, seq: row.seq, kind: row.kind, start: row.start, end: row.end, textSha256: row.textSha256, text: row.text})-[:IN_ARTICLE]->(o);

// Things that are a Person, and what the owner calls them.
UNWIND [
  {id: 'person:vladimir-putin'},
  {id: 'person:kim-jong-un'},
  {id: 'person:sergei-lavrov'},
  {id: 'person:kim-jong-il'}
] AS row
MATCH (o:Owner {id: 'article:oo-20230918'})
MERGE (e:Entity:Person {id: row.id})
CREATE (o)-[:DECLARES {name: row.name, aliases: row.aliases, weakAliases: row.weakAliases, wikidata: row.wikidata, keys: row.keys, weakKeys: row.weakKeys}]->(e);

// Things that are a Country, and what the owner calls them.
UNWIND [
  {id: 'country:kr'},
  {id: 'country:us'},
  {id: 'country:ru'},
  {id: 'country:kp'},
  {id: 'country:ua'}
] AS row
MATCH (o:Owner {id: 'article:oo-20230918'})
MERGE (e:Entity:Country {id: row.id})
CREATE (o)-[:DECLARES {name: row.name, aliases: row.aliases, weakAliases: row.weakAliases, wikidata: row.wikidata, isoCode: row.isoCode, demonym: row.demonym, keys: row.keys, weakKeys: row.weakKeys}]->(e);

// Things that are a Place, and what the owner calls them.
UNWIND [
  {id: 'place:oo-20230918:aircraft-factory', name: 'aircraft (fighter jet) factory in Komsomolsk-on-Amur', kind: 'FACILITY', named: false, keys: ['aircraft fighter jet factory in komsomolsk on amur']},
  {id: 'place:oo-20230918:university', name: 'university on the Vladivostok programme', kind: 'FACILITY', named: false, keys: ['university on the vladivostok programme']},
  {id: 'place:vladivostok'},
  {id: 'place:russian-far-east'},
  {id: 'place:pyongyang'},
  {id: 'place:komsomolsk-on-amur'}
] AS row
MATCH (o:Owner {id: 'article:oo-20230918'})
MERGE (e:Entity:Place {id: row.id})
CREATE (o)-[:DECLARES {name: row.name, aliases: row.aliases, weakAliases: row.weakAliases, wikidata: row.wikidata, kind: row.kind, named: row.named, keys: row.keys, weakKeys: row.weakKeys}]->(e);

// Things that are a Organization, and what the owner calls them.
UNWIND [
  {id: 'org:kremlin'},
  {id: 'org:un-security-council'}
] AS row
MATCH (o:Owner {id: 'article:oo-20230918'})
MERGE (e:Entity:Organization {id: row.id})
CREATE (o)-[:DECLARES {name: row.name, aliases: row.aliases, weakAliases: row.weakAliases, wikidata: row.wikidata, kind: row.kind, keys: row.keys, weakKeys: row.weakKeys}]->(e);

// Things that are a Group, and what the owner calls them.
UNWIND [
  {id: 'group:oo-20230918:international-community', name: 'international community', keys: ['international community']},
  {id: 'group:oo-20230918:north-korean-officials', name: 'North Korean officials', keys: ['north korean officials']},
  {id: 'group:oo-20230918:north-korean-students', name: 'North Korean students', keys: ['north korean students']},
  {id: 'group:oo-20230918:residents', name: 'residents', keys: ['residents']},
  {id: 'group:oo-20230918:russian-far-east-colleges', name: 'Russian colleges in the Far East', keys: ['russian colleges in the far east']},
  {id: 'group:oo-20230918:women-in-russian-costumes', name: 'group of women in traditional Russian costumes', keys: ['group of women in traditional russian costumes']}
] AS row
MATCH (o:Owner {id: 'article:oo-20230918'})
MERGE (e:Entity:Group {id: row.id})
CREATE (o)-[:DECLARES {name: row.name, aliases: row.aliases, weakAliases: row.weakAliases, wikidata: row.wikidata, keys: row.keys, weakKeys: row.weakKeys}]->(e);

// Things that are a Event, and what the owner calls them.
UNWIND [
  {id: 'event:2000-putin-kim-jong-il-meeting', name: 'Intended meeting of Putin with Kim Jong-il', kind: 'MEETING', keys: ['intended meeting of putin with kim jong il']},
  {id: 'event:2000-putin-pyongyang-visit', name: 'Putin\'s visit to Pyongyang in July 2000', kind: 'VISIT', keys: ['putin\'s visit to pyongyang in july 2000']},
  {id: 'event:2023-concerns-over-summit', name: 'International concerns over the summit', kind: 'CONCERN', keys: ['international concerns over the summit']},
  {id: 'event:2023-kim-aircraft-factory-visit', name: 'Kim Jong-un\'s visit to the fighter jet (aircraft) factory', kind: 'VISIT', keys: ['kim jong un\'s visit to the fighter jet aircraft factory']},
  {id: 'event:2023-kim-invites-putin', name: 'Kim Jong-un invites Putin to visit Pyongyang', kind: 'INVITATION', keys: ['kim jong un invites putin to visit pyongyang']},
  {id: 'event:2023-kim-komsomolsk-welcome', name: 'Kim Jong-un\'s arrival and welcome in Komsomolsk-on-Amur', kind: 'RECEPTION', keys: ['kim jong un\'s arrival and welcome in komsomolsk on amur']},
  {id: 'event:2023-kim-russia-talks', name: 'Several days of talks during Kim Jong-un\'s visit', kind: 'TALKS', keys: ['several days of talks during kim jong un\'s visit']},
  {id: 'event:2023-kim-russia-tour', name: 'Kim Jong-un\'s tour of Russia', kind: 'VISIT', keys: ['kim jong un\'s tour of russia']},
  {id: 'event:2023-kim-university-visit', name: 'Kim Jong-un\'s visit to a university', kind: 'VISIT', keys: ['kim jong un\'s visit to a university']},
  {id: 'event:2023-kim-vladivostok-visit', name: 'Kim Jong-un\'s travel to Vladivostok', kind: 'VISIT', keys: ['kim jong un\'s travel to vladivostok']},
  {id: 'event:2023-komsomolsk-road-closures', name: 'Road closures for Kim Jong-un\'s movement', kind: 'SECURITY_MEASURE', keys: ['road closures for kim jong un\'s movement']},
  {id: 'event:2023-lavrov-pyongyang-visit', name: 'Lavrov\'s visit to Pyongyang', kind: 'VISIT', keys: ['lavrov\'s visit to pyongyang']},
  {id: 'event:2023-nk-receives-advanced-weapons-tech', name: 'North Korea receives advanced weapons technologies from Russia', kind: 'TRANSFER', keys: ['north korea receives advanced weapons technologies from russia']},
  {id: 'event:2023-praise-of-summit', name: 'International praise of the summit', kind: 'PRAISE', keys: ['international praise of the summit']},
  {id: 'event:2023-putin-accepts-invitation', name: 'Putin accepts Kim Jong-un\'s invitation', kind: 'ACCEPTANCE', keys: ['putin accepts kim jong un\'s invitation']},
  {id: 'event:2023-putin-announces-kim-programme', name: 'Putin announces Kim Jong-un\'s onward programme', kind: 'ANNOUNCEMENT', keys: ['putin announces kim jong un\'s onward programme']},
  {id: 'event:2023-putin-kim-gift-exchange', name: 'Gift exchange at the Putin-Kim summit', kind: 'GIFT_EXCHANGE', keys: ['gift exchange at the putin kim summit']},
  {id: 'event:2023-putin-kim-summit', name: 'Putin-Kim Jong-un summit', kind: 'MEETING', keys: ['putin kim jong un summit']},
  {id: 'event:2023-residents-watch-kim-convoy', name: 'Residents watch Kim Jong-un\'s convoy from their balconies', kind: 'SIGHTING', keys: ['residents watch kim jong un\'s convoy from their balconies']},
  {id: 'event:2023-russia-needs-ammunition', name: 'Russia needs ammunition', kind: 'NEED', keys: ['russia needs ammunition']},
  {id: 'event:2023-russia-nk-arms-deal', name: 'Possible Russia–North Korea arms deal', kind: 'DEAL', keys: ['possible russia north korea arms deal']},
  {id: 'event:2023-russia-shares-sensitive-weapons-tech', name: 'Russia shares its sensitive weapons technologies with North Korea', kind: 'TRANSFER', keys: ['russia shares its sensitive weapons technologies with north korea']},
  {id: 'event:2023-russian-assistance-nk-programmes', name: 'Russian assistance to North Korea\'s missile and space programs', kind: 'AID', keys: ['russian assistance to north korea\'s missile and space programs']},
  {id: 'event:2023-us-south-korea-warning', name: 'US and South Korea warn against an arms deal', kind: 'WARNING', keys: ['us and south korea warn against an arms deal']},
  {id: 'event:2023-warship-display', name: 'Display of Russian warships overseen by Kim Jong-un', kind: 'DISPLAY', keys: ['display of russian warships overseen by kim jong un']},
  {id: 'event:2023-willingness-military-cooperation', name: 'Both sides express a willingness for military cooperation', kind: 'WILLINGNESS', keys: ['both sides express a willingness for military cooperation']},
  {id: 'event:kim-assists-putin-in-ukraine-conflict', name: 'Kim Jong-un assists Putin in the conflict with Ukraine', kind: 'AID', keys: ['kim jong un assists putin in the conflict with ukraine']},
  {id: 'event:nk-nuclear-programme-tensions', name: 'Tensions surrounding Kim Jong-un\'s military nuclear program', kind: 'TENSION', keys: ['tensions surrounding kim jong un\'s military nuclear program']},
  {id: 'event:nk-students-in-russian-far-east-colleges', name: 'Russian Far East colleges accept North Korean students', kind: 'ADMISSION', keys: ['russian far east colleges accept north korean students']},
  {id: 'event:putin-next-pyongyang-visit', name: 'Future visit of Putin to Pyongyang', kind: 'VISIT', keys: ['future visit of putin to pyongyang']},
  {id: 'event:russia-ukraine-conflict', name: 'Conflict of Putin/Russia with Ukraine', kind: 'CONFLICT', keys: ['conflict of putin/russia with ukraine']}
] AS row
MATCH (o:Owner {id: 'article:oo-20230918'})
MERGE (e:Entity:Event {id: row.id})
CREATE (o)-[:DECLARES {name: row.name, aliases: row.aliases, weakAliases: row.weakAliases, wikidata: row.wikidata, kind: row.kind, keys: row.keys, weakKeys: row.weakKeys}]->(e);

// Things that are a Gift, and what the owner calls them.
UNWIND [
  {id: 'gift:2023-kim-putin-rifle', name: 'North Korean-made rifle', keys: ['north korean made rifle']},
  {id: 'gift:2023-putin-kim-glove', name: 'space-suit glove', keys: ['space suit glove']},
  {id: 'gift:2023-putin-kim-rifle', name: 'Russian-made rifle', keys: ['russian made rifle']}
] AS row
MATCH (o:Owner {id: 'article:oo-20230918'})
MERGE (e:Entity:Gift {id: row.id})
CREATE (o)-[:DECLARES {name: row.name, aliases: row.aliases, weakAliases: row.weakAliases, wikidata: row.wikidata, keys: row.keys, weakKeys: row.weakKeys}]->(e);

// Claims: what the article says, in our own words.
UNWIND [
  {id: 'claim:oo-20230918:F01', status: 'OCCURRED', voice: 'ARTICLE', basis: 'STATED', text: 'Vladimir Putin and Kim Jong-un gave each other rifles as presents at a summit.'},
  {id: 'claim:oo-20230918:F02', status: 'OCCURRED', voice: 'ARTICLE', basis: 'STATED', text: 'Kim Jong-un has finished his tour of Russia.'},
  {id: 'claim:oo-20230918:F05', status: 'ONGOING', voice: 'ARTICLE', basis: 'STATED', text: 'Vladimir Putin holds the office of President of Russia.'},
  {id: 'claim:oo-20230918:F06', status: 'ONGOING', voice: 'ARTICLE', basis: 'STATED', text: 'Kim Jong-un leads North Korea.'},
  {id: 'claim:oo-20230918:F07', status: 'OCCURRED', voice: 'SOURCE', basis: 'STATED', text: 'According to a Kremlin spokesperson, Vladimir Putin and Kim Jong-un gave each other rifles as presents at their recent summit.', sourceText: 'according to a spokesperson for the Kremlin'},
  {id: 'claim:oo-20230918:F08', status: 'OCCURRED', voice: 'ARTICLE', basis: 'STATED', text: 'Vladimir Putin and Kim Jong-un held a summit not long ago.'},
  {id: 'claim:oo-20230918:F09', status: 'OCCURRED', voice: 'ARTICLE', basis: 'STATED', text: 'The meeting of Vladimir Putin and Kim Jong-un took place in Russia.'},
  {id: 'claim:oo-20230918:F10', status: 'OCCURRED', voice: 'ARTICLE', basis: 'STATED', text: 'The meeting of Vladimir Putin and Kim Jong-un formed part of Kim Jong-un\'s tour of Russia.'},
  {id: 'claim:oo-20230918:F11', status: 'OCCURRED', voice: 'ARTICLE', basis: 'STATED', text: 'Kim Jong-un visited a factory for fighter jets during his tour of Russia.'},
  {id: 'claim:oo-20230918:F12', status: 'OCCURRED', voice: 'ARTICLE', basis: 'STATED', text: 'Vladimir Putin gave Kim Jong-un a rifle made in Russia at the summit.'},
  {id: 'claim:oo-20230918:F13', status: 'OCCURRED', voice: 'ARTICLE', basis: 'STATED', text: 'Kim Jong-un gave Vladimir Putin a rifle made in North Korea at the summit.'},
  {id: 'claim:oo-20230918:F14', status: 'OCCURRED', voice: 'ARTICLE', basis: 'STATED', text: 'Kim Jong-un\'s rifle was a return gift for the rifle from Vladimir Putin.'},
  {id: 'claim:oo-20230918:F15', status: 'OCCURRED', voice: 'ARTICLE', basis: 'STATED', text: 'Vladimir Putin also gave Kim Jong-un a glove belonging to a space suit.'},
  {id: 'claim:oo-20230918:F16', status: 'OCCURRED', voice: 'ARTICLE', basis: 'STATED', text: 'The space suit that the glove belongs to had flown to space several times.'},
  {id: 'claim:oo-20230918:F17', status: 'OCCURRED', voice: 'ARTICLE', basis: 'IMPLIED', text: 'The glove changed hands in the same exchange of gifts as the rifles, at the summit.'},
  {id: 'claim:oo-20230918:F18', status: 'OCCURRED', voice: 'ARTICLE', basis: 'STATED', text: 'Kim Jong-un visited the Far East of Russia.'},
  {id: 'claim:oo-20230918:F19', status: 'OCCURRED', voice: 'ARTICLE', basis: 'STATED', text: 'Kim Jong-un\'s visit to the Russian Far East came to an end on the weekend of 16 and 17 September 2023.'},
  {id: 'claim:oo-20230918:F20', status: 'OCCURRED', voice: 'ARTICLE', basis: 'STATED', text: 'Talks went on for several days before Kim Jong-un\'s visit to the Russian Far East ended.'},
  {id: 'claim:oo-20230918:F21', status: 'OCCURRED', voice: 'ARTICLE', basis: 'STATED', text: 'Kim Jong-un came to the city of Komsomolsk-on-Amur.'},
  {id: 'claim:oo-20230918:F22', status: 'OCCURRED', voice: 'ARTICLE', basis: 'STATED', text: 'A group of women wearing traditional Russian costumes welcomed Kim Jong-un when he arrived in Komsomolsk-on-Amur.'},
  {id: 'claim:oo-20230918:F23', status: 'OCCURRED', voice: 'ARTICLE', basis: 'STATED', text: 'Officials from North Korea, standing by a red carpet and a specially built ramp, welcomed Kim Jong-un when he arrived in Komsomolsk-on-Amur.'},
  {id: 'claim:oo-20230918:F24', status: 'ONGOING', voice: 'ARTICLE', basis: 'IMPLIED', text: 'Komsomolsk-on-Amur is a city in the Russian Far East.'},
  {id: 'claim:oo-20230918:F25', status: 'OCCURRED', voice: 'ARTICLE', basis: 'STATED', text: 'Residents were seen looking out from balconies to watch Kim Jong-un\'s convoy go past.'},
  {id: 'claim:oo-20230918:F26', status: 'OCCURRED', voice: 'ARTICLE', basis: 'STATED', text: 'Roads in Komsomolsk-on-Amur were closed so that Kim Jong-un could move about freely.'},
  {id: 'claim:oo-20230918:F27', status: 'OCCURRED', voice: 'ARTICLE', basis: 'STATED', text: 'Vladimir Putin made an announcement after the summit.'},
  {id: 'claim:oo-20230918:F28', status: 'PLANNED', voice: 'SOURCE', basis: 'STATED', text: 'Vladimir Putin announced a plan for Kim Jong-un to go to an aircraft factory in Komsomolsk-on-Amur and watch fighter jets being made.', sourceText: 'Putin announced that'},
  {id: 'claim:oo-20230918:F29', status: 'ONGOING', voice: 'SOURCE', basis: 'STATED', text: 'According to Vladimir Putin, the aircraft factory stands in Komsomolsk-on-Amur.', sourceText: 'Putin announced that'},
  {id: 'claim:oo-20230918:F30', status: 'PLANNED', voice: 'SOURCE', basis: 'STATED', text: 'The plan is for Kim Jong-un to go on to Vladivostok after the aircraft factory.'},
  {id: 'claim:oo-20230918:F31', status: 'PLANNED', voice: 'SOURCE', basis: 'STATED', text: 'The plan is for Kim Jong-un to oversee Russian warships on display in Vladivostok.'},
  {id: 'claim:oo-20230918:F32', status: 'PLANNED', voice: 'SOURCE', basis: 'STATED', text: 'The plan is for Kim Jong-un to visit a university as well, on the Vladivostok stop.'},
  {id: 'claim:oo-20230918:F33', status: 'PLANNED', voice: 'SOURCE', basis: 'STATED', text: 'The plan is for Kim Jong-un to visit other facilities as well, on the Vladivostok stop.'},
  {id: 'claim:oo-20230918:F34', status: 'HABITUAL', voice: 'ARTICLE', basis: 'STATED', text: 'Russian colleges of the Far East have traditionally admitted students from North Korea.'},
  {id: 'claim:oo-20230918:F35', status: 'SPECULATED', voice: 'UNNAMED', basis: 'STATED', text: 'There is speculation about what Kim Jong-un is hoping to get from Russia for helping Vladimir Putin in the conflict with Ukraine.', sourceText: 'Speculation has arisen regarding'},
  {id: 'claim:oo-20230918:F36', status: 'ONGOING', voice: 'ARTICLE', basis: 'STATED', text: 'Vladimir Putin is in an ongoing conflict with Ukraine.'},
  {id: 'claim:oo-20230918:F37', status: 'ONGOING', voice: 'ARTICLE', basis: 'IMPLIED', text: 'Russia is engaged in fighting in Ukraine.'},
  {id: 'claim:oo-20230918:F38', status: 'ONGOING', voice: 'ARTICLE', basis: 'STATED', text: 'Russia needs ammunition so that it can go on fighting in Ukraine.'},
  {id: 'claim:oo-20230918:F39', status: 'REQUESTED', voice: 'ARTICLE', basis: 'STATED', text: 'North Korea is seeking Russian help to develop its missile program and its space program.'},
  {id: 'claim:oo-20230918:F40', status: 'ONGOING', voice: 'ARTICLE', basis: 'IMPLIED', text: 'North Korea has a missile program and a space program.'},
  {id: 'claim:oo-20230918:F41', status: 'DOUBTED', voice: 'UNNAMED', basis: 'STATED', text: 'It is doubted that Russia is ready to pass sensitive weapons technologies on to North Korea.', sourceText: 'there are doubts as to whether'},
  {id: 'claim:oo-20230918:F42', status: 'ONGOING', voice: 'ARTICLE', basis: 'IMPLIED', text: 'Russia possesses sensitive weapons technologies.'},
  {id: 'claim:oo-20230918:F43', status: 'OCCURRED', voice: 'ARTICLE', basis: 'STATED', text: 'Kim Jong-un invited Vladimir Putin to come to Pyongyang.'},
  {id: 'claim:oo-20230918:F44', status: 'OCCURRED', voice: 'ARTICLE', basis: 'STATED', text: 'Vladimir Putin accepted the invitation from Kim Jong-un.'},
  {id: 'claim:oo-20230918:F45', status: 'EXPECTED', voice: 'ARTICLE', basis: 'IMPLIED', text: 'Vladimir Putin is expected to go to Pyongyang, on a visit that has yet to be arranged.'},
  {id: 'claim:oo-20230918:F46', status: 'ONGOING', voice: 'ARTICLE', basis: 'STATED', text: 'Sergei Lavrov is Russia\'s foreign minister.'},
  {id: 'claim:oo-20230918:F47', status: 'EXPECTED', voice: 'UNNAMED', basis: 'STATED', text: 'Sergei Lavrov is expected in Pyongyang in October 2023.', sourceText: 'is expected to'},
  {id: 'claim:oo-20230918:F48', status: 'EXPECTED', voice: 'UNNAMED', basis: 'STATED', text: 'Sergei Lavrov\'s visit to Pyongyang is expected to come first, before one by Vladimir Putin can be arranged.', sourceText: 'is expected to'},
  {id: 'claim:oo-20230918:F49', status: 'EXPECTED', voice: 'ARTICLE', basis: 'STATED', text: 'The expected visit to Pyongyang would be Vladimir Putin\'s second to North Korea while president.'},
  {id: 'claim:oo-20230918:F50', status: 'OCCURRED', voice: 'ARTICLE', basis: 'STATED', text: 'Vladimir Putin had already gone to Pyongyang in July 2000.'},
  {id: 'claim:oo-20230918:F51', status: 'PLANNED', voice: 'ARTICLE', basis: 'STATED', text: 'Vladimir Putin\'s visit to Pyongyang in July 2000 was meant for a meeting with Kim Jong-il.'},
  {id: 'claim:oo-20230918:F52', status: 'ONGOING', voice: 'ARTICLE', basis: 'STATED', text: 'Kim Jong-un is a son of Kim Jong-il.'},
  {id: 'claim:oo-20230918:F53', status: 'OCCURRED', voice: 'ARTICLE', basis: 'IMPLIED', text: 'The visit of July 2000 is the first and until now the only one that Vladimir Putin has made to North Korea while president.'},
  {id: 'claim:oo-20230918:F54', status: 'ONGOING', voice: 'ARTICLE', basis: 'IMPLIED', text: 'Pyongyang lies in North Korea.'},
  {id: 'claim:oo-20230918:F55', status: 'OCCURRED', voice: 'ARTICLE', basis: 'STATED', text: 'Praise for the summit of Vladimir Putin and Kim Jong-un came from the international community.'},
  {id: 'claim:oo-20230918:F56', status: 'OCCURRED', voice: 'ARTICLE', basis: 'STATED', text: 'Concerns about the summit of Vladimir Putin and Kim Jong-un came from the international community.'},
  {id: 'claim:oo-20230918:F57', status: 'OCCURRED', voice: 'ARTICLE', basis: 'STATED', text: 'The United States gave a warning against any arms deal that Russia and North Korea might make.'},
  {id: 'claim:oo-20230918:F58', status: 'OCCURRED', voice: 'ARTICLE', basis: 'STATED', text: 'South Korea gave a warning against any arms deal that Russia and North Korea might make.'},
  {id: 'claim:oo-20230918:F59', status: 'OCCURRED', voice: 'ARTICLE', basis: 'STATED', text: 'The United States and South Korea cited breaches of UN Security Council resolutions when they warned.'},
  {id: 'claim:oo-20230918:F60', status: 'SPECULATED', voice: 'SOURCE', basis: 'STATED', text: 'Russia and North Korea might conclude an arms deal, which is what the United States and South Korea warn against.', sourceText: 'The US and South Korea warned against'},
  {id: 'claim:oo-20230918:F61', status: 'SPECULATED', voice: 'UNNAMED', basis: 'STATED', text: 'A special concern is that advanced weapons technologies could reach North Korea from Russia.', sourceText: 'There is a particular concern that'},
  {id: 'claim:oo-20230918:F62', status: 'SPECULATED', voice: 'UNNAMED', basis: 'STATED', text: 'Part of the concern is that such a transfer of weapons technologies would further heighten tensions over Kim Jong-un\'s military nuclear program.', sourceText: 'There is a particular concern that'},
  {id: 'claim:oo-20230918:F63', status: 'ONGOING', voice: 'ARTICLE', basis: 'IMPLIED', text: 'There are tensions over a military nuclear program that Kim Jong-un has.'},
  {id: 'claim:oo-20230918:F64', status: 'ONGOING', voice: 'ARTICLE', basis: 'STATED', text: 'The relationship of Vladimir Putin and Kim Jong-un is still developing, and the world is watching.'},
  {id: 'claim:oo-20230918:F65', status: 'OCCURRED', voice: 'ARTICLE', basis: 'STATED', text: 'Both sides, Vladimir Putin and Kim Jong-un, say that they are willing to cooperate in military matters.'},
  {id: 'claim:oo-20230918:F66', status: 'OCCURRED', voice: 'ARTICLE', basis: 'IMPLIED', text: 'Kim Jong-un\'s tour of Russia, and within it his summit with Vladimir Putin, took place in September 2023.'}
] AS row
CREATE (:Claim {id: row.id, status: row.status, voice: row.voice, basis: row.basis, text: row.text, sourceText: row.sourceText, owner: 'article:oo-20230918'});

// Where a claim is stated.
UNWIND [
  {claim: 'claim:oo-20230918:F01', sentence: 'sentence:oo-20230918:0a', start: 0, end: 60},
  {claim: 'claim:oo-20230918:F02', sentence: 'sentence:oo-20230918:0b', start: 61, end: 86},
  {claim: 'claim:oo-20230918:F05', sentence: 'sentence:oo-20230918:1', start: 122, end: 154},
  {claim: 'claim:oo-20230918:F05', sentence: 'sentence:oo-20230918:17', start: 2056, end: 2079},
  {claim: 'claim:oo-20230918:F06', sentence: 'sentence:oo-20230918:1', start: 159, end: 190},
  {claim: 'claim:oo-20230918:F07', sentence: 'sentence:oo-20230918:1', start: 191, end: 288},
  {claim: 'claim:oo-20230918:F08', sentence: 'sentence:oo-20230918:1', start: 224, end: 243},
  {claim: 'claim:oo-20230918:F08', sentence: 'sentence:oo-20230918:19', start: 2214, end: 2246},
  {claim: 'claim:oo-20230918:F09', sentence: 'sentence:oo-20230918:2', start: 290, end: 319},
  {claim: 'claim:oo-20230918:F10', sentence: 'sentence:oo-20230918:2', start: 320, end: 356},
  {claim: 'claim:oo-20230918:F11', sentence: 'sentence:oo-20230918:2', start: 358, end: 410},
  {claim: 'claim:oo-20230918:F12', sentence: 'sentence:oo-20230918:3', start: 412, end: 487},
  {claim: 'claim:oo-20230918:F13', sentence: 'sentence:oo-20230918:3', start: 495, end: 535},
  {claim: 'claim:oo-20230918:F14', sentence: 'sentence:oo-20230918:3', start: 536, end: 545},
  {claim: 'claim:oo-20230918:F15', sentence: 'sentence:oo-20230918:4', start: 547, end: 599},
  {claim: 'claim:oo-20230918:F16', sentence: 'sentence:oo-20230918:4', start: 587, end: 637},
  {claim: 'claim:oo-20230918:F17', sentence: 'sentence:oo-20230918:3', start: 412, end: 429},
  {claim: 'claim:oo-20230918:F17', sentence: 'sentence:oo-20230918:4', start: 547, end: 568},
  {claim: 'claim:oo-20230918:F18', sentence: 'sentence:oo-20230918:5', start: 639, end: 671},
  {claim: 'claim:oo-20230918:F19', sentence: 'sentence:oo-20230918:0d', start: 103, end: 121},
  {claim: 'claim:oo-20230918:F19', sentence: 'sentence:oo-20230918:5', start: 672, end: 694},
  {claim: 'claim:oo-20230918:F20', sentence: 'sentence:oo-20230918:5', start: 696, end: 723},
  {claim: 'claim:oo-20230918:F21', sentence: 'sentence:oo-20230918:6', start: 725, end: 771},
  {claim: 'claim:oo-20230918:F22', sentence: 'sentence:oo-20230918:6', start: 773, end: 840},
  {claim: 'claim:oo-20230918:F23', sentence: 'sentence:oo-20230918:6', start: 842, end: 930},
  {claim: 'claim:oo-20230918:F24', sentence: 'sentence:oo-20230918:5', start: 639, end: 671},
  {claim: 'claim:oo-20230918:F24', sentence: 'sentence:oo-20230918:6', start: 741, end: 771},
  {claim: 'claim:oo-20230918:F25', sentence: 'sentence:oo-20230918:7', start: 932, end: 1035},
  {claim: 'claim:oo-20230918:F26', sentence: 'sentence:oo-20230918:8', start: 1037, end: 1106},
  {claim: 'claim:oo-20230918:F27', sentence: 'sentence:oo-20230918:9', start: 1108, end: 1145},
  {claim: 'claim:oo-20230918:F28', sentence: 'sentence:oo-20230918:9', start: 1151, end: 1240},
  {claim: 'claim:oo-20230918:F29', sentence: 'sentence:oo-20230918:9', start: 1167, end: 1198},
  {claim: 'claim:oo-20230918:F30', sentence: 'sentence:oo-20230918:10', start: 1242, end: 1278},
  {claim: 'claim:oo-20230918:F31', sentence: 'sentence:oo-20230918:10', start: 1279, end: 1319},
  {claim: 'claim:oo-20230918:F32', sentence: 'sentence:oo-20230918:10', start: 1324, end: 1342},
  {claim: 'claim:oo-20230918:F33', sentence: 'sentence:oo-20230918:10', start: 1343, end: 1363},
  {claim: 'claim:oo-20230918:F34', sentence: 'sentence:oo-20230918:11', start: 1365, end: 1446},
  {claim: 'claim:oo-20230918:F35', sentence: 'sentence:oo-20230918:12', start: 1448, end: 1547},
  {claim: 'claim:oo-20230918:F36', sentence: 'sentence:oo-20230918:12', start: 1551, end: 1584},
  {claim: 'claim:oo-20230918:F37', sentence: 'sentence:oo-20230918:13', start: 1610, end: 1641},
  {claim: 'claim:oo-20230918:F38', sentence: 'sentence:oo-20230918:13', start: 1586, end: 1641},
  {claim: 'claim:oo-20230918:F39', sentence: 'sentence:oo-20230918:13', start: 1649, end: 1734},
  {claim: 'claim:oo-20230918:F40', sentence: 'sentence:oo-20230918:13', start: 1704, end: 1734},
  {claim: 'claim:oo-20230918:F41', sentence: 'sentence:oo-20230918:14', start: 1745, end: 1860},
  {claim: 'claim:oo-20230918:F42', sentence: 'sentence:oo-20230918:14', start: 1809, end: 1843},
  {claim: 'claim:oo-20230918:F43', sentence: 'sentence:oo-20230918:15', start: 1886, end: 1921},
  {claim: 'claim:oo-20230918:F44', sentence: 'sentence:oo-20230918:15', start: 1862, end: 1902},
  {claim: 'claim:oo-20230918:F45', sentence: 'sentence:oo-20230918:15', start: 1862, end: 1921},
  {claim: 'claim:oo-20230918:F45', sentence: 'sentence:oo-20230918:16', start: 2004, end: 2040},
  {claim: 'claim:oo-20230918:F45', sentence: 'sentence:oo-20230918:17', start: 2042, end: 2106},
  {claim: 'claim:oo-20230918:F46', sentence: 'sentence:oo-20230918:16', start: 1923, end: 1961},
  {claim: 'claim:oo-20230918:F47', sentence: 'sentence:oo-20230918:0d', start: 103, end: 121},
  {claim: 'claim:oo-20230918:F47', sentence: 'sentence:oo-20230918:16', start: 1948, end: 2003},
  {claim: 'claim:oo-20230918:F48', sentence: 'sentence:oo-20230918:16', start: 2004, end: 2040},
  {claim: 'claim:oo-20230918:F49', sentence: 'sentence:oo-20230918:17', start: 2042, end: 2132},
  {claim: 'claim:oo-20230918:F50', sentence: 'sentence:oo-20230918:18', start: 2134, end: 2178},
  {claim: 'claim:oo-20230918:F51', sentence: 'sentence:oo-20230918:18', start: 2179, end: 2212},
  {claim: 'claim:oo-20230918:F52', sentence: 'sentence:oo-20230918:18', start: 2187, end: 2212},
  {claim: 'claim:oo-20230918:F53', sentence: 'sentence:oo-20230918:17', start: 2080, end: 2132},
  {claim: 'claim:oo-20230918:F53', sentence: 'sentence:oo-20230918:18', start: 2134, end: 2178},
  {claim: 'claim:oo-20230918:F54', sentence: 'sentence:oo-20230918:17', start: 2080, end: 2106},
  {claim: 'claim:oo-20230918:F54', sentence: 'sentence:oo-20230918:18', start: 2137, end: 2165},
  {claim: 'claim:oo-20230918:F55', sentence: 'sentence:oo-20230918:19', start: 2247, end: 2313},
  {claim: 'claim:oo-20230918:F56', sentence: 'sentence:oo-20230918:19', start: 2247, end: 2313},
  {claim: 'claim:oo-20230918:F57', sentence: 'sentence:oo-20230918:20', start: 2315, end: 2407},
  {claim: 'claim:oo-20230918:F58', sentence: 'sentence:oo-20230918:20', start: 2315, end: 2407},
  {claim: 'claim:oo-20230918:F59', sentence: 'sentence:oo-20230918:20', start: 2409, end: 2461},
  {claim: 'claim:oo-20230918:F60', sentence: 'sentence:oo-20230918:20', start: 2353, end: 2407},
  {claim: 'claim:oo-20230918:F61', sentence: 'sentence:oo-20230918:21', start: 2463, end: 2565},
  {claim: 'claim:oo-20230918:F62', sentence: 'sentence:oo-20230918:21', start: 2567, end: 2637},
  {claim: 'claim:oo-20230918:F63', sentence: 'sentence:oo-20230918:21', start: 2586, end: 2637},
  {claim: 'claim:oo-20230918:F64', sentence: 'sentence:oo-20230918:22', start: 2648, end: 2728},
  {claim: 'claim:oo-20230918:F65', sentence: 'sentence:oo-20230918:22', start: 2735, end: 2795},
  {claim: 'claim:oo-20230918:F66', sentence: 'sentence:oo-20230918:0d', start: 103, end: 121},
  {claim: 'claim:oo-20230918:F66', sentence: 'sentence:oo-20230918:1', start: 224, end: 243},
  {claim: 'claim:oo-20230918:F66', sentence: 'sentence:oo-20230918:2', start: 306, end: 356},
  {claim: 'claim:oo-20230918:F66', sentence: 'sentence:oo-20230918:5', start: 672, end: 723}
] AS row
MATCH (c:Claim {id: row.claim})
MATCH (s:Sentence {id: row.sentence})
CREATE (c)-[:STATED_IN {start: row.start, end: row.end}]->(s);

// Who says so, where it is not the article itself.
UNWIND [
  {claim: 'claim:oo-20230918:F07', entity: 'org:kremlin', basis: 'STATED', sourceText: 'a spokesperson for the Kremlin'},
  {claim: 'claim:oo-20230918:F28', entity: 'person:vladimir-putin', basis: 'STATED', sourceText: 'Putin announced'},
  {claim: 'claim:oo-20230918:F29', entity: 'person:vladimir-putin', basis: 'STATED', sourceText: 'Putin announced'},
  {claim: 'claim:oo-20230918:F30', entity: 'person:vladimir-putin', basis: 'IMPLIED', sourceText: 'Putin announced (previous sentence)'},
  {claim: 'claim:oo-20230918:F31', entity: 'person:vladimir-putin', basis: 'IMPLIED', sourceText: 'Putin announced (previous sentence)'},
  {claim: 'claim:oo-20230918:F32', entity: 'person:vladimir-putin', basis: 'IMPLIED', sourceText: 'Putin announced (previous sentence)'},
  {claim: 'claim:oo-20230918:F33', entity: 'person:vladimir-putin', basis: 'IMPLIED', sourceText: 'Putin announced (previous sentence)'},
  {claim: 'claim:oo-20230918:F60', entity: 'country:kr', basis: 'STATED', sourceText: 'The US and South Korea warned'},
  {claim: 'claim:oo-20230918:F60', entity: 'country:us', basis: 'STATED', sourceText: 'The US and South Korea warned'}
] AS row
MATCH (c:Claim {id: row.claim})
MATCH (e:Entity {id: row.entity})
CREATE (c)-[:ATTRIBUTED_TO {basis: row.basis, sourceText: row.sourceText}]->(e);

// What else a claim speaks of, that no fact of it covers.
UNWIND [
  {claim: 'claim:oo-20230918:F62', entity: 'event:nk-nuclear-programme-tensions'},
  {claim: 'claim:oo-20230918:F62', entity: 'event:2023-nk-receives-advanced-weapons-tech'},
  {claim: 'claim:oo-20230918:F40', entity: 'country:kp'},
  {claim: 'claim:oo-20230918:F42', entity: 'country:ru'},
  {claim: 'claim:oo-20230918:F64', entity: 'person:kim-jong-un'},
  {claim: 'claim:oo-20230918:F64', entity: 'person:vladimir-putin'}
] AS row
MATCH (c:Claim {id: row.claim})
MATCH (e:Entity {id: row.entity})
CREATE (c)-[:ABOUT]->(e);

// Which words of a sentence mean what.
UNWIND [
  {sentence: 'sentence:oo-20230918:0a', start: 54, end: 60, kind: 'NOMINAL', entity: 'event:2023-putin-kim-summit', surface: 'Summit', key: 'summit'},
  {sentence: 'sentence:oo-20230918:0a', start: 10, end: 21, kind: 'NAME', entity: 'person:kim-jong-un', surface: 'Kim Jong-un', key: 'kim jong un'},
  {sentence: 'sentence:oo-20230918:0a', start: 0, end: 5, kind: 'NAME', entity: 'person:vladimir-putin', surface: 'Putin', key: 'putin'},
  {sentence: 'sentence:oo-20230918:0b', start: 75, end: 81, kind: 'NAME', entity: 'country:ru', surface: 'Russia', key: 'russia'},
  {sentence: 'sentence:oo-20230918:0b', start: 75, end: 86, kind: 'NOMINAL', entity: 'event:2023-kim-russia-tour', surface: 'Russia Tour', key: 'russia tour'},
  {sentence: 'sentence:oo-20230918:0b', start: 61, end: 64, kind: 'NAME', entity: 'person:kim-jong-un', surface: 'Kim', key: 'kim'},
  {sentence: 'sentence:oo-20230918:1', start: 159, end: 171, kind: 'DEMONYM', entity: 'country:kp', surface: 'North Korean', key: 'north korean'},
  {sentence: 'sentence:oo-20230918:1', start: 122, end: 129, kind: 'DEMONYM', entity: 'country:ru', surface: 'Russian', key: 'russian'},
  {sentence: 'sentence:oo-20230918:1', start: 224, end: 243, kind: 'NOMINAL', entity: 'event:2023-putin-kim-summit', surface: 'their recent summit', key: 'their recent summit'},
  {sentence: 'sentence:oo-20230918:1', start: 277, end: 288, kind: 'NAME', entity: 'org:kremlin', surface: 'the Kremlin', key: 'kremlin'},
  {sentence: 'sentence:oo-20230918:1', start: 179, end: 190, kind: 'NAME', entity: 'person:kim-jong-un', surface: 'Kim Jong-un', key: 'kim jong un'},
  {sentence: 'sentence:oo-20230918:1', start: 140, end: 154, kind: 'NAME', entity: 'person:vladimir-putin', surface: 'Vladimir Putin', key: 'vladimir putin'},
  {sentence: 'sentence:oo-20230918:10', start: 1303, end: 1310, kind: 'DEMONYM', entity: 'country:ru', surface: 'Russian', key: 'russian'},
  {sentence: 'sentence:oo-20230918:10', start: 1242, end: 1245, kind: 'NAME', entity: 'person:kim-jong-un', surface: 'Kim', key: 'kim'},
  {sentence: 'sentence:oo-20230918:10', start: 1330, end: 1342, kind: 'NOMINAL', entity: 'place:oo-20230918:university', surface: 'a university', key: 'a university'},
  {sentence: 'sentence:oo-20230918:10', start: 1267, end: 1278, kind: 'NAME', entity: 'place:vladivostok', surface: 'Vladivostok', key: 'vladivostok'},
  {sentence: 'sentence:oo-20230918:11', start: 1425, end: 1437, kind: 'DEMONYM', entity: 'country:kp', surface: 'North Korean', key: 'north korean'},
  {sentence: 'sentence:oo-20230918:11', start: 1365, end: 1372, kind: 'DEMONYM', entity: 'country:ru', surface: 'Russian', key: 'russian'},
  {sentence: 'sentence:oo-20230918:11', start: 1425, end: 1446, kind: 'NOMINAL', entity: 'group:oo-20230918:north-korean-students', surface: 'North Korean students', key: 'north korean students'},
  {sentence: 'sentence:oo-20230918:11', start: 1365, end: 1397, kind: 'NOMINAL', entity: 'group:oo-20230918:russian-far-east-colleges', surface: 'Russian colleges in the Far East', key: 'russian colleges in the far east'},
  {sentence: 'sentence:oo-20230918:11', start: 1385, end: 1397, kind: 'NAME', entity: 'place:russian-far-east', surface: 'the Far East', key: 'far east'},
  {sentence: 'sentence:oo-20230918:12', start: 1509, end: 1515, kind: 'NAME', entity: 'country:ru', surface: 'Russia', key: 'russia'},
  {sentence: 'sentence:oo-20230918:12', start: 1577, end: 1584, kind: 'NAME', entity: 'country:ua', surface: 'Ukraine', key: 'ukraine'},
  {sentence: 'sentence:oo-20230918:12', start: 1551, end: 1584, kind: 'NOMINAL', entity: 'event:russia-ukraine-conflict', surface: 'his ongoing conflict with Ukraine', key: 'his ongoing conflict with ukraine'},
  {sentence: 'sentence:oo-20230918:12', start: 1486, end: 1489, kind: 'NAME', entity: 'person:kim-jong-un', surface: 'Kim', key: 'kim'},
  {sentence: 'sentence:oo-20230918:12', start: 1542, end: 1547, kind: 'NAME', entity: 'person:vladimir-putin', surface: 'Putin', key: 'putin'},
  {sentence: 'sentence:oo-20230918:12', start: 1551, end: 1554, kind: 'PRONOUN', entity: 'person:vladimir-putin', surface: 'his'},
  {sentence: 'sentence:oo-20230918:13', start: 1649, end: 1660, kind: 'NAME', entity: 'country:kp', surface: 'North Korea', key: 'north korea'},
  {sentence: 'sentence:oo-20230918:13', start: 1704, end: 1707, kind: 'PRONOUN', entity: 'country:kp', surface: 'its'},
  {sentence: 'sentence:oo-20230918:13', start: 1586, end: 1592, kind: 'NAME', entity: 'country:ru', surface: 'Russia', key: 'russia'},
  {sentence: 'sentence:oo-20230918:13', start: 1683, end: 1689, kind: 'NAME', entity: 'country:ru', surface: 'Moscow', key: 'moscow'},
  {sentence: 'sentence:oo-20230918:13', start: 1634, end: 1641, kind: 'NAME', entity: 'country:ua', surface: 'Ukraine', key: 'ukraine'},
  {sentence: 'sentence:oo-20230918:14', start: 1849, end: 1860, kind: 'NAME', entity: 'country:kp', surface: 'North Korea', key: 'north korea'},
  {sentence: 'sentence:oo-20230918:14', start: 1776, end: 1782, kind: 'NAME', entity: 'country:ru', surface: 'Russia', key: 'russia'},
  {sentence: 'sentence:oo-20230918:14', start: 1809, end: 1812, kind: 'PRONOUN', entity: 'country:ru', surface: 'its'},
  {sentence: 'sentence:oo-20230918:15', start: 1886, end: 1902, kind: 'NOMINAL', entity: 'event:2023-kim-invites-putin', surface: 'Kim\'s invitation', key: 'kim\'s invitation'},
  {sentence: 'sentence:oo-20230918:15', start: 1886, end: 1889, kind: 'NAME', entity: 'person:kim-jong-un', surface: 'Kim', key: 'kim'},
  {sentence: 'sentence:oo-20230918:15', start: 1862, end: 1867, kind: 'NAME', entity: 'person:vladimir-putin', surface: 'Putin', key: 'putin'},
  {sentence: 'sentence:oo-20230918:15', start: 1912, end: 1921, kind: 'NAME', entity: 'place:pyongyang', surface: 'Pyongyang', key: 'pyongyang'},
  {sentence: 'sentence:oo-20230918:16', start: 1923, end: 1930, kind: 'DEMONYM', entity: 'country:ru', surface: 'Russian', key: 'russian'},
  {sentence: 'sentence:oo-20230918:16', start: 2011, end: 2024, kind: 'NOMINAL', entity: 'event:putin-next-pyongyang-visit', surface: 'a Putin visit', key: 'a putin visit'},
  {sentence: 'sentence:oo-20230918:16', start: 1948, end: 1961, kind: 'NAME', entity: 'person:sergei-lavrov', surface: 'Sergei Lavrov', key: 'sergei lavrov'},
  {sentence: 'sentence:oo-20230918:16', start: 2013, end: 2018, kind: 'NAME', entity: 'person:vladimir-putin', surface: 'Putin', key: 'putin'},
  {sentence: 'sentence:oo-20230918:16', start: 1983, end: 1992, kind: 'NAME', entity: 'place:pyongyang', surface: 'Pyongyang', key: 'pyongyang'},
  {sentence: 'sentence:oo-20230918:17', start: 2095, end: 2106, kind: 'NAME', entity: 'country:kp', surface: 'North Korea', key: 'north korea'},
  {sentence: 'sentence:oo-20230918:17', start: 2060, end: 2067, kind: 'DEMONYM', entity: 'country:ru', surface: 'Russian', key: 'russian'},
  {sentence: 'sentence:oo-20230918:17', start: 2042, end: 2046, kind: 'PRONOUN', entity: 'event:putin-next-pyongyang-visit', surface: 'This'},
  {sentence: 'sentence:oo-20230918:17', start: 2056, end: 2077, kind: 'NOMINAL', entity: 'person:vladimir-putin', surface: 'the Russian president', key: 'russian president'},
  {sentence: 'sentence:oo-20230918:17', start: 2113, end: 2115, kind: 'PRONOUN', entity: 'person:vladimir-putin', surface: 'he'},
  {sentence: 'sentence:oo-20230918:18', start: 2187, end: 2199, kind: 'NOMINAL', entity: 'person:kim-jong-il', surface: 'Kim\'s father', key: 'kim\'s father'},
  {sentence: 'sentence:oo-20230918:18', start: 2201, end: 2212, kind: 'NAME', entity: 'person:kim-jong-il', surface: 'Kim Jong-il', key: 'kim jong il'},
  {sentence: 'sentence:oo-20230918:18', start: 2187, end: 2190, kind: 'NAME', entity: 'person:kim-jong-un', surface: 'Kim', key: 'kim'},
  {sentence: 'sentence:oo-20230918:18', start: 2134, end: 2136, kind: 'PRONOUN', entity: 'person:vladimir-putin', surface: 'He'},
  {sentence: 'sentence:oo-20230918:18', start: 2156, end: 2165, kind: 'NAME', entity: 'place:pyongyang', surface: 'Pyongyang', key: 'pyongyang'},
  {sentence: 'sentence:oo-20230918:19', start: 2214, end: 2246, kind: 'NOMINAL', entity: 'event:2023-putin-kim-summit', surface: 'The summit between Putin and Kim', key: 'summit between putin and kim'},
  {sentence: 'sentence:oo-20230918:19', start: 2286, end: 2313, kind: 'NOMINAL', entity: 'group:oo-20230918:international-community', surface: 'the international community', key: 'international community'},
  {sentence: 'sentence:oo-20230918:19', start: 2243, end: 2246, kind: 'NAME', entity: 'person:kim-jong-un', surface: 'Kim', key: 'kim'},
  {sentence: 'sentence:oo-20230918:19', start: 2233, end: 2238, kind: 'NAME', entity: 'person:vladimir-putin', surface: 'Putin', key: 'putin'},
  {sentence: 'sentence:oo-20230918:2', start: 313, end: 319, kind: 'NAME', entity: 'country:ru', surface: 'Russia', key: 'russia'},
  {sentence: 'sentence:oo-20230918:2', start: 345, end: 356, kind: 'NOMINAL', entity: 'country:ru', surface: 'the country', key: 'country'},
  {sentence: 'sentence:oo-20230918:2', start: 331, end: 356, kind: 'NOMINAL', entity: 'event:2023-kim-russia-tour', surface: 'Kim\'s tour of the country', key: 'kim\'s tour of the country'},
  {sentence: 'sentence:oo-20230918:2', start: 290, end: 305, kind: 'NOMINAL', entity: 'person:kim-jong-un', surface: 'The two leaders', key: 'two leaders'},
  {sentence: 'sentence:oo-20230918:2', start: 331, end: 334, kind: 'NAME', entity: 'person:kim-jong-un', surface: 'Kim', key: 'kim'},
  {sentence: 'sentence:oo-20230918:2', start: 290, end: 305, kind: 'NOMINAL', entity: 'person:vladimir-putin', surface: 'The two leaders', key: 'two leaders'},
  {sentence: 'sentence:oo-20230918:2', start: 389, end: 410, kind: 'NOMINAL', entity: 'place:oo-20230918:aircraft-factory', surface: 'a fighter jet factory', key: 'a fighter jet factory'},
  {sentence: 'sentence:oo-20230918:20', start: 2396, end: 2407, kind: 'NAME', entity: 'country:kp', surface: 'North Korea', key: 'north korea'},
  {sentence: 'sentence:oo-20230918:20', start: 2326, end: 2337, kind: 'NAME', entity: 'country:kr', surface: 'South Korea', key: 'south korea'},
  {sentence: 'sentence:oo-20230918:20', start: 2385, end: 2391, kind: 'NAME', entity: 'country:ru', surface: 'Russia', key: 'russia'},
  {sentence: 'sentence:oo-20230918:20', start: 2319, end: 2321, kind: 'NAME', entity: 'country:us', surface: 'US', key: 'us'},
  {sentence: 'sentence:oo-20230918:20', start: 2353, end: 2407, kind: 'NOMINAL', entity: 'event:2023-russia-nk-arms-deal'},
  {sentence: 'sentence:oo-20230918:20', start: 2430, end: 2449, kind: 'NAME', entity: 'org:un-security-council', surface: 'UN Security Council', key: 'un security council'},
  {sentence: 'sentence:oo-20230918:21', start: 2498, end: 2509, kind: 'NAME', entity: 'country:kp', surface: 'North Korea', key: 'north korea'},
  {sentence: 'sentence:oo-20230918:21', start: 2559, end: 2565, kind: 'NAME', entity: 'country:ru', surface: 'Russia', key: 'russia'},
  {sentence: 'sentence:oo-20230918:21', start: 2607, end: 2610, kind: 'NAME', entity: 'person:kim-jong-un', surface: 'Kim', key: 'kim'},
  {sentence: 'sentence:oo-20230918:22', start: 2704, end: 2707, kind: 'NAME', entity: 'person:kim-jong-un', surface: 'Kim', key: 'kim'},
  {sentence: 'sentence:oo-20230918:22', start: 2735, end: 2745, kind: 'NOMINAL', entity: 'person:kim-jong-un', surface: 'both sides', key: 'both sides'},
  {sentence: 'sentence:oo-20230918:22', start: 2694, end: 2699, kind: 'NAME', entity: 'person:vladimir-putin', surface: 'Putin', key: 'putin'},
  {sentence: 'sentence:oo-20230918:22', start: 2735, end: 2745, kind: 'NOMINAL', entity: 'person:vladimir-putin', surface: 'both sides', key: 'both sides'},
  {sentence: 'sentence:oo-20230918:3', start: 512, end: 524, kind: 'DEMONYM', entity: 'country:kp', surface: 'North Korean', key: 'north korean'},
  {sentence: 'sentence:oo-20230918:3', start: 469, end: 476, kind: 'DEMONYM', entity: 'country:ru', surface: 'Russian', key: 'russian'},
  {sentence: 'sentence:oo-20230918:3', start: 419, end: 429, kind: 'NOMINAL', entity: 'event:2023-putin-kim-summit', surface: 'the summit', key: 'summit'},
  {sentence: 'sentence:oo-20230918:3', start: 510, end: 535, kind: 'NOMINAL', entity: 'gift:2023-kim-putin-rifle', surface: 'a North Korean-made rifle', key: 'a north korean made rifle'},
  {sentence: 'sentence:oo-20230918:3', start: 456, end: 487, kind: 'NOMINAL', entity: 'gift:2023-putin-kim-rifle', surface: 'a rifle from Russian production', key: 'a rifle from russian production'},
  {sentence: 'sentence:oo-20230918:3', start: 447, end: 450, kind: 'NAME', entity: 'person:kim-jong-un', surface: 'Kim', key: 'kim'},
  {sentence: 'sentence:oo-20230918:3', start: 495, end: 498, kind: 'NAME', entity: 'person:kim-jong-un', surface: 'Kim', key: 'kim'},
  {sentence: 'sentence:oo-20230918:3', start: 431, end: 436, kind: 'NAME', entity: 'person:vladimir-putin', surface: 'Putin', key: 'putin'},
  {sentence: 'sentence:oo-20230918:3', start: 504, end: 509, kind: 'NAME', entity: 'person:vladimir-putin', surface: 'Putin', key: 'putin'},
  {sentence: 'sentence:oo-20230918:4', start: 574, end: 637, kind: 'NOMINAL', entity: 'gift:2023-putin-kim-glove'},
  {sentence: 'sentence:oo-20230918:4', start: 565, end: 568, kind: 'NAME', entity: 'person:kim-jong-un', surface: 'Kim', key: 'kim'},
  {sentence: 'sentence:oo-20230918:4', start: 547, end: 552, kind: 'NAME', entity: 'person:vladimir-putin', surface: 'Putin', key: 'putin'},
  {sentence: 'sentence:oo-20230918:5', start: 654, end: 660, kind: 'NAME', entity: 'country:ru', surface: 'Russia', key: 'russia'},
  {sentence: 'sentence:oo-20230918:5', start: 718, end: 723, kind: 'NOMINAL', entity: 'event:2023-kim-russia-talks', surface: 'talks', key: 'talks'},
  {sentence: 'sentence:oo-20230918:5', start: 639, end: 671, kind: 'NOMINAL', entity: 'event:2023-kim-russia-tour', surface: 'Kim\'s visit to Russia\'s Far East', key: 'kim\'s visit to russia\'s far east'},
  {sentence: 'sentence:oo-20230918:5', start: 639, end: 642, kind: 'NAME', entity: 'person:kim-jong-un', surface: 'Kim', key: 'kim'},
  {sentence: 'sentence:oo-20230918:5', start: 654, end: 671, kind: 'NAME', entity: 'place:russian-far-east', surface: 'Russia\'s Far East', key: 'russia\'s far east'},
  {sentence: 'sentence:oo-20230918:6', start: 853, end: 865, kind: 'DEMONYM', entity: 'country:kp', surface: 'North Korean', key: 'north korean'},
  {sentence: 'sentence:oo-20230918:6', start: 824, end: 831, kind: 'DEMONYM', entity: 'country:ru', surface: 'Russian', key: 'russian'},
  {sentence: 'sentence:oo-20230918:6', start: 853, end: 875, kind: 'NOMINAL', entity: 'group:oo-20230918:north-korean-officials', surface: 'North Korean officials', key: 'north korean officials'},
  {sentence: 'sentence:oo-20230918:6', start: 792, end: 840, kind: 'NOMINAL', entity: 'group:oo-20230918:women-in-russian-costumes'},
  {sentence: 'sentence:oo-20230918:6', start: 773, end: 776, kind: 'NAME', entity: 'person:kim-jong-un', surface: 'Kim', key: 'kim'},
  {sentence: 'sentence:oo-20230918:6', start: 753, end: 771, kind: 'NAME', entity: 'place:komsomolsk-on-amur', surface: 'Komsomolsk-on-Amur', key: 'komsomolsk on amur'},
  {sentence: 'sentence:oo-20230918:7', start: 932, end: 941, kind: 'NOMINAL', entity: 'group:oo-20230918:residents', surface: 'Residents', key: 'residents'},
  {sentence: 'sentence:oo-20230918:7', start: 1007, end: 1010, kind: 'NAME', entity: 'person:kim-jong-un', surface: 'Kim', key: 'kim'},
  {sentence: 'sentence:oo-20230918:8', start: 1080, end: 1090, kind: 'NOMINAL', entity: 'person:kim-jong-un', surface: 'the leader', key: 'leader'},
  {sentence: 'sentence:oo-20230918:8', start: 1046, end: 1054, kind: 'NOMINAL', entity: 'place:komsomolsk-on-amur', surface: 'the city', key: 'city'},
  {sentence: 'sentence:oo-20230918:9', start: 1118, end: 1128, kind: 'NOMINAL', entity: 'event:2023-putin-kim-summit', surface: 'the summit', key: 'summit'},
  {sentence: 'sentence:oo-20230918:9', start: 1151, end: 1154, kind: 'NAME', entity: 'person:kim-jong-un', surface: 'Kim', key: 'kim'},
  {sentence: 'sentence:oo-20230918:9', start: 1130, end: 1135, kind: 'NAME', entity: 'person:vladimir-putin', surface: 'Putin', key: 'putin'},
  {sentence: 'sentence:oo-20230918:9', start: 1190, end: 1198, kind: 'NOMINAL', entity: 'place:komsomolsk-on-amur', surface: 'the city', key: 'city'},
  {sentence: 'sentence:oo-20230918:9', start: 1167, end: 1198, kind: 'NOMINAL', entity: 'place:oo-20230918:aircraft-factory', surface: 'an aircraft factory in the city', key: 'an aircraft factory in the city'}
] AS row
MATCH (s:Sentence {id: row.sentence})
MATCH (e:Entity {id: row.entity})
CREATE (s)-[:MENTIONS {start: row.start, end: row.end, kind: row.kind, surface: row.surface, key: row.key}]->(e);

// That an event takes place, or that a gift was given.
UNWIND [
  {claim: 'claim:oo-20230918:F51', fact: 'fact:event:2000-putin-kim-jong-il-meeting|happens', slot: 'event:2000-putin-kim-jong-il-meeting|happens', subject: 'event:2000-putin-kim-jong-il-meeting', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F50', fact: 'fact:event:2000-putin-pyongyang-visit|happens', slot: 'event:2000-putin-pyongyang-visit|happens', subject: 'event:2000-putin-pyongyang-visit', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F53', fact: 'fact:event:2000-putin-pyongyang-visit|happens', slot: 'event:2000-putin-pyongyang-visit|happens', subject: 'event:2000-putin-pyongyang-visit', predicate: 'happens', basis: 'IMPLIED'},
  {claim: 'claim:oo-20230918:F56', fact: 'fact:event:2023-concerns-over-summit|happens', slot: 'event:2023-concerns-over-summit|happens', subject: 'event:2023-concerns-over-summit', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F11', fact: 'fact:event:2023-kim-aircraft-factory-visit|happens', slot: 'event:2023-kim-aircraft-factory-visit|happens', subject: 'event:2023-kim-aircraft-factory-visit', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F28', fact: 'fact:event:2023-kim-aircraft-factory-visit|happens', slot: 'event:2023-kim-aircraft-factory-visit|happens', subject: 'event:2023-kim-aircraft-factory-visit', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F43', fact: 'fact:event:2023-kim-invites-putin|happens', slot: 'event:2023-kim-invites-putin|happens', subject: 'event:2023-kim-invites-putin', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F21', fact: 'fact:event:2023-kim-komsomolsk-welcome|happens', slot: 'event:2023-kim-komsomolsk-welcome|happens', subject: 'event:2023-kim-komsomolsk-welcome', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F22', fact: 'fact:event:2023-kim-komsomolsk-welcome|happens', slot: 'event:2023-kim-komsomolsk-welcome|happens', subject: 'event:2023-kim-komsomolsk-welcome', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F23', fact: 'fact:event:2023-kim-komsomolsk-welcome|happens', slot: 'event:2023-kim-komsomolsk-welcome|happens', subject: 'event:2023-kim-komsomolsk-welcome', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F20', fact: 'fact:event:2023-kim-russia-talks|happens', slot: 'event:2023-kim-russia-talks|happens', subject: 'event:2023-kim-russia-talks', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F02', fact: 'fact:event:2023-kim-russia-tour|happens', slot: 'event:2023-kim-russia-tour|happens', subject: 'event:2023-kim-russia-tour', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F18', fact: 'fact:event:2023-kim-russia-tour|happens', slot: 'event:2023-kim-russia-tour|happens', subject: 'event:2023-kim-russia-tour', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F19', fact: 'fact:event:2023-kim-russia-tour|happens', slot: 'event:2023-kim-russia-tour|happens', subject: 'event:2023-kim-russia-tour', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F66', fact: 'fact:event:2023-kim-russia-tour|happens', slot: 'event:2023-kim-russia-tour|happens', subject: 'event:2023-kim-russia-tour', predicate: 'happens', basis: 'IMPLIED'},
  {claim: 'claim:oo-20230918:F32', fact: 'fact:event:2023-kim-university-visit|happens', slot: 'event:2023-kim-university-visit|happens', subject: 'event:2023-kim-university-visit', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F30', fact: 'fact:event:2023-kim-vladivostok-visit|happens', slot: 'event:2023-kim-vladivostok-visit|happens', subject: 'event:2023-kim-vladivostok-visit', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F33', fact: 'fact:event:2023-kim-vladivostok-visit|happens', slot: 'event:2023-kim-vladivostok-visit|happens', subject: 'event:2023-kim-vladivostok-visit', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F26', fact: 'fact:event:2023-komsomolsk-road-closures|happens', slot: 'event:2023-komsomolsk-road-closures|happens', subject: 'event:2023-komsomolsk-road-closures', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F47', fact: 'fact:event:2023-lavrov-pyongyang-visit|happens', slot: 'event:2023-lavrov-pyongyang-visit|happens', subject: 'event:2023-lavrov-pyongyang-visit', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F48', fact: 'fact:event:2023-lavrov-pyongyang-visit|happens', slot: 'event:2023-lavrov-pyongyang-visit|happens', subject: 'event:2023-lavrov-pyongyang-visit', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F61', fact: 'fact:event:2023-nk-receives-advanced-weapons-tech|happens', slot: 'event:2023-nk-receives-advanced-weapons-tech|happens', subject: 'event:2023-nk-receives-advanced-weapons-tech', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F55', fact: 'fact:event:2023-praise-of-summit|happens', slot: 'event:2023-praise-of-summit|happens', subject: 'event:2023-praise-of-summit', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F44', fact: 'fact:event:2023-putin-accepts-invitation|happens', slot: 'event:2023-putin-accepts-invitation|happens', subject: 'event:2023-putin-accepts-invitation', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F27', fact: 'fact:event:2023-putin-announces-kim-programme|happens', slot: 'event:2023-putin-announces-kim-programme|happens', subject: 'event:2023-putin-announces-kim-programme', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F01', fact: 'fact:event:2023-putin-kim-gift-exchange|happens', slot: 'event:2023-putin-kim-gift-exchange|happens', subject: 'event:2023-putin-kim-gift-exchange', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F07', fact: 'fact:event:2023-putin-kim-gift-exchange|happens', slot: 'event:2023-putin-kim-gift-exchange|happens', subject: 'event:2023-putin-kim-gift-exchange', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F12', fact: 'fact:event:2023-putin-kim-gift-exchange|happens', slot: 'event:2023-putin-kim-gift-exchange|happens', subject: 'event:2023-putin-kim-gift-exchange', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F13', fact: 'fact:event:2023-putin-kim-gift-exchange|happens', slot: 'event:2023-putin-kim-gift-exchange|happens', subject: 'event:2023-putin-kim-gift-exchange', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F17', fact: 'fact:event:2023-putin-kim-gift-exchange|happens', slot: 'event:2023-putin-kim-gift-exchange|happens', subject: 'event:2023-putin-kim-gift-exchange', predicate: 'happens', basis: 'IMPLIED'},
  {claim: 'claim:oo-20230918:F08', fact: 'fact:event:2023-putin-kim-summit|happens', slot: 'event:2023-putin-kim-summit|happens', subject: 'event:2023-putin-kim-summit', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F09', fact: 'fact:event:2023-putin-kim-summit|happens', slot: 'event:2023-putin-kim-summit|happens', subject: 'event:2023-putin-kim-summit', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F66', fact: 'fact:event:2023-putin-kim-summit|happens', slot: 'event:2023-putin-kim-summit|happens', subject: 'event:2023-putin-kim-summit', predicate: 'happens', basis: 'IMPLIED'},
  {claim: 'claim:oo-20230918:F25', fact: 'fact:event:2023-residents-watch-kim-convoy|happens', slot: 'event:2023-residents-watch-kim-convoy|happens', subject: 'event:2023-residents-watch-kim-convoy', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F38', fact: 'fact:event:2023-russia-needs-ammunition|happens', slot: 'event:2023-russia-needs-ammunition|happens', subject: 'event:2023-russia-needs-ammunition', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F60', fact: 'fact:event:2023-russia-nk-arms-deal|happens', slot: 'event:2023-russia-nk-arms-deal|happens', subject: 'event:2023-russia-nk-arms-deal', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F41', fact: 'fact:event:2023-russia-shares-sensitive-weapons-tech|happens', slot: 'event:2023-russia-shares-sensitive-weapons-tech|happens', subject: 'event:2023-russia-shares-sensitive-weapons-tech', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F39', fact: 'fact:event:2023-russian-assistance-nk-programmes|happens', slot: 'event:2023-russian-assistance-nk-programmes|happens', subject: 'event:2023-russian-assistance-nk-programmes', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F57', fact: 'fact:event:2023-us-south-korea-warning|happens', slot: 'event:2023-us-south-korea-warning|happens', subject: 'event:2023-us-south-korea-warning', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F58', fact: 'fact:event:2023-us-south-korea-warning|happens', slot: 'event:2023-us-south-korea-warning|happens', subject: 'event:2023-us-south-korea-warning', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F59', fact: 'fact:event:2023-us-south-korea-warning|happens', slot: 'event:2023-us-south-korea-warning|happens', subject: 'event:2023-us-south-korea-warning', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F31', fact: 'fact:event:2023-warship-display|happens', slot: 'event:2023-warship-display|happens', subject: 'event:2023-warship-display', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F65', fact: 'fact:event:2023-willingness-military-cooperation|happens', slot: 'event:2023-willingness-military-cooperation|happens', subject: 'event:2023-willingness-military-cooperation', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F35', fact: 'fact:event:kim-assists-putin-in-ukraine-conflict|happens', slot: 'event:kim-assists-putin-in-ukraine-conflict|happens', subject: 'event:kim-assists-putin-in-ukraine-conflict', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F63', fact: 'fact:event:nk-nuclear-programme-tensions|happens', slot: 'event:nk-nuclear-programme-tensions|happens', subject: 'event:nk-nuclear-programme-tensions', predicate: 'happens', basis: 'IMPLIED'},
  {claim: 'claim:oo-20230918:F34', fact: 'fact:event:nk-students-in-russian-far-east-colleges|happens', slot: 'event:nk-students-in-russian-far-east-colleges|happens', subject: 'event:nk-students-in-russian-far-east-colleges', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F45', fact: 'fact:event:putin-next-pyongyang-visit|happens', slot: 'event:putin-next-pyongyang-visit|happens', subject: 'event:putin-next-pyongyang-visit', predicate: 'happens', basis: 'IMPLIED'},
  {claim: 'claim:oo-20230918:F48', fact: 'fact:event:putin-next-pyongyang-visit|happens', slot: 'event:putin-next-pyongyang-visit|happens', subject: 'event:putin-next-pyongyang-visit', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F49', fact: 'fact:event:putin-next-pyongyang-visit|happens', slot: 'event:putin-next-pyongyang-visit|happens', subject: 'event:putin-next-pyongyang-visit', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F36', fact: 'fact:event:russia-ukraine-conflict|happens', slot: 'event:russia-ukraine-conflict|happens', subject: 'event:russia-ukraine-conflict', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F37', fact: 'fact:event:russia-ukraine-conflict|happens', slot: 'event:russia-ukraine-conflict|happens', subject: 'event:russia-ukraine-conflict', predicate: 'happens', basis: 'IMPLIED'},
  {claim: 'claim:oo-20230918:F13', fact: 'fact:gift:2023-kim-putin-rifle|happens', slot: 'gift:2023-kim-putin-rifle|happens', subject: 'gift:2023-kim-putin-rifle', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F14', fact: 'fact:gift:2023-kim-putin-rifle|happens', slot: 'gift:2023-kim-putin-rifle|happens', subject: 'gift:2023-kim-putin-rifle', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F15', fact: 'fact:gift:2023-putin-kim-glove|happens', slot: 'gift:2023-putin-kim-glove|happens', subject: 'gift:2023-putin-kim-glove', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F16', fact: 'fact:gift:2023-putin-kim-glove|happens', slot: 'gift:2023-putin-kim-glove|happens', subject: 'gift:2023-putin-kim-glove', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F17', fact: 'fact:gift:2023-putin-kim-glove|happens', slot: 'gift:2023-putin-kim-glove|happens', subject: 'gift:2023-putin-kim-glove', predicate: 'happens', basis: 'IMPLIED'},
  {claim: 'claim:oo-20230918:F12', fact: 'fact:gift:2023-putin-kim-rifle|happens', slot: 'gift:2023-putin-kim-rifle|happens', subject: 'gift:2023-putin-kim-rifle', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F14', fact: 'fact:gift:2023-putin-kim-rifle|happens', slot: 'gift:2023-putin-kim-rifle|happens', subject: 'gift:2023-putin-kim-rifle', predicate: 'happens', basis: 'STATED'}
] AS row
MATCH (c:Claim {id: row.claim})
MATCH (a:Entity {id: row.subject})
MERGE (f:Fact {id: row.fact}) ON CREATE SET f.form = 'HAPPENS', f.predicate = row.predicate, f.slot = row.slot
MERGE (f)-[:SUBJECT]->(a)
CREATE (c)-[:SAYS {basis: row.basis}]->(f);

// How two things are related.
UNWIND [
  {claim: 'claim:oo-20230918:F06', fact: 'fact:person:kim-jong-un|HOLDS_OFFICE|country:kp|Leader', slot: 'person:kim-jong-un|HOLDS_OFFICE', subject: 'person:kim-jong-un', predicate: 'HOLDS_OFFICE', object: 'country:kp', title: 'Leader', qualifier: 'Leader', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F46', fact: 'fact:person:sergei-lavrov|HOLDS_OFFICE|country:ru|Foreign Minister', slot: 'person:sergei-lavrov|HOLDS_OFFICE', subject: 'person:sergei-lavrov', predicate: 'HOLDS_OFFICE', object: 'country:ru', title: 'Foreign Minister', qualifier: 'Foreign Minister', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F05', fact: 'fact:person:vladimir-putin|HOLDS_OFFICE|country:ru|President', slot: 'person:vladimir-putin|HOLDS_OFFICE', subject: 'person:vladimir-putin', predicate: 'HOLDS_OFFICE', object: 'country:ru', title: 'President', qualifier: 'President', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F13', fact: 'fact:person:kim-jong-un|GAVE|gift:2023-kim-putin-rifle', slot: 'person:kim-jong-un|GAVE', subject: 'person:kim-jong-un', predicate: 'GAVE', object: 'gift:2023-kim-putin-rifle', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F15', fact: 'fact:person:vladimir-putin|GAVE|gift:2023-putin-kim-glove', slot: 'person:vladimir-putin|GAVE', subject: 'person:vladimir-putin', predicate: 'GAVE', object: 'gift:2023-putin-kim-glove', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F12', fact: 'fact:person:vladimir-putin|GAVE|gift:2023-putin-kim-rifle', slot: 'person:vladimir-putin|GAVE', subject: 'person:vladimir-putin', predicate: 'GAVE', object: 'gift:2023-putin-kim-rifle', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F13', fact: 'fact:gift:2023-kim-putin-rifle|GIVEN_TO|person:vladimir-putin', slot: 'gift:2023-kim-putin-rifle|GIVEN_TO', subject: 'gift:2023-kim-putin-rifle', predicate: 'GIVEN_TO', object: 'person:vladimir-putin', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F15', fact: 'fact:gift:2023-putin-kim-glove|GIVEN_TO|person:kim-jong-un', slot: 'gift:2023-putin-kim-glove|GIVEN_TO', subject: 'gift:2023-putin-kim-glove', predicate: 'GIVEN_TO', object: 'person:kim-jong-un', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F12', fact: 'fact:gift:2023-putin-kim-rifle|GIVEN_TO|person:kim-jong-un', slot: 'gift:2023-putin-kim-rifle|GIVEN_TO', subject: 'gift:2023-putin-kim-rifle', predicate: 'GIVEN_TO', object: 'person:kim-jong-un', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F61', fact: 'fact:country:kp|INVOLVED_IN|event:2023-nk-receives-advanced-weapons-tech|RECIPIENT', slot: 'country:kp|INVOLVED_IN', subject: 'country:kp', predicate: 'INVOLVED_IN', object: 'event:2023-nk-receives-advanced-weapons-tech', role: 'RECIPIENT', qualifier: 'RECIPIENT', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F60', fact: 'fact:country:kp|INVOLVED_IN|event:2023-russia-nk-arms-deal|PARTICIPANT', slot: 'country:kp|INVOLVED_IN', subject: 'country:kp', predicate: 'INVOLVED_IN', object: 'event:2023-russia-nk-arms-deal', role: 'PARTICIPANT', qualifier: 'PARTICIPANT', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F41', fact: 'fact:country:kp|INVOLVED_IN|event:2023-russia-shares-sensitive-weapons-tech|RECIPIENT', slot: 'country:kp|INVOLVED_IN', subject: 'country:kp', predicate: 'INVOLVED_IN', object: 'event:2023-russia-shares-sensitive-weapons-tech', role: 'RECIPIENT', qualifier: 'RECIPIENT', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F39', fact: 'fact:country:kp|INVOLVED_IN|event:2023-russian-assistance-nk-programmes|RECIPIENT', slot: 'country:kp|INVOLVED_IN', subject: 'country:kp', predicate: 'INVOLVED_IN', object: 'event:2023-russian-assistance-nk-programmes', role: 'RECIPIENT', qualifier: 'RECIPIENT', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F39', fact: 'fact:country:kp|INVOLVED_IN|event:2023-russian-assistance-nk-programmes|REQUESTER', slot: 'country:kp|INVOLVED_IN', subject: 'country:kp', predicate: 'INVOLVED_IN', object: 'event:2023-russian-assistance-nk-programmes', role: 'REQUESTER', qualifier: 'REQUESTER', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F58', fact: 'fact:country:kr|INVOLVED_IN|event:2023-us-south-korea-warning|SPEAKER', slot: 'country:kr|INVOLVED_IN', subject: 'country:kr', predicate: 'INVOLVED_IN', object: 'event:2023-us-south-korea-warning', role: 'SPEAKER', qualifier: 'SPEAKER', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F61', fact: 'fact:country:ru|INVOLVED_IN|event:2023-nk-receives-advanced-weapons-tech|AGENT', slot: 'country:ru|INVOLVED_IN', subject: 'country:ru', predicate: 'INVOLVED_IN', object: 'event:2023-nk-receives-advanced-weapons-tech', role: 'AGENT', qualifier: 'AGENT', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F38', fact: 'fact:country:ru|INVOLVED_IN|event:2023-russia-needs-ammunition|AGENT', slot: 'country:ru|INVOLVED_IN', subject: 'country:ru', predicate: 'INVOLVED_IN', object: 'event:2023-russia-needs-ammunition', role: 'AGENT', qualifier: 'AGENT', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F60', fact: 'fact:country:ru|INVOLVED_IN|event:2023-russia-nk-arms-deal|PARTICIPANT', slot: 'country:ru|INVOLVED_IN', subject: 'country:ru', predicate: 'INVOLVED_IN', object: 'event:2023-russia-nk-arms-deal', role: 'PARTICIPANT', qualifier: 'PARTICIPANT', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F41', fact: 'fact:country:ru|INVOLVED_IN|event:2023-russia-shares-sensitive-weapons-tech|AGENT', slot: 'country:ru|INVOLVED_IN', subject: 'country:ru', predicate: 'INVOLVED_IN', object: 'event:2023-russia-shares-sensitive-weapons-tech', role: 'AGENT', qualifier: 'AGENT', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F39', fact: 'fact:country:ru|INVOLVED_IN|event:2023-russian-assistance-nk-programmes|AGENT', slot: 'country:ru|INVOLVED_IN', subject: 'country:ru', predicate: 'INVOLVED_IN', object: 'event:2023-russian-assistance-nk-programmes', role: 'AGENT', qualifier: 'AGENT', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F37', fact: 'fact:country:ru|INVOLVED_IN|event:russia-ukraine-conflict|PARTICIPANT', slot: 'country:ru|INVOLVED_IN', subject: 'country:ru', predicate: 'INVOLVED_IN', object: 'event:russia-ukraine-conflict', role: 'PARTICIPANT', qualifier: 'PARTICIPANT', basis: 'IMPLIED'},
  {claim: 'claim:oo-20230918:F36', fact: 'fact:country:ua|INVOLVED_IN|event:russia-ukraine-conflict|PARTICIPANT', slot: 'country:ua|INVOLVED_IN', subject: 'country:ua', predicate: 'INVOLVED_IN', object: 'event:russia-ukraine-conflict', role: 'PARTICIPANT', qualifier: 'PARTICIPANT', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F57', fact: 'fact:country:us|INVOLVED_IN|event:2023-us-south-korea-warning|SPEAKER', slot: 'country:us|INVOLVED_IN', subject: 'country:us', predicate: 'INVOLVED_IN', object: 'event:2023-us-south-korea-warning', role: 'SPEAKER', qualifier: 'SPEAKER', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F56', fact: 'fact:group:oo-20230918:international-community|INVOLVED_IN|event:2023-concerns-over-summit|SPEAKER', slot: 'group:oo-20230918:international-community|INVOLVED_IN', subject: 'group:oo-20230918:international-community', predicate: 'INVOLVED_IN', object: 'event:2023-concerns-over-summit', role: 'SPEAKER', qualifier: 'SPEAKER', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F55', fact: 'fact:group:oo-20230918:international-community|INVOLVED_IN|event:2023-praise-of-summit|SPEAKER', slot: 'group:oo-20230918:international-community|INVOLVED_IN', subject: 'group:oo-20230918:international-community', predicate: 'INVOLVED_IN', object: 'event:2023-praise-of-summit', role: 'SPEAKER', qualifier: 'SPEAKER', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F23', fact: 'fact:group:oo-20230918:north-korean-officials|INVOLVED_IN|event:2023-kim-komsomolsk-welcome|AGENT', slot: 'group:oo-20230918:north-korean-officials|INVOLVED_IN', subject: 'group:oo-20230918:north-korean-officials', predicate: 'INVOLVED_IN', object: 'event:2023-kim-komsomolsk-welcome', role: 'AGENT', qualifier: 'AGENT', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F34', fact: 'fact:group:oo-20230918:north-korean-students|INVOLVED_IN|event:nk-students-in-russian-far-east-colleges|RECIPIENT', slot: 'group:oo-20230918:north-korean-students|INVOLVED_IN', subject: 'group:oo-20230918:north-korean-students', predicate: 'INVOLVED_IN', object: 'event:nk-students-in-russian-far-east-colleges', role: 'RECIPIENT', qualifier: 'RECIPIENT', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F25', fact: 'fact:group:oo-20230918:residents|INVOLVED_IN|event:2023-residents-watch-kim-convoy|OBSERVER', slot: 'group:oo-20230918:residents|INVOLVED_IN', subject: 'group:oo-20230918:residents', predicate: 'INVOLVED_IN', object: 'event:2023-residents-watch-kim-convoy', role: 'OBSERVER', qualifier: 'OBSERVER', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F34', fact: 'fact:group:oo-20230918:russian-far-east-colleges|INVOLVED_IN|event:nk-students-in-russian-far-east-colleges|AGENT', slot: 'group:oo-20230918:russian-far-east-colleges|INVOLVED_IN', subject: 'group:oo-20230918:russian-far-east-colleges', predicate: 'INVOLVED_IN', object: 'event:nk-students-in-russian-far-east-colleges', role: 'AGENT', qualifier: 'AGENT', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F22', fact: 'fact:group:oo-20230918:women-in-russian-costumes|INVOLVED_IN|event:2023-kim-komsomolsk-welcome|AGENT', slot: 'group:oo-20230918:women-in-russian-costumes|INVOLVED_IN', subject: 'group:oo-20230918:women-in-russian-costumes', predicate: 'INVOLVED_IN', object: 'event:2023-kim-komsomolsk-welcome', role: 'AGENT', qualifier: 'AGENT', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F59', fact: 'fact:org:un-security-council|INVOLVED_IN|event:2023-us-south-korea-warning|CITED', slot: 'org:un-security-council|INVOLVED_IN', subject: 'org:un-security-council', predicate: 'INVOLVED_IN', object: 'event:2023-us-south-korea-warning', role: 'CITED', qualifier: 'CITED', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F51', fact: 'fact:person:kim-jong-il|INVOLVED_IN|event:2000-putin-kim-jong-il-meeting|PARTICIPANT', slot: 'person:kim-jong-il|INVOLVED_IN', subject: 'person:kim-jong-il', predicate: 'INVOLVED_IN', object: 'event:2000-putin-kim-jong-il-meeting', role: 'PARTICIPANT', qualifier: 'PARTICIPANT', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F11', fact: 'fact:person:kim-jong-un|INVOLVED_IN|event:2023-kim-aircraft-factory-visit|VISITOR', slot: 'person:kim-jong-un|INVOLVED_IN', subject: 'person:kim-jong-un', predicate: 'INVOLVED_IN', object: 'event:2023-kim-aircraft-factory-visit', role: 'VISITOR', qualifier: 'VISITOR', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F28', fact: 'fact:person:kim-jong-un|INVOLVED_IN|event:2023-kim-aircraft-factory-visit|VISITOR', slot: 'person:kim-jong-un|INVOLVED_IN', subject: 'person:kim-jong-un', predicate: 'INVOLVED_IN', object: 'event:2023-kim-aircraft-factory-visit', role: 'VISITOR', qualifier: 'VISITOR', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F43', fact: 'fact:person:kim-jong-un|INVOLVED_IN|event:2023-kim-invites-putin|SPEAKER', slot: 'person:kim-jong-un|INVOLVED_IN', subject: 'person:kim-jong-un', predicate: 'INVOLVED_IN', object: 'event:2023-kim-invites-putin', role: 'SPEAKER', qualifier: 'SPEAKER', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F21', fact: 'fact:person:kim-jong-un|INVOLVED_IN|event:2023-kim-komsomolsk-welcome|VISITOR', slot: 'person:kim-jong-un|INVOLVED_IN', subject: 'person:kim-jong-un', predicate: 'INVOLVED_IN', object: 'event:2023-kim-komsomolsk-welcome', role: 'VISITOR', qualifier: 'VISITOR', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F22', fact: 'fact:person:kim-jong-un|INVOLVED_IN|event:2023-kim-komsomolsk-welcome|VISITOR', slot: 'person:kim-jong-un|INVOLVED_IN', subject: 'person:kim-jong-un', predicate: 'INVOLVED_IN', object: 'event:2023-kim-komsomolsk-welcome', role: 'VISITOR', qualifier: 'VISITOR', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F23', fact: 'fact:person:kim-jong-un|INVOLVED_IN|event:2023-kim-komsomolsk-welcome|VISITOR', slot: 'person:kim-jong-un|INVOLVED_IN', subject: 'person:kim-jong-un', predicate: 'INVOLVED_IN', object: 'event:2023-kim-komsomolsk-welcome', role: 'VISITOR', qualifier: 'VISITOR', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F20', fact: 'fact:person:kim-jong-un|INVOLVED_IN|event:2023-kim-russia-talks|PARTICIPANT', slot: 'person:kim-jong-un|INVOLVED_IN', subject: 'person:kim-jong-un', predicate: 'INVOLVED_IN', object: 'event:2023-kim-russia-talks', role: 'PARTICIPANT', qualifier: 'PARTICIPANT', basis: 'IMPLIED'},
  {claim: 'claim:oo-20230918:F02', fact: 'fact:person:kim-jong-un|INVOLVED_IN|event:2023-kim-russia-tour|VISITOR', slot: 'person:kim-jong-un|INVOLVED_IN', subject: 'person:kim-jong-un', predicate: 'INVOLVED_IN', object: 'event:2023-kim-russia-tour', role: 'VISITOR', qualifier: 'VISITOR', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F10', fact: 'fact:person:kim-jong-un|INVOLVED_IN|event:2023-kim-russia-tour|VISITOR', slot: 'person:kim-jong-un|INVOLVED_IN', subject: 'person:kim-jong-un', predicate: 'INVOLVED_IN', object: 'event:2023-kim-russia-tour', role: 'VISITOR', qualifier: 'VISITOR', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F18', fact: 'fact:person:kim-jong-un|INVOLVED_IN|event:2023-kim-russia-tour|VISITOR', slot: 'person:kim-jong-un|INVOLVED_IN', subject: 'person:kim-jong-un', predicate: 'INVOLVED_IN', object: 'event:2023-kim-russia-tour', role: 'VISITOR', qualifier: 'VISITOR', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F32', fact: 'fact:person:kim-jong-un|INVOLVED_IN|event:2023-kim-university-visit|VISITOR', slot: 'person:kim-jong-un|INVOLVED_IN', subject: 'person:kim-jong-un', predicate: 'INVOLVED_IN', object: 'event:2023-kim-university-visit', role: 'VISITOR', qualifier: 'VISITOR', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F30', fact: 'fact:person:kim-jong-un|INVOLVED_IN|event:2023-kim-vladivostok-visit|VISITOR', slot: 'person:kim-jong-un|INVOLVED_IN', subject: 'person:kim-jong-un', predicate: 'INVOLVED_IN', object: 'event:2023-kim-vladivostok-visit', role: 'VISITOR', qualifier: 'VISITOR', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F26', fact: 'fact:person:kim-jong-un|INVOLVED_IN|event:2023-komsomolsk-road-closures|RECIPIENT', slot: 'person:kim-jong-un|INVOLVED_IN', subject: 'person:kim-jong-un', predicate: 'INVOLVED_IN', object: 'event:2023-komsomolsk-road-closures', role: 'RECIPIENT', qualifier: 'RECIPIENT', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F44', fact: 'fact:person:kim-jong-un|INVOLVED_IN|event:2023-putin-accepts-invitation|ADDRESSEE', slot: 'person:kim-jong-un|INVOLVED_IN', subject: 'person:kim-jong-un', predicate: 'INVOLVED_IN', object: 'event:2023-putin-accepts-invitation', role: 'ADDRESSEE', qualifier: 'ADDRESSEE', basis: 'IMPLIED'},
  {claim: 'claim:oo-20230918:F01', fact: 'fact:person:kim-jong-un|INVOLVED_IN|event:2023-putin-kim-gift-exchange|PARTICIPANT', slot: 'person:kim-jong-un|INVOLVED_IN', subject: 'person:kim-jong-un', predicate: 'INVOLVED_IN', object: 'event:2023-putin-kim-gift-exchange', role: 'PARTICIPANT', qualifier: 'PARTICIPANT', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F07', fact: 'fact:person:kim-jong-un|INVOLVED_IN|event:2023-putin-kim-gift-exchange|PARTICIPANT', slot: 'person:kim-jong-un|INVOLVED_IN', subject: 'person:kim-jong-un', predicate: 'INVOLVED_IN', object: 'event:2023-putin-kim-gift-exchange', role: 'PARTICIPANT', qualifier: 'PARTICIPANT', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F08', fact: 'fact:person:kim-jong-un|INVOLVED_IN|event:2023-putin-kim-summit|PARTICIPANT', slot: 'person:kim-jong-un|INVOLVED_IN', subject: 'person:kim-jong-un', predicate: 'INVOLVED_IN', object: 'event:2023-putin-kim-summit', role: 'PARTICIPANT', qualifier: 'PARTICIPANT', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F09', fact: 'fact:person:kim-jong-un|INVOLVED_IN|event:2023-putin-kim-summit|PARTICIPANT', slot: 'person:kim-jong-un|INVOLVED_IN', subject: 'person:kim-jong-un', predicate: 'INVOLVED_IN', object: 'event:2023-putin-kim-summit', role: 'PARTICIPANT', qualifier: 'PARTICIPANT', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F25', fact: 'fact:person:kim-jong-un|INVOLVED_IN|event:2023-residents-watch-kim-convoy|RECIPIENT', slot: 'person:kim-jong-un|INVOLVED_IN', subject: 'person:kim-jong-un', predicate: 'INVOLVED_IN', object: 'event:2023-residents-watch-kim-convoy', role: 'RECIPIENT', qualifier: 'RECIPIENT', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F31', fact: 'fact:person:kim-jong-un|INVOLVED_IN|event:2023-warship-display|OBSERVER', slot: 'person:kim-jong-un|INVOLVED_IN', subject: 'person:kim-jong-un', predicate: 'INVOLVED_IN', object: 'event:2023-warship-display', role: 'OBSERVER', qualifier: 'OBSERVER', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F65', fact: 'fact:person:kim-jong-un|INVOLVED_IN|event:2023-willingness-military-cooperation|SPEAKER', slot: 'person:kim-jong-un|INVOLVED_IN', subject: 'person:kim-jong-un', predicate: 'INVOLVED_IN', object: 'event:2023-willingness-military-cooperation', role: 'SPEAKER', qualifier: 'SPEAKER', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F35', fact: 'fact:person:kim-jong-un|INVOLVED_IN|event:kim-assists-putin-in-ukraine-conflict|AGENT', slot: 'person:kim-jong-un|INVOLVED_IN', subject: 'person:kim-jong-un', predicate: 'INVOLVED_IN', object: 'event:kim-assists-putin-in-ukraine-conflict', role: 'AGENT', qualifier: 'AGENT', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F63', fact: 'fact:person:kim-jong-un|INVOLVED_IN|event:nk-nuclear-programme-tensions|PARTICIPANT', slot: 'person:kim-jong-un|INVOLVED_IN', subject: 'person:kim-jong-un', predicate: 'INVOLVED_IN', object: 'event:nk-nuclear-programme-tensions', role: 'PARTICIPANT', qualifier: 'PARTICIPANT', basis: 'IMPLIED'},
  {claim: 'claim:oo-20230918:F47', fact: 'fact:person:sergei-lavrov|INVOLVED_IN|event:2023-lavrov-pyongyang-visit|VISITOR', slot: 'person:sergei-lavrov|INVOLVED_IN', subject: 'person:sergei-lavrov', predicate: 'INVOLVED_IN', object: 'event:2023-lavrov-pyongyang-visit', role: 'VISITOR', qualifier: 'VISITOR', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F51', fact: 'fact:person:vladimir-putin|INVOLVED_IN|event:2000-putin-kim-jong-il-meeting|PARTICIPANT', slot: 'person:vladimir-putin|INVOLVED_IN', subject: 'person:vladimir-putin', predicate: 'INVOLVED_IN', object: 'event:2000-putin-kim-jong-il-meeting', role: 'PARTICIPANT', qualifier: 'PARTICIPANT', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F50', fact: 'fact:person:vladimir-putin|INVOLVED_IN|event:2000-putin-pyongyang-visit|VISITOR', slot: 'person:vladimir-putin|INVOLVED_IN', subject: 'person:vladimir-putin', predicate: 'INVOLVED_IN', object: 'event:2000-putin-pyongyang-visit', role: 'VISITOR', qualifier: 'VISITOR', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F43', fact: 'fact:person:vladimir-putin|INVOLVED_IN|event:2023-kim-invites-putin|ADDRESSEE', slot: 'person:vladimir-putin|INVOLVED_IN', subject: 'person:vladimir-putin', predicate: 'INVOLVED_IN', object: 'event:2023-kim-invites-putin', role: 'ADDRESSEE', qualifier: 'ADDRESSEE', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F44', fact: 'fact:person:vladimir-putin|INVOLVED_IN|event:2023-putin-accepts-invitation|SPEAKER', slot: 'person:vladimir-putin|INVOLVED_IN', subject: 'person:vladimir-putin', predicate: 'INVOLVED_IN', object: 'event:2023-putin-accepts-invitation', role: 'SPEAKER', qualifier: 'SPEAKER', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F27', fact: 'fact:person:vladimir-putin|INVOLVED_IN|event:2023-putin-announces-kim-programme|SPEAKER', slot: 'person:vladimir-putin|INVOLVED_IN', subject: 'person:vladimir-putin', predicate: 'INVOLVED_IN', object: 'event:2023-putin-announces-kim-programme', role: 'SPEAKER', qualifier: 'SPEAKER', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F01', fact: 'fact:person:vladimir-putin|INVOLVED_IN|event:2023-putin-kim-gift-exchange|PARTICIPANT', slot: 'person:vladimir-putin|INVOLVED_IN', subject: 'person:vladimir-putin', predicate: 'INVOLVED_IN', object: 'event:2023-putin-kim-gift-exchange', role: 'PARTICIPANT', qualifier: 'PARTICIPANT', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F07', fact: 'fact:person:vladimir-putin|INVOLVED_IN|event:2023-putin-kim-gift-exchange|PARTICIPANT', slot: 'person:vladimir-putin|INVOLVED_IN', subject: 'person:vladimir-putin', predicate: 'INVOLVED_IN', object: 'event:2023-putin-kim-gift-exchange', role: 'PARTICIPANT', qualifier: 'PARTICIPANT', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F08', fact: 'fact:person:vladimir-putin|INVOLVED_IN|event:2023-putin-kim-summit|PARTICIPANT', slot: 'person:vladimir-putin|INVOLVED_IN', subject: 'person:vladimir-putin', predicate: 'INVOLVED_IN', object: 'event:2023-putin-kim-summit', role: 'PARTICIPANT', qualifier: 'PARTICIPANT', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F09', fact: 'fact:person:vladimir-putin|INVOLVED_IN|event:2023-putin-kim-summit|PARTICIPANT', slot: 'person:vladimir-putin|INVOLVED_IN', subject: 'person:vladimir-putin', predicate: 'INVOLVED_IN', object: 'event:2023-putin-kim-summit', role: 'PARTICIPANT', qualifier: 'PARTICIPANT', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F65', fact: 'fact:person:vladimir-putin|INVOLVED_IN|event:2023-willingness-military-cooperation|SPEAKER', slot: 'person:vladimir-putin|INVOLVED_IN', subject: 'person:vladimir-putin', predicate: 'INVOLVED_IN', object: 'event:2023-willingness-military-cooperation', role: 'SPEAKER', qualifier: 'SPEAKER', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F35', fact: 'fact:person:vladimir-putin|INVOLVED_IN|event:kim-assists-putin-in-ukraine-conflict|RECIPIENT', slot: 'person:vladimir-putin|INVOLVED_IN', subject: 'person:vladimir-putin', predicate: 'INVOLVED_IN', object: 'event:kim-assists-putin-in-ukraine-conflict', role: 'RECIPIENT', qualifier: 'RECIPIENT', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F43', fact: 'fact:person:vladimir-putin|INVOLVED_IN|event:putin-next-pyongyang-visit|VISITOR', slot: 'person:vladimir-putin|INVOLVED_IN', subject: 'person:vladimir-putin', predicate: 'INVOLVED_IN', object: 'event:putin-next-pyongyang-visit', role: 'VISITOR', qualifier: 'VISITOR', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F45', fact: 'fact:person:vladimir-putin|INVOLVED_IN|event:putin-next-pyongyang-visit|VISITOR', slot: 'person:vladimir-putin|INVOLVED_IN', subject: 'person:vladimir-putin', predicate: 'INVOLVED_IN', object: 'event:putin-next-pyongyang-visit', role: 'VISITOR', qualifier: 'VISITOR', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F36', fact: 'fact:person:vladimir-putin|INVOLVED_IN|event:russia-ukraine-conflict|PARTICIPANT', slot: 'person:vladimir-putin|INVOLVED_IN', subject: 'person:vladimir-putin', predicate: 'INVOLVED_IN', object: 'event:russia-ukraine-conflict', role: 'PARTICIPANT', qualifier: 'PARTICIPANT', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F52', fact: 'fact:person:kim-jong-il|PARENT_OF|person:kim-jong-un', slot: 'person:kim-jong-il|PARENT_OF', subject: 'person:kim-jong-il', predicate: 'PARENT_OF', object: 'person:kim-jong-un', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F13', fact: 'fact:gift:2023-kim-putin-rifle|MADE_IN|country:kp', slot: 'gift:2023-kim-putin-rifle|MADE_IN', subject: 'gift:2023-kim-putin-rifle', predicate: 'MADE_IN', object: 'country:kp', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F12', fact: 'fact:gift:2023-putin-kim-rifle|MADE_IN|country:ru', slot: 'gift:2023-putin-kim-rifle|MADE_IN', subject: 'gift:2023-putin-kim-rifle', predicate: 'MADE_IN', object: 'country:ru', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F24', fact: 'fact:place:komsomolsk-on-amur|LOCATED_IN|place:russian-far-east', slot: 'place:komsomolsk-on-amur|LOCATED_IN', subject: 'place:komsomolsk-on-amur', predicate: 'LOCATED_IN', object: 'place:russian-far-east', basis: 'IMPLIED'},
  {claim: 'claim:oo-20230918:F29', fact: 'fact:place:oo-20230918:aircraft-factory|LOCATED_IN|place:komsomolsk-on-amur', slot: 'place:oo-20230918:aircraft-factory|LOCATED_IN', subject: 'place:oo-20230918:aircraft-factory', predicate: 'LOCATED_IN', object: 'place:komsomolsk-on-amur', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F32', fact: 'fact:place:oo-20230918:university|LOCATED_IN|place:vladivostok', slot: 'place:oo-20230918:university|LOCATED_IN', subject: 'place:oo-20230918:university', predicate: 'LOCATED_IN', object: 'place:vladivostok', basis: 'IMPLIED'},
  {claim: 'claim:oo-20230918:F54', fact: 'fact:place:pyongyang|LOCATED_IN|country:kp', slot: 'place:pyongyang|LOCATED_IN', subject: 'place:pyongyang', predicate: 'LOCATED_IN', object: 'country:kp', basis: 'IMPLIED'},
  {claim: 'claim:oo-20230918:F18', fact: 'fact:place:russian-far-east|LOCATED_IN|country:ru', slot: 'place:russian-far-east|LOCATED_IN', subject: 'place:russian-far-east', predicate: 'LOCATED_IN', object: 'country:ru', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F50', fact: 'fact:event:2000-putin-pyongyang-visit|HAS_PLACE|place:pyongyang', slot: 'event:2000-putin-pyongyang-visit|HAS_PLACE', subject: 'event:2000-putin-pyongyang-visit', predicate: 'HAS_PLACE', object: 'place:pyongyang', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F11', fact: 'fact:event:2023-kim-aircraft-factory-visit|HAS_PLACE|place:oo-20230918:aircraft-factory', slot: 'event:2023-kim-aircraft-factory-visit|HAS_PLACE', subject: 'event:2023-kim-aircraft-factory-visit', predicate: 'HAS_PLACE', object: 'place:oo-20230918:aircraft-factory', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F28', fact: 'fact:event:2023-kim-aircraft-factory-visit|HAS_PLACE|place:oo-20230918:aircraft-factory', slot: 'event:2023-kim-aircraft-factory-visit|HAS_PLACE', subject: 'event:2023-kim-aircraft-factory-visit', predicate: 'HAS_PLACE', object: 'place:oo-20230918:aircraft-factory', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F21', fact: 'fact:event:2023-kim-komsomolsk-welcome|HAS_PLACE|place:komsomolsk-on-amur', slot: 'event:2023-kim-komsomolsk-welcome|HAS_PLACE', subject: 'event:2023-kim-komsomolsk-welcome', predicate: 'HAS_PLACE', object: 'place:komsomolsk-on-amur', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F10', fact: 'fact:event:2023-kim-russia-tour|HAS_PLACE|country:ru', slot: 'event:2023-kim-russia-tour|HAS_PLACE', subject: 'event:2023-kim-russia-tour', predicate: 'HAS_PLACE', object: 'country:ru', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F18', fact: 'fact:event:2023-kim-russia-tour|HAS_PLACE|place:russian-far-east', slot: 'event:2023-kim-russia-tour|HAS_PLACE', subject: 'event:2023-kim-russia-tour', predicate: 'HAS_PLACE', object: 'place:russian-far-east', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F32', fact: 'fact:event:2023-kim-university-visit|HAS_PLACE|place:oo-20230918:university', slot: 'event:2023-kim-university-visit|HAS_PLACE', subject: 'event:2023-kim-university-visit', predicate: 'HAS_PLACE', object: 'place:oo-20230918:university', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F30', fact: 'fact:event:2023-kim-vladivostok-visit|HAS_PLACE|place:vladivostok', slot: 'event:2023-kim-vladivostok-visit|HAS_PLACE', subject: 'event:2023-kim-vladivostok-visit', predicate: 'HAS_PLACE', object: 'place:vladivostok', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F26', fact: 'fact:event:2023-komsomolsk-road-closures|HAS_PLACE|place:komsomolsk-on-amur', slot: 'event:2023-komsomolsk-road-closures|HAS_PLACE', subject: 'event:2023-komsomolsk-road-closures', predicate: 'HAS_PLACE', object: 'place:komsomolsk-on-amur', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F47', fact: 'fact:event:2023-lavrov-pyongyang-visit|HAS_PLACE|place:pyongyang', slot: 'event:2023-lavrov-pyongyang-visit|HAS_PLACE', subject: 'event:2023-lavrov-pyongyang-visit', predicate: 'HAS_PLACE', object: 'place:pyongyang', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F09', fact: 'fact:event:2023-putin-kim-summit|HAS_PLACE|country:ru', slot: 'event:2023-putin-kim-summit|HAS_PLACE', subject: 'event:2023-putin-kim-summit', predicate: 'HAS_PLACE', object: 'country:ru', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F25', fact: 'fact:event:2023-residents-watch-kim-convoy|HAS_PLACE|place:komsomolsk-on-amur', slot: 'event:2023-residents-watch-kim-convoy|HAS_PLACE', subject: 'event:2023-residents-watch-kim-convoy', predicate: 'HAS_PLACE', object: 'place:komsomolsk-on-amur', basis: 'IMPLIED'},
  {claim: 'claim:oo-20230918:F31', fact: 'fact:event:2023-warship-display|HAS_PLACE|place:vladivostok', slot: 'event:2023-warship-display|HAS_PLACE', subject: 'event:2023-warship-display', predicate: 'HAS_PLACE', object: 'place:vladivostok', basis: 'IMPLIED'},
  {claim: 'claim:oo-20230918:F34', fact: 'fact:event:nk-students-in-russian-far-east-colleges|HAS_PLACE|place:russian-far-east', slot: 'event:nk-students-in-russian-far-east-colleges|HAS_PLACE', subject: 'event:nk-students-in-russian-far-east-colleges', predicate: 'HAS_PLACE', object: 'place:russian-far-east', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F43', fact: 'fact:event:putin-next-pyongyang-visit|HAS_PLACE|place:pyongyang', slot: 'event:putin-next-pyongyang-visit|HAS_PLACE', subject: 'event:putin-next-pyongyang-visit', predicate: 'HAS_PLACE', object: 'place:pyongyang', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F37', fact: 'fact:event:russia-ukraine-conflict|HAS_PLACE|country:ua', slot: 'event:russia-ukraine-conflict|HAS_PLACE', subject: 'event:russia-ukraine-conflict', predicate: 'HAS_PLACE', object: 'country:ua', basis: 'IMPLIED'},
  {claim: 'claim:oo-20230918:F13', fact: 'fact:gift:2023-kim-putin-rifle|GIVEN_DURING|event:2023-putin-kim-gift-exchange', slot: 'gift:2023-kim-putin-rifle|GIVEN_DURING', subject: 'gift:2023-kim-putin-rifle', predicate: 'GIVEN_DURING', object: 'event:2023-putin-kim-gift-exchange', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F17', fact: 'fact:gift:2023-putin-kim-glove|GIVEN_DURING|event:2023-putin-kim-gift-exchange', slot: 'gift:2023-putin-kim-glove|GIVEN_DURING', subject: 'gift:2023-putin-kim-glove', predicate: 'GIVEN_DURING', object: 'event:2023-putin-kim-gift-exchange', basis: 'IMPLIED'},
  {claim: 'claim:oo-20230918:F12', fact: 'fact:gift:2023-putin-kim-rifle|GIVEN_DURING|event:2023-putin-kim-gift-exchange', slot: 'gift:2023-putin-kim-rifle|GIVEN_DURING', subject: 'gift:2023-putin-kim-rifle', predicate: 'GIVEN_DURING', object: 'event:2023-putin-kim-gift-exchange', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F51', fact: 'fact:event:2000-putin-kim-jong-il-meeting|PART_OF|event:2000-putin-pyongyang-visit', slot: 'event:2000-putin-kim-jong-il-meeting|PART_OF', subject: 'event:2000-putin-kim-jong-il-meeting', predicate: 'PART_OF', object: 'event:2000-putin-pyongyang-visit', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F11', fact: 'fact:event:2023-kim-aircraft-factory-visit|PART_OF|event:2023-kim-russia-tour', slot: 'event:2023-kim-aircraft-factory-visit|PART_OF', subject: 'event:2023-kim-aircraft-factory-visit', predicate: 'PART_OF', object: 'event:2023-kim-russia-tour', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F18', fact: 'fact:event:2023-kim-komsomolsk-welcome|PART_OF|event:2023-kim-russia-tour', slot: 'event:2023-kim-komsomolsk-welcome|PART_OF', subject: 'event:2023-kim-komsomolsk-welcome', predicate: 'PART_OF', object: 'event:2023-kim-russia-tour', basis: 'IMPLIED'},
  {claim: 'claim:oo-20230918:F21', fact: 'fact:event:2023-kim-komsomolsk-welcome|PART_OF|event:2023-kim-russia-tour', slot: 'event:2023-kim-komsomolsk-welcome|PART_OF', subject: 'event:2023-kim-komsomolsk-welcome', predicate: 'PART_OF', object: 'event:2023-kim-russia-tour', basis: 'IMPLIED'},
  {claim: 'claim:oo-20230918:F20', fact: 'fact:event:2023-kim-russia-talks|PART_OF|event:2023-kim-russia-tour', slot: 'event:2023-kim-russia-talks|PART_OF', subject: 'event:2023-kim-russia-talks', predicate: 'PART_OF', object: 'event:2023-kim-russia-tour', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F32', fact: 'fact:event:2023-kim-university-visit|PART_OF|event:2023-kim-vladivostok-visit', slot: 'event:2023-kim-university-visit|PART_OF', subject: 'event:2023-kim-university-visit', predicate: 'PART_OF', object: 'event:2023-kim-vladivostok-visit', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F30', fact: 'fact:event:2023-kim-vladivostok-visit|PART_OF|event:2023-kim-russia-tour', slot: 'event:2023-kim-vladivostok-visit|PART_OF', subject: 'event:2023-kim-vladivostok-visit', predicate: 'PART_OF', object: 'event:2023-kim-russia-tour', basis: 'IMPLIED'},
  {claim: 'claim:oo-20230918:F26', fact: 'fact:event:2023-komsomolsk-road-closures|PART_OF|event:2023-kim-russia-tour', slot: 'event:2023-komsomolsk-road-closures|PART_OF', subject: 'event:2023-komsomolsk-road-closures', predicate: 'PART_OF', object: 'event:2023-kim-russia-tour', basis: 'IMPLIED'},
  {claim: 'claim:oo-20230918:F01', fact: 'fact:event:2023-putin-kim-gift-exchange|PART_OF|event:2023-putin-kim-summit', slot: 'event:2023-putin-kim-gift-exchange|PART_OF', subject: 'event:2023-putin-kim-gift-exchange', predicate: 'PART_OF', object: 'event:2023-putin-kim-summit', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F07', fact: 'fact:event:2023-putin-kim-gift-exchange|PART_OF|event:2023-putin-kim-summit', slot: 'event:2023-putin-kim-gift-exchange|PART_OF', subject: 'event:2023-putin-kim-gift-exchange', predicate: 'PART_OF', object: 'event:2023-putin-kim-summit', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F12', fact: 'fact:event:2023-putin-kim-gift-exchange|PART_OF|event:2023-putin-kim-summit', slot: 'event:2023-putin-kim-gift-exchange|PART_OF', subject: 'event:2023-putin-kim-gift-exchange', predicate: 'PART_OF', object: 'event:2023-putin-kim-summit', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F10', fact: 'fact:event:2023-putin-kim-summit|PART_OF|event:2023-kim-russia-tour', slot: 'event:2023-putin-kim-summit|PART_OF', subject: 'event:2023-putin-kim-summit', predicate: 'PART_OF', object: 'event:2023-kim-russia-tour', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F25', fact: 'fact:event:2023-residents-watch-kim-convoy|PART_OF|event:2023-kim-russia-tour', slot: 'event:2023-residents-watch-kim-convoy|PART_OF', subject: 'event:2023-residents-watch-kim-convoy', predicate: 'PART_OF', object: 'event:2023-kim-russia-tour', basis: 'IMPLIED'},
  {claim: 'claim:oo-20230918:F31', fact: 'fact:event:2023-warship-display|PART_OF|event:2023-kim-vladivostok-visit', slot: 'event:2023-warship-display|PART_OF', subject: 'event:2023-warship-display', predicate: 'PART_OF', object: 'event:2023-kim-vladivostok-visit', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F49', fact: 'fact:event:2000-putin-pyongyang-visit|BEFORE|event:putin-next-pyongyang-visit', slot: 'event:2000-putin-pyongyang-visit|BEFORE', subject: 'event:2000-putin-pyongyang-visit', predicate: 'BEFORE', object: 'event:putin-next-pyongyang-visit', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F50', fact: 'fact:event:2000-putin-pyongyang-visit|BEFORE|event:putin-next-pyongyang-visit', slot: 'event:2000-putin-pyongyang-visit|BEFORE', subject: 'event:2000-putin-pyongyang-visit', predicate: 'BEFORE', object: 'event:putin-next-pyongyang-visit', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F28', fact: 'fact:event:2023-kim-aircraft-factory-visit|BEFORE|event:2023-kim-vladivostok-visit', slot: 'event:2023-kim-aircraft-factory-visit|BEFORE', subject: 'event:2023-kim-aircraft-factory-visit', predicate: 'BEFORE', object: 'event:2023-kim-vladivostok-visit', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F30', fact: 'fact:event:2023-kim-aircraft-factory-visit|BEFORE|event:2023-kim-vladivostok-visit', slot: 'event:2023-kim-aircraft-factory-visit|BEFORE', subject: 'event:2023-kim-aircraft-factory-visit', predicate: 'BEFORE', object: 'event:2023-kim-vladivostok-visit', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F44', fact: 'fact:event:2023-kim-invites-putin|BEFORE|event:2023-putin-accepts-invitation', slot: 'event:2023-kim-invites-putin|BEFORE', subject: 'event:2023-kim-invites-putin', predicate: 'BEFORE', object: 'event:2023-putin-accepts-invitation', basis: 'IMPLIED'},
  {claim: 'claim:oo-20230918:F48', fact: 'fact:event:2023-lavrov-pyongyang-visit|BEFORE|event:putin-next-pyongyang-visit', slot: 'event:2023-lavrov-pyongyang-visit|BEFORE', subject: 'event:2023-lavrov-pyongyang-visit', predicate: 'BEFORE', object: 'event:putin-next-pyongyang-visit', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F27', fact: 'fact:event:2023-putin-kim-summit|BEFORE|event:2023-putin-announces-kim-programme', slot: 'event:2023-putin-kim-summit|BEFORE', subject: 'event:2023-putin-kim-summit', predicate: 'BEFORE', object: 'event:2023-putin-announces-kim-programme', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F56', fact: 'fact:event:2023-concerns-over-summit|CONCERNS|event:2023-putin-kim-summit', slot: 'event:2023-concerns-over-summit|CONCERNS', subject: 'event:2023-concerns-over-summit', predicate: 'CONCERNS', object: 'event:2023-putin-kim-summit', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F43', fact: 'fact:event:2023-kim-invites-putin|CONCERNS|event:putin-next-pyongyang-visit', slot: 'event:2023-kim-invites-putin|CONCERNS', subject: 'event:2023-kim-invites-putin', predicate: 'CONCERNS', object: 'event:putin-next-pyongyang-visit', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F55', fact: 'fact:event:2023-praise-of-summit|CONCERNS|event:2023-putin-kim-summit', slot: 'event:2023-praise-of-summit|CONCERNS', subject: 'event:2023-praise-of-summit', predicate: 'CONCERNS', object: 'event:2023-putin-kim-summit', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F44', fact: 'fact:event:2023-putin-accepts-invitation|CONCERNS|event:putin-next-pyongyang-visit', slot: 'event:2023-putin-accepts-invitation|CONCERNS', subject: 'event:2023-putin-accepts-invitation', predicate: 'CONCERNS', object: 'event:putin-next-pyongyang-visit', basis: 'IMPLIED'},
  {claim: 'claim:oo-20230918:F28', fact: 'fact:event:2023-putin-announces-kim-programme|CONCERNS|event:2023-kim-aircraft-factory-visit', slot: 'event:2023-putin-announces-kim-programme|CONCERNS', subject: 'event:2023-putin-announces-kim-programme', predicate: 'CONCERNS', object: 'event:2023-kim-aircraft-factory-visit', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F30', fact: 'fact:event:2023-putin-announces-kim-programme|CONCERNS|event:2023-kim-vladivostok-visit', slot: 'event:2023-putin-announces-kim-programme|CONCERNS', subject: 'event:2023-putin-announces-kim-programme', predicate: 'CONCERNS', object: 'event:2023-kim-vladivostok-visit', basis: 'IMPLIED'},
  {claim: 'claim:oo-20230918:F38', fact: 'fact:event:2023-russia-needs-ammunition|CONCERNS|event:russia-ukraine-conflict', slot: 'event:2023-russia-needs-ammunition|CONCERNS', subject: 'event:2023-russia-needs-ammunition', predicate: 'CONCERNS', object: 'event:russia-ukraine-conflict', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F57', fact: 'fact:event:2023-us-south-korea-warning|CONCERNS|event:2023-russia-nk-arms-deal', slot: 'event:2023-us-south-korea-warning|CONCERNS', subject: 'event:2023-us-south-korea-warning', predicate: 'CONCERNS', object: 'event:2023-russia-nk-arms-deal', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F58', fact: 'fact:event:2023-us-south-korea-warning|CONCERNS|event:2023-russia-nk-arms-deal', slot: 'event:2023-us-south-korea-warning|CONCERNS', subject: 'event:2023-us-south-korea-warning', predicate: 'CONCERNS', object: 'event:2023-russia-nk-arms-deal', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F35', fact: 'fact:event:kim-assists-putin-in-ukraine-conflict|CONCERNS|event:russia-ukraine-conflict', slot: 'event:kim-assists-putin-in-ukraine-conflict|CONCERNS', subject: 'event:kim-assists-putin-in-ukraine-conflict', predicate: 'CONCERNS', object: 'event:russia-ukraine-conflict', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F14', fact: 'fact:gift:2023-kim-putin-rifle|IN_RETURN_FOR|gift:2023-putin-kim-rifle', slot: 'gift:2023-kim-putin-rifle|IN_RETURN_FOR', subject: 'gift:2023-kim-putin-rifle', predicate: 'IN_RETURN_FOR', object: 'gift:2023-putin-kim-rifle', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F41', fact: 'fact:event:2023-nk-receives-advanced-weapons-tech|POSSIBLY_SAME_AS|event:2023-russia-shares-sensitive-weapons-tech', slot: 'event:2023-nk-receives-advanced-weapons-tech|POSSIBLY_SAME_AS', subject: 'event:2023-nk-receives-advanced-weapons-tech', predicate: 'POSSIBLY_SAME_AS', object: 'event:2023-russia-shares-sensitive-weapons-tech', basis: 'IMPLIED'},
  {claim: 'claim:oo-20230918:F61', fact: 'fact:event:2023-nk-receives-advanced-weapons-tech|POSSIBLY_SAME_AS|event:2023-russia-shares-sensitive-weapons-tech', slot: 'event:2023-nk-receives-advanced-weapons-tech|POSSIBLY_SAME_AS', subject: 'event:2023-nk-receives-advanced-weapons-tech', predicate: 'POSSIBLY_SAME_AS', object: 'event:2023-russia-shares-sensitive-weapons-tech', basis: 'IMPLIED'}
] AS row
MATCH (c:Claim {id: row.claim})
MATCH (a:Entity {id: row.subject})
MATCH (b:Entity {id: row.object})
MERGE (f:Fact {id: row.fact}) ON CREATE SET f.form = 'RELATION', f.predicate = row.predicate, f.slot = row.slot, f.role = row.role, f.title = row.title, f.qualifier = row.qualifier
MERGE (f)-[:SUBJECT]->(a)
MERGE (f)-[:OBJECT]->(b)
CREATE (c)-[:SAYS {basis: row.basis}]->(f);

// What a thing is like.
UNWIND [
  {claim: 'claim:oo-20230918:F38', fact: 'fact:event:2023-russia-needs-ammunition|object|ammunition', slot: 'event:2023-russia-needs-ammunition|object', subject: 'event:2023-russia-needs-ammunition', predicate: 'object', value: 'ammunition', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F39', fact: 'fact:event:2023-russian-assistance-nk-programmes|object|developing its missile and space programs', slot: 'event:2023-russian-assistance-nk-programmes|object', subject: 'event:2023-russian-assistance-nk-programmes', predicate: 'object', value: 'developing its missile and space programs', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F41', fact: 'fact:event:2023-russia-shares-sensitive-weapons-tech|object|sensitive weapons technologies', slot: 'event:2023-russia-shares-sensitive-weapons-tech|object', subject: 'event:2023-russia-shares-sensitive-weapons-tech', predicate: 'object', value: 'sensitive weapons technologies', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F57', fact: 'fact:event:2023-us-south-korea-warning|object|potential arms deal', slot: 'event:2023-us-south-korea-warning|object', subject: 'event:2023-us-south-korea-warning', predicate: 'object', value: 'potential arms deal', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F58', fact: 'fact:event:2023-us-south-korea-warning|object|potential arms deal', slot: 'event:2023-us-south-korea-warning|object', subject: 'event:2023-us-south-korea-warning', predicate: 'object', value: 'potential arms deal', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F60', fact: 'fact:event:2023-russia-nk-arms-deal|object|arms', slot: 'event:2023-russia-nk-arms-deal|object', subject: 'event:2023-russia-nk-arms-deal', predicate: 'object', value: 'arms', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F61', fact: 'fact:event:2023-nk-receives-advanced-weapons-tech|object|advanced weapons technologies', slot: 'event:2023-nk-receives-advanced-weapons-tech|object', subject: 'event:2023-nk-receives-advanced-weapons-tech', predicate: 'object', value: 'advanced weapons technologies', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F65', fact: 'fact:event:2023-willingness-military-cooperation|object|military cooperation', slot: 'event:2023-willingness-military-cooperation|object', subject: 'event:2023-willingness-military-cooperation', predicate: 'object', value: 'military cooperation', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F26', fact: 'fact:event:2023-komsomolsk-road-closures|purpose|to allow for the leader\'s free movement', slot: 'event:2023-komsomolsk-road-closures|purpose', subject: 'event:2023-komsomolsk-road-closures', predicate: 'purpose', value: 'to allow for the leader\'s free movement', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F28', fact: 'fact:event:2023-kim-aircraft-factory-visit|purpose|to observe the production of fighter jets', slot: 'event:2023-kim-aircraft-factory-visit|purpose', subject: 'event:2023-kim-aircraft-factory-visit', predicate: 'purpose', value: 'to observe the production of fighter jets', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F59', fact: 'fact:event:2023-us-south-korea-warning|grounds|violations of UN Security Council resolutions', slot: 'event:2023-us-south-korea-warning|grounds', subject: 'event:2023-us-south-korea-warning', predicate: 'grounds', value: 'violations of UN Security Council resolutions', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F49', fact: 'fact:event:putin-next-pyongyang-visit|ordinal|2', slot: 'event:putin-next-pyongyang-visit|ordinal', subject: 'event:putin-next-pyongyang-visit', predicate: 'ordinal', value: '2', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F53', fact: 'fact:event:2000-putin-pyongyang-visit|ordinal|1', slot: 'event:2000-putin-pyongyang-visit|ordinal', subject: 'event:2000-putin-pyongyang-visit', predicate: 'ordinal', value: '1', basis: 'IMPLIED'},
  {claim: 'claim:oo-20230918:F20', fact: 'fact:event:2023-kim-russia-talks|duration|several days', slot: 'event:2023-kim-russia-talks|duration', subject: 'event:2023-kim-russia-talks', predicate: 'duration', value: 'several days', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F13', fact: 'fact:gift:2023-kim-putin-rifle|item|rifle', slot: 'gift:2023-kim-putin-rifle|item', subject: 'gift:2023-kim-putin-rifle', predicate: 'item', value: 'rifle', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F15', fact: 'fact:gift:2023-putin-kim-glove|item|glove', slot: 'gift:2023-putin-kim-glove|item', subject: 'gift:2023-putin-kim-glove', predicate: 'item', value: 'glove', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F12', fact: 'fact:gift:2023-putin-kim-rifle|item|rifle', slot: 'gift:2023-putin-kim-rifle|item', subject: 'gift:2023-putin-kim-rifle', predicate: 'item', value: 'rifle', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F13', fact: 'fact:gift:2023-kim-putin-rifle|quantity|1', slot: 'gift:2023-kim-putin-rifle|quantity', subject: 'gift:2023-kim-putin-rifle', predicate: 'quantity', value: '1', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F15', fact: 'fact:gift:2023-putin-kim-glove|quantity|1', slot: 'gift:2023-putin-kim-glove|quantity', subject: 'gift:2023-putin-kim-glove', predicate: 'quantity', value: '1', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F12', fact: 'fact:gift:2023-putin-kim-rifle|quantity|1', slot: 'gift:2023-putin-kim-rifle|quantity', subject: 'gift:2023-putin-kim-rifle', predicate: 'quantity', value: '1', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F16', fact: 'fact:gift:2023-putin-kim-glove|description|glove of a space suit that flew to space several times', slot: 'gift:2023-putin-kim-glove|description', subject: 'gift:2023-putin-kim-glove', predicate: 'description', value: 'glove of a space suit that flew to space several times', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F13', fact: 'fact:gift:2023-kim-putin-rifle|description|a North Korean-made rifle', slot: 'gift:2023-kim-putin-rifle|description', subject: 'gift:2023-kim-putin-rifle', predicate: 'description', value: 'a North Korean-made rifle', basis: 'STATED'},
  {claim: 'claim:oo-20230918:F12', fact: 'fact:gift:2023-putin-kim-rifle|description|a rifle from Russian production', slot: 'gift:2023-putin-kim-rifle|description', subject: 'gift:2023-putin-kim-rifle', predicate: 'description', value: 'a rifle from Russian production', basis: 'STATED'}
] AS row
MATCH (c:Claim {id: row.claim})
MATCH (a:Entity {id: row.subject})
MERGE (f:Fact {id: row.fact}) ON CREATE SET f.form = 'VALUE', f.predicate = row.predicate, f.slot = row.slot, f.value = row.value
MERGE (f)-[:SUBJECT]->(a)
CREATE (c)-[:SAYS {basis: row.basis}]->(f);

// When it was.
UNWIND [
  {claim: 'claim:oo-20230918:F47', fact: 'fact:event:2023-lavrov-pyongyang-visit|date|2023-10', slot: 'event:2023-lavrov-pyongyang-visit|date', subject: 'event:2023-lavrov-pyongyang-visit', predicate: 'date', value: '2023-10', precision: 'MONTH', sortKey: 19631, words: 'October 2023', start: '2023-10', end: '2023-10', basis: 'IMPLIED', text: 'in October', earliest: '2023-10-01', latest: '2023-10-31', earliestDay: 19631, latestDay: 19661},
  {claim: 'claim:oo-20230918:F50', fact: 'fact:event:2000-putin-pyongyang-visit|date|2000-07', slot: 'event:2000-putin-pyongyang-visit|date', subject: 'event:2000-putin-pyongyang-visit', predicate: 'date', value: '2000-07', precision: 'MONTH', sortKey: 11139, words: 'July 2000', start: '2000-07', end: '2000-07', basis: 'STATED', text: 'July 2000', earliest: '2000-07-01', latest: '2000-07-31', earliestDay: 11139, latestDay: 11169},
  {claim: 'claim:oo-20230918:F51', fact: 'fact:event:2000-putin-kim-jong-il-meeting|date|2000-07', slot: 'event:2000-putin-kim-jong-il-meeting|date', subject: 'event:2000-putin-kim-jong-il-meeting', predicate: 'date', value: '2000-07', precision: 'MONTH', sortKey: 11139, words: 'July 2000', start: '2000-07', end: '2000-07', basis: 'STATED', text: 'July 2000', earliest: '2000-07-01', latest: '2000-07-31', earliestDay: 11139, latestDay: 11169},
  {claim: 'claim:oo-20230918:F66', fact: 'fact:event:2023-kim-russia-tour|date|2023-09', slot: 'event:2023-kim-russia-tour|date', subject: 'event:2023-kim-russia-tour', predicate: 'date', value: '2023-09', precision: 'MONTH', sortKey: 19601, words: 'September 2023', start: '2023-09', end: '2023-09', basis: 'IMPLIED', text: 'ended over the weekend', earliest: '2023-09-01', latest: '2023-09-17', earliestDay: 19601, latestDay: 19617},
  {claim: 'claim:oo-20230918:F66', fact: 'fact:event:2023-putin-kim-summit|date|2023-09', slot: 'event:2023-putin-kim-summit|date', subject: 'event:2023-putin-kim-summit', predicate: 'date', value: '2023-09', precision: 'MONTH', sortKey: 19601, words: 'September 2023', start: '2023-09', end: '2023-09', basis: 'IMPLIED', text: 'recent', earliest: '2023-09-01', latest: '2023-09-17', earliestDay: 19601, latestDay: 19617},
  {claim: 'claim:oo-20230918:F19', fact: 'fact:event:2023-kim-russia-tour|endDate|2023-09-16/2023-09-17', slot: 'event:2023-kim-russia-tour|endDate', subject: 'event:2023-kim-russia-tour', predicate: 'endDate', value: '2023-09-16/2023-09-17', precision: 'INTERVAL', sortKey: 19616, words: '16 to 17 September 2023', start: '2023-09-16', end: '2023-09-17', basis: 'IMPLIED', text: 'over the weekend', earliest: '2023-09-16', latest: '2023-09-17', earliestDay: 19616, latestDay: 19617}
] AS row
MATCH (c:Claim {id: row.claim})
MATCH (a:Entity {id: row.subject})
MERGE (f:Fact {id: row.fact}) ON CREATE SET f.form = 'VALUE', f.predicate = row.predicate, f.slot = row.slot, f.value = row.value, f.precision = row.precision, f.sortKey = row.sortKey, f.words = row.words, f.start = row.start, f.startInexact = row.startInexact, f.end = row.end, f.endInexact = row.endInexact, f.uncertain = row.uncertain, f.approximate = row.approximate
MERGE (f)-[:SUBJECT]->(a)
CREATE (c)-[:SAYS {basis: row.basis, text: row.text, earliest: row.earliest, latest: row.latest, earliestDay: row.earliestDay, latestDay: row.latestDay}]->(f);
