/** "We", "our", "biz", "мы" in somebody's own words: mentions of the party that the speaker acts for. */
import type { Doc, Token } from '../language/doc.ts';
import type { Lang } from '../story/story.ts';
import type { Mention } from '../parties/mention.ts';
import type { Speech } from './attribution/types.ts';

const PRONOUNS: Readonly<Record<Lang, RegExp>> = {
  en: /^(?:we|us|our|ours|ourselves|I|me|my|mine|We|Our|My)$/,
  tr: /^(?:biz|bizi|bize|bizim|bizimle|bizden|bizler|bizlere|ben|beni|bana|benim|benimle|benden)$/,
  ru: /^(?:мы|нас|нам|нами|наш|наша|наше|наши|нашу|нашего|нашему|нашим|нашем|нашей|наших|нашими|я|меня|мне|мной|мой|моя|моё|мое|мои|моего|моему|моей|моих)$/,
};

const SINGULAR = /^(?:i|me|my|mine|ben|beni|bana|benim|benimle|benden|я|меня|мне|мной|мо.{1,3})$/;

/** Turkish says "our country" in one word. */
const OWN = /^(?:ülke|devlet|hükümet|millet|ordu|asker|vatandaş|halk|toprak|topraklar|askerler|vatandaşlar|heyet|büyükelçi)(?:ler|lar)?[ıiuü]?m[ıiuü]z/;

const isFirstPerson = (t: Token, lang: Lang): boolean =>
  PRONOUNS[lang].test(lang === 'en' ? t.form : t.lower) || (lang === 'tr' && OWN.test(t.lower));

/** Mentions of the first persons inside direct speech whose speaker acts for a known party; those named already stay as they are. */
export const firstPersons = (doc: Doc, speeches: readonly Speech[], mentions: readonly Mention[]): Mention[] => {
  const taken = new Set(mentions.flatMap((m) => Array.from({ length: m.last - m.first }, (_, k) => m.first + k)));
  const out: Mention[] = [];
  for (const { kind, covers, speaker } of speeches) {
    if (kind !== 'direct' || !speaker || speaker.outsider || speaker.parties.length !== 1 || speaker.parties[0] === 'UNKNOWN') continue;
    for (const { first, last } of covers) {
      for (let i = first; i < last; i++) {
        const t = doc.tokens[i] as Token;
        if (taken.has(i) || !isFirstPerson(t, doc.lang)) continue;
        taken.add(i);
        const mention: Mention = { first: i, last: i + 1, head: i, sentence: t.sentence, kind: 'pronoun', parties: speaker.parties, confidence: 0.7 };
        // "we" is the state, "I" the person
        if (speaker.person && SINGULAR.test(t.lower)) mention.person = speaker.person;
        out.push(mention);
      }
    }
  }
  return out;
};
