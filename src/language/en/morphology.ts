/** English stem keys: one key for the forms of a word, irregular verbs included, to survive lemmatiser errors. */

/** Irregular verbs of news prose: base, then its past and participle forms. */
const IRREGULAR = `
arise arose arisen|awake awoke awoken|be am is are was were been being|bear bore borne|beat beaten|become became|begin began begun
bend bent|bet|bid bade bidden|bind bound|bite bit bitten|bleed bled|blow blew blown|break broke broken|breed bred|bring brought
broadcast|build built|burn burnt|buy bought|cast|catch caught|choose chose chosen|cling clung|come came|cost|cut|deal dealt|dig dug
do does did done|draw drew drawn|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed|feel felt|fight fought
find found|flee fled|fly flies flew flown|forbid forbade forbidden|forecast|forego forewent foregone|foresee foresaw foreseen|forget forgot forgotten
forgive forgave forgiven|freeze froze frozen|get got gotten|give gave given|go goes went gone|grow grew grown|hang hung|have has had
hear heard|hide hid hidden|hit|hold held|hurt|keep kept|know knew known|lay laid|lead led|leap leapt|leave left|lend lent|let
lie lain lying lies lied|lose lost|make made|mean meant|meet met|mislead misled|mistake mistook mistaken|oversee oversaw overseen
overcome overcame|overthrow overthrew overthrown|override overrode overridden|pay paid|put|quit|read|repay repaid|ride rode ridden
ring rang rung|rise rose risen|run ran|say said|see saw seen|seek sought|sell sold|send sent|set|shake shook shaken|shed|shine shone
shoot shot|show shown|shrink shrank shrunk|shut|sing sang sung|sink sank sunk|sit sat|sleep slept|slide slid|speak spoke spoken
speed sped|spend spent|spin spun|split|spread|spring sprang sprung|stand stood|steal stole stolen|stick stuck|strike struck stricken
strive strove striven|swear swore sworn|sweep swept|swim swam swum|swing swung|take took taken|teach taught|tear tore torn|tell told
think thought|throw threw thrown|thrust|tread trod trodden|undergo underwent undergone|understand understood|undertake undertook undertaken
uphold upheld|wake woke woken|wear wore worn|weave wove woven|win won|withdraw withdrew withdrawn|withhold withheld|withstand withstood|write wrote written
man men|woman women|child children|person people|foot feet|tooth teeth|mouse mice|crisis crises|analysis analyses|basis bases
wife wives|life lives|half halves|leaf leaves|shelf shelves|thief thieves|knife knives|wolf wolves|aircraft|troop troops|use used using uses
die died dying dies|tie tied tying ties`;

const BASE = new Map<string, string>();
for (const line of IRREGULAR.trim().split(/\n|\|/)) {
  const [base, ...forms] = line.trim().split(' ');
  for (const form of forms) if (!BASE.has(form)) BASE.set(form, base);
}
// Where one form serves two words, the verb of news prose wins: lay down arms, found a body.
BASE.delete('people');

const VOWEL = /[aeiouy]/;

/** Part of speech of the word being keyed. */
export type KeyPos = 'v' | 'n' | 'a';

/** Words in -eed that are no past of a verb in -ee. */
const EED = /^(?:need|feed|seed|speed|exceed|proceed|succeed|heed|breed|bleed|weed|reed|greed|creed|indeed|deed|misdeed|steed)$/;

function stripped(word: string, pos: KeyPos | undefined): string {
  const w = word;
  if (pos === 'n' && /(?:ing|ed)$/.test(w)) return w;
  if (w.length > 4 && w.endsWith('ies')) return `${w.slice(0, -3)}y`;
  if (w.length > 4 && w.endsWith('ied')) return `${w.slice(0, -3)}y`;
  if (w.length > 4 && w.endsWith('ying')) return w.slice(0, -3);
  if (w.endsWith('ing') && w.length > 4 && VOWEL.test(w.slice(0, -3))) return undoubled(w.slice(0, -3));
  if (w.endsWith('eed')) return EED.test(w) ? w : w.slice(0, -1);
  if (w.endsWith('ed') && w.length > 3 && VOWEL.test(w.slice(0, -2))) return undoubled(w.slice(0, -2));
  if (/(?:ss|x|z|ch|sh|o)es$/.test(w)) return w.slice(0, -2);
  if (w.endsWith('s') && w.length > 3 && !/(?:ss|us|is)$/.test(w)) return w.slice(0, -1);
  return w;
}

/** planned, plan; but call, pass, staff and the like keep their two letters. */
function undoubled(w: string): string {
  const n = w.length;
  return n > 3 && w[n - 1] === w[n - 2] && !/[lsfz]$/.test(w) && !VOWEL.test(w[n - 1]) ? w.slice(0, -1) : w;
}

/**
 * The key that the forms of one word share: `stemKey('accusing') === stemKey('accuse')`. British and American spelling
 * agree (-ise, -ize; travelled, traveled). Given `n`, -ing and -ed stay (meetings is
 * meeting, not meet); keys made with and without it are not comparable.
 */
export function stemKey(word: string, pos?: KeyPos): string {
  const w = word.toLowerCase().replace(/['’]s?$/, '');
  const base = BASE.get(w) ?? w;
  if (base.length < 3) return base;
  let s = stripped(base, pos);
  if (s.length > 3 && s.endsWith('e')) s = s.slice(0, -1);
  s = s.replace(/ll$/, 'l').replace(/i[sz]$/, 'iz').replace(/y[sz]$/, 'yz');
  return s.length > 3 && s.endsWith('y') ? `${s.slice(0, -1)}i` : s;
}
