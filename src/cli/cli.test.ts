/** The command line as a user meets it: the real command, its output, its messages and its exit codes. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { gzipSync } from 'node:zlib';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { built, dragoman, jsonLines, root } from '../../test/command.ts';
import type { CodedStory, EventFact } from '../story/facts.ts';

const folder = mkdtempSync(join(tmpdir(), 'dragoman-cli-'));
const at = (name: string): string => join(folder, name);
const file = (name: string, content: string | Buffer): string => {
  writeFileSync(at(name), content);
  return at(name);
};
const examples = join(root, 'examples');
const ledger = at('examples.db');
const EN = 'President Vladimir Putin met President Alexander Lukashenko in Minsk on Monday. Poland expelled two Russian diplomats.';
const story = (fields: object): string => JSON.stringify({ id: 's', date: '2024-05-13', text: EN, ...fields });

beforeAll(async () => {
  await built();
  expect((await dragoman(['read', examples, '--ledger', ledger])).code).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('help', () => {
  it('is there for every command, with examples', async () => {
    const { code, out } = await dragoman(['--help']);
    expect(code).toBe(0);
    const commands = [...out.matchAll(/^ {2}([a-z]+)(?: \[| <| {2,})/gm)].map((match) => match[1] as string).filter((name) => name !== 'help');
    expect(commands).toEqual(['code', 'read', 'import', 'datasets', 'events', 'claims', 'ties', 'trends', 'stories', 'happenings', 'happening', 'relation', 'between', 'room', 'precedent', 'outlook', 'show', 'serve', 'token', 'start', 'watch', 'correct', 'recode', 'gold', 'score', 'brief', 'export', 'history', 'outlets', 'backup', 'restore', 'forget', 'completion']);
    for (const command of commands) {
      const help = await dragoman([command, '--help']);
      expect(help.code, command).toBe(0);
      expect(help.out).toContain(`Usage: dragoman ${command}`);
      if (!['serve', 'start'].includes(command)) expect(help.out, command).toContain('$ dragoman');
    }
    expect((await dragoman([])).out).toBe(out);
  });

  it('is offered where the command was not understood, with exit code 2', async () => {
    for (const args of [['frobnicate'], ['code'], ['read'], ['show'], ['events', '--frob'], ['code', 'x', '--date', '2024-02-30'], ['code', 'x', '--lang', 'de'],
      ['events', '--limit', '0'], ['completion', 'tcsh'], ['events', '--type', 'DANCE'], ['events', '--from', 'soon'], ['events', '--pair', 'BLR'], ['events', '--party', 'Qwertzuia']]) {
      const { code, err, out } = await dragoman([...args, ...(args[0] === 'events' ? ['--ledger', ledger] : [])]);
      expect([args.join(' '), code]).toEqual([args.join(' '), 2]);
      expect(err).not.toBe('');
      expect(out).toBe('');
    }
    expect((await dragoman(['evens'])).err).toContain('events');
  });

  it('gives the package\'s version', async () => {
    expect((await dragoman(['--version'])).out.trim()).toBe((JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version);
  });
});

describe('code', () => {
  it('prints one JSON object a story, every evidence and every offset in its text', async () => {
    const { code, out, err } = await dragoman(['code', examples, '--json']);
    expect([code, err]).toEqual([0, '']);
    const coded = jsonLines<CodedStory>(out);
    const texts = new Map(readdirSync(examples).filter((name) => name.endsWith('.jsonl')).flatMap((name) => jsonLines<{ id: string; text: string }>(readFileSync(join(examples, name), 'utf8'))).map(({ id, text }) => [id, text]));
    expect(coded.length).toBeGreaterThanOrEqual(14);
    let facts = 0;
    for (const one of coded) {
      expect(Object.keys(one)).toEqual(expect.arrayContaining(['id', 'lang', 'date', 'persons', 'events', 'claims', 'ties', 'trends']));
      const text = texts.get(one.id);
      for (const fact of [...one.events, ...one.claims, ...one.ties, ...one.trends]) {
        facts++;
        expect(fact.confidence).toBeGreaterThanOrEqual(0);
        expect(fact.confidence).toBeLessThanOrEqual(1);
        const { sentence } = fact.offsets;
        if (text !== undefined) expect(text.slice(sentence.start, sentence.end)).toBe(fact.evidence);
        const { type } = fact.offsets;
        if (type) expect(type.start >= sentence.start && type.end <= sentence.end).toBe(true);
        // whoever a pronoun means, or nobody repeats, is shown where he was named: perhaps in a sentence before
        for (const span of Object.values(fact.offsets)) expect(span.start >= 0 && span.start < span.end && span.end <= (text?.length ?? Infinity)).toBe(true);
      }
    }
    expect(facts).toBeGreaterThan(coded.length);
  });

  it('takes plain text, JSON lines and standard input alike', async () => {
    const from = async (args: string[], input?: string): Promise<EventFact[]> => jsonLines<CodedStory>((await dragoman(['code', ...args], { input })).out)[0]!.events;
    const plain = await from([file('plain.txt', ` date 2024-05-13 ${EN}`)]);
    expect(plain.length).toBeGreaterThan(0);
    expect(await from([file('dated.txt', EN), '--date', '2024-05-13'])).toEqual(plain);
    expect(await from([file('lines.jsonl', story({}))])).toEqual(plain);
    expect(await from(['-'], story({ lang: 'en' }))).toEqual(plain);
    expect(await from(['-', '--date', '2024-05-13'], EN)).toEqual(plain);
  });

  it('is read by a person too, without colour where it is no terminal', async () => {
    const { code, out } = await dragoman(['code', file('person.jsonl', story({ title: 'Visit' })), '--no-json'], { env: { NO_COLOR: '' } });
    expect(code).toBe(0);
    expect(out).toContain('Visit');
    expect(out).toMatch(/\[.*\]\{1/);
    expect(out).toMatch(/(RUS|BLR) ↔ (RUS|BLR)/);
    expect(out).not.toContain('\u001b');
  });

  it('stays quiet when its reader leaves', () => {
    const done = spawnSync('bash', ['-c', `"${process.execPath}" "${root}bin/dragoman.mjs" code "${examples}" --json | head -c 10`], { encoding: 'utf8' });
    expect([done.status, done.stdout.length, done.stderr]).toEqual([0, 10, '']);
  });
});

describe('bad input', () => {
  const big = (): string => `${story({ id: 'before' })}\n{"id": "big", "text": "${'x'.repeat(50 * 1024 * 1024)}"}\n${story({ id: 'after' })}\n`;
  // [name, file, content, arguments, what standard error must say, ids that are coded all the same]
  it.each<[string, string, () => string | Buffer, string[], string[], string[]]>([
    ['an empty file', 'empty.jsonl', () => '', [], ['empty.jsonl: the file is empty'], []],
    ['blank lines only', 'blank.jsonl', () => '\n\n  \n', [], ['blank.jsonl: the file is empty'], []],
    ['binary', 'noise.txt', () => Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256)), [], ['noise.txt: this is not text'], []],
    ['broken gzip', 'x.jsonl.gz', () => Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]), [], ['x.jsonl.gz@0: the gzip is broken', 'Fetch it again'], []],
    ['gzip cut off', 'cut.jsonl.gz', () => gzipSync(`${story({ id: 'a' })}\n${'{oops}\n'.repeat(3000)}`, { level: 0 }).subarray(0, 12_000), [], ['cut.jsonl.gz@', 'the gzip is broken: it ends too early'], ['a']],
    ['a web page without an article', 'page.txt', () => '<!doctype html><p>', [], ['page.txt: no article was found'], []],
    ['a web page without a date', 'undated.html', () => `<!doctype html><title>A visit</title><article><h1>A visit</h1><p>${EN}</p></article>`, [], ['undated.html: no publication date was found', '--date'], []],
    ['a picture', 'x.png', () => Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), [], ['x.png: this is not text (a picture)'], []],
    ['invalid UTF-8 on one line', 'latin.jsonl', () => Buffer.concat([Buffer.from(`${story({ id: 'a' })}\n{"id":"b","text":"\xfe`, 'latin1'), Buffer.from(`"}\n${story({ id: 'c' })}\n`)]), [], ['latin.jsonl:2: not valid UTF-8', 'iconv'], ['a', 'c']],
    ['invalid UTF-8 in plain text', 'latin.txt', () => Buffer.from('date 2024-01-01\n\nTürkiye', 'latin1'), [], ['latin.txt:3: not valid UTF-8', 'WINDOWS-1254'], []],
    ['broken JSON', 'broken.jsonl', () => `${story({ id: 'a' })}\n{"id": "b", "text"\n${story({ id: 'c' })}`, [], ['broken.jsonl:2: broken JSON', 'one JSON object'], ['a', 'c']],
    ['an array in one file', 'array.json', () => `[${story({})}]`, [], ['array.json:1: JSON, but not one object a line', 'jq'], []],
    ['an object over lines', 'pretty.json', () => JSON.stringify(JSON.parse(story({})), null, 2), [], ['pretty.json:1: JSON, but not one object a line'], []],
    ['a missing date', 'undated.jsonl', () => `${story({ date: undefined })}\n${story({ id: 'c' })}`, [], ['undated.jsonl:1: the story has no publication date', '--date'], ['c']],
    ['an undated text', 'undated.txt', () => EN, [], ['undated.txt:1: the story has no publication date', '--date'], []],
    ['an impossible date', 'feb.jsonl', () => `${story({ id: 'a' })}\n${story({ date: '2024-02-30' })}`, [], ['feb.jsonl:2: there is no such day as 2024-02-30'], ['a']],
    ['an impossible date in the text', 'feb.txt', () => `date 2024-02-30 ${EN}`, ['--date', '2024-03-01'], ['feb.txt:1: there is no such day as 2024-02-30'], []],
    ['a date in words', 'words.jsonl', () => story({ date: 'yesterday' }), [], ['words.jsonl:1: "yesterday" is not a date'], []],
    ['a line of 50 MB', 'big.jsonl', big, [], ['big.jsonl:2: a line of 50.0 MB'], ['before', 'after']],
    ['a text of 50 MB', 'big.txt', () => Buffer.alloc(50 * 1024 * 1024, 'word '), ['--date', '2024-01-01'], ['big.txt:1: a line of 50.0 MB'], []],
    ['another language, said', 'german.jsonl', () => `${story({ lang: 'de' })}\n${story({ id: 'c' })}`, [], ['german.jsonl:1: language "de" is not supported', 'Turkish (tr)'], ['c']],
    ['another language, found', 'french.txt', () => 'date 2024-01-01 Le ministre des affaires étrangères s’est rendu à Minsk pour y rencontrer le président, qui lui a dit que les relations entre les deux pays étaient bonnes.', [], ['french.txt:1: language', 'is not supported'], []],
    ['control characters', 'control.jsonl', () => story({ id: 'a', text: `${EN} \u0007\u001b[31m` }), [], ['control.jsonl:1: the text holds control characters (U+0007, U+001B)'], ['a']],
    ['characters that turn the writing', 'bidi.jsonl', () => story({ id: 'a', text: `${EN} \u202egnp.exe` }), [], ['bidi.jsonl:1: the text holds characters that turn the direction of writing (U+202E)'], ['a']],
    ['NUL and half characters', 'nul.jsonl', () => `${story({ id: 'a', text: `${EN} \u0000` })}\n{"id":"b","date":"2024-05-13","text":"${EN} \\ud83d"}`, [], ['nul.jsonl:1: the text holds U+0000', 'nul.jsonl:2: the text holds U+D83D'], ['a', 'b']],
  ])('%s', async (_, name, content, args, says, ids) => {
    const path = file(name, content());
    const { code, out, err } = await dragoman(['code', path, ...args, '--json']);
    rmSync(path);
    for (const words of says) expect(err).toContain(words);
    expect(err).not.toMatch(/at .*\.js:\d/);
    // Nothing that could steer a terminal is let through.
    expect(`${out}${err}`).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    expect(jsonLines<CodedStory>(out).map(({ id }) => id)).toEqual(ids);
    expect(code).toBe(1);
  });

  it('a sentence of 5,000 tokens is read', async () => {
    const long = `${'Minsk and Moscow agreed, and '.repeat(834)}Warsaw condemned Moscow.`;
    const { code, out } = await dragoman(['code', file('long.jsonl', story({ text: long }))]);
    // Standard error may tell how far it has come; what is wrong makes the code 1.
    expect(code).toBe(0);
    expect(jsonLines(out)).toHaveLength(1);
  });

  it('files that are not there, and folders without stories', async () => {
    const { code, err, out } = await dragoman(['code', at('nowhere.txt'), file('there.jsonl', story({}))]);
    expect(err).toContain('nowhere.txt: no such file');
    expect([code, jsonLines(out).length]).toEqual([1, 1]);
    mkdirSync(at('bare'));
    expect((await dragoman(['read', at('bare'), '--ledger', at('bare.db')])).err).toContain('holds no stories');
  });

  it('the same fault on many lines is told with each of them, or, with --quiet, counted', async () => {
    const many = file('many.jsonl', `${story({})}\n${'{oops\n'.repeat(500)}`), { err, code } = await dragoman(['code', many]);
    expect(err.match(/many\.jsonl:\d+: broken JSON/g)).toEqual(Array.from({ length: 500 }, (_, i) => `many.jsonl:${i + 2}: broken JSON`));
    expect(code).toBe(1);
    expect(await dragoman(['code', many, '--quiet'])).toMatchObject({ code: 1, err: 'dragoman: 500 broken-json\n' });
    const read = await dragoman(['read', many, '--quiet', '--ledger', at('quiet.db')]);
    expect([read.code, read.err]).toEqual([1, '']);
    expect(read.out).toMatch(/1 story: 1 new.*\nSkipped 500: 500 broken-json\.\n/);
  });
});

describe('the ledger', () => {
  const ask = async (...args: string[]): Promise<Record<string, never>[]> => {
    const { code, out, err } = await dragoman([...args, '--json', '--ledger', ledger]);
    expect([code, err]).toEqual([0, '']);
    return jsonLines(out);
  };

  it('is left as it is by a second reading', async () => {
    const { code, out } = await dragoman(['read', examples, '--ledger', ledger, '--json']);
    expect(code).toBe(0);
    expect(new Set(jsonLines(out).map(({ did }) => did))).toEqual(new Set(['known']));
  });

  it('answers by each of its filters', async () => {
    const events = await ask('events');
    expect(events.length).toBeGreaterThan(20);
    const narrowed = await ask('events', '--pair', 'BLR', 'USA', '--from', '2020');
    expect(narrowed.length).toBeGreaterThan(0);
    expect(narrowed.length).toBeLessThan(events.length);
    for (const { source, target } of narrowed) expect([source, target].sort()).toEqual(['BLR', 'USA']);
    expect(await ask('events', '--count', '--party', 'BLR')).toEqual([{ count: (await ask('events', '--party', 'BLR')).length }]);
    expect((await ask('events', '--limit', '3', '--oldest'))[0]).toEqual((await ask('events', '--oldest'))[0]);
    for (const { story: of } of await ask('events', '--lang', 'ru', '--outlet', 'полесья')) expect(of).toMatchObject({ lang: 'ru', outlet: 'Линия Полесья' });
    for (const { evidence } of await ask('events', '--text', 'sanction')) expect(String(evidence).toLowerCase()).toContain('sanction');
    expect((await ask('ties')).length).toBeGreaterThan(0);
    expect((await ask('claims')).length).toBeGreaterThan(0);
    expect((await ask('stories', '--from', '2025')).length).toBeGreaterThan(2);
  });

  it('knows parties by name in three languages, and offers the nearest', async () => {
    const byCode = await ask('events', '--party', 'BLR');
    for (const name of ['Belarus', 'belarus', 'Беларусь', 'Белоруссия']) expect(await ask('events', '--party', name)).toEqual(byCode);
    expect(await ask('events', '--pair', 'Amerika Birleşik Devletleri', 'Rusya')).toEqual(await ask('events', '--pair', 'RUS', 'USA'));
    const { code, err } = await dragoman(['events', '--party', 'Belaruss', '--ledger', ledger]);
    expect([code, err]).toEqual([2, expect.stringContaining('Belarus')]);
  });

  it('shows a story with its facts in place', async () => {
    const { code, out } = await dragoman(['show', '2025-08-call-en', '--ledger', ledger]);
    expect(code).toBe(0);
    expect(out).toContain('Trump phones Lukashenko');
    expect(out).toMatch(/\]\{\d/);
    expect(out).toMatch(/ e\d+ /);
    const [whole] = await ask('show', '2025-08-call-en');
    expect(whole).toMatchObject({ id: '2025-08-call-en', lang: 'en' });
    const missing = await dragoman(['show', 'nothing', '--ledger', ledger]);
    expect([missing.code, missing.err]).toEqual([1, expect.stringContaining('no story "nothing"')]);
  });

  it('may be named by DRAGOMAN_LEDGER, or stand in the data folder', async () => {
    const env = { DRAGOMAN_LEDGER: '', XDG_DATA_HOME: at('data') };
    const none = await dragoman(['events'], { env });
    expect([none.code, none.err]).toEqual([1, expect.stringContaining(join('data', 'dragoman', 'ledger.db'))]);
    const one = file('one.jsonl', story({}));
    expect((await dragoman(['read', one], { env })).out).toContain(join('data', 'dragoman', 'ledger.db'));
    expect((await dragoman(['stories', '--json'], { env })).out).toContain('"id":"s"');
    expect((await dragoman(['stories', '--json'], { env: { DRAGOMAN_LEDGER: ledger } })).out).not.toContain('"id":"s"');
    expect((await dragoman(['events', '--ledger', one])).err).toContain('not a Dragoman ledger');
  });
});

describe('completions', () => {
  it('are scripts that their shells accept', async () => {
    for (const shell of ['bash', 'zsh', 'fish']) {
      const { code, out } = await dragoman(['completion', shell]);
      expect([shell, code]).toEqual([shell, 0]);
      for (const word of ['events', '--factuality', 'planned']) expect(out).toContain(shell === 'fish' ? word.replace(/^--/, '') : word);
      const check = spawnSync(shell, ['-n', file(`completion.${shell}`, out)], { encoding: 'utf8' });
      if (!check.error) expect([shell, check.status, check.stderr]).toEqual([shell, 0, '']);
    }
  });

  it('complete commands, options and values in bash', async () => {
    const script = file('complete.bash', (await dragoman(['completion', 'bash'])).out);
    const complete = (...words: string[]): string[] => spawnSync('bash', ['-c', `source ${script}; COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _dragoman; printf '%s\\n' "\${COMPREPLY[@]}"`], { encoding: 'utf8' }).stdout.split('\n').filter(Boolean);
    expect(complete('dragoman', 'ev')).toEqual(['events']);
    expect(complete('dragoman', 'events', '--fact')).toEqual(['--factuality']);
    expect(complete('dragoman', 'events', '--factuality', 'p')).toEqual(['planned', 'possible']);
  });
});
