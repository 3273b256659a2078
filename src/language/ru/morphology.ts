/**
 * Russian stem keys: a key that the forms of a word share with its dictionary form, for looking words up in a lexicon
 * where the lemmatiser may have erred. Endings are stripped in the manner of Porter's Russian stemmer
 * (snowballstem.org/algorithms/russian), with the verb's thematic suffixes and consonant alternations on top.
 */

/** Part of speech of the word being keyed: verb (participles and converbs too), noun, adjective. */
export type KeyPos = 'v' | 'n' | 'a';

const VOWEL = /[аеиоуыэюя]/;

const longest = (endings: string): RegExp => new RegExp(`(?:${endings.trim().split(/\s+/).sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join('|')})$`);

const ADJECTIVE = longest('ый ий ой ей ая яя ое ее ые ие ого его ому ему ым им ом ем ую юю ою ею ых их ыми ими');
const SHORT = longest('а о ы и е у');
const NOUN = longest(`а я о е и ы у ю й ь ам ям ами ями ах ях ом ем ем ою ею ой ей ов ев ью
  ия ие ии ию ий ией ием иям иями иях ья ье ьи ью ьем ьей ьям ьями ьях ьев`);
const PARTICIPLE = longest('нувш нут ыт ут ят ивш ывш авш явш евш увш овш вш ующ ающ яющ еющ юющ ящ ащ ющ ущ аем яем уем ем им ом енн анн янн нн ен ан ян т ш');
const CONVERB = longest('нув нувши ав ив ыв яв ев ув ая яя уя ея авши ивши ывши явши евши увши я а');
const FINITE = longest(`
  ать ять еть ить уть ыть оть нуть ти
  ал ала ало али ял яла яло яли ел ела ело ели ил ила ило или ул ула уло ули ыл ыла ыло ыли ол ола оло оли л ла ло ли нул нула нуло нули
  нут нута нуто нуты ыт ыта ыто ыты ята яты ято
  у ю аю яю ею ую ну ешь ишь аешь яешь ет ит ат ят ут ют ает яет еет ует нет ем им аем яем еем уем нем ете ите аете яете еете уете
  ают яют еют уют нут и й ай яй уй ите йте айте яйте уйте ь ьте
  ан ана ано аны ян яна яно яны ен ена ено ены т та то ты`);

/** Verbs whose stem changes within the paradigm or the aspectual pair, by what their forms have in common. */
const CLASSES: readonly (readonly [RegExp, string])[] = [
  [/^(с|по|пере|пре|вы|про|из)?мо(?:г(?:у|ут|ла|ло|ли|ший|шие)?|жет|жем|жете|жешь|чь)$/, '$1мож'],
  [/(?:шел|шла|шло|шли|шед(?:ш|ш.+)|йти|йд(?:у|ет|ут|ем|ете|ешь|я|ен.*))$/, 'йд'],
  [/^прид(?:у|ет|ут|ем|ете|ешь|я)$/, 'прийд'],
  [/ве(?:л|ла|ло|ли|сти|ду|дет|дут|дем|дете|дя|ден|дена|дено|дены|денн.+|дш.+)$/, 'вед'],
  [/^(на|по|про|у|от|вы|за|рас|со|при|)па(?:сть|л|ла|ло|ли|вш.+|д(?:у|ет|ут|ать|ал.?|ает|ают|ающ.+|ая)?)$/, '$1пад'],
  [/(?:расти|рос|росла|росло|росли|раст(?:у|ет|ут|ая|ать|ает|ал.?|ают|ающ.+|ущ.+))$/, 'раст'],
  [/^(|о|до|на|пере|вос|в|пред|рас|у|при|от|за|пере|об)ста(?:ть|л[аои]?|н(?:у|ет|ут|ем|ете|ешь)|вш.+|вать|ет|ют)$/, '$1ста'],
  [/^(|от|пере|за|со|из|под|про|вы|при|по|на|раз|у|пре|вос?)да(?:ть|л[аои]?|м|ст|дим|дите|дут|в(?:а.+|ш.*)?|ет|ют|ем|н|н[аоы]|нн.+|ющ.+)$/, '$1да'],
  [/^(|при|по|под|об|от|с|за|у|пере|предпри|вос?при|из)(?:ня(?:ть|л[аои]?|т|т[аоы]|т(?:ый|ая|ое|ые|ого|ой|ую|ых|ым|ом|ыми)|в|вш.+)|ним(?:у|ет|ут|а.+)|йм(?:у|ет|ут|ем))$/, '$1ня'],
  [/^(|вос|предпри)прим(?:у|ет|ут|ем|ете)$/, '$1приня'],
  [/^нач(?:ать|ал[аои]?|ат[аоы]?|атый|атая|атое|атые|атых|ав|авш.+|н(?:у|ет|ут|ем)|ин(?:а.+))$/, 'нач'],
  [/^(|при|на|вы|ото|по|со|отзы|от)з(?:ва.+|ов(?:у|ет|ут|ем|я)|ыва.+)$/, '$1зв'],
  [/^(|из|вы|со|за|ото|при|у|на|про|от)б(?:ра(?:ть|л[аои]?|н|н[аоы]|нн.+|в|вш.+)|ер(?:у|ет|ут|ем|я)|ира.+)$/, '$1бр'],
];

