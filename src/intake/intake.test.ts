import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDay, readPeriod } from '../story/day.ts';
import { problem, PROBLEM_CODES } from '../story/errors.ts';
import { contentHash } from '../story/hash.ts';
import { decodeUtf8, readLines } from './lines.ts';
import type { RawLine } from './lines.ts';
import { sniff } from './sniff.ts';
import { storyOfJson, storyOfText } from './story.ts';

const WHERE = { file: 'f', line: 3 };

async function* chunks(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function all(bytes: Buffer, size: number, cap: number): Promise<RawLine[]> {
  const lines: RawLine[] = [];
  for await (const line of readLines(chunks(bytes, size), cap)) lines.push(line);
  return lines;
}

describe('lines', () => {
  it('are those of a plain split, however the bytes come', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.string({ unit: fc.constantFrom('a', 'é', '\r', ' ') })), fc.boolean(), fc.integer({ min: 1, max: 7 }), async (texts, ended, size) => {
      const whole = texts.join('\n') + (ended ? '\n' : '');
      const wanted = whole.split('\n');
      if (wanted.at(-1) === '') wanted.pop();
      const got = await all(Buffer.from(whole), size, 1000);
      expect(got.map(({ bytes }) => bytes?.toString('utf8'))).toEqual(wanted.map((line) => line.replace(/\r$/, '')));
      expect(got.map(({ number }) => number)).toEqual(wanted.map((_, i) => i + 1));
    }), { seed: 1, numRuns: 300 });
  });

  it('longer than the cap are passed over by length, and the next ones read', async () => {
    const got = await all(Buffer.from(`short\n${'x'.repeat(50)}\n${'y'.repeat(10)}\nend`), 8, 10);
    expect(got.map(({ number, bytes, length }) => [number, bytes?.toString(), length])).toEqual([[1, 'short', 5], [2, undefined, 50], [3, 'y'.repeat(10), 10], [4, 'end', 3]]);
  });
});

describe('UTF-8', () => {
  it('says where the first bad byte is', () => {
    expect(decodeUtf8(Buffer.from('çé')).text).toBe('çé');
    expect(decodeUtf8(Buffer.from([0x61, 0xc3, 0xa7, 0xe7, 0x61])).badByte).toBe(3);
    // A replacement character that is really there is no fault.
    expect(decodeUtf8(Buffer.concat([Buffer.from('\ufffda'), Buffer.from([0xff])])).badByte).toBe(4);
    expect(decodeUtf8(Buffer.from([0x61, 0xe2, 0x82])).badByte).toBe(1);
  });

  it('is read as Node reads it wherever it is sound', () => {
    fc.assert(fc.property(fc.uint8Array(), (given) => {
      const bytes = Buffer.from(given), { text, badByte } = decodeUtf8(bytes);
      if (text === undefined) expect(Buffer.from(bytes.subarray(0, badByte).toString('utf8')).equals(bytes.subarray(0, badByte))).toBe(true);
      else expect(Buffer.from(text).equals(bytes)).toBe(true);
    }), { seed: 2, numRuns: 500 });
  });
});

