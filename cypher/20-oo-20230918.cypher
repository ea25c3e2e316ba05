// 20-oo-20230918: everything the article of 18 September 2023 says, and nothing it does not say.
// Run after 10-world. Running it again changes nothing.
// Facts travel, texts stay: no sentence of the article is here, only its number, span and hash, short names and phrases
// found in it, and the claims in our own words. All spans are [start, end) in Unicode code points of the whole text.
// Short forms: s: '3' stands for sentence:oo-20230918:3, claim: 'F12' and claims: ['F12'] for claim:oo-20230918:F12.
// status  OCCURRED, ONGOING, HABITUAL, PLANNED, EXPECTED, REQUESTED, SPECULATED, DOUBTED: what is said of it.
// voice   ARTICLE (its own), SOURCE (somebody identified, see ATTRIBUTED_TO), UNNAMED (somebody, not said who).
// basis   STATED (in so many words), IMPLIED (follows from the cited sentences).

// ---- Text --------------------------------------------------------------------------------------------------------

// The article.
MERGE (n:Article {id: 'article:oo-20230918'})
  ON CREATE SET n.recordedAt = toString(datetime())
  SET n += {
    title:       'Putin and Kim Jong-un Exchange Rifles as Gifts During Summit',
    subtitle:    'Kim Concludes Russia Tour',
    byline:      'Overt Operator',
    publishedOn: '2023-09-18',
    language:    'en',
    textSha256:  '362762ed0e808acd4415aca407e86126e6d53627b63fcd73956b0c172d91c8d1',
    length:      2796
  };

// Its sentences. The loader fills text where the article is at hand and its hash agrees.
MATCH (a:Article {id: 'article:oo-20230918'})
UNWIND [
  {id: 'sentence:oo-20230918:0a', n: '0a', seq: 0,  kind: 'TITLE',    start: 0,    end: 60,   textSha256: 'd5cad9dd73b3a8ac8c27139a2dbf5975b716ec5ba0b8fe56a69845144c3a5d20'},
  {id: 'sentence:oo-20230918:0b', n: '0b', seq: 1,  kind: 'SUBTITLE', start: 61,   end: 86,   textSha256: '7f8e21d93acb6fe487cc3fd185572186f52cebee0a351ff0f7a7712f66ba5721'},
  {id: 'sentence:oo-20230918:0c', n: '0c', seq: 2,  kind: 'BYLINE',   start: 88,   end: 102,  textSha256: 'e445c2e7c233511bc5c8023d7bf4d47ad9e64fb75538836a72da15d6d115537a'},
  {id: 'sentence:oo-20230918:0d', n: '0d', seq: 3,  kind: 'DATELINE', start: 103,  end: 121,  textSha256: '92159bafcecd7e72271a98f32e9b59a3abbb646732c36dda3598efe5bf06ea60'},
  {id: 'sentence:oo-20230918:1',  n: '1',  seq: 4,  kind: 'BODY',     start: 122,  end: 289,  textSha256: '09e4eb594fb7b556025aec28cd3d71dd456eb3c0d0dad4ac7139b3cab8c14f50'},
  {id: 'sentence:oo-20230918:2',  n: '2',  seq: 5,  kind: 'BODY',     start: 290,  end: 411,  textSha256: '1b46dea951bf9c5f6170b091f98753b641e1a57757652dbd15fe045323945264'},
  {id: 'sentence:oo-20230918:3',  n: '3',  seq: 6,  kind: 'BODY',     start: 412,  end: 546,  textSha256: '3d9b5036f01b50c4b2903cf519ecf17601790dc01502e347adda9567d1bee153'},
  {id: 'sentence:oo-20230918:4',  n: '4',  seq: 7,  kind: 'BODY',     start: 547,  end: 638,  textSha256: 'cde31826778ed0c13aeec4f03c6389d8b895e775f32ed2d06ad796f2e0c87559'},
  {id: 'sentence:oo-20230918:5',  n: '5',  seq: 8,  kind: 'BODY',     start: 639,  end: 724,  textSha256: 'e30567c87d91b25beb72ca3479c89777e2f2136be07307048127443e4772bc6d'},
  {id: 'sentence:oo-20230918:6',  n: '6',  seq: 9,  kind: 'BODY',     start: 725,  end: 931,  textSha256: 'ef2a462045511046615c1351651ea21ad083c0e9e8021c1de44f9cf5312320f9'},
  {id: 'sentence:oo-20230918:7',  n: '7',  seq: 10, kind: 'BODY',     start: 932,  end: 1036, textSha256: 'a75bc01454a6b5bfe2c751c7a9eda3c6dc40d815057f47e8f296c9accd0448e8'},
  {id: 'sentence:oo-20230918:8',  n: '8',  seq: 11, kind: 'BODY',     start: 1037, end: 1107, textSha256: '0f226c3e7dcf6710392387284c80c058702ac9326607b3cc80b3c30fe78ce608'},
  {id: 'sentence:oo-20230918:9',  n: '9',  seq: 12, kind: 'BODY',     start: 1108, end: 1241, textSha256: 'a3f9b389673a167d45cf67505a9f300202bbbfbb37f93a1e857e5fc1bffc4040'},
  {id: 'sentence:oo-20230918:10', n: '10', seq: 13, kind: 'BODY',     start: 1242, end: 1364, textSha256: 'a8ae4440275582c23f3b493b4c50d9b2dfa95e1fe2ab135e16daa902ae2b6252'},
  {id: 'sentence:oo-20230918:11', n: '11', seq: 14, kind: 'BODY',     start: 1365, end: 1447, textSha256: 'fe98c539c86db643c9f9fcc436395c8eecafb955b3427d295a75f2fe0db98265'},
  {id: 'sentence:oo-20230918:12', n: '12', seq: 15, kind: 'BODY',     start: 1448, end: 1585, textSha256: '29191b7a3752a5ced2de6dff61261293f9824752c5842cc70ac64dbab34704d8'},
  {id: 'sentence:oo-20230918:13', n: '13', seq: 16, kind: 'BODY',     start: 1586, end: 1735, textSha256: '65b648a97fbe8f9c7062806d5626f002bb9da77f8cb15f166dfdf23596d17bfe'},
  {id: 'sentence:oo-20230918:14', n: '14', seq: 17, kind: 'BODY',     start: 1736, end: 1861, textSha256: '3655b14efde3b0831904deba4a1673ff8c66990ef112fc8e7ce3198e00d860ba'},
  {id: 'sentence:oo-20230918:15', n: '15', seq: 18, kind: 'BODY',     start: 1862, end: 1922, textSha256: '998b97ca4c597a00681e9e3f062f79231ca7e506d35c6046e31022bf725ad239'},
  {id: 'sentence:oo-20230918:16', n: '16', seq: 19, kind: 'BODY',     start: 1923, end: 2041, textSha256: 'bc0407004d196fb84c3d8d1f57dd3c0750a19eff10deef11bddba0180b373b6a'},
  {id: 'sentence:oo-20230918:17', n: '17', seq: 20, kind: 'BODY',     start: 2042, end: 2133, textSha256: '8ce2e96a4980b81b5edf2ba108beef487ad42c4816bcbaf6efe40121bd28067e'},
  {id: 'sentence:oo-20230918:18', n: '18', seq: 21, kind: 'BODY',     start: 2134, end: 2213, textSha256: '5362967404678b2a225f034fa0d6584efcd775fe20430e4c5250c47d3e7d6c83'},
  {id: 'sentence:oo-20230918:19', n: '19', seq: 22, kind: 'BODY',     start: 2214, end: 2314, textSha256: 'f24e8937f3589bd941d9eb19c29c8d6b42bb48345f52b07ff019220e8cd65e0c'},
  {id: 'sentence:oo-20230918:20', n: '20', seq: 23, kind: 'BODY',     start: 2315, end: 2462, textSha256: 'c0cc7e8b0b7138a71f46a699f5a3d20159b40c266edb8bb66a1ddab0546994b4'},
  {id: 'sentence:oo-20230918:21', n: '21', seq: 24, kind: 'BODY',     start: 2463, end: 2638, textSha256: '9d9d6636091d99674359c90170833614cdcfda18c010a93f3543cb225d9148cd'},
  {id: 'sentence:oo-20230918:22', n: '22', seq: 25, kind: 'BODY',     start: 2639, end: 2796, textSha256: '88cab155c8fb5a44be40e101e7cbc1674f16b1eb6889f7534f838f450760d199'}
] AS row
MERGE (n:Sentence {id: row.id})
  ON CREATE SET n.recordedAt = toString(datetime())
  SET n += row
MERGE (n)-[:IN_ARTICLE]->(a);

// ---- World: nodes ------------------------------------------------------------------------------------------------

// Places without a name.
UNWIND [
  {id: 'place:oo-20230918:aircraft-factory', name: 'aircraft (fighter jet) factory in Komsomolsk-on-Amur', kind: 'FACILITY', named: false, aliases: [], weakAliases: []},
  {id: 'place:oo-20230918:university',       name: 'university on the Vladivostok programme',              kind: 'FACILITY', named: false, aliases: [], weakAliases: []}
] AS row
MERGE (n:Place {id: row.id})
  ON CREATE SET n.recordedAt = toString(datetime())
  SET n += row
  SET n:Entity;

// Groups: collectives without a name.
UNWIND [
  {id: 'group:oo-20230918:women-in-russian-costumes', name: 'group of women in traditional Russian costumes', aliases: [], weakAliases: []},
  {id: 'group:oo-20230918:north-korean-officials',    name: 'North Korean officials',                         aliases: [], weakAliases: []},
  {id: 'group:oo-20230918:residents',                 name: 'residents',                                      aliases: [], weakAliases: []},
  {id: 'group:oo-20230918:russian-far-east-colleges', name: 'Russian colleges in the Far East',               aliases: [], weakAliases: []},
  {id: 'group:oo-20230918:north-korean-students',     name: 'North Korean students',                          aliases: [], weakAliases: []},
  {id: 'group:oo-20230918:international-community',   name: 'international community',                        aliases: [], weakAliases: []}
] AS row
MERGE (n:Group {id: row.id})
  ON CREATE SET n.recordedAt = toString(datetime())
  SET n += row
  SET n:Entity;

