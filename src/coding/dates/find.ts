/** Finds the dates of a text and resolves them. */
import type { Doc } from '../../language/doc.ts';
import { parseIso, toIso } from './calendar.ts';
import { english } from './en.ts';
import type { Grammar } from './grammar.ts';
import type { Anchor, Context } from './resolve.ts';
import { resolve } from './resolve.ts';
import { russian } from './ru.ts';
import { looksAhead } from './tense.ts';
import { turkish } from './tr.ts';
import type { DateMention, FindDates } from './types.ts';
import { readWords } from './words.ts';

export { dateFor } from './attach.ts';

const GRAMMARS: Record<string, Grammar> = { en: english, tr: turkish, ru: russian };
/** Shapes whose reading depends on the tense of their clause. */
const TENSED = new Set(['day', 'month', 'weekday', 'season', 'unit', 'anchored', 'span']);

/**
 * All dates of a text, in order, resolved against the publication date (ISO 8601) as newsrooms use them: a bare weekday
 * or month is the last one in a past clause and the next one in a future clause; "the same year" leans on the date before.
 * An unreadable publication date leaves only what the text itself fixes. Never throws.
 */
export const findDates: FindDates = (doc: Doc, published: string): DateMention[] => {
  const day = parseIso(published);
  const grammar = GRAMMARS[doc.lang];
  if (!grammar || day === undefined) return [];
  const out: DateMention[] = [];
  const anchors: Anchor[] = [];
  for (const sentence of doc.sentences) {
    const words = readWords(doc.text, sentence.start, sentence.end, doc.lang);
    const initial = sentence.i === 0 || doc.sentences[sentence.i - 1].paragraph !== sentence.paragraph;
    const expressions = grammar(words, initial);
    let cursor = sentence.first;
    for (const e of expressions) {
      const [start, end] = [words[e.first].start, words[e.last - 1].end];
      while (cursor < sentence.last && doc.tokens[cursor].end <= start) cursor++;
      const first = cursor;
      let last = first;
      while (last < sentence.last && doc.tokens[last].start < end) last++;
      if (last === first) continue;
      const context: Context = {
        published: day, sentence: sentence.i, anchors, nextSkips: doc.lang === 'en',
        future: e.back ? false : e.kind === 'until' ? untilLooksAhead(doc, sentence.i, first, last) : TENSED.has(e.core.shape) ? looksAhead(doc, sentence.i, first, last) : undefined,
      };
      const found = e.core.shape === 'none' ? undefined : resolve(e, context, doc.lang);
      const mention: DateMention = { first, last, sentence: sentence.i, kind: e.kind };
      if (e.dateline) mention.dateline = true;
      if (e.subordinate) mention.subordinate = true;
      if (found) {
        mention.granularity = found.granularity;
        const write = (span: { first: number; last: number }): [string | undefined, string | undefined] => [
          e.kind === 'until' ? undefined : toIso(span.first), e.kind === 'since' ? undefined : toIso(span.last),
        ];
        const [from, to] = write(found);
        if (from) mention.from = from;
        if (to) mention.to = to;
        if (found.other) {
          const [otherFrom, otherTo] = write(found.other);
          if (otherFrom) mention.otherFrom = otherFrom;
          if (otherTo) mention.otherTo = otherTo;
        }
        if (!e.dateline && !e.subordinate) {
          anchors.push({
            first: found.first, last: found.last, granularity: found.granularity, sentence: sentence.i, kind: e.kind, yearGiven: found.yearGiven, nested: onNoun(doc, first, last),
          });
        }
      }
      out.push(mention);
      // "since May, when the army shot ...": the clause that follows happened then, not since then.
      if (found && (e.kind === 'since' || e.kind === 'at') && !e.subordinate && !e.dateline && opensClause(doc, last, sentence.last)) {
        out.push({ first, last, sentence: sentence.i, kind: 'at', from: toIso(found.first), to: toIso(found.last), granularity: found.granularity, subordinate: true });
      }
    }
  }
  return out;
};

/** Whether a date depends on a noun or a clause inside a noun phrase, by the tree. */
const onNoun = (doc: Doc, first: number, last: number): boolean => {
  for (let i = first; i < last; i++) {
    const { head } = doc.tokens[i];
    if (head >= 0 && (head < first || head >= last)) {
      const { upos, deprel } = doc.tokens[head];
      return (upos === 'NOUN' && deprel !== 'root') || deprel === 'amod' || deprel === 'acl' || deprel === 'acl:relcl';
    }
  }
  return false;
};

/** Whether a relative clause of time follows: ", when", ", когда", ", the year ...". */
const opensClause = (doc: Doc, at: number, end: number): boolean => {
  const word = (i: number): string => (i < end ? doc.tokens[i].lower : '');
  const i = word(at) === ',' ? at + 1 : at;
  return /^(?:when|когда)$/.test(word(i)) || (i > at && word(i) === 'the' && /^(?:year|month|day|week)$/.test(word(i + 1)));
};

/** "by Friday", "until the end of August" look ahead unless their clause is plainly past and the day lies behind. */
const untilLooksAhead = (doc: Doc, sentence: number, first: number, last: number): boolean | undefined => {
  const ahead = looksAhead(doc, sentence, first, last);
  return ahead === false ? undefined : true;
};
