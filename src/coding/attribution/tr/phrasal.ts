/** "X'e göre", "X'in iddiası", "görüşünde": reporting without a verb of saying. */
import { isGenitive, isTail, turkishForm, wholeWord } from '../../dates/tr-forms.ts';
import { isCapital, isComma, isHardBreak, isWord, wordy } from '../frame.ts';
import type { Frame, Voice } from '../frame.ts';
import type { Cue } from '../lexicon.ts';
import type { MentionedSite } from '../site.ts';
import { contentStart } from './clauses.ts';
import { hasAccusation, hasComplement } from './complement.ts';
import { soften } from './forms.ts';
import { CONNECTIVE, low } from './site.ts';
import type { Hit } from './site.ts';
import { ownerOf, phraseStart, subjectIn } from './subject.ts';

/**
 * A saying verb made a noun or a modifier: "X'in ... olduğunu söylediği (bildirildi)": the genitive speaks;
 * "X, ... öldürmekle suçladığı polisler": the subject of the sentence does.
 */
export const nominalFrame = (site: MentionedSite, hit: Hit, start: number): Frame | undefined => {
  const { doc } = site;
  const { tokens } = doc;
  if (!/(?:[dt][ıiuü]|[ae]c[ae])(?:ğ|kl)/u.test(wholeWord(tokens, hit.at))) return undefined;
  const base = { sentence: site.sentence, cue: hit.at, cueLemma: hit.cue.lemma, stance: hit.cue.stance };
  const accuses = /(?:ğ[ıiuü]|kl[ae]r[ıi])$/u.test(wholeWord(tokens, hit.at)) && hit.cue.frames.has('makla') && hasAccusation(site, start, hit.first);
  if (!accuses && !(hit.cue.frames.has('dık') && hasComplement(site, start, hit.first))) return undefined;
  for (let k = start; k < hit.first; k++) {
    if (!isGenitive(tokens[k]) || !(isCapital(tokens[k]) || site.isHead(k))) continue;
    if (accuses) break;
    let first = k + 1;
    while (isComma(tokens[first])) first++;
    first = contentStart(site, first, hit.first);
    const covers = wordy(doc, [{ first, last: hit.first }]);
    return covers.length ? { kind: 'indirect', ...base, covers, voice: { np: { first: phraseStart(site, k, start), last: k + 1 } } } : undefined;
  }
  if (!accuses) return undefined;
  const subject = subjectIn(site, start, hit.first, hit.at);
  if (!subject) return undefined;
  let first = subject.last;
  while (isComma(tokens[first]) || /^(?:ise|de|da)$/.test(low(tokens[first]))) first++;
  const covers = wordy(doc, [{ first, last: hit.first }]);
  return covers.length ? { kind: 'indirect', ...base, covers, voice: { np: subject } } : undefined;
};

/** "Trump'ın ... el konulduğu yönündeki iddiasını": whoever owns the claim, inside another's denial. */
export const ownedClaims = (site: MentionedSite): Frame[] => {
  const { doc } = site;
  const { tokens } = doc;
  const out: Frame[] = [];
  for (let i = site.first + 2; i < site.last; i++) {
    const m = /^(iddia|suçlama|açıklama|söylem|sav)(?:s[ıi]|l[ae]r[ıi])n[ıiae]/u.exec(tokens[i].lower);
    const link = isTail(tokens, i - 1) ? wholeWord(tokens, i - 2) : low(tokens[i - 1]);
    if (!m || !/^(?:yönündeki|ilişkin|dair|şeklindeki)$/.test(link)) continue;
    let from = i - 1;
    while (from > site.first && !isComma(tokens[from - 1]) && !isHardBreak(tokens[from - 1]) && turkishForm(tokens[from - 1], tokens[from]) !== 'finite') from--;
    for (let k = from; k < i - 1; k++) {
      if (!isGenitive(tokens[k]) || !isCapital(tokens[k])) continue;
      // A second genitive is the subject of what is claimed; without one the first may be either.
      const second = tokens.slice(k + 1, i - 1).some((t) => isGenitive(t) || t.feat('Case') === 'Gen' || t.feat('Voice') === 'Pass' || /[ıiuü]l(?:d[ıiuü]ğ|acağ|eceğ)|[ıiuü]n(?:d[ıiuü]ğ)/u.test(t.lower));
      if (second) out.push({ kind: 'indirect', covers: [{ first: k + 1, last: i }], sentence: site.sentence, cue: i, cueLemma: m[1], stance: 'assert', voice: { np: { first: phraseStart(site, k, from), last: k + 1 } } });
      break;
    }
  }
  return out;
};