// Events: whatever happens, holds, is planned, sought, feared or said. The status here is a cache, 90-derive recomputes it.
UNWIND [
  {id: 'event:2023-putin-kim-summit',                     kind: 'MEETING',          status: 'OCCURRED',   name: 'Putin-Kim Jong-un summit',                                          date: '2023-09', datePrecision: 'MONTH', dateBasis: 'IMPLIED', dateText: 'recent', dateMin: '2023-09-01', dateMax: '2023-09-17'},
  {id: 'event:2023-kim-russia-tour',                      kind: 'VISIT',            status: 'OCCURRED',   name: "Kim Jong-un's tour of Russia",                                      date: '2023-09', endDate: '2023-09-16/2023-09-17', endDateBasis: 'IMPLIED', endDateText: 'over the weekend', datePrecision: 'MONTH', dateBasis: 'IMPLIED', dateText: 'ended over the weekend', dateMin: '2023-09-01', dateMax: '2023-09-17'},
  {id: 'event:2023-putin-kim-gift-exchange',              kind: 'GIFT_EXCHANGE',    status: 'OCCURRED',   name: 'Gift exchange at the Putin-Kim summit'},
  {id: 'event:2023-kim-aircraft-factory-visit',           kind: 'VISIT',            status: 'OCCURRED',   name: "Kim Jong-un's visit to the fighter jet (aircraft) factory",         purpose: 'to observe the production of fighter jets'},
  {id: 'event:2023-kim-komsomolsk-welcome',               kind: 'RECEPTION',        status: 'OCCURRED',   name: "Kim Jong-un's arrival and welcome in Komsomolsk-on-Amur"},
  {id: 'event:2023-residents-watch-kim-convoy',           kind: 'SIGHTING',         status: 'OCCURRED',   name: "Residents watch Kim Jong-un's convoy from their balconies"},
  {id: 'event:2023-komsomolsk-road-closures',             kind: 'SECURITY_MEASURE', status: 'OCCURRED',   name: "Road closures for Kim Jong-un's movement",                          purpose: "to allow for the leader's free movement"},
  {id: 'event:2023-putin-announces-kim-programme',        kind: 'ANNOUNCEMENT',     status: 'OCCURRED',   name: "Putin announces Kim Jong-un's onward programme"},
  {id: 'event:2023-kim-vladivostok-visit',                kind: 'VISIT',            status: 'PLANNED',    name: "Kim Jong-un's travel to Vladivostok"},
  {id: 'event:2023-warship-display',                      kind: 'DISPLAY',          status: 'PLANNED',    name: 'Display of Russian warships overseen by Kim Jong-un'},
  {id: 'event:2023-kim-university-visit',                 kind: 'VISIT',            status: 'PLANNED',    name: "Kim Jong-un's visit to a university"},
  {id: 'event:2023-kim-russia-talks',                     kind: 'TALKS',            status: 'OCCURRED',   name: "Several days of talks during Kim Jong-un's visit",                  duration: 'several days'},
  {id: 'event:nk-students-in-russian-far-east-colleges',  kind: 'ADMISSION',        status: 'HABITUAL',   name: 'Russian Far East colleges accept North Korean students'},
  {id: 'event:kim-assists-putin-in-ukraine-conflict',     kind: 'AID',              status: 'SPECULATED', name: 'Kim Jong-un assists Putin in the conflict with Ukraine'},
  {id: 'event:russia-ukraine-conflict',                   kind: 'CONFLICT',         status: 'ONGOING',    name: 'Conflict of Putin/Russia with Ukraine'},
  {id: 'event:2023-russia-needs-ammunition',              kind: 'NEED',             status: 'ONGOING',    name: 'Russia needs ammunition',                                           object: 'ammunition'},
  {id: 'event:2023-russian-assistance-nk-programmes',     kind: 'AID',              status: 'REQUESTED',  name: "Russian assistance to North Korea's missile and space programs",    object: 'developing its missile and space programs'},
  {id: 'event:2023-russia-shares-sensitive-weapons-tech', kind: 'TRANSFER',         status: 'DOUBTED',    name: 'Russia shares its sensitive weapons technologies with North Korea', object: 'sensitive weapons technologies'},
  {id: 'event:2023-nk-receives-advanced-weapons-tech',    kind: 'TRANSFER',         status: 'SPECULATED', name: 'North Korea receives advanced weapons technologies from Russia',    object: 'advanced weapons technologies'},
  {id: 'event:2023-russia-nk-arms-deal',                  kind: 'DEAL',             status: 'SPECULATED', name: 'Possible Russia–North Korea arms deal',                             object: 'arms'},
  {id: 'event:2023-us-south-korea-warning',               kind: 'WARNING',          status: 'OCCURRED',   name: 'US and South Korea warn against an arms deal',                      object: 'potential arms deal', grounds: 'violations of UN Security Council resolutions'},
  {id: 'event:2023-kim-invites-putin',                    kind: 'INVITATION',       status: 'OCCURRED',   name: 'Kim Jong-un invites Putin to visit Pyongyang'},
  {id: 'event:2023-putin-accepts-invitation',             kind: 'ACCEPTANCE',       status: 'OCCURRED',   name: "Putin accepts Kim Jong-un's invitation"},
  {id: 'event:putin-next-pyongyang-visit',                kind: 'VISIT',            status: 'EXPECTED',   name: 'Future visit of Putin to Pyongyang',                                ordinal: 2},
  {id: 'event:2023-lavrov-pyongyang-visit',               kind: 'VISIT',            status: 'EXPECTED',   name: "Lavrov's visit to Pyongyang",                                       date: '2023-10', datePrecision: 'MONTH', dateBasis: 'IMPLIED', dateText: 'in October', dateMin: '2023-10-01', dateMax: '2023-10-31'},
  {id: 'event:2000-putin-pyongyang-visit',                kind: 'VISIT',            status: 'OCCURRED',   name: "Putin's visit to Pyongyang in July 2000",                           date: '2000-07', datePrecision: 'MONTH', dateBasis: 'STATED', dateText: 'July 2000', dateMin: '2000-07-01', dateMax: '2000-07-31', ordinal: 1},
  {id: 'event:2000-putin-kim-jong-il-meeting',            kind: 'MEETING',          status: 'PLANNED',    name: 'Intended meeting of Putin with Kim Jong-il',                        date: '2000-07', datePrecision: 'MONTH', dateBasis: 'STATED', dateText: 'July 2000', dateMin: '2000-07-01', dateMax: '2000-07-31'},
  {id: 'event:2023-praise-of-summit',                     kind: 'PRAISE',           status: 'OCCURRED',   name: 'International praise of the summit'},
  {id: 'event:2023-concerns-over-summit',                 kind: 'CONCERN',          status: 'OCCURRED',   name: 'International concerns over the summit'},
  {id: 'event:nk-nuclear-programme-tensions',             kind: 'TENSION',          status: 'ONGOING',    name: "Tensions surrounding Kim Jong-un's military nuclear program"},
  {id: 'event:2023-willingness-military-cooperation',     kind: 'WILLINGNESS',      status: 'OCCURRED',   name: 'Both sides express a willingness for military cooperation',         object: 'military cooperation'}
] AS row
MERGE (n:Event {id: row.id})
  ON CREATE SET n.recordedAt = toString(datetime())
  SET n += row
  SET n:Entity;

// Gifts: one thing given in one giving.
UNWIND [
  {id: 'gift:2023-putin-kim-rifle', name: 'Russian-made rifle',      item: 'rifle', quantity: 1, description: 'a rifle from Russian production'},
  {id: 'gift:2023-kim-putin-rifle', name: 'North Korean-made rifle', item: 'rifle', quantity: 1, description: 'a North Korean-made rifle'},
  {id: 'gift:2023-putin-kim-glove', name: 'space-suit glove',        item: 'glove', quantity: 1, description: 'glove of a space suit that flew to space several times'}
] AS row
MERGE (n:Gift {id: row.id})
  ON CREATE SET n.recordedAt = toString(datetime())
  SET n += row
  SET n:Entity;

// ---- Claims ------------------------------------------------------------------------------------------------------

