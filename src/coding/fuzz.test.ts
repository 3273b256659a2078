/** The whole coder on text nobody wrote: it never throws, never hangs, and what it cites stands in the story. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGS } from '../story/story.ts';
import type { Lang, Story } from '../story/story.ts';
import type { CodedStory } from '../story/facts.ts';
import { codeStory } from './engine.ts';
import { loadEntries } from './lexicon.ts';

const RUNS = Number(process.env['DRAGOMAN_FUZZ'] ?? 120);

/** Words and marks on which the coder's rules turn, so that random text reaches deep into them. */
const TURNING: Readonly<Record<Lang, readonly string[]>> = {
  tr: ['Rusya', "Belarus'un", 'Lukaşenko', "Putin'le", 'bildirdi', 'dedi', 'ise', 've', 'göre', 'eğer', 'değil', 'ilk', '31 yıl aradan sonra', "2009'da", 'geçen hafta', 'mevkidaşı', "Ankara'da", 'arasında', 'T.C.', 'Dr.', '12.11.2025\'te', 'ile', 'tarafından'],
  en: ['Russia', 'Minsk', 'Lukashenko', "Putin's", 'said', 'told', 'according to', 'if', 'not', 'first', 'in 31 years', 'last week', 'on Monday', 'his counterpart', 'the Belarusian leader', 'between', 'U.S.', 'Mr.', 'would', 'denied', 'by', 'and', 'who', 'he'],
  ru: ['Россия', 'Минска', 'Лукашенко', 'Путиным', 'заявил', 'сообщил', 'по словам', 'если', 'не', 'впервые', 'за 31 год', 'на прошлой неделе', 'в понедельник', 'глава государства', 'между', 'г.', 'т. е.', 'бы', 'опроверг', 'и', 'который', 'он', 'СНГ'],
};
const MARKS = ['"', '“', '”', '«', '»', '„', "'", '’', '—', '–', '...', '…', '?', '!', '.', ',', ';', ':', '(', ')', '\n\n', '\n— ', '\u00ad', '\u200b', '\ufeff', '\u202e', '\u0000', '🇹🇷', 'İ', 'ı', 'ё'];

const stories = fc.constantFrom(...LANGS).chain((lang) => {
  const heads = loadEntries(lang).flatMap((e) => [...e.lemmas, ...e.with.flat()]), examples = loadEntries(lang).map((e) => e.example);
  const piece = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...TURNING[lang]) }, { weight: 4, arbitrary: fc.constantFrom(...heads) },
    { weight: 2, arbitrary: fc.constantFrom(...examples) }, { weight: 3, arbitrary: fc.constantFrom(...MARKS) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) }, { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 8 }) },
  );
  return fc.record({
    lang: fc.constant(lang), date: fc.constantFrom('2025-10-01', '0001-01-01', '2024-02-29', '9999-12-31'),
    title: fc.option(fc.array(piece, { maxLength: 8 }).map((p) => p.join(' ')), { nil: undefined }),
    text: fc.array(piece, { maxLength: 90 }).map((p) => p.join(' ')),
  });
});

const code = ({ title, ...rest }: { lang: Lang; date: string; title: string | undefined; text: string }): CodedStory => {
  const story: Story = { id: 'x', ...rest };
  if (title !== undefined) story.title = title;
  return codeStory(story);
};

/** Everything cited stands where it is said to stand. */
const cites = (text: string, coded: CodedStory): void => {
  for (const fact of [...coded.events, ...coded.claims, ...coded.ties, ...coded.trends]) {
    expect(text.slice(fact.offsets.sentence.start, fact.offsets.sentence.end)).toBe(fact.evidence);
    expect(fact.evidence.length).toBeGreaterThan(0);
    expect(fact.confidence >= 0 && fact.confidence <= 1).toBe(true);
    for (const span of Object.values(fact.offsets)) expect(span.start >= 0 && span.start < span.end && span.end <= text.length).toBe(true);
  }
  for (const e of coded.events) {
    for (const words of [...(e.quotes ?? []), ...(e.numbers ?? []), ...(e.condition ? [e.condition] : [])]) expect(e.evidence).toContain(words);
    expect((e.from ?? '') <= (e.to ?? '9999-12-31') || e.from === undefined).toBe(true);
  }
};

describe('the coder', () => {
  it(`reads ${RUNS} random stories`, () => {
    fc.assert(fc.property(stories, (story) => cites(story.text, code(story))), { numRuns: RUNS, seed: 20_251_001 });
  }, 240_000);

  it('gives the same bytes whatever it read before', () => {
    fc.assert(fc.property(stories, stories, (one, other) => {
      const first = JSON.stringify(code(one));
      code(other);
      expect(JSON.stringify(code(one))).toBe(first);
    }), { numRuns: 30, seed: 7 });
  }, 240_000);

  it.each(LANGS)('reads one sentence of 5,000 words of %s, and one word of 100,000 letters', (lang) => {
    const long = `${Array.from({ length: 5000 }, (_, i) => TURNING[lang][i % TURNING[lang].length]).join(' ')}.`;
    cites(long, code({ lang, date: '2025-10-01', title: undefined, text: long }));
    const word = 'a'.repeat(100_000);
    cites(word, code({ lang, date: '2025-10-01', title: word, text: word }));
  }, 240_000);
});
