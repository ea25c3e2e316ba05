/** The words that the graph uses where a fixed list allows no other; the same lists as the enums of schema.graphql. */
export const vocabulary = {
  Status: 'OCCURRED ONGOING HABITUAL PLANNED EXPECTED REQUESTED SPECULATED DOUBTED DENIED'.split(' '),
  Voice: 'ARTICLE SOURCE UNNAMED'.split(' '),
  Basis: 'STATED IMPLIED BACKGROUND'.split(' '),
  Rank: 'PREFERRED NORMAL DEPRECATED'.split(' '),
  Role: 'PARTICIPANT VISITOR AGENT RECIPIENT SPEAKER ADDRESSEE OBSERVER REQUESTER CITED'.split(' '),
  EventKind: [
    ...'MEETING TALKS VISIT RECEPTION GIFT_EXCHANGE DEAL AID TRANSFER INVITATION ACCEPTANCE WILLINGNESS'.split(
      ' ',
    ),
    ...'PRAISE WARNING CONCERN CONFLICT ANNOUNCEMENT NEED TENSION ADMISSION DISPLAY SIGHTING'.split(' '),
    'SECURITY_MEASURE',
  ],
  PlaceKind: 'REGION CITY FACILITY'.split(' '),
  OrganizationKind: 'GOVERNMENT INTERGOVERNMENTAL'.split(' '),
  SentenceKind: 'TITLE SUBTITLE BYLINE DATELINE BODY'.split(' '),
  MentionKind: 'NAME NOMINAL PRONOUN DEMONYM'.split(' '),
  DatePrecision: 'DAY MONTH YEAR INTERVAL'.split(' '),
} as const;

/** The name of one such list. */
export type VocabularyName = keyof typeof vocabulary;