/** Letters that alternate at the end of a verb stem, brought to one of them. */
const ALTERNATIONS: readonly (readonly [RegExp, string])[] = [
  [/жд$/, 'ж'], [/(?:ст|ск|щ)$/, 'щ'], [/[здг]$/, 'ж'], [/[сх]$/, 'ш'], [/[ткц]$/, 'ч'],
];

function strip(word: string, endings: RegExp, least: number): string {
  const found = endings.exec(word);
  if (!found || found.index < least) return word;
  const rest = word.slice(0, found.index);
  return VOWEL.test(rest) || rest.length >= 3 ? rest : word;
}

/** Takes off the suffixes that come and go within one verb or one aspectual pair: критик-ова/у, призы-ва, усили-ва. */
function unthemed(stem: string): string {
  let s = stem;
  if (s.length > 4) s = s.replace(/(?:ов|ев|у|ю)$/, '');
  if (s.length > 5) s = s.replace(/(?:ыв|ив)$/, '');
  if (s.length > 5) s = s.replace(/ир$/, '');
  return s;
}

/** Ends like a present converb and not like a participle or adjective in the feminine. */
const AYA = /[^нщшмт](?:ая|яя)$/;

function verbKey(word: string): string {
  const w = word.length > 4 ? word.replace(/(?:ся|сь)$/, '') : word;
  for (const [shape, key] of CLASSES) if (shape.test(w)) return w.replace(shape, key);
  let stem = w;
  if (w.endsWith('чь')) stem = w.slice(0, -1);
  else if (AYA.test(w)) stem = strip(w, CONVERB, 2);
  else {
    const adjectival = strip(w, ADJECTIVE, 3);
    if (adjectival !== w) {
      const participle = strip(adjectival, PARTICIPLE, 2);
      if (participle !== adjectival) stem = participle;
    }
    if (stem === w) stem = strip(w, FINITE, 2);
    if (stem === w) stem = strip(w, CONVERB, 2);
    if (stem === w && w.length > 3) stem = strip(w, SHORT, 3);
  }
  stem = unthemed(stem.replace(/([впбмф])л$/, '$1'));
  if (stem.length > 2) for (const [from, to] of ALTERNATIONS) if (from.test(stem)) return stem.replace(from, to);
  return stem;
}

/** Nouns that change their stem or its last vowel in ways no ending shows. */
const NOUN_CLASSES: readonly (readonly [RegExp, string])[] = [
  [/^(им|врем|плем|знам|сем|брем)(?:я|ени|енем|ена|ен|енам|енами|енах|ян)$/, '$1ен'],
  [/^люд(?:и|ей|ям|ьми|ях)$/, 'человек'],
  [/^дет(?:и|ей|ям|ьми|ях)$/, 'ребенк'],
  [/^друз(?:ья|ей|ьям|ьями|ьях)$/, 'друг'],
  [/^дн(?:я|ю|ем|е|и|ей|ям|ями|ях)$/, 'ден'],
  [/^посол$/, 'посл'],
  [/^(дом|вод|)рын(?:ок|к.{1,3})$/, '$1рынк'],
  [/(при|ъ|за)ем$/, '$1ем'],
  [/(проблем|систем|схем|остров|покров)$/, '$1'],
];

/** Nouns inflected as adjectives: данные, раненый, военнослужащий. */
const SUBSTANTIVE = /(?:ого|его|ому|ему|ыми|ими|ых|их|ые|ый|ое|ее|ую|юю|ая|яя|(?<=[щшн])(?:ым|им))$/;

function nounKey(word: string): string {
  for (const [shape, key] of NOUN_CLASSES) if (shape.test(word)) return word.replace(shape, key);
  let stem = strip(word, SUBSTANTIVE, 3);
  if (stem === word) stem = strip(word, NOUN, 2);
  // Fleeting vowels: поддержек and поддержка, конец and конца agree.
  if (stem.length > 4) stem = stem.replace(/([иейа])ец$/, '$1йц').replace(/([^аеиоуыэюя])[ео]([кцн])$/, '$1$2');
  return stem.replace(/ь([кц])$/, '$1').replace(/иийц$/, 'ийц').replace(/ь$/, '');
}

function adjectiveKey(word: string): string {
  const stem = strip(word, ADJECTIVE, 2);
  return (stem === word ? strip(word, SHORT, 3) : stem).replace(/нн$/, 'н').replace(/([^аеиоуыэюя])[ео](н)$/, '$1$2');
}

const PLAINLY_VERB = /(?:(?:[аяеиуыо]|ну)(?:ть|л|ла|ло|ли)|ует|уют|[аяы]ет|[аяы]ют|ивать|чь|йти|сти|зти|[аяиеы]вш.*|[ую]щ.*)(?:ся|сь)?$|(?:ся|сь)$/;

/**
 * The key that the forms of one word share: `stemKey('осудил') === stemKey('осудить')`.
 * Give the part of speech where it is known: endings mean different things (визит is no verb in -ит). Without it, a word
 * is taken for a verb only where its ending is plainly a verb's. Keys of different parts of speech are not comparable.
 */
export function stemKey(word: string, pos?: KeyPos): string {
  const w = word.toLowerCase().replaceAll('ё', 'е').replaceAll('\u0301', '');
  if (w.length < 3) return w;
  switch (pos ?? (PLAINLY_VERB.test(w) ? 'v' : 'n')) {
    case 'v': return verbKey(w);
    case 'a': return adjectiveKey(w);
    default: return nounKey(w);
  }
}