// One claim a row, in our own words. There is no F03 and no F04: byline and date are properties of the article.
UNWIND [
  {id: 'claim:oo-20230918:F01', status: 'OCCURRED',   voice: 'ARTICLE', basis: 'STATED',  rank: 'NORMAL', text: 'Vladimir Putin and Kim Jong-un gave each other rifles as presents at a summit.'},
  {id: 'claim:oo-20230918:F02', status: 'OCCURRED',   voice: 'ARTICLE', basis: 'STATED',  rank: 'NORMAL', text: 'Kim Jong-un has finished his tour of Russia.'},
  {id: 'claim:oo-20230918:F05', status: 'ONGOING',    voice: 'ARTICLE', basis: 'STATED',  rank: 'NORMAL', text: 'Vladimir Putin holds the office of President of Russia.'},
  {id: 'claim:oo-20230918:F06', status: 'ONGOING',    voice: 'ARTICLE', basis: 'STATED',  rank: 'NORMAL', text: 'Kim Jong-un leads North Korea.'},
  {id: 'claim:oo-20230918:F07', status: 'OCCURRED',   voice: 'SOURCE',  basis: 'STATED',  rank: 'NORMAL', text: 'According to a Kremlin spokesperson, Vladimir Putin and Kim Jong-un gave each other rifles as presents at their recent summit.',                   sourceText: 'according to a spokesperson for the Kremlin'},
  {id: 'claim:oo-20230918:F08', status: 'OCCURRED',   voice: 'ARTICLE', basis: 'STATED',  rank: 'NORMAL', text: 'Vladimir Putin and Kim Jong-un held a summit not long ago.'},
  {id: 'claim:oo-20230918:F09', status: 'OCCURRED',   voice: 'ARTICLE', basis: 'STATED',  rank: 'NORMAL', text: 'The meeting of Vladimir Putin and Kim Jong-un took place in Russia.'},
  {id: 'claim:oo-20230918:F10', status: 'OCCURRED',   voice: 'ARTICLE', basis: 'STATED',  rank: 'NORMAL', text: "The meeting of Vladimir Putin and Kim Jong-un formed part of Kim Jong-un's tour of Russia."},
  {id: 'claim:oo-20230918:F11', status: 'OCCURRED',   voice: 'ARTICLE', basis: 'STATED',  rank: 'NORMAL', text: 'Kim Jong-un visited a factory for fighter jets during his tour of Russia.'},
  {id: 'claim:oo-20230918:F12', status: 'OCCURRED',   voice: 'ARTICLE', basis: 'STATED',  rank: 'NORMAL', text: 'Vladimir Putin gave Kim Jong-un a rifle made in Russia at the summit.'},
  {id: 'claim:oo-20230918:F13', status: 'OCCURRED',   voice: 'ARTICLE', basis: 'STATED',  rank: 'NORMAL', text: 'Kim Jong-un gave Vladimir Putin a rifle made in North Korea at the summit.'},
  {id: 'claim:oo-20230918:F14', status: 'OCCURRED',   voice: 'ARTICLE', basis: 'STATED',  rank: 'NORMAL', text: "Kim Jong-un's rifle was a return gift for the rifle from Vladimir Putin."},
  {id: 'claim:oo-20230918:F15', status: 'OCCURRED',   voice: 'ARTICLE', basis: 'STATED',  rank: 'NORMAL', text: 'Vladimir Putin also gave Kim Jong-un a glove belonging to a space suit.'},
  {id: 'claim:oo-20230918:F16', status: 'OCCURRED',   voice: 'ARTICLE', basis: 'STATED',  rank: 'NORMAL', text: 'The space suit that the glove belongs to had flown to space several times.',                                                                       property: 'description', value: 'glove of a space suit that flew to space several times'},
  {id: 'claim:oo-20230918:F17', status: 'OCCURRED',   voice: 'ARTICLE', basis: 'IMPLIED', rank: 'NORMAL', text: 'The glove changed hands in the same exchange of gifts as the rifles, at the summit.'},
  {id: 'claim:oo-20230918:F18', status: 'OCCURRED',   voice: 'ARTICLE', basis: 'STATED',  rank: 'NORMAL', text: 'Kim Jong-un visited the Far East of Russia.'},
  {id: 'claim:oo-20230918:F19', status: 'OCCURRED',   voice: 'ARTICLE', basis: 'STATED',  rank: 'NORMAL', text: "Kim Jong-un's visit to the Russian Far East came to an end on the weekend of 16 and 17 September 2023.",                                           property: 'endDate', value: '2023-09-16/2023-09-17'},
  {id: 'claim:oo-20230918:F20', status: 'OCCURRED',   voice: 'ARTICLE', basis: 'STATED',  rank: 'NORMAL', text: "Talks went on for several days before Kim Jong-un's visit to the Russian Far East ended.", property: 'duration', value: 'several days'},
  {id: 'claim:oo-20230918:F21', status: 'OCCURRED',   voice: 'ARTICLE', basis: 'STATED',  rank: 'NORMAL', text: 'Kim Jong-un came to the city of Komsomolsk-on-Amur.'},
  {id: 'claim:oo-20230918:F22', status: 'OCCURRED',   voice: 'ARTICLE', basis: 'STATED',  rank: 'NORMAL', text: 'A group of women wearing traditional Russian costumes welcomed Kim Jong-un when he arrived in Komsomolsk-on-Amur.'},
  {id: 'claim:oo-20230918:F23', status: 'OCCURRED',   voice: 'ARTICLE', basis: 'STATED',  rank: 'NORMAL', text: 'Officials from North Korea, standing by a red carpet and a specially built ramp, welcomed Kim Jong-un when he arrived in Komsomolsk-on-Amur.'},
  {id: 'claim:oo-20230918:F24', status: 'ONGOING',    voice: 'ARTICLE', basis: 'IMPLIED', rank: 'NORMAL', text: 'Komsomolsk-on-Amur is a city in the Russian Far East.'},
  {id: 'claim:oo-20230918:F25', status: 'OCCURRED',   voice: 'ARTICLE', basis: 'STATED',  rank: 'NORMAL', text: "Residents were seen looking out from balconies to watch Kim Jong-un's convoy go past."},
  {id: 'claim:oo-20230918:F26', status: 'OCCURRED',   voice: 'ARTICLE', basis: 'STATED',  rank: 'NORMAL', text: 'Roads in Komsomolsk-on-Amur were closed so that Kim Jong-un could move about freely.', property: 'purpose', value: "to allow for the leader's free movement"},
  {id: 'claim:oo-20230918:F27', status: 'OCCURRED',   voice: 'ARTICLE', basis: 'STATED',  rank: 'NORMAL', text: 'Vladimir Putin made an announcement after the summit.'},
  {id: 'claim:oo-20230918:F28', status: 'PLANNED',    voice: 'SOURCE',  basis: 'STATED',  rank: 'NORMAL', text: 'Vladimir Putin announced a plan for Kim Jong-un to go to an aircraft factory in Komsomolsk-on-Amur and watch fighter jets being made.',            sourceText: 'Putin announced that', property: 'purpose', value: 'to observe the production of fighter jets'},
  {id: 'claim:oo-20230918:F29', status: 'ONGOING',    voice: 'SOURCE',  basis: 'STATED',  rank: 'NORMAL', text: 'According to Vladimir Putin, the aircraft factory stands in Komsomolsk-on-Amur.',                                                                  sourceText: 'Putin announced that'},
  {id: 'claim:oo-20230918:F30', status: 'PLANNED',    voice: 'SOURCE',  basis: 'STATED',  rank: 'NORMAL', text: 'The plan is for Kim Jong-un to go on to Vladivostok after the aircraft factory.'},
  {id: 'claim:oo-20230918:F31', status: 'PLANNED',    voice: 'SOURCE',  basis: 'STATED',  rank: 'NORMAL', text: 'The plan is for Kim Jong-un to oversee Russian warships on display in Vladivostok.'},
  {id: 'claim:oo-20230918:F32', status: 'PLANNED',    voice: 'SOURCE',  basis: 'STATED',  rank: 'NORMAL', text: 'The plan is for Kim Jong-un to visit a university as well, on the Vladivostok stop.'},
  {id: 'claim:oo-20230918:F33', status: 'PLANNED',    voice: 'SOURCE',  basis: 'STATED',  rank: 'NORMAL', text: 'The plan is for Kim Jong-un to visit other facilities as well, on the Vladivostok stop.'},
  {id: 'claim:oo-20230918:F34', status: 'HABITUAL',   voice: 'ARTICLE', basis: 'STATED',  rank: 'NORMAL', text: 'Russian colleges of the Far East have traditionally admitted students from North Korea.'},
  {id: 'claim:oo-20230918:F35', status: 'SPECULATED', voice: 'UNNAMED', basis: 'STATED',  rank: 'NORMAL', text: 'There is speculation about what Kim Jong-un is hoping to get from Russia for helping Vladimir Putin in the conflict with Ukraine.',                sourceText: 'Speculation has arisen regarding'},
  {id: 'claim:oo-20230918:F36', status: 'ONGOING',    voice: 'ARTICLE', basis: 'STATED',  rank: 'NORMAL', text: 'Vladimir Putin is in an ongoing conflict with Ukraine.'},
  {id: 'claim:oo-20230918:F37', status: 'ONGOING',    voice: 'ARTICLE', basis: 'IMPLIED', rank: 'NORMAL', text: 'Russia is engaged in fighting in Ukraine.'},
  {id: 'claim:oo-20230918:F38', status: 'ONGOING',    voice: 'ARTICLE', basis: 'STATED',  rank: 'NORMAL', text: 'Russia needs ammunition so that it can go on fighting in Ukraine.', property: 'object', value: 'ammunition'},
  {id: 'claim:oo-20230918:F39', status: 'REQUESTED',  voice: 'ARTICLE', basis: 'STATED',  rank: 'NORMAL', text: 'North Korea is seeking Russian help to develop its missile program and its space program.', property: 'object', value: 'developing its missile and space programs'},
  {id: 'claim:oo-20230918:F40', status: 'ONGOING',    voice: 'ARTICLE', basis: 'IMPLIED', rank: 'NORMAL', text: 'North Korea has a missile program and a space program.'},
  {id: 'claim:oo-20230918:F41', status: 'DOUBTED',    voice: 'UNNAMED', basis: 'STATED',  rank: 'NORMAL', text: 'It is doubted that Russia is ready to pass sensitive weapons technologies on to North Korea.',                                                     sourceText: 'there are doubts as to whether', property: 'object', value: 'sensitive weapons technologies'},
  {id: 'claim:oo-20230918:F42', status: 'ONGOING',    voice: 'ARTICLE', basis: 'IMPLIED', rank: 'NORMAL', text: 'Russia possesses sensitive weapons technologies.'},
  {id: 'claim:oo-20230918:F43', status: 'OCCURRED',   voice: 'ARTICLE', basis: 'STATED',  rank: 'NORMAL', text: 'Kim Jong-un invited Vladimir Putin to come to Pyongyang.'},
  {id: 'claim:oo-20230918:F44', status: 'OCCURRED',   voice: 'ARTICLE', basis: 'STATED',  rank: 'NORMAL', text: 'Vladimir Putin accepted the invitation from Kim Jong-un.'},
  {id: 'claim:oo-20230918:F45', status: 'EXPECTED',   voice: 'ARTICLE', basis: 'IMPLIED', rank: 'NORMAL', text: 'Vladimir Putin is expected to go to Pyongyang, on a visit that has yet to be arranged.'},
  {id: 'claim:oo-20230918:F46', status: 'ONGOING',    voice: 'ARTICLE', basis: 'STATED',  rank: 'NORMAL', text: "Sergei Lavrov is Russia's foreign minister."},
  {id: 'claim:oo-20230918:F47', status: 'EXPECTED',   voice: 'UNNAMED', basis: 'STATED',  rank: 'NORMAL', text: 'Sergei Lavrov is expected in Pyongyang in October 2023.',                                                                                          sourceText: 'is expected to', property: 'date', value: '2023-10'},
  {id: 'claim:oo-20230918:F48', status: 'EXPECTED',   voice: 'UNNAMED', basis: 'STATED',  rank: 'NORMAL', text: "Sergei Lavrov's visit to Pyongyang is expected to come first, before one by Vladimir Putin can be arranged.",                                      sourceText: 'is expected to'},
  {id: 'claim:oo-20230918:F49', status: 'EXPECTED',   voice: 'ARTICLE', basis: 'STATED',  rank: 'NORMAL', text: "The expected visit to Pyongyang would be Vladimir Putin's second to North Korea while president.",                                                 property: 'ordinal', value: '2'},
  {id: 'claim:oo-20230918:F50', status: 'OCCURRED',   voice: 'ARTICLE', basis: 'STATED',  rank: 'NORMAL', text: 'Vladimir Putin had already gone to Pyongyang in July 2000.',                                                                                       property: 'date', value: '2000-07'},
  {id: 'claim:oo-20230918:F51', status: 'PLANNED',    voice: 'ARTICLE', basis: 'STATED',  rank: 'NORMAL', text: "Vladimir Putin's visit to Pyongyang in July 2000 was meant for a meeting with Kim Jong-il.",                                                       property: 'date', value: '2000-07'},
  {id: 'claim:oo-20230918:F52', status: 'ONGOING',    voice: 'ARTICLE', basis: 'STATED',  rank: 'NORMAL', text: 'Kim Jong-un is a son of Kim Jong-il.'},
  {id: 'claim:oo-20230918:F53', status: 'OCCURRED',   voice: 'ARTICLE', basis: 'IMPLIED', rank: 'NORMAL', text: 'The visit of July 2000 is the first and until now the only one that Vladimir Putin has made to North Korea while president.',                      property: 'ordinal', value: '1'},
  {id: 'claim:oo-20230918:F54', status: 'ONGOING',    voice: 'ARTICLE', basis: 'IMPLIED', rank: 'NORMAL', text: 'Pyongyang lies in North Korea.'},
  {id: 'claim:oo-20230918:F55', status: 'OCCURRED',   voice: 'ARTICLE', basis: 'STATED',  rank: 'NORMAL', text: 'Praise for the summit of Vladimir Putin and Kim Jong-un came from the international community.'},
  {id: 'claim:oo-20230918:F56', status: 'OCCURRED',   voice: 'ARTICLE', basis: 'STATED',  rank: 'NORMAL', text: 'Concerns about the summit of Vladimir Putin and Kim Jong-un came from the international community.'},
  {id: 'claim:oo-20230918:F57', status: 'OCCURRED',   voice: 'ARTICLE', basis: 'STATED',  rank: 'NORMAL', text: 'The United States gave a warning against any arms deal that Russia and North Korea might make.', property: 'object', value: 'potential arms deal'},
  {id: 'claim:oo-20230918:F58', status: 'OCCURRED',   voice: 'ARTICLE', basis: 'STATED',  rank: 'NORMAL', text: 'South Korea gave a warning against any arms deal that Russia and North Korea might make.', property: 'object', value: 'potential arms deal'},
  {id: 'claim:oo-20230918:F59', status: 'OCCURRED',   voice: 'ARTICLE', basis: 'STATED',  rank: 'NORMAL', text: 'The United States and South Korea cited breaches of UN Security Council resolutions when they warned.', property: 'grounds', value: 'violations of UN Security Council resolutions'},
  {id: 'claim:oo-20230918:F60', status: 'SPECULATED', voice: 'SOURCE',  basis: 'STATED',  rank: 'NORMAL', text: 'Russia and North Korea might conclude an arms deal, which is what the United States and South Korea warn against.',                                sourceText: 'The US and South Korea warned against', property: 'object', value: 'arms'},
  {id: 'claim:oo-20230918:F61', status: 'SPECULATED', voice: 'UNNAMED', basis: 'STATED',  rank: 'NORMAL', text: 'A special concern is that advanced weapons technologies could reach North Korea from Russia.',                                                     sourceText: 'There is a particular concern that', property: 'object', value: 'advanced weapons technologies'},
  {id: 'claim:oo-20230918:F62', status: 'SPECULATED', voice: 'UNNAMED', basis: 'STATED',  rank: 'NORMAL', text: "Part of the concern is that such a transfer of weapons technologies would further heighten tensions over Kim Jong-un's military nuclear program.", sourceText: 'There is a particular concern that'},
  {id: 'claim:oo-20230918:F63', status: 'ONGOING',    voice: 'ARTICLE', basis: 'IMPLIED', rank: 'NORMAL', text: 'There are tensions over a military nuclear program that Kim Jong-un has.'},
  {id: 'claim:oo-20230918:F64', status: 'ONGOING',    voice: 'ARTICLE', basis: 'STATED',  rank: 'NORMAL', text: 'The relationship of Vladimir Putin and Kim Jong-un is still developing, and the world is watching.'},
  {id: 'claim:oo-20230918:F65', status: 'OCCURRED',   voice: 'ARTICLE', basis: 'STATED',  rank: 'NORMAL', text: 'Both sides, Vladimir Putin and Kim Jong-un, say that they are willing to cooperate in military matters.', property: 'object', value: 'military cooperation'},
  {id: 'claim:oo-20230918:F66', status: 'OCCURRED',   voice: 'ARTICLE', basis: 'IMPLIED', rank: 'NORMAL', text: "Kim Jong-un's tour of Russia, and within it his summit with Vladimir Putin, took place in September 2023.",                                        property: 'date', value: '2023-09'}
] AS row
MERGE (n:Claim {id: row.id})
  ON CREATE SET n.recordedAt = toString(datetime())
  SET n += row;

