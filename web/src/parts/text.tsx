/** Words of a story with what carries its facts marked: as text, whatever they hold. */
import { Link } from 'wouter-preact';
import type { Fact } from '../../../src/api/schemas/facts.ts';
import { marksOf, pieces } from '../../../src/story/marks.ts';
import type { Mark, Numbered } from '../../../src/story/marks.ts';
import { shown } from '../../../src/story/shown.ts';
import type { Span } from '../../../src/story/story.ts';

/** A fact as the marks need it. */
export const numberedFact = ({ kind, evidence, offsets, confidence }: Fact, number: number): Numbered =>
  ({ number, kind, index: number - 1, description: { who: '', what: '', notes: [] }, evidence, offsets, confidence });

interface MarkedProps {
  /** The text that the offsets count in begins at `at` of its story. */
  text: string;
  at?: number;
  span: Span;
  marks: readonly Mark[];
  /** The fact that stands out among others. */
  chosen?: number;
  /** Where the number at the end of a fact's mark leads. */
  hrefOf?: (number: number) => string;
}

/** A stretch of text, cut at the borders of its marks. */
export function Marked({ text, at = 0, span, marks, chosen, hrefOf }: MarkedProps) {
  return (
    <bdi>
      {pieces(span, marks).map(({ start, end, within, closing }) => {
        const words = shown(text.slice(start - at, end - at));
        const own = chosen === undefined ? within.at(-1) : (within.findLast(({ roles }) => roles.some(({ number }) => number === chosen)) ?? within.at(-1));
        const role = chosen === undefined ? own?.roles[0] : (own?.roles.find(({ number }) => number === chosen) ?? own?.roles[0]);
        const faded = chosen !== undefined && role?.number !== chosen;
        return (
          <>
            {role ? <mark class={`${role.role}${faded ? ' faded' : ''}`}>{words}</mark> : words}
            {hrefOf && closing.flatMap(({ roles }) => roles).filter(({ role: one }) => one === 'type' || one === 'speaker').map(({ number }) => (
              <Link class="ref" replace aria-current={number === chosen ? 'true' : undefined} href={hrefOf(number)}>{number}</Link>
            ))}
          </>
        );
      })}
    </bdi>
  );
}

/** Letters of a sentence that are shown outside of its story; a word of a million letters is nobody's to read, and slow to draw. */
const LONG = 3000;

/** A fact's sentence in its own language. */
export function Sentence({ fact }: { fact: Fact }) {
  if (!fact.evidence) return null;
  const { start } = fact.offsets.sentence, length = Math.min(LONG, fact.evidence.length), fits = (span: Span | undefined): boolean => span === undefined || span.end <= start + length;
  const offsets = Object.fromEntries(Object.entries(fact.offsets).filter(([role, span]) => role === 'sentence' || fits(span))) as Fact['offsets'];
  return (
    <blockquote class="sentence" lang={fact.story?.lang}>
      <Marked text={fact.evidence} at={start} span={{ start, end: start + length }} marks={marksOf([numberedFact({ ...fact, offsets: { ...offsets, sentence: { start, end: start + length } } }, 1)])} />{length < fact.evidence.length && ' …'}
    </blockquote>
  );
}
