/** ISO 639: the two letters of each language that FollowTheMoney knows, followed by its three. */
const codes = [
  'afafr amamh arara azaze bebel bgbul bnben bsbos cacat csces dadan dedeu elell eneng esspa etest',
  'fafas fifin frfra gagle heheb hihin hrhrv huhun hyhye idind isisl itita jajpn kakat kkkaz kmkhm',
  'knkan kokor kykir lbltz lolao ltlit lvlav mkmkd mnmon msmsa mtmlt mymya nenep nlnld nonor plpol',
  'pspus ptpor roron rurus sisin skslk slslv sqsqi srsrp svswe swswa tatam tetel tgtgk ththa tktuk',
  'tltgl trtur ukukr ururd uzuzb vivie zhzho',
]
  .join(' ')
  .split(' ');

const byTwo = new Map(codes.map((code) => [code.slice(0, 2), code.slice(2)]));

/** The three-letter code of a language beside its two-letter one; null where FollowTheMoney has none. */
export function language3Of(language: string | null): string | null {
  return byTwo.get(language?.slice(0, 2).toLowerCase() ?? '') ?? null;
}