// Where a claim is stated: the sentence and the exact span.
UNWIND [
  {claim: 'F01', s: '0a', start: 0,    end: 60},
  {claim: 'F02', s: '0b', start: 61,   end: 86},
  {claim: 'F05', s: '1',  start: 122,  end: 154},
  {claim: 'F05', s: '17', start: 2056, end: 2079},
  {claim: 'F06', s: '1',  start: 159,  end: 190},
  {claim: 'F07', s: '1',  start: 191,  end: 288},
  {claim: 'F08', s: '1',  start: 224,  end: 243},
  {claim: 'F08', s: '19', start: 2214, end: 2246},
  {claim: 'F09', s: '2',  start: 290,  end: 319},
  {claim: 'F10', s: '2',  start: 320,  end: 356},
  {claim: 'F11', s: '2',  start: 358,  end: 410},
  {claim: 'F12', s: '3',  start: 412,  end: 487},
  {claim: 'F13', s: '3',  start: 495,  end: 535},
  {claim: 'F14', s: '3',  start: 536,  end: 545},
  {claim: 'F15', s: '4',  start: 547,  end: 599},
  {claim: 'F16', s: '4',  start: 587,  end: 637},
  {claim: 'F17', s: '3',  start: 412,  end: 429},
  {claim: 'F17', s: '4',  start: 547,  end: 568},
  {claim: 'F18', s: '5',  start: 639,  end: 671},
  {claim: 'F19', s: '5',  start: 672,  end: 694},
  {claim: 'F19', s: '0d', start: 103,  end: 121},
  {claim: 'F20', s: '5',  start: 696,  end: 723},
  {claim: 'F21', s: '6',  start: 725,  end: 771},
  {claim: 'F22', s: '6',  start: 773,  end: 840},
  {claim: 'F23', s: '6',  start: 842,  end: 930},
  {claim: 'F24', s: '5',  start: 639,  end: 671},
  {claim: 'F24', s: '6',  start: 741,  end: 771},
  {claim: 'F25', s: '7',  start: 932,  end: 1035},
  {claim: 'F26', s: '8',  start: 1037, end: 1106},
  {claim: 'F27', s: '9',  start: 1108, end: 1145},
  {claim: 'F28', s: '9',  start: 1151, end: 1240},
  {claim: 'F29', s: '9',  start: 1167, end: 1198},
  {claim: 'F30', s: '10', start: 1242, end: 1278},
  {claim: 'F31', s: '10', start: 1279, end: 1319},
  {claim: 'F32', s: '10', start: 1324, end: 1342},
  {claim: 'F33', s: '10', start: 1343, end: 1363},
  {claim: 'F34', s: '11', start: 1365, end: 1446},
  {claim: 'F35', s: '12', start: 1448, end: 1547},
  {claim: 'F36', s: '12', start: 1551, end: 1584},
  {claim: 'F37', s: '13', start: 1610, end: 1641},
  {claim: 'F38', s: '13', start: 1586, end: 1641},
  {claim: 'F39', s: '13', start: 1649, end: 1734},
  {claim: 'F40', s: '13', start: 1704, end: 1734},
  {claim: 'F41', s: '14', start: 1745, end: 1860},
  {claim: 'F42', s: '14', start: 1809, end: 1843},
  {claim: 'F43', s: '15', start: 1886, end: 1921},
  {claim: 'F44', s: '15', start: 1862, end: 1902},
  {claim: 'F45', s: '15', start: 1862, end: 1921},
  {claim: 'F45', s: '16', start: 2004, end: 2040},
  {claim: 'F45', s: '17', start: 2042, end: 2106},
  {claim: 'F46', s: '16', start: 1923, end: 1961},
  {claim: 'F47', s: '16', start: 1948, end: 2003},
  {claim: 'F47', s: '0d', start: 103,  end: 121},
  {claim: 'F48', s: '16', start: 2004, end: 2040},
  {claim: 'F49', s: '17', start: 2042, end: 2132},
  {claim: 'F50', s: '18', start: 2134, end: 2178},
  {claim: 'F51', s: '18', start: 2179, end: 2212},
  {claim: 'F52', s: '18', start: 2187, end: 2212},
  {claim: 'F53', s: '17', start: 2080, end: 2132},
  {claim: 'F53', s: '18', start: 2134, end: 2178},
  {claim: 'F54', s: '17', start: 2080, end: 2106},
  {claim: 'F54', s: '18', start: 2137, end: 2165},
  {claim: 'F55', s: '19', start: 2247, end: 2313},
  {claim: 'F56', s: '19', start: 2247, end: 2313},
  {claim: 'F57', s: '20', start: 2315, end: 2407},
  {claim: 'F58', s: '20', start: 2315, end: 2407},
  {claim: 'F59', s: '20', start: 2409, end: 2461},
  {claim: 'F60', s: '20', start: 2353, end: 2407},
  {claim: 'F61', s: '21', start: 2463, end: 2565},
  {claim: 'F62', s: '21', start: 2567, end: 2637},
  {claim: 'F63', s: '21', start: 2586, end: 2637},
  {claim: 'F64', s: '22', start: 2648, end: 2728},
  {claim: 'F65', s: '22', start: 2735, end: 2795},
  {claim: 'F66', s: '0d', start: 103,  end: 121},
  {claim: 'F66', s: '1',  start: 224,  end: 243},
  {claim: 'F66', s: '2',  start: 306,  end: 356},
  {claim: 'F66', s: '5',  start: 672,  end: 723}
] AS row
MATCH (c:Claim {id: 'claim:oo-20230918:' + row.claim})
MATCH (s:Sentence {id: 'sentence:oo-20230918:' + row.s})
MERGE (c)-[r:STATED_IN]->(s)
  SET r.start = row.start, r.end = row.end;

// What the status of a claim is about.
UNWIND [
  {claim: 'F01', about: ['event:2023-putin-kim-gift-exchange', 'event:2023-putin-kim-summit']},
  {claim: 'F02', about: ['event:2023-kim-russia-tour']},
  {claim: 'F05', about: ['person:vladimir-putin', 'country:ru']},
  {claim: 'F06', about: ['person:kim-jong-un', 'country:kp']},
  {claim: 'F07', about: ['event:2023-putin-kim-gift-exchange', 'event:2023-putin-kim-summit']},
  {claim: 'F08', about: ['event:2023-putin-kim-summit']},
  {claim: 'F09', about: ['event:2023-putin-kim-summit']},
  {claim: 'F10', about: ['event:2023-putin-kim-summit', 'event:2023-kim-russia-tour']},
  {claim: 'F11', about: ['event:2023-kim-aircraft-factory-visit', 'event:2023-kim-russia-tour']},
  {claim: 'F12', about: ['gift:2023-putin-kim-rifle', 'event:2023-putin-kim-gift-exchange']},
  {claim: 'F13', about: ['gift:2023-kim-putin-rifle', 'event:2023-putin-kim-gift-exchange']},
  {claim: 'F14', about: ['gift:2023-kim-putin-rifle', 'gift:2023-putin-kim-rifle']},
  {claim: 'F15', about: ['gift:2023-putin-kim-glove']},
  {claim: 'F16', about: ['gift:2023-putin-kim-glove']},
  {claim: 'F17', about: ['gift:2023-putin-kim-glove', 'event:2023-putin-kim-gift-exchange']},
  {claim: 'F18', about: ['event:2023-kim-russia-tour', 'place:russian-far-east', 'country:ru']},
  {claim: 'F19', about: ['event:2023-kim-russia-tour']},
  {claim: 'F20', about: ['event:2023-kim-russia-talks', 'event:2023-kim-russia-tour']},
  {claim: 'F21', about: ['event:2023-kim-komsomolsk-welcome', 'place:komsomolsk-on-amur']},
  {claim: 'F22', about: ['event:2023-kim-komsomolsk-welcome', 'group:oo-20230918:women-in-russian-costumes']},
  {claim: 'F23', about: ['event:2023-kim-komsomolsk-welcome', 'group:oo-20230918:north-korean-officials']},
  {claim: 'F24', about: ['place:komsomolsk-on-amur', 'place:russian-far-east']},
  {claim: 'F25', about: ['event:2023-residents-watch-kim-convoy', 'group:oo-20230918:residents']},
  {claim: 'F26', about: ['event:2023-komsomolsk-road-closures']},
  {claim: 'F27', about: ['event:2023-putin-announces-kim-programme', 'event:2023-putin-kim-summit']},
  {claim: 'F28', about: ['event:2023-kim-aircraft-factory-visit']},
  {claim: 'F29', about: ['place:oo-20230918:aircraft-factory', 'place:komsomolsk-on-amur']},
  {claim: 'F30', about: ['event:2023-kim-vladivostok-visit', 'place:vladivostok']},
  {claim: 'F31', about: ['event:2023-warship-display', 'event:2023-kim-vladivostok-visit']},
  {claim: 'F32', about: ['event:2023-kim-university-visit', 'event:2023-kim-vladivostok-visit']},
  {claim: 'F33', about: ['event:2023-kim-vladivostok-visit']},
  {claim: 'F34', about: ['event:nk-students-in-russian-far-east-colleges', 'group:oo-20230918:russian-far-east-colleges', 'group:oo-20230918:north-korean-students']},
  {claim: 'F35', about: ['event:kim-assists-putin-in-ukraine-conflict', 'person:kim-jong-un']},
  {claim: 'F36', about: ['event:russia-ukraine-conflict']},
  {claim: 'F37', about: ['event:russia-ukraine-conflict']},
  {claim: 'F38', about: ['event:2023-russia-needs-ammunition', 'event:russia-ukraine-conflict']},
  {claim: 'F39', about: ['event:2023-russian-assistance-nk-programmes']},
  {claim: 'F40', about: ['country:kp']},
  {claim: 'F41', about: ['event:2023-russia-shares-sensitive-weapons-tech']},
  {claim: 'F42', about: ['country:ru']},
  {claim: 'F43', about: ['event:2023-kim-invites-putin']},
  {claim: 'F44', about: ['event:2023-putin-accepts-invitation', 'event:2023-kim-invites-putin']},
  {claim: 'F45', about: ['event:putin-next-pyongyang-visit']},
  {claim: 'F46', about: ['person:sergei-lavrov', 'country:ru']},
  {claim: 'F47', about: ['event:2023-lavrov-pyongyang-visit']},
  {claim: 'F48', about: ['event:2023-lavrov-pyongyang-visit', 'event:putin-next-pyongyang-visit']},
  {claim: 'F49', about: ['event:putin-next-pyongyang-visit']},
  {claim: 'F50', about: ['event:2000-putin-pyongyang-visit']},
  {claim: 'F51', about: ['event:2000-putin-kim-jong-il-meeting']},
  {claim: 'F52', about: ['person:kim-jong-il', 'person:kim-jong-un']},
  {claim: 'F53', about: ['event:2000-putin-pyongyang-visit']},
  {claim: 'F54', about: ['place:pyongyang', 'country:kp']},
  {claim: 'F55', about: ['event:2023-praise-of-summit', 'event:2023-putin-kim-summit']},
  {claim: 'F56', about: ['event:2023-concerns-over-summit', 'event:2023-putin-kim-summit']},
  {claim: 'F57', about: ['event:2023-us-south-korea-warning', 'country:us']},
  {claim: 'F58', about: ['event:2023-us-south-korea-warning', 'country:kr']},
  {claim: 'F59', about: ['event:2023-us-south-korea-warning', 'org:un-security-council']},
  {claim: 'F60', about: ['event:2023-russia-nk-arms-deal']},
  {claim: 'F61', about: ['event:2023-nk-receives-advanced-weapons-tech']},
  {claim: 'F62', about: ['event:nk-nuclear-programme-tensions', 'event:2023-nk-receives-advanced-weapons-tech']},
  {claim: 'F63', about: ['event:nk-nuclear-programme-tensions', 'person:kim-jong-un']},
  {claim: 'F64', about: ['person:vladimir-putin', 'person:kim-jong-un']},
  {claim: 'F65', about: ['event:2023-willingness-military-cooperation']},
  {claim: 'F66', about: ['event:2023-putin-kim-summit', 'event:2023-kim-russia-tour']}
] AS row
MATCH (c:Claim {id: 'claim:oo-20230918:' + row.claim})
UNWIND row.about AS id
MATCH (e:Entity {id: id})
MERGE (c)-[:ABOUT]->(e);