describe('kinds of files', () => {
  it.each<[string, string, Buffer | string, string]>([
    ['a.jsonl', 'lines', '{"text": 1}', 'lines'], ['a.txt', 'text', '{"text": 1}', 'text'], ['-', 'lines', '  {"text"', 'lines'], ['-', 'text', '[Anadolu] Ankara', 'text'],
    ['x', 'empty', '', 'empty'], ['x', 'gzip', Buffer.from([0x1f, 0x8b, 8, 0]), 'gzip'], ['x', 'zip', 'PK\u0003\u0004', 'zip'], ['x', 'pdf', '%PDF-1.7', 'pdf'], ['x', 'WARC', 'WARC/1.0\r\nWARC-Type: warcinfo', 'warc'],
    ['x', 'UTF-16', Buffer.from('\ufeffBelarus', 'utf16le'), 'text'], ['x', 'UTF-16 unmarked', Buffer.from('Belarus and Turkey met', 'utf16le'), 'text'], ['x', 'UTF-16 page', Buffer.from('<!doctype html><p>Минск', 'utf16le'), 'html'],
    ['x', 'noise', Buffer.from(Array.from({ length: 400 }, (_, i) => (i * 37) % 256)), 'binary data'], ['x', 'picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'a picture'], ['x', 'ARC', 'filedesc://crawl.arc 0.0.0.0 20080430204825 text/plain 1301', 'an ARC, what WARC was before 2009'],
    ['x.txt', 'a page', '<!DOCTYPE html><html>', 'html'], ['x', 'a page after a comment', '<!-- x --><html>', 'html'], ['x', 'BOM', '\ufeff{"text": 1}', 'lines'],
    ['x', 'RSS', '<?xml version="1.0"?>\n<!-- x -->\n<rss version="2.0">', 'feed'], ['x', 'Atom', '<feed xmlns="http://www.w3.org/2005/Atom">', 'feed'], ['x', 'RDF', '<?xml version="1.0"?><rdf:RDF xmlns:rdf="x">', 'feed'],
    ['x.json', 'JSON Feed', '{"version": "https://jsonfeed.org/version/1.1", "items": []}', 'feed'], ['x', 'other XML', '<?xml version="1.0"?><invoice>', 'invoice'],
    ['x', 'mail', 'From: a@b\r\nSubject: x\r\n\r\nText', 'mail'], ['x', 'a saved page', 'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="x"\r\n\r\n', 'mail'],
    ['x', 'a saved page with a broken head', 'From: <Saved by Blink>\r\nSubject: a title\r\nin lines\r\n\r\n', 'mail'],
    ['x', 'a story that begins like a mail', 'Date: 2024-05-13\n\nText', 'text'],
  ])('%s: %s', (file, _, head, wanted) => {
    const { kind, foreign } = sniff(file, Buffer.from(head as string));
    expect(kind ?? foreign?.what).toBe(wanted);
  });
});

describe('plain text', () => {
  it('begins with its date, on a line or before the text', () => {
    for (const raw of [' date 2025-10-01 Belarus met.\n\n\n\nMore.', 'date: 2025-10-01\nBelarus met.\r\n \r\nMore.\n', 'Date 2025-10-1\n\nBelarus met.\n\nMore.  ']) {
      expect(storyOfText(raw, WHERE, {}).story).toMatchObject({ date: '2025-10-01', text: 'Belarus met.\n\nMore.' });
    }
  });

  it('is known by its content', () => {
    const { story } = storyOfText('Belarus met.', WHERE, { date: '2025-10-01', outlet: 'X', lang: 'en' });
    expect(story).toEqual({ id: contentHash(story!).slice(0, 12), date: '2025-10-01', outlet: 'X', lang: 'en', text: 'Belarus met.' });
  });

  it.each([
    ['date 2025-02-30 x', {}, 'impossible-date'], ['date 2025-13-01 x', { date: '2025-01-01' }, 'impossible-date'], ['No date.', {}, 'missing-date'],
    ['date 2025-01-011 x', {}, 'bad-date'], ['date 2025-01-01', {}, 'missing-text'], [' \n\t ', {}, 'empty-file'], ['x'.repeat(2_000_001), { date: '2025-01-01' }, 'story-too-long'],
  ])('refuses %.20s', (raw, defaults, code) => {
    const made = storyOfText(raw, WHERE, defaults);
    expect(made.story).toBeUndefined();
    expect(made.problems).toEqual([expect.objectContaining({ code, file: 'f', line: 3 })]);
  });
});

describe('JSON', () => {
  const good = { id: 'a', date: '2025-10-01', text: 'Oslo\r\nmet.  ' };

  it('is kept to the letter', () => {
    expect(storyOfJson(JSON.stringify({ ...good, lang: 'TR', outlet: ' X ', title: null }), WHERE, { lang: 'en', outlet: 'Y' }))
      .toEqual({ story: { ...good, lang: 'tr', outlet: 'X' }, problems: [] });
    expect(storyOfJson(JSON.stringify({ ...good, id: 7, date: '2025-10-01T23:30:00+03:00' }), WHERE, { outlet: 'Y' }).story).toEqual({ ...good, id: '7', outlet: 'Y' });
  });

  it.each<[string, unknown, string]>([
    ['broken', '{"id": ', 'broken-json'], ['a number', 5, 'not-a-story'], ['an array', [], 'not-a-story'], ['null', null, 'not-a-story'],
    ['no text', { ...good, text: undefined }, 'missing-text'], ['blank text', { ...good, text: ' \n' }, 'missing-text'], ['a number for text', { ...good, text: 5 }, 'bad-field'],
    ['a list for title', { ...good, title: ['x'] }, 'bad-field'], ['no date', { ...good, date: undefined }, 'missing-date'], ['an odd date', { ...good, date: '1 Oct 2025' }, 'bad-date'],
    ['no such day', { ...good, date: '2023-02-29' }, 'impossible-date'], ['another language', { ...good, lang: 'de' }, 'unsupported-language'],
  ])('refuses %s', (_, value, code) => {
    const made = storyOfJson(typeof value === 'string' ? value : JSON.stringify(value), WHERE, {});
    expect(made.story).toBeUndefined();
    expect(made.problems.map((one) => one.code)).toEqual([code]);
  });

  it('names odd characters and keeps what can be kept', () => {
    const text = 'a\u0007b \u202ec\u202c \u0000d \ud800e 😀 x\u200e\ty';
    const { story, problems } = storyOfJson(JSON.stringify({ ...good, text }), WHERE, {});
    expect(story?.text).toBe('a\u0007b \u202ec\u202c \ufffdd \ufffde 😀 x\u200e\ty');
    expect(problems.map(({ code, message }) => [code, /U\+\w+(?:, U\+\w+)*/.exec(message)?.[0]])).toEqual([
      ['broken-characters', 'U+0000, U+D800'], ['control-characters', 'U+0007'], ['bidi-characters', 'U+202E, U+202C'],
    ]);
  });

  it('never throws, whatever the line', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json(), fc.record({ id: fc.anything(), date: fc.anything(), text: fc.anything(), lang: fc.anything() }).map((v) => {
      try { return JSON.stringify(v) ?? ''; } catch { return ''; }
    })), (line) => {
      const { story, problems } = storyOfJson(line, WHERE, {});
      expect(story !== undefined || problems.length > 0).toBe(true);
    }), { seed: 3, numRuns: 500 });
  });
});

