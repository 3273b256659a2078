/** Known people: names in three languages and the offices they held from one day to another. */
import type { Lang } from '../story/story.ts';
import { alternatives, rows, tables } from './tables.ts';

export interface Office {
  role: string;
  /** The organisation or state served, where it is not the person's own country. */
  code?: string;
  from: string;
  /** ISO day, exclusive of nothing: the last day known; `9999` while it lasts. */
  to: string;
}

export interface Person {
  id: string;
  country: string;
  /** Full names by language, fullest first. */
  names: Record<Lang, string[]>;
  /** Names that stand alone (a surname or what is used as one). */
  short: Record<Lang, string[]>;
  offices: Office[];
  sex: 'm' | 'f';
}

function lastDay(date: string): string {
  return date.length === 4 ? `${date}-12-31` : date.length === 7 ? `${date}-31` : date;
}

function parseOffice(text: string): Office | undefined {
  const at = text.indexOf('@');
  if (at < 0) return undefined;
  const [from = '', to = ''] = text.slice(at + 1).split('..');
  const named = /^([A-Z][A-Z0-9]+):(.*)$/.exec(text.slice(0, at));
  return {
    role: (named ? named[2] : text.slice(0, at)).trim(),
    code: named?.[1],
    from: from.trim() || '0000',
    to: to.trim() ? lastDay(to.trim()) : '9999',
  };
}

/** Names of a cell: those in full, or those that stand alone. */
const namesIn = (cell: string, short: boolean): string[] =>
  (short && !cell.includes('=') ? [] : alternatives(cell).filter((n) => n.startsWith('=') === short).map((n) => (short ? n.slice(1) : n)));

/** Names by language, read when they are asked for: a text is in one. */
class Names implements Record<Lang, string[]> {
  readonly #cells: Record<Lang, string>;
  readonly #short: boolean;
  readonly #read: Partial<Record<Lang, string[]>> = {};

  constructor(cells: Record<Lang, string>, short: boolean) {
    this.#cells = cells;
    this.#short = short;
  }

  #of(lang: Lang): string[] {
    return (this.#read[lang] ??= namesIn(this.#cells[lang], this.#short));
  }

  get en(): string[] { return this.#of('en'); }
  get tr(): string[] { return this.#of('tr'); }
  get ru(): string[] { return this.#of('ru'); }
  set en(names: string[]) { this.#read.en = names; }
  set tr(names: string[]) { this.#read.tr = names; }
  set ru(names: string[]) { this.#read.ru = names; }
}

/** A row of a table; its offices are read when somebody asks, as few of those listed are met in a text. */
class Listed implements Person {
  readonly names: Names;
  readonly short: Names;
  readonly id: string;
  readonly country: string;
  readonly sex: 'm' | 'f';
  readonly #cell: string;
  #offices: Office[] | undefined;

  /** @param row id, country, names in English, Turkish and Russian, offices, sex */
  constructor(row: readonly string[]) {
    const cells = { en: row[2] ?? '', tr: row[3] ?? '', ru: row[4] ?? '' };
    this.id = row[0];
    this.country = row[1];
    this.names = new Names(cells, false);
    this.short = new Names(cells, true);
    this.#cell = row[5] ?? '';
    this.sex = row[6]?.trim() === 'f' ? 'f' : 'm';
  }

  get offices(): Office[] {
    return (this.#offices ??= this.#cell.split(';').map(parseOffice).filter((o) => o !== undefined));
  }
}

let cached: Person[] | undefined;

/** Everyone in the `people*.tsv` tables, in file order. */
export function people(): readonly Person[] {
  return (cached ??= tables('people').flatMap((table) => rows(table).filter(([id, country]) => id && country && country !== 'country').map((row) => new Listed(row))));
}

/** The office a person holds on a day: the latest begun of those that last then. */
export function officeOn(person: Person, date: string): Office | undefined {
  let best: Office | undefined;
  for (const office of person.offices) {
    if (office.from <= date && date <= office.to && (!best || office.from >= best.from)) best = office;
  }
  return best;
}

/** Whether a person holds an office of this party on a day. */
export function serves(person: Person, code: string, date: string): boolean {
  return person.offices.some((o) => (o.code ?? person.country) === code && o.from <= date && date <= o.to);
}

/** The latest office that ended before a day. */
export function lastOfficeBefore(person: Person, date: string): Office | undefined {
  let best: Office | undefined;
  for (const office of person.offices) {
    if (office.to < date && (!best || office.to > best.to)) best = office;
  }
  return best;
}

/** Offices whose holders act for their state though they chair an organisation of states as well. */
const OF_STATE = /^(?:president|prime minister|chancellor|king|emir|sultan|foreign minister)$/;

/** Whether somebody has been head of state or government of the own country. */
export const ledState = (person: Person): boolean => person.offices.some((o) => !o.code && /^(?:president|prime minister|chancellor)$/.test(o.role));

/** The party a person acts for on a day: the organisation served then, otherwise the own country. */
export function partyOn(person: Person, date: string): string {
  const office = officeOn(person, date);
  if (office?.code && person.offices.some((o) => !o.code && OF_STATE.test(o.role) && o.from <= date && date <= o.to)) return person.country;
  if (office) return office.code ?? person.country;
  const last = lastOfficeBefore(person, date);
  return person.offices.every((o) => o.code !== undefined) && last?.code ? last.code : person.country;
}

const TOP = /^(?:president|prime minister|premier|chancellor|king|supreme leader|emir|crown prince|foreign minister|secretary of state|secretary-general|leader|defence minister|high representative|interim president|head)\b/;

/** How likely a bare surname means this person on a day: 3 in a leading office, 2 in another, 1 within five years after, 0. */
export function prominence(person: Person, date: string): number {
  const office = officeOn(person, date);
  if (office) return TOP.test(office.role) ? 3 : 2;
  const last = lastOfficeBefore(person, date);
  return last && TOP.test(last.role) && Number(date.slice(0, 4)) - Number(last.to.slice(0, 4)) <= 5 ? 1 : 0;
}