// Who says so. Without a row the article itself says it, or nobody named.
UNWIND [
  {claim: 'F07', actor: 'org:kremlin',           basis: 'STATED',  sourceText: 'a spokesperson for the Kremlin'},
  {claim: 'F28', actor: 'person:vladimir-putin', basis: 'STATED',  sourceText: 'Putin announced'},
  {claim: 'F29', actor: 'person:vladimir-putin', basis: 'STATED',  sourceText: 'Putin announced'},
  {claim: 'F30', actor: 'person:vladimir-putin', basis: 'IMPLIED', sourceText: 'Putin announced (previous sentence)'},
  {claim: 'F31', actor: 'person:vladimir-putin', basis: 'IMPLIED', sourceText: 'Putin announced (previous sentence)'},
  {claim: 'F32', actor: 'person:vladimir-putin', basis: 'IMPLIED', sourceText: 'Putin announced (previous sentence)'},
  {claim: 'F33', actor: 'person:vladimir-putin', basis: 'IMPLIED', sourceText: 'Putin announced (previous sentence)'},
  {claim: 'F60', actor: 'country:us',            basis: 'STATED',  sourceText: 'The US and South Korea warned'},
  {claim: 'F60', actor: 'country:kr',            basis: 'STATED',  sourceText: 'The US and South Korea warned'}
] AS row
MATCH (c:Claim {id: 'claim:oo-20230918:' + row.claim})
MATCH (e:Entity {id: row.actor})
MERGE (c)-[r:ATTRIBUTED_TO]->(e)
  SET r.sourceText = row.sourceText, r.basis = row.basis;

// ---- World: edges, each with the claims that carry it ------------------------------------------------------------

// Offices, as of the date of the article.
UNWIND [
  {a: 'person:vladimir-putin', title: 'President',        b: 'country:ru', asOf: '2023-09-18', basis: 'STATED', claims: ['F05']},
  {a: 'person:kim-jong-un',    title: 'Leader',           b: 'country:kp', asOf: '2023-09-18', basis: 'STATED', claims: ['F06']},
  {a: 'person:sergei-lavrov',  title: 'Foreign Minister', b: 'country:ru', asOf: '2023-09-18', basis: 'STATED', claims: ['F46']}
] AS row
WITH row, [f IN row.claims | 'claim:oo-20230918:' + f] AS claims
MATCH (a:Entity {id: row.a})
MATCH (b:Entity {id: row.b})
MERGE (a)-[r:HOLDS_OFFICE {title: row.title}]->(b)
  ON CREATE SET r.basis = row.basis
  SET r.asOf = row.asOf
  SET r.claims = [c IN coalesce(r.claims, []) WHERE NOT c IN claims] + claims;

// Parents.
UNWIND [
  {a: 'person:kim-jong-il', b: 'person:kim-jong-un', basis: 'STATED', claims: ['F52']}
] AS row
WITH row, [f IN row.claims | 'claim:oo-20230918:' + f] AS claims
MATCH (a:Entity {id: row.a})
MATCH (b:Entity {id: row.b})
MERGE (a)-[r:PARENT_OF]->(b)
  ON CREATE SET r.basis = row.basis
  SET r.claims = [c IN coalesce(r.claims, []) WHERE NOT c IN claims] + claims;

// What lies where.
UNWIND [
  {a: 'place:russian-far-east',             b: 'country:ru',               basis: 'STATED',  claims: ['F18']},
  {a: 'place:komsomolsk-on-amur',           b: 'place:russian-far-east',   basis: 'IMPLIED', claims: ['F24']},
  {a: 'place:oo-20230918:aircraft-factory', b: 'place:komsomolsk-on-amur', basis: 'STATED',  claims: ['F29']},
  {a: 'place:pyongyang',                    b: 'country:kp',               basis: 'IMPLIED', claims: ['F54']},
  {a: 'place:oo-20230918:university',       b: 'place:vladivostok',        basis: 'IMPLIED', claims: ['F32']}
] AS row
WITH row, [f IN row.claims | 'claim:oo-20230918:' + f] AS claims
MATCH (a:Entity {id: row.a})
MATCH (b:Entity {id: row.b})
MERGE (a)-[r:LOCATED_IN]->(b)
  ON CREATE SET r.basis = row.basis
  SET r.claims = [c IN coalesce(r.claims, []) WHERE NOT c IN claims] + claims;

// Who gave what.
UNWIND [
  {a: 'person:vladimir-putin', b: 'gift:2023-putin-kim-rifle', basis: 'STATED', claims: ['F12']},
  {a: 'person:kim-jong-un',    b: 'gift:2023-kim-putin-rifle', basis: 'STATED', claims: ['F13']},
  {a: 'person:vladimir-putin', b: 'gift:2023-putin-kim-glove', basis: 'STATED', claims: ['F15']}
] AS row
WITH row, [f IN row.claims | 'claim:oo-20230918:' + f] AS claims
MATCH (a:Entity {id: row.a})
MATCH (b:Entity {id: row.b})
MERGE (a)-[r:GAVE]->(b)
  ON CREATE SET r.basis = row.basis
  SET r.claims = [c IN coalesce(r.claims, []) WHERE NOT c IN claims] + claims;

// To whom.
UNWIND [
  {a: 'gift:2023-putin-kim-rifle', b: 'person:kim-jong-un',    basis: 'STATED', claims: ['F12']},
  {a: 'gift:2023-kim-putin-rifle', b: 'person:vladimir-putin', basis: 'STATED', claims: ['F13']},
  {a: 'gift:2023-putin-kim-glove', b: 'person:kim-jong-un',    basis: 'STATED', claims: ['F15']}
] AS row
WITH row, [f IN row.claims | 'claim:oo-20230918:' + f] AS claims
MATCH (a:Entity {id: row.a})
MATCH (b:Entity {id: row.b})
MERGE (a)-[r:GIVEN_TO]->(b)
  ON CREATE SET r.basis = row.basis
  SET r.claims = [c IN coalesce(r.claims, []) WHERE NOT c IN claims] + claims;

// On which occasion.
UNWIND [
  {a: 'gift:2023-putin-kim-rifle', b: 'event:2023-putin-kim-gift-exchange', basis: 'STATED',  claims: ['F12']},
  {a: 'gift:2023-kim-putin-rifle', b: 'event:2023-putin-kim-gift-exchange', basis: 'STATED',  claims: ['F13']},
  {a: 'gift:2023-putin-kim-glove', b: 'event:2023-putin-kim-gift-exchange', basis: 'IMPLIED', claims: ['F17']}
] AS row
WITH row, [f IN row.claims | 'claim:oo-20230918:' + f] AS claims
MATCH (a:Entity {id: row.a})
MATCH (b:Entity {id: row.b})
MERGE (a)-[r:GIVEN_DURING]->(b)
  ON CREATE SET r.basis = row.basis
  SET r.claims = [c IN coalesce(r.claims, []) WHERE NOT c IN claims] + claims;

// In return for what.
UNWIND [
  {a: 'gift:2023-kim-putin-rifle', b: 'gift:2023-putin-kim-rifle', basis: 'STATED', claims: ['F14']}
] AS row
WITH row, [f IN row.claims | 'claim:oo-20230918:' + f] AS claims
MATCH (a:Entity {id: row.a})
MATCH (b:Entity {id: row.b})
MERGE (a)-[r:IN_RETURN_FOR]->(b)
  ON CREATE SET r.basis = row.basis
  SET r.claims = [c IN coalesce(r.claims, []) WHERE NOT c IN claims] + claims;

// Where a gift was made.
UNWIND [
  {a: 'gift:2023-putin-kim-rifle', b: 'country:ru', basis: 'STATED', claims: ['F12']},
  {a: 'gift:2023-kim-putin-rifle', b: 'country:kp', basis: 'STATED', claims: ['F13']}
] AS row
WITH row, [f IN row.claims | 'claim:oo-20230918:' + f] AS claims
MATCH (a:Entity {id: row.a})
MATCH (b:Entity {id: row.b})
MERGE (a)-[r:MADE_IN]->(b)
  ON CREATE SET r.basis = row.basis
  SET r.claims = [c IN coalesce(r.claims, []) WHERE NOT c IN claims] + claims;

