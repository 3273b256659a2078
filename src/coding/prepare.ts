/** From a story to a scene: reads the language, finds who is named, who speaks, when, and which words name acts. */
import { analyze } from '../language/analyze.ts';
import type { Doc, Token } from '../language/doc.ts';
import type { Additions } from '../parties/additions.ts';
import type { Mention } from '../parties/mention.ts';
import { resolveParties } from '../parties/resolve.ts';
import type { ResolveContext } from '../parties/mention.ts';
import type { Lang, Story } from '../story/story.ts';
import { findSpeech } from './attribution/find.ts';
import { findCues } from './cues.ts';
import { dateFor } from './dates/attach.ts';
import type { DateMention } from './dates/types.ts';
import { findDates } from './dates/find.ts';
import { isIdle } from './idle.ts';
import { countsOf, isCountedFrom } from './precedent.ts';
import { makeScene } from './scene.ts';
import type { Scene } from './scene.ts';
import { firstPersons } from './first-person.ts';
import { findTriggers } from './triggers.ts';

/** An agency's name stands in brackets within so many words of a dateline's first. */
const AGENCY = 6;

/** "DOHA, Aug 19 - ", "ANKARA (AA) - ", "Астана. 8 октября. ": where a report was sent from takes no part in what it tells. */
const isDateline = (doc: Doc, m: Mention, dates: readonly DateMention[]): boolean => {
  const s = doc.sentences[m.sentence], next = doc.tokens[m.last];
  if (s && m.first - s.first <= AGENCY && doc.tokens[m.first - 1]?.form === '(' && next?.form === ')' && /^[-–—:]$/.test(doc.tokens[m.last + 1]?.form ?? '')) return true;
  if (m.kind !== 'party' || !s || m.first !== s.first || doc.sentences[m.sentence - 1]?.paragraph === s.paragraph || !next) return false;
  const { form } = doc.tokens[m.first] as Token;
  if (form.length > 3 && form === form.toUpperCase() && /^[,.(—–-]/.test(next.form)) return true;
  return dates.some((d) => d.dateline && d.sentence === m.sentence && d.first >= m.last && d.first - m.last <= 2);
};

/** Everything the coder looks at, for one story in a supported language. */
export const prepare = (story: Story, lang: Lang, additions?: Additions): Scene => {
  const doc = analyze(story.text, lang);
  const context: ResolveContext = { date: story.date, additions };
  if (story.title) context.title = story.title;
  if (story.outlet) context.outlet = story.outlet;
  if (story.url) context.url = story.url;
  const parties = resolveParties(doc, context);
  const titleParties = story.title ? resolveParties(analyze(story.title, lang), { date: story.date, additions }).mentions.flatMap((m) => m.parties).filter((p) => p !== 'UNKNOWN') : [];
  const cues = findCues(doc), counts = countsOf(doc, cues), found = findDates(doc, story.date);
  // "for the first time since 2019": the year dates no act
  const dates = found.filter((d) => !counts[d.sentence]?.some(({ first, last }) => d.first < last && d.last > first));
  const speeches = findSpeech(doc, parties.mentions);
  const taking = parties.mentions.filter((m) => !isDateline(doc, m, found));
  const mentions = [...taking, ...firstPersons(doc, speeches, taking)].sort((a, b) => a.first - b.first || b.last - a.last);
  return makeScene({
    story, doc, parties: { mentions, persons: parties.persons }, titleParties: [...new Set(titleParties)], dates,
    dateOf: (token) => dateFor(dates, doc, token),
    cues,
    speeches,
    triggers: findTriggers(doc).filter((t) => !isIdle(doc, t) && !isCountedFrom(doc, counts[t.sentence] ?? [], t.token)),
  });
};
