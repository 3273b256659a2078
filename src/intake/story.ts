/** From a plain text or a JSON object to a story, or to what is wrong with it. */
import { problem } from '../story/errors.ts';
import type { Problem, Where } from '../story/errors.ts';
import { readDay } from '../story/day.ts';
import { contentHash, SHORT_HASH } from '../story/hash.ts';
import { LANGS } from '../story/story.ts';
import type { Dated, Lang, Story } from '../story/story.ts';
import { characterProblems, wellFormed } from './characters.ts';

/** Longer than any news story: a book, or a file that was not split. In UTF-16 units. */
export const STORY_CAP = 2_000_000;

/** What the command line says for stories that do not say it themselves. */
export interface Defaults {
  date?: string;
  lang?: Lang;
  outlet?: string;
}

/** A story, with warnings where there are any; or no story, and why. */
export interface Made {
  story?: Story;
  problems: Problem[];
}

const refuse = (...problems: Problem[]): Made => ({ problems });

/** Reads a language as `tr`, `TR`, `tr-TR`. */
export function readLang(given: string): Lang | undefined {
  const short = given.trim().toLowerCase().split(/[-_]/)[0];
  return LANGS.find((lang) => lang === short);
}

/** The story's publication date, or the problem with it. */
function dateOf(given: string | undefined, defaults: Defaults, where: Where): { date: string; fault?: undefined } | { date?: undefined; fault: Problem } {
  if (given === undefined || given.trim() === '') return defaults.date ? { date: defaults.date } : { fault: problem('missing-date', where) };
  const { day, fault } = readDay(given);
  if (day) return { date: day };
  return { fault: problem(fault === 'impossible' ? 'impossible-date' : 'bad-date', where, { given: given.trim().slice(0, 40) }) };
}

function finish(fields: Omit<Story, 'id'> & { id?: string }, where: Where): Made {
  if (fields.text.length > STORY_CAP) return refuse(problem('story-too-long', where, { size: fields.text.length, cap: STORY_CAP }));
  const problems = characterProblems([fields.text, fields.title ?? '', fields.outlet ?? '', fields.url ?? '', fields.id ?? ''].join('\n'), where);
  const text = wellFormed(fields.text);
  const clean = (value: string | undefined): string | undefined => (value === undefined || value.trim() === '' ? undefined : wellFormed(value.trim()));
  const { lang, dated } = fields, author = clean(fields.author), outlet = clean(fields.outlet), url = clean(fields.url), title = clean(fields.title);
  const body = { date: fields.date, text, ...(outlet && { outlet }), ...(title && { title }) };
  const id = clean(fields.id) ?? contentHash(body).slice(0, SHORT_HASH);
  return { story: { id, ...(lang && { lang }), ...body, ...(url && { url }), ...(author && { author }), ...(dated && { dated }) }, problems };
}

/** What was found of a story on a page, in a document, in a feed. */
export interface Parts {
  id?: string;
  title?: string;
  author?: string;
  outlet?: string;
  url?: string;
  lang?: Lang;
  /** ISO 8601 day. */
  date?: string;
  dated?: Dated;
  paragraphs: readonly string[];
}

/** A story from its parts; what the source does not give comes from the defaults. No date: `undated` is the problem. */
export function storyOfParts(parts: Parts, where: Where, defaults: Defaults, undated: Problem = problem('missing-date', where)): Made {
  const { paragraphs, date: found, dated, lang, outlet, ...rest } = parts, date = found ?? defaults.date;
  const text = paragraphs.map((paragraph) => paragraph.replace(/\s+/g, ' ').trim()).filter(Boolean).join('\n\n');
  if (text === '') return refuse(problem('missing-text', where));
  if (!date) return refuse(undated);
  return finish({ ...rest, date, ...(found && dated && { dated }), lang: defaults.lang ?? lang, outlet: outlet ?? defaults.outlet, text }, where);
}

/** `date 2025-10-01` at the very beginning, on a line of its own or before the text; a colon may follow the word. */
const PREFIX = /^\s*date:?[ \t]+(\d{4}-\d{1,2}-\d{1,2}\S*)(?:\s+|$)/i;

/** One plain text, one story. Line ends become LF, and any run of blank lines one. */
export function storyOfText(raw: string, where: Where, defaults: Defaults): Made {
  const prefix = PREFIX.exec(raw);
  const { date, fault } = dateOf(prefix?.[1], defaults, where);
  if (fault) return refuse(raw.trim() === '' ? problem('empty-file', where) : fault);
  const text = raw.slice(prefix?.[0].length ?? 0).replace(/\r\n?/g, '\n').replace(/[ \t]+\n/g, '\n').replace(/\n{2,}/g, '\n\n').trim();
  if (text === '') return refuse(problem('missing-text', where));
  return finish({ date, text, lang: defaults.lang, outlet: defaults.outlet }, where);
}

const kindOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);

/** One JSON line, one story. Its text is kept to the letter. */
export function storyOfJson(line: string, where: Where, defaults: Defaults): Made {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return refuse(problem('broken-json', where, { why: error instanceof Error ? error.message.slice(0, 120) : 'unreadable' }));
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse(problem('not-a-story', where, { what: kindOf(value) }));
  const fields = value as Record<string, unknown>;
  const problems: Problem[] = [];
  const text = (name: string): string | undefined => {
    const given = fields[name];
    if (given === undefined || given === null) return undefined;
    if (typeof given === 'string') return given;
    if (name === 'id' && typeof given === 'number') return String(given);
    problems.push(problem('bad-field', where, { field: name, want: `text, not ${kindOf(given)}` }));
    return undefined;
  };
  const body = text('text'), id = text('id'), url = text('url'), title = text('title'), outlet = text('outlet'), said = text('lang'), day = text('date');
  if (problems.length) return refuse(...problems);
  if (body === undefined || body.trim() === '') return refuse(problem('missing-text', where));
  const lang = said === undefined ? defaults.lang : readLang(said);
  if (said !== undefined && said.trim() !== '' && !lang) return refuse(problem('unsupported-language', where, { given: said.slice(0, 40) }));
  const { date, fault } = dateOf(day, defaults, where);
  if (fault) return refuse(fault);
  return finish({ id, lang, date, outlet: outlet ?? defaults.outlet, url, title, text: body }, where);
}