// Who takes part in an event, in which role. Neutral: the event itself may only be planned or feared.
UNWIND [
  {a: 'person:vladimir-putin',                       role: 'PARTICIPANT', b: 'event:2023-putin-kim-summit',                     basis: 'STATED',  claims: ['F08', 'F09']},
  {a: 'person:kim-jong-un',                          role: 'PARTICIPANT', b: 'event:2023-putin-kim-summit',                     basis: 'STATED',  claims: ['F08', 'F09']},
  {a: 'person:kim-jong-un',                          role: 'VISITOR',     b: 'event:2023-kim-russia-tour',                      basis: 'STATED',  claims: ['F02', 'F10', 'F18']},
  {a: 'person:vladimir-putin',                       role: 'PARTICIPANT', b: 'event:2023-putin-kim-gift-exchange',              basis: 'STATED',  claims: ['F01', 'F07']},
  {a: 'person:kim-jong-un',                          role: 'PARTICIPANT', b: 'event:2023-putin-kim-gift-exchange',              basis: 'STATED',  claims: ['F01', 'F07']},
  {a: 'person:kim-jong-un',                          role: 'VISITOR',     b: 'event:2023-kim-aircraft-factory-visit',           basis: 'STATED',  claims: ['F11', 'F28']},
  {a: 'person:kim-jong-un',                          role: 'VISITOR',     b: 'event:2023-kim-komsomolsk-welcome',               basis: 'STATED',  claims: ['F21', 'F22', 'F23']},
  {a: 'group:oo-20230918:women-in-russian-costumes', role: 'AGENT',       b: 'event:2023-kim-komsomolsk-welcome',               basis: 'STATED',  claims: ['F22']},
  {a: 'group:oo-20230918:north-korean-officials',    role: 'AGENT',       b: 'event:2023-kim-komsomolsk-welcome',               basis: 'STATED',  claims: ['F23']},
  {a: 'group:oo-20230918:residents',                 role: 'OBSERVER',    b: 'event:2023-residents-watch-kim-convoy',           basis: 'STATED',  claims: ['F25']},
  {a: 'person:kim-jong-un',                          role: 'RECIPIENT',   b: 'event:2023-residents-watch-kim-convoy',           basis: 'STATED',  claims: ['F25']},
  {a: 'person:kim-jong-un',                          role: 'RECIPIENT',   b: 'event:2023-komsomolsk-road-closures',             basis: 'STATED',  claims: ['F26']},
  {a: 'person:vladimir-putin',                       role: 'SPEAKER',     b: 'event:2023-putin-announces-kim-programme',        basis: 'STATED',  claims: ['F27']},
  {a: 'person:kim-jong-un',                          role: 'VISITOR',     b: 'event:2023-kim-vladivostok-visit',                basis: 'STATED',  claims: ['F30']},
  {a: 'person:kim-jong-un',                          role: 'OBSERVER',    b: 'event:2023-warship-display',                      basis: 'STATED',  claims: ['F31']},
  {a: 'person:kim-jong-un',                          role: 'VISITOR',     b: 'event:2023-kim-university-visit',                 basis: 'STATED',  claims: ['F32']},
  {a: 'person:kim-jong-un',                          role: 'PARTICIPANT', b: 'event:2023-kim-russia-talks',                     basis: 'IMPLIED', claims: ['F20']},
  {a: 'group:oo-20230918:russian-far-east-colleges', role: 'AGENT',       b: 'event:nk-students-in-russian-far-east-colleges',  basis: 'STATED',  claims: ['F34']},
  {a: 'group:oo-20230918:north-korean-students',     role: 'RECIPIENT',   b: 'event:nk-students-in-russian-far-east-colleges',  basis: 'STATED',  claims: ['F34']},
  {a: 'person:kim-jong-un',                          role: 'AGENT',       b: 'event:kim-assists-putin-in-ukraine-conflict',     basis: 'STATED',  claims: ['F35']},
  {a: 'person:vladimir-putin',                       role: 'RECIPIENT',   b: 'event:kim-assists-putin-in-ukraine-conflict',     basis: 'STATED',  claims: ['F35']},
  {a: 'person:vladimir-putin',                       role: 'PARTICIPANT', b: 'event:russia-ukraine-conflict',                   basis: 'STATED',  claims: ['F36']},
  {a: 'country:ua',                                  role: 'PARTICIPANT', b: 'event:russia-ukraine-conflict',                   basis: 'STATED',  claims: ['F36']},
  {a: 'country:ru',                                  role: 'PARTICIPANT', b: 'event:russia-ukraine-conflict',                   basis: 'IMPLIED', claims: ['F37']},
  {a: 'country:ru',                                  role: 'AGENT',       b: 'event:2023-russia-needs-ammunition',              basis: 'STATED',  claims: ['F38']},
  {a: 'country:kp',                                  role: 'REQUESTER',   b: 'event:2023-russian-assistance-nk-programmes',     basis: 'STATED',  claims: ['F39']},
  {a: 'country:kp',                                  role: 'RECIPIENT',   b: 'event:2023-russian-assistance-nk-programmes',     basis: 'STATED',  claims: ['F39']},
  {a: 'country:ru',                                  role: 'AGENT',       b: 'event:2023-russian-assistance-nk-programmes',     basis: 'STATED',  claims: ['F39']},
  {a: 'country:ru',                                  role: 'AGENT',       b: 'event:2023-russia-shares-sensitive-weapons-tech', basis: 'STATED',  claims: ['F41']},
  {a: 'country:kp',                                  role: 'RECIPIENT',   b: 'event:2023-russia-shares-sensitive-weapons-tech', basis: 'STATED',  claims: ['F41']},
  {a: 'country:ru',                                  role: 'AGENT',       b: 'event:2023-nk-receives-advanced-weapons-tech',    basis: 'STATED',  claims: ['F61']},
  {a: 'country:kp',                                  role: 'RECIPIENT',   b: 'event:2023-nk-receives-advanced-weapons-tech',    basis: 'STATED',  claims: ['F61']},
  {a: 'country:ru',                                  role: 'PARTICIPANT', b: 'event:2023-russia-nk-arms-deal',                  basis: 'STATED',  claims: ['F60']},
  {a: 'country:kp',                                  role: 'PARTICIPANT', b: 'event:2023-russia-nk-arms-deal',                  basis: 'STATED',  claims: ['F60']},
  {a: 'country:us',                                  role: 'SPEAKER',     b: 'event:2023-us-south-korea-warning',               basis: 'STATED',  claims: ['F57']},
  {a: 'country:kr',                                  role: 'SPEAKER',     b: 'event:2023-us-south-korea-warning',               basis: 'STATED',  claims: ['F58']},
  {a: 'org:un-security-council',                     role: 'CITED',       b: 'event:2023-us-south-korea-warning',               basis: 'STATED',  claims: ['F59']},
  {a: 'person:kim-jong-un',                          role: 'SPEAKER',     b: 'event:2023-kim-invites-putin',                    basis: 'STATED',  claims: ['F43']},
  {a: 'person:vladimir-putin',                       role: 'ADDRESSEE',   b: 'event:2023-kim-invites-putin',                    basis: 'STATED',  claims: ['F43']},
  {a: 'person:vladimir-putin',                       role: 'SPEAKER',     b: 'event:2023-putin-accepts-invitation',             basis: 'STATED',  claims: ['F44']},
  {a: 'person:kim-jong-un',                          role: 'ADDRESSEE',   b: 'event:2023-putin-accepts-invitation',             basis: 'IMPLIED', claims: ['F44']},
  {a: 'person:vladimir-putin',                       role: 'VISITOR',     b: 'event:putin-next-pyongyang-visit',                basis: 'STATED',  claims: ['F43', 'F45']},
  {a: 'person:sergei-lavrov',                        role: 'VISITOR',     b: 'event:2023-lavrov-pyongyang-visit',               basis: 'STATED',  claims: ['F47']},
  {a: 'person:vladimir-putin',                       role: 'VISITOR',     b: 'event:2000-putin-pyongyang-visit',                basis: 'STATED',  claims: ['F50']},
  {a: 'person:vladimir-putin',                       role: 'PARTICIPANT', b: 'event:2000-putin-kim-jong-il-meeting',            basis: 'STATED',  claims: ['F51']},
  {a: 'person:kim-jong-il',                          role: 'PARTICIPANT', b: 'event:2000-putin-kim-jong-il-meeting',            basis: 'STATED',  claims: ['F51']},
  {a: 'group:oo-20230918:international-community',   role: 'SPEAKER',     b: 'event:2023-praise-of-summit',                     basis: 'STATED',  claims: ['F55']},
  {a: 'group:oo-20230918:international-community',   role: 'SPEAKER',     b: 'event:2023-concerns-over-summit',                 basis: 'STATED',  claims: ['F56']},
  {a: 'person:kim-jong-un',                          role: 'PARTICIPANT', b: 'event:nk-nuclear-programme-tensions',             basis: 'IMPLIED', claims: ['F63']},
  {a: 'person:vladimir-putin',                       role: 'SPEAKER',     b: 'event:2023-willingness-military-cooperation',     basis: 'STATED',  claims: ['F65']},
  {a: 'person:kim-jong-un',                          role: 'SPEAKER',     b: 'event:2023-willingness-military-cooperation',     basis: 'STATED',  claims: ['F65']}
] AS row
WITH row, [f IN row.claims | 'claim:oo-20230918:' + f] AS claims
MATCH (a:Entity {id: row.a})
MATCH (b:Entity {id: row.b})
MERGE (a)-[r:INVOLVED_IN {role: row.role}]->(b)
  ON CREATE SET r.basis = row.basis
  SET r.claims = [c IN coalesce(r.claims, []) WHERE NOT c IN claims] + claims;

// Where an event is, as precisely as stated and no more.
UNWIND [
  {a: 'event:2023-putin-kim-summit',                    b: 'country:ru',                         basis: 'STATED',  claims: ['F09']},
  {a: 'event:2023-kim-russia-tour',                     b: 'country:ru',                         basis: 'STATED',  claims: ['F10']},
  {a: 'event:2023-kim-russia-tour',                     b: 'place:russian-far-east',             basis: 'STATED',  claims: ['F18']},
  {a: 'event:2023-kim-aircraft-factory-visit',          b: 'place:oo-20230918:aircraft-factory', basis: 'STATED',  claims: ['F11', 'F28']},
  {a: 'event:2023-kim-komsomolsk-welcome',              b: 'place:komsomolsk-on-amur',           basis: 'STATED',  claims: ['F21']},
  {a: 'event:2023-residents-watch-kim-convoy',          b: 'place:komsomolsk-on-amur',           basis: 'IMPLIED', claims: ['F25']},
  {a: 'event:2023-komsomolsk-road-closures',            b: 'place:komsomolsk-on-amur',           basis: 'STATED',  claims: ['F26']},
  {a: 'event:2023-kim-vladivostok-visit',               b: 'place:vladivostok',                  basis: 'STATED',  claims: ['F30']},
  {a: 'event:2023-warship-display',                     b: 'place:vladivostok',                  basis: 'IMPLIED', claims: ['F31']},
  {a: 'event:2023-kim-university-visit',                b: 'place:oo-20230918:university',       basis: 'STATED',  claims: ['F32']},
  {a: 'event:nk-students-in-russian-far-east-colleges', b: 'place:russian-far-east',             basis: 'STATED',  claims: ['F34']},
  {a: 'event:russia-ukraine-conflict',                  b: 'country:ua',                         basis: 'IMPLIED', claims: ['F37']},
  {a: 'event:putin-next-pyongyang-visit',               b: 'place:pyongyang',                    basis: 'STATED',  claims: ['F43']},
  {a: 'event:2023-lavrov-pyongyang-visit',              b: 'place:pyongyang',                    basis: 'STATED',  claims: ['F47']},
  {a: 'event:2000-putin-pyongyang-visit',               b: 'place:pyongyang',                    basis: 'STATED',  claims: ['F50']}
] AS row
WITH row, [f IN row.claims | 'claim:oo-20230918:' + f] AS claims
MATCH (a:Entity {id: row.a})
MATCH (b:Entity {id: row.b})
MERGE (a)-[r:HAS_PLACE]->(b)
  ON CREATE SET r.basis = row.basis
  SET r.claims = [c IN coalesce(r.claims, []) WHERE NOT c IN claims] + claims;

