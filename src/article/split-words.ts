/** What the splitting knows of words, as data: one list for each kind of abbreviation, all languages together. */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Stand before a name: never an end. */
export const TITLES = words(`
  Mr Mrs Ms Mx Messrs Dr Prof Gen Lt Col Maj Capt Cmdr Cpl Sgt Adm Brig Gov Sen Rep Pres Amb Rev Hon Fr St Ste Mt Ft
  Supt Det Insp Atty Msgr Pvt Sr Sra Srta Dra Mme Mlle MM Hr Fr Dipl Ing Frhr Sig Dott Avv
  г-н г-жа гр им акад проф доц ген полк т тов
`);

/** Stand inside a sentence: never an end. */
export const INNER = words(`
  i.e e.g vs approx ca cf viz al incl excl esp resp bzw z.B d.h u.a o.ä usw.usf sog Mio Mrd Tsd ggf evtl vgl
  p.ex par.ex env cad т.е т.н т.к см ср напр млн млрд ул пр пл обл р-н с.г
`);

/** Stand before a number: no end there, else one. */
export const NUMBERED = words(`
  No Nos Nr Art Sec Sect p pp para Vol Ch Chap Fig Eq Abs Ziff S ст гл рис стр п
  Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun
`);

/** Stand after a number or a time: no end before a number, a time zone or a weekday, else one. */
export const UNITS = words(`
  a.m p.m hrs hr min sec kg km mph ft lb lbs oz in sq Std Uhr тыс руб коп чел кг км
`);

/** End a name: an end only before a word that begins sentences. */
export const ENDINGS = words(`
  Inc Ltd Co Corp Bros Jr Sr Ph.D M.D B.A LLC Cos Assn Dept Univ plc GmbH u.s.w и.т.д т.д т.п др пр
`);

/** Words that begin sentences and are no names. */
export const STARTERS = words(`
  The A An It Its In On At He She His Her They Their We Our You Your I But And Or So Yet For This That These Those There Then
  When While After Before Since Until As If Although Though Because However Meanwhile Still Also Now Later Earlier Today
  Yesterday What Who Where Why How Which With Without By From To Under Over Both Some Many Most Several Few Other Another
  No Not One Two Three Last Next During Despite According Among Such Only Even
  Der Die Das Er Sie Es Ein Eine Im In Am Auf Mit Nach Und Aber Wir Dies Diese Dieser Zudem Dabei Doch
  Le La Les Il Elle Ils Elles Un Une Des Dans Mais Et El Los Las En Pero Y
  В Во На Но И Он Она Они Это Эта Этот По После Также При За Из К С Как Там Тогда Однако Мы Я Ранее Сейчас
`);

/** Verbs of saying, which a quotation is followed by or goes before. */
export const SAYING = words(`
  said says say told tells added adds asked asks announced warned replied answered wrote writes stated insisted explained
  noted argued declared claimed denied admitted acknowledged confirmed recalled continued concluded remarked quoted shouted
  cried whispered joked observed promised vowed
  sagte sagt erklärte fragte betonte schrieb meinte antwortete
  dit déclaré affirmé demandé ajouté dijo dice preguntó añadió afirmó
  сказал сказала говорит заявил заявила спросил спросила ответил ответила добавил добавила отметил отметила пояснил сообщил
`);

/** German months, before which a day has a stop. */
export const GERMAN_MONTHS = words(`
  Januar Februar März April Mai Juni Juli August September Oktober November Dezember
`);

/** Words after which a single capital is the name of a kind: its stop ends. */
export const KINDS_OF = words('plan type vitamin class group category grade team gate hall block');

/** Time zones and days, which go on with a time. */
export const ZONES =
  /^(?:[A-Z]{2,4}T?\b|GMT|UTC|local|Eastern|Pacific|Central|Moscow|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)/;