const NOT_SOURCE = /^(?:buna|duruma|yasaya|kanuna|anlaşmaya|anlaşmasına|uzlaşıya|uzlaşısına|plana|planına|takvime|takvimine|maddeye|maddesine|karara|kararına|ona|şuna|programa|programına|sözleşmeye|sözleşmesine|protokole|protokolüne|yıla|döneme|aya|haftaya|önceye|geçmişe|kurala|kurallara|hukuka|hukukuna|anayasaya|tasarıya|teklife|mutabakata|mutabakatına|hesaba)$/;

/** "X'e göre", "X'in açıklamasına göre": the rest of the sentence, and what stands before it. */
export const goreFrame = (site: MentionedSite, i: number): Frame | undefined => {
  const { doc } = site;
  const { tokens } = doc;
  const k = i - 1;
  const noun = low(tokens[k]);
  if (k < site.first || NOT_SOURCE.test(noun)) return undefined;
  let segment = site.first;
  for (let j = k; j >= site.first; j--) {
    if (isHardBreak(tokens[j])) {
      segment = j + 1;
      break;
    }
  }
  let saying: Cue | undefined;
  for (let n = noun.length; n >= 3 && !saying; n--) saying = site.words.sayings.get(noun.slice(0, n)) ?? (n === noun.length - 0 ? undefined : site.words.sayings.get(soften(noun.slice(0, n))));
  let voice: Voice | undefined;
  let origin: Voice | undefined;
  let first = k;
  if (saying) {
    const owner = ownerOf(site, k, segment);
    voice = owner?.voice ?? { unnamed: true };
    origin = owner?.origin;
    first = owner?.first ?? phraseStart(site, k, segment);
  } else {
    first = phraseStart(site, k, segment);
    // "Rabat'taki Mağrip Araştırmaları Merkezi'nden Selma Tazi'ye göre"
    const dative = /(?:['’]?(?:y[ae]|n[ae])|['’][ae]|[ae])$/u.test(noun);
    if (!dative) return undefined;
    // "konuşulanlara bakılırsa", "söylenenlere göre": talk without an owner.
    if (/^(?:konuşulan|söylenen|yazılan|anlatılan|aktarılan|iddia)l[ae]ra?/u.test(noun) || /^(?:konuşulanlara|söylenenlere|anlatılanlara|yazılanlara|aktarılanlara)$/.test(noun)) voice = { unnamed: true };
    const known = tokens.slice(first, i).some((t) => isCapital(t)) || [...site.words.sources].some((x) => noun.startsWith(x)) || [...site.words.roles].some((x) => noun.startsWith(x)) || tokens[k].upos === 'PRON';
    if (!known && !voice) return undefined;
    voice ??= { np: { first, last: i } };
  }
  let end = site.last;
  for (let j = i + 1; j < site.last; j++) {
    if (tokens[j].form === ';') {
      end = j;
      break;
    }
  }
  const covers = wordy(doc, [{ first: segment, last: first }, { first: isComma(tokens[i + 1]) ? i + 2 : i + 1, last: end }]).filter((r) => tokens.slice(r.first, r.last).some((t) => isWord(t) && !CONNECTIVE.test(t.lower)));
  if (!covers.length) return undefined;
  return { kind: 'according', covers, sentence: site.sentence, cue: i, cueLemma: 'göre', stance: saying?.stance ?? 'assert', voice, origin, frame: { first, last: i + 1 } };
};