// Which event is part of which.
UNWIND [
  {a: 'event:2023-putin-kim-summit',           b: 'event:2023-kim-russia-tour',       basis: 'STATED',  claims: ['F10']},
  {a: 'event:2023-putin-kim-gift-exchange',    b: 'event:2023-putin-kim-summit',      basis: 'STATED',  claims: ['F01', 'F07', 'F12']},
  {a: 'event:2023-kim-aircraft-factory-visit', b: 'event:2023-kim-russia-tour',       basis: 'STATED',  claims: ['F11']},
  {a: 'event:2023-kim-komsomolsk-welcome',     b: 'event:2023-kim-russia-tour',       basis: 'IMPLIED', claims: ['F18', 'F21']},
  {a: 'event:2023-residents-watch-kim-convoy', b: 'event:2023-kim-russia-tour',       basis: 'IMPLIED', claims: ['F25']},
  {a: 'event:2023-komsomolsk-road-closures',   b: 'event:2023-kim-russia-tour',       basis: 'IMPLIED', claims: ['F26']},
  {a: 'event:2023-kim-vladivostok-visit',      b: 'event:2023-kim-russia-tour',       basis: 'IMPLIED', claims: ['F30']},
  {a: 'event:2023-warship-display',            b: 'event:2023-kim-vladivostok-visit', basis: 'STATED',  claims: ['F31']},
  {a: 'event:2023-kim-university-visit',       b: 'event:2023-kim-vladivostok-visit', basis: 'STATED',  claims: ['F32']},
  {a: 'event:2023-kim-russia-talks',           b: 'event:2023-kim-russia-tour',       basis: 'STATED',  claims: ['F20']},
  {a: 'event:2000-putin-kim-jong-il-meeting',  b: 'event:2000-putin-pyongyang-visit', basis: 'STATED',  claims: ['F51']}
] AS row
WITH row, [f IN row.claims | 'claim:oo-20230918:' + f] AS claims
MATCH (a:Entity {id: row.a})
MATCH (b:Entity {id: row.b})
MERGE (a)-[r:PART_OF]->(b)
  ON CREATE SET r.basis = row.basis
  SET r.claims = [c IN coalesce(r.claims, []) WHERE NOT c IN claims] + claims;

// Which event is before which.
UNWIND [
  {a: 'event:2023-putin-kim-summit',           b: 'event:2023-putin-announces-kim-programme', basis: 'STATED',  claims: ['F27']},
  {a: 'event:2023-kim-aircraft-factory-visit', b: 'event:2023-kim-vladivostok-visit',         basis: 'STATED',  claims: ['F28', 'F30']},
  {a: 'event:2023-kim-invites-putin',          b: 'event:2023-putin-accepts-invitation',      basis: 'IMPLIED', claims: ['F44']},
  {a: 'event:2023-lavrov-pyongyang-visit',     b: 'event:putin-next-pyongyang-visit',         basis: 'STATED',  claims: ['F48']},
  {a: 'event:2000-putin-pyongyang-visit',      b: 'event:putin-next-pyongyang-visit',         basis: 'STATED',  claims: ['F49', 'F50']}
] AS row
WITH row, [f IN row.claims | 'claim:oo-20230918:' + f] AS claims
MATCH (a:Entity {id: row.a})
MATCH (b:Entity {id: row.b})
MERGE (a)-[r:BEFORE]->(b)
  ON CREATE SET r.basis = row.basis
  SET r.claims = [c IN coalesce(r.claims, []) WHERE NOT c IN claims] + claims;

// What an announcement, a warning, a need, an invitation is about.
UNWIND [
  {a: 'event:2023-putin-announces-kim-programme',    b: 'event:2023-kim-aircraft-factory-visit', basis: 'STATED',  claims: ['F28']},
  {a: 'event:2023-putin-announces-kim-programme',    b: 'event:2023-kim-vladivostok-visit',      basis: 'IMPLIED', claims: ['F30']},
  {a: 'event:kim-assists-putin-in-ukraine-conflict', b: 'event:russia-ukraine-conflict',         basis: 'STATED',  claims: ['F35']},
  {a: 'event:2023-russia-needs-ammunition',          b: 'event:russia-ukraine-conflict',         basis: 'STATED',  claims: ['F38']},
  {a: 'event:2023-us-south-korea-warning',           b: 'event:2023-russia-nk-arms-deal',        basis: 'STATED',  claims: ['F57', 'F58']},
  {a: 'event:2023-kim-invites-putin',                b: 'event:putin-next-pyongyang-visit',      basis: 'STATED',  claims: ['F43']},
  {a: 'event:2023-putin-accepts-invitation',         b: 'event:putin-next-pyongyang-visit',      basis: 'IMPLIED', claims: ['F44']},
  {a: 'event:2023-praise-of-summit',                 b: 'event:2023-putin-kim-summit',           basis: 'STATED',  claims: ['F55']},
  {a: 'event:2023-concerns-over-summit',             b: 'event:2023-putin-kim-summit',           basis: 'STATED',  claims: ['F56']}
] AS row
WITH row, [f IN row.claims | 'claim:oo-20230918:' + f] AS claims
MATCH (a:Entity {id: row.a})
MATCH (b:Entity {id: row.b})
MERGE (a)-[r:CONCERNS]->(b)
  ON CREATE SET r.basis = row.basis
  SET r.claims = [c IN coalesce(r.claims, []) WHERE NOT c IN claims] + claims;

// Perhaps the same event, not certain enough to be one node.
UNWIND [
  {a: 'event:2023-nk-receives-advanced-weapons-tech', b: 'event:2023-russia-shares-sensitive-weapons-tech', basis: 'IMPLIED', claims: ['F41', 'F61']}
] AS row
WITH row, [f IN row.claims | 'claim:oo-20230918:' + f] AS claims
MATCH (a:Entity {id: row.a})
MATCH (b:Entity {id: row.b})
MERGE (a)-[r:POSSIBLY_SAME_AS]->(b)
  ON CREATE SET r.basis = row.basis
  SET r.claims = [c IN coalesce(r.claims, []) WHERE NOT c IN claims] + claims;

// ---- Mentions ----------------------------------------------------------------------------------------------------