describe('days', () => {
  it('are those of the calendar', () => {
    expect(readDay('2024-02-29').day).toBe('2024-02-29');
    expect(readDay('1900-02-29').fault).toBe('impossible');
    expect(readDay('2000-02-29').day).toBe('2000-02-29');
    for (const bad of ['', '2024', '24-01-01', '2024/01/01', '2024-01-01x']) expect(readDay(bad).fault).toBe('bad');
    for (const impossible of ['2024-00-10', '2024-04-31', '2024-12-32', '0000-01-01']) expect(readDay(impossible).fault).toBe('impossible');
  });

  it('may be given as months and years', () => {
    expect(readPeriod('2024')).toEqual({ first: '2024-01-01', last: '2024-12-31' });
    expect(readPeriod('2024-02')).toEqual({ first: '2024-02-01', last: '2024-02-29' });
    expect(readPeriod('2024-13')).toBeUndefined();
    expect(readPeriod('soon')).toBeUndefined();
  });
});

describe('the catalogue', () => {
  it('has a message and a remedy for every problem, and fills in its words', () => {
    for (const code of PROBLEM_CODES) {
      const { message, remedy } = problem(code);
      expect(message.length, code).toBeGreaterThan(5);
      expect(remedy.length, code).toBeGreaterThan(5);
    }
    expect(problem('impossible-date', WHERE, { given: '2025-02-30' })).toEqual({
      code: 'impossible-date', file: 'f', line: 3, message: 'there is no such day as 2025-02-30', remedy: 'Correct the publication date (YYYY-MM-DD).',
    });
  });
});
