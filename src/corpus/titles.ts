const TITLE_WORDS = `president premier prime minister foreign defence defense finance interior king queen prince princess
  chancellor secretary general senator governor mayor judge ambassador pope chairman chairwoman chief director speaker leader
  mr mrs ms dr prof gen col lt maj capt adm sen rep gov sir lady lord spokesman spokeswoman spokesperson
  президент премьер министр генерал король королева господин госпожа мэр губернатор präsident präsidentin kanzler ministerin`;

/** Words before a name that are no part of it. */
export const TITLES: ReadonlySet<string> = new Set(TITLE_WORDS.split(/\s+/));