// Which words of a sentence mean which entity. surface is kept for names and phrases of at most six words.
UNWIND [
  {s: '0a', start: 0,    end: 5,    kind: 'NAME',    entity: 'person:vladimir-putin',                       surface: 'Putin'},
  {s: '0a', start: 10,   end: 21,   kind: 'NAME',    entity: 'person:kim-jong-un',                          surface: 'Kim Jong-un'},
  {s: '0a', start: 54,   end: 60,   kind: 'NOMINAL', entity: 'event:2023-putin-kim-summit',                 surface: 'Summit'},
  {s: '0b', start: 61,   end: 64,   kind: 'NAME',    entity: 'person:kim-jong-un',                          surface: 'Kim'},
  {s: '0b', start: 75,   end: 81,   kind: 'NAME',    entity: 'country:ru',                                  surface: 'Russia'},
  {s: '0b', start: 75,   end: 86,   kind: 'NOMINAL', entity: 'event:2023-kim-russia-tour',                  surface: 'Russia Tour'},
  {s: '1',  start: 122,  end: 129,  kind: 'DEMONYM', entity: 'country:ru',                                  surface: 'Russian'},
  {s: '1',  start: 140,  end: 154,  kind: 'NAME',    entity: 'person:vladimir-putin',                       surface: 'Vladimir Putin'},
  {s: '1',  start: 159,  end: 171,  kind: 'DEMONYM', entity: 'country:kp',                                  surface: 'North Korean'},
  {s: '1',  start: 179,  end: 190,  kind: 'NAME',    entity: 'person:kim-jong-un',                          surface: 'Kim Jong-un'},
  {s: '1',  start: 224,  end: 243,  kind: 'NOMINAL', entity: 'event:2023-putin-kim-summit',                 surface: 'their recent summit'},
  {s: '1',  start: 277,  end: 288,  kind: 'NAME',    entity: 'org:kremlin',                                 surface: 'the Kremlin'},
  {s: '2',  start: 290,  end: 305,  kind: 'NOMINAL', entity: 'person:vladimir-putin',                       surface: 'The two leaders'},
  {s: '2',  start: 290,  end: 305,  kind: 'NOMINAL', entity: 'person:kim-jong-un',                          surface: 'The two leaders'},
  {s: '2',  start: 313,  end: 319,  kind: 'NAME',    entity: 'country:ru',                                  surface: 'Russia'},
  {s: '2',  start: 331,  end: 334,  kind: 'NAME',    entity: 'person:kim-jong-un',                          surface: 'Kim'},
  {s: '2',  start: 331,  end: 356,  kind: 'NOMINAL', entity: 'event:2023-kim-russia-tour',                  surface: "Kim's tour of the country"},
  {s: '2',  start: 345,  end: 356,  kind: 'NOMINAL', entity: 'country:ru',                                  surface: 'the country'},
  {s: '2',  start: 389,  end: 410,  kind: 'NOMINAL', entity: 'place:oo-20230918:aircraft-factory',          surface: 'a fighter jet factory'},
  {s: '3',  start: 419,  end: 429,  kind: 'NOMINAL', entity: 'event:2023-putin-kim-summit',                 surface: 'the summit'},
  {s: '3',  start: 431,  end: 436,  kind: 'NAME',    entity: 'person:vladimir-putin',                       surface: 'Putin'},
  {s: '3',  start: 447,  end: 450,  kind: 'NAME',    entity: 'person:kim-jong-un',                          surface: 'Kim'},
  {s: '3',  start: 456,  end: 487,  kind: 'NOMINAL', entity: 'gift:2023-putin-kim-rifle',                   surface: 'a rifle from Russian production'},
  {s: '3',  start: 469,  end: 476,  kind: 'DEMONYM', entity: 'country:ru',                                  surface: 'Russian'},
  {s: '3',  start: 495,  end: 498,  kind: 'NAME',    entity: 'person:kim-jong-un',                          surface: 'Kim'},
  {s: '3',  start: 504,  end: 509,  kind: 'NAME',    entity: 'person:vladimir-putin',                       surface: 'Putin'},
  {s: '3',  start: 510,  end: 535,  kind: 'NOMINAL', entity: 'gift:2023-kim-putin-rifle',                   surface: 'a North Korean-made rifle'},
  {s: '3',  start: 512,  end: 524,  kind: 'DEMONYM', entity: 'country:kp',                                  surface: 'North Korean'},
  {s: '4',  start: 547,  end: 552,  kind: 'NAME',    entity: 'person:vladimir-putin',                       surface: 'Putin'},
  {s: '4',  start: 565,  end: 568,  kind: 'NAME',    entity: 'person:kim-jong-un',                          surface: 'Kim'},
  {s: '4',  start: 574,  end: 637,  kind: 'NOMINAL', entity: 'gift:2023-putin-kim-glove'},
  {s: '5',  start: 639,  end: 642,  kind: 'NAME',    entity: 'person:kim-jong-un',                          surface: 'Kim'},
  {s: '5',  start: 639,  end: 671,  kind: 'NOMINAL', entity: 'event:2023-kim-russia-tour',                  surface: "Kim's visit to Russia's Far East"},
  {s: '5',  start: 654,  end: 660,  kind: 'NAME',    entity: 'country:ru',                                  surface: 'Russia'},
  {s: '5',  start: 654,  end: 671,  kind: 'NAME',    entity: 'place:russian-far-east',                      surface: "Russia's Far East"},
  {s: '5',  start: 718,  end: 723,  kind: 'NOMINAL', entity: 'event:2023-kim-russia-talks',                 surface: 'talks'},
  {s: '6',  start: 753,  end: 771,  kind: 'NAME',    entity: 'place:komsomolsk-on-amur',                    surface: 'Komsomolsk-on-Amur'},
  {s: '6',  start: 773,  end: 776,  kind: 'NAME',    entity: 'person:kim-jong-un',                          surface: 'Kim'},
  {s: '6',  start: 792,  end: 840,  kind: 'NOMINAL', entity: 'group:oo-20230918:women-in-russian-costumes'},
  {s: '6',  start: 824,  end: 831,  kind: 'DEMONYM', entity: 'country:ru',                                  surface: 'Russian'},
  {s: '6',  start: 853,  end: 875,  kind: 'NOMINAL', entity: 'group:oo-20230918:north-korean-officials',    surface: 'North Korean officials'},
  {s: '6',  start: 853,  end: 865,  kind: 'DEMONYM', entity: 'country:kp',                                  surface: 'North Korean'},
  {s: '7',  start: 932,  end: 941,  kind: 'NOMINAL', entity: 'group:oo-20230918:residents',                 surface: 'Residents'},
  {s: '7',  start: 1007, end: 1010, kind: 'NAME',    entity: 'person:kim-jong-un',                          surface: 'Kim'},
  {s: '8',  start: 1046, end: 1054, kind: 'NOMINAL', entity: 'place:komsomolsk-on-amur',                    surface: 'the city'},
  {s: '8',  start: 1080, end: 1090, kind: 'NOMINAL', entity: 'person:kim-jong-un',                          surface: 'the leader'},
  {s: '9',  start: 1118, end: 1128, kind: 'NOMINAL', entity: 'event:2023-putin-kim-summit',                 surface: 'the summit'},
  {s: '9',  start: 1130, end: 1135, kind: 'NAME',    entity: 'person:vladimir-putin',                       surface: 'Putin'},
  {s: '9',  start: 1151, end: 1154, kind: 'NAME',    entity: 'person:kim-jong-un',                          surface: 'Kim'},
  {s: '9',  start: 1167, end: 1198, kind: 'NOMINAL', entity: 'place:oo-20230918:aircraft-factory',          surface: 'an aircraft factory in the city'},
  {s: '9',  start: 1190, end: 1198, kind: 'NOMINAL', entity: 'place:komsomolsk-on-amur',                    surface: 'the city'},
  {s: '10', start: 1242, end: 1245, kind: 'NAME',    entity: 'person:kim-jong-un',                          surface: 'Kim'},
  {s: '10', start: 1267, end: 1278, kind: 'NAME',    entity: 'place:vladivostok',                           surface: 'Vladivostok'},
  {s: '10', start: 1303, end: 1310, kind: 'DEMONYM', entity: 'country:ru',                                  surface: 'Russian'},
  {s: '10', start: 1330, end: 1342, kind: 'NOMINAL', entity: 'place:oo-20230918:university',                surface: 'a university'},
  {s: '11', start: 1365, end: 1397, kind: 'NOMINAL', entity: 'group:oo-20230918:russian-far-east-colleges', surface: 'Russian colleges in the Far East'},
  {s: '11', start: 1365, end: 1372, kind: 'DEMONYM', entity: 'country:ru',                                  surface: 'Russian'},
  {s: '11', start: 1385, end: 1397, kind: 'NAME',    entity: 'place:russian-far-east',                      surface: 'the Far East'},
  {s: '11', start: 1425, end: 1446, kind: 'NOMINAL', entity: 'group:oo-20230918:north-korean-students',     surface: 'North Korean students'},
  {s: '11', start: 1425, end: 1437, kind: 'DEMONYM', entity: 'country:kp',                                  surface: 'North Korean'},
  {s: '12', start: 1486, end: 1489, kind: 'NAME',    entity: 'person:kim-jong-un',                          surface: 'Kim'},
  {s: '12', start: 1509, end: 1515, kind: 'NAME',    entity: 'country:ru',                                  surface: 'Russia'},
  {s: '12', start: 1542, end: 1547, kind: 'NAME',    entity: 'person:vladimir-putin',                       surface: 'Putin'},
  {s: '12', start: 1551, end: 1554, kind: 'PRONOUN', entity: 'person:vladimir-putin',                       surface: 'his'},
  {s: '12', start: 1551, end: 1584, kind: 'NOMINAL', entity: 'event:russia-ukraine-conflict',               surface: 'his ongoing conflict with Ukraine'},
  {s: '12', start: 1577, end: 1584, kind: 'NAME',    entity: 'country:ua',                                  surface: 'Ukraine'},
  {s: '13', start: 1586, end: 1592, kind: 'NAME',    entity: 'country:ru',                                  surface: 'Russia'},
  {s: '13', start: 1634, end: 1641, kind: 'NAME',    entity: 'country:ua',                                  surface: 'Ukraine'},
  {s: '13', start: 1649, end: 1660, kind: 'NAME',    entity: 'country:kp',                                  surface: 'North Korea'},
  {s: '13', start: 1683, end: 1689, kind: 'NAME',    entity: 'country:ru',                                  surface: 'Moscow'},
  {s: '13', start: 1704, end: 1707, kind: 'PRONOUN', entity: 'country:kp',                                  surface: 'its'},
  {s: '14', start: 1776, end: 1782, kind: 'NAME',    entity: 'country:ru',                                  surface: 'Russia'},
  {s: '14', start: 1809, end: 1812, kind: 'PRONOUN', entity: 'country:ru',                                  surface: 'its'},
  {s: '14', start: 1849, end: 1860, kind: 'NAME',    entity: 'country:kp',                                  surface: 'North Korea'},
  {s: '15', start: 1862, end: 1867, kind: 'NAME',    entity: 'person:vladimir-putin',                       surface: 'Putin'},
  {s: '15', start: 1886, end: 1889, kind: 'NAME',    entity: 'person:kim-jong-un',                          surface: 'Kim'},
  {s: '15', start: 1886, end: 1902, kind: 'NOMINAL', entity: 'event:2023-kim-invites-putin',                surface: "Kim's invitation"},
  {s: '15', start: 1912, end: 1921, kind: 'NAME',    entity: 'place:pyongyang',                             surface: 'Pyongyang'},
  {s: '16', start: 1923, end: 1930, kind: 'DEMONYM', entity: 'country:ru',                                  surface: 'Russian'},
  {s: '16', start: 1948, end: 1961, kind: 'NAME',    entity: 'person:sergei-lavrov',                        surface: 'Sergei Lavrov'},
  {s: '16', start: 1983, end: 1992, kind: 'NAME',    entity: 'place:pyongyang',                             surface: 'Pyongyang'},
  {s: '16', start: 2011, end: 2024, kind: 'NOMINAL', entity: 'event:putin-next-pyongyang-visit',            surface: 'a Putin visit'},
  {s: '16', start: 2013, end: 2018, kind: 'NAME',    entity: 'person:vladimir-putin',                       surface: 'Putin'},
  {s: '17', start: 2042, end: 2046, kind: 'PRONOUN', entity: 'event:putin-next-pyongyang-visit',            surface: 'This'},
  {s: '17', start: 2056, end: 2077, kind: 'NOMINAL', entity: 'person:vladimir-putin',                       surface: 'the Russian president'},
  {s: '17', start: 2060, end: 2067, kind: 'DEMONYM', entity: 'country:ru',                                  surface: 'Russian'},
  {s: '17', start: 2095, end: 2106, kind: 'NAME',    entity: 'country:kp',                                  surface: 'North Korea'},
  {s: '17', start: 2113, end: 2115, kind: 'PRONOUN', entity: 'person:vladimir-putin',                       surface: 'he'},
  {s: '18', start: 2134, end: 2136, kind: 'PRONOUN', entity: 'person:vladimir-putin',                       surface: 'He'},
  {s: '18', start: 2156, end: 2165, kind: 'NAME',    entity: 'place:pyongyang',                             surface: 'Pyongyang'},
  {s: '18', start: 2187, end: 2190, kind: 'NAME',    entity: 'person:kim-jong-un',                          surface: 'Kim'},
  {s: '18', start: 2187, end: 2199, kind: 'NOMINAL', entity: 'person:kim-jong-il',                          surface: "Kim's father"},
  {s: '18', start: 2201, end: 2212, kind: 'NAME',    entity: 'person:kim-jong-il',                          surface: 'Kim Jong-il'},
  {s: '19', start: 2214, end: 2246, kind: 'NOMINAL', entity: 'event:2023-putin-kim-summit',                 surface: 'The summit between Putin and Kim'},
  {s: '19', start: 2233, end: 2238, kind: 'NAME',    entity: 'person:vladimir-putin',                       surface: 'Putin'},
  {s: '19', start: 2243, end: 2246, kind: 'NAME',    entity: 'person:kim-jong-un',                          surface: 'Kim'},
  {s: '19', start: 2286, end: 2313, kind: 'NOMINAL', entity: 'group:oo-20230918:international-community',   surface: 'the international community'},
  {s: '20', start: 2319, end: 2321, kind: 'NAME',    entity: 'country:us',                                  surface: 'US'},
  {s: '20', start: 2326, end: 2337, kind: 'NAME',    entity: 'country:kr',                                  surface: 'South Korea'},
  {s: '20', start: 2353, end: 2407, kind: 'NOMINAL', entity: 'event:2023-russia-nk-arms-deal'},
  {s: '20', start: 2385, end: 2391, kind: 'NAME',    entity: 'country:ru',                                  surface: 'Russia'},
  {s: '20', start: 2396, end: 2407, kind: 'NAME',    entity: 'country:kp',                                  surface: 'North Korea'},
  {s: '20', start: 2430, end: 2449, kind: 'NAME',    entity: 'org:un-security-council',                     surface: 'UN Security Council'},
  {s: '21', start: 2498, end: 2509, kind: 'NAME',    entity: 'country:kp',                                  surface: 'North Korea'},
  {s: '21', start: 2559, end: 2565, kind: 'NAME',    entity: 'country:ru',                                  surface: 'Russia'},
  {s: '21', start: 2607, end: 2610, kind: 'NAME',    entity: 'person:kim-jong-un',                          surface: 'Kim'},
  {s: '22', start: 2694, end: 2699, kind: 'NAME',    entity: 'person:vladimir-putin',                       surface: 'Putin'},
  {s: '22', start: 2704, end: 2707, kind: 'NAME',    entity: 'person:kim-jong-un',                          surface: 'Kim'},
  {s: '22', start: 2735, end: 2745, kind: 'NOMINAL', entity: 'person:vladimir-putin',                       surface: 'both sides'},
  {s: '22', start: 2735, end: 2745, kind: 'NOMINAL', entity: 'person:kim-jong-un',                          surface: 'both sides'}
] AS row
MATCH (s:Sentence {id: 'sentence:oo-20230918:' + row.s})
MATCH (e:Entity {id: row.entity})
MERGE (s)-[r:MENTIONS {start: row.start, end: row.end}]->(e)
  SET r.kind = row.kind, r.surface = row.surface;
