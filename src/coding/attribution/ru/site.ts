/** A sentence as Russian reporting frames are looked for in it, and the reporting verb at a word. */
import type { Token } from '../../../language/doc.ts';
import { isComma, isDashToken, isHardBreak, withoutYo } from '../frame.ts';
import type { Cue } from '../lexicon.ts';
import type { MentionedSite } from '../site.ts';

export const THAT = /^(?:что|будто|якобы|чтобы)$/;
export const PREPOSITION = /^(?:в|во|на|с|со|к|ко|от|до|по|за|из|у|о|об|обо|для|при|над|под|про|через|после|перед|между|без|около|против|среди|из-за|из-под|ради)$/;

export const low = (t: Token | undefined): string => (t ? withoutYo(t.lower) : '');

export const cueAt = (site: MentionedSite, i: number): Cue | undefined => {
  const t = site.doc.tokens[i];
  const cues = site.words.verbs.get(low(t));
  if (!cues || t.upos === 'PROPN' || t.upos === 'ADP' || (t.upos === 'NOUN' && !/(?:л|ла|ло|ли|ет|ют|ит|ят|верг)$/.test(low(t)))) return undefined;
  return cues[0];
};

export const breaks = (t: Token): boolean => isComma(t) || isHardBreak(t) || isDashToken(t) || /^[.!?()]$/.test(t.form);

/** A plural past or present verb that can do without a subject. */
export const subjectless = (site: MentionedSite, verb: number): boolean => /(?:ли|ют|ут|ят|ат|ны)$/.test(low(site.doc.tokens[verb]));

/** Words of time are no subjects, whatever case a tagger gives them. */
export const TIME = /^(?:январ|феврал|март|апрел|ма[йяе]$|июн|июл|август|сентябр|октябр|ноябр|декабр|понедельник|вторник|сред[аеу]$|четверг|пятниц|суббот|воскресень|недел|год$|года$|году$|вечером|ночью|утром|днем|накануне|сегодня|вчера|раз$)/;

export const isFinite = (t: Token): boolean => (t.upos === 'VERB' || t.upos === 'AUX') && t.feat('VerbForm') !== 'Inf' && t.feat('VerbForm') !== 'Part' && t.feat('VerbForm') !== 'Conv' && (t.feat('VerbForm') === 'Fin' || !/(?:вший|вшая|вшие|ющий|ющая|ющие|щего|вшего|я|ав|ив|ев)$/.test(low(t)));
