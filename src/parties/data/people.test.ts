import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const COLUMNS = 7;
const DATE = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;
/** Bodies that people act for and that have no row of their own among states and organisations. */
const OTHER_CODES = ['DRUZE', 'FIFA', 'GECF', 'IOC', 'NUG', 'OHR', 'OIF', 'SPLM', 'UEFA', 'WADA', 'WEF'];

interface Row {
  where: string;
  id: string;
  country: string;
  en: string[];
  tr: string[];
  ru: string[];
  offices: { code: string; role: string; from: string; to: string }[];
  sex: string;
}

function lines(file: string): string[] {
  return readFileSync(new URL(`./${file}`, import.meta.url), 'utf8').split('\n');
}

const files = readdirSync(new URL('.', import.meta.url)).filter((name) => /^people-[a-z]+\.tsv$/.test(name)).sort();
const raw = files.flatMap((file) => lines(file)
  .map((line, i) => ({ where: `${file}:${i + 1}`, line }))
  .filter(({ line }) => line !== '' && !line.startsWith('#')));

function parse(where: string, line: string): Row {
  const cell = line.split('\t');
  const at = (i: number): string => cell[i] ?? '';
  const offices = at(5).split(';').map((office) => {
    const m = /^(?:([A-Z][A-Z0-9]*):)?([^@:]+)@([\d-]*)\.\.([\d-]*)$/.exec(office);
    if (m === null) throw new Error(`${where}: office «${office}»`);
    return { code: m[1] ?? at(1), role: m[2] ?? '', from: m[3] ?? '', to: m[4] ?? '' };
  });
  return { where, id: at(0), country: at(1), en: at(2).split('|'), tr: at(3).split('|'), ru: at(4).split('|'), offices, sex: at(6) };
}

function knownCodes(): Set<string> {
  const codes = new Set(OTHER_CODES);
  for (const file of ['states-en.tsv', 'organisations.tsv']) {
    for (const line of lines(file)) if (line !== '' && !line.startsWith('#')) codes.add(line.split('\t')[0] ?? '');
  }
  return codes;
}

/** Rows for which `broken` says why, as «file:line why»: one expectation shows every fault at once. */
function faults(rows: Row[], broken: (row: Row) => string | undefined): string[] {
  return rows.flatMap((row) => {
    const why = broken(row);
    return why === undefined ? [] : [`${row.where} ${why}`];
  });
}

/** Last day a partial date can mean, first day without `end`; both compare as strings. */
function bound(date: string, end: boolean): string {
  return `${date}${(end ? '-12-31' : '-01-01').slice(date.length - 4)}`;
}

describe('the people gazetteer', () => {
  it('has seven columns in every line, none of them empty or padded', () => {
    const bad = raw.filter(({ line }) => {
      const cells = line.split('\t');
      return cells.length !== COLUMNS || cells.some((cell) => cell === '' || cell !== cell.trim());
    });
    expect(bad.map(({ where }) => where)).toEqual([]);
  });

  const rows = raw.map(({ where, line }) => parse(where, line));

  it('covers more than 7,000 people and every region', () => {
    expect(files).toEqual(['africa', 'americas', 'asia', 'eurasia', 'europe', 'mideast', 'organisations'].map((r) => `people-${r}.tsv`));
    expect(rows.length).toBeGreaterThan(7000);
  });

  it('has no id twice, and ids in kebab case', () => {
    const seen = new Set<string>();
    expect(faults(rows, ({ id }) => {
      if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)) return id;
      if (seen.has(id)) return `again ${id}`;
      seen.add(id);
      return undefined;
    })).toEqual([]);
  });

  it('knows every code', () => {
    const known = knownCodes();
    expect(faults(rows, (row) => [row.country, ...row.offices.map((o) => o.code)].find((code) => !known.has(code)))).toEqual([]);
  });

  it('has real dates in the right order', () => {
    expect(faults(rows, ({ offices }) => {
      for (const { from, to, role } of offices) {
        for (const date of [from, to]) {
          if (date === '') continue;
          if (!DATE.test(date)) return date;
          const full = bound(date, false);
          if (new Date(`${full}T00:00:00Z`).toISOString().slice(0, 10) !== full) return date;
          if (date < '1900' || date > '2027') return date;
        }
        if (from !== '' && to !== '' && bound(from, false) > bound(to, true)) return `${role}: ${from} after ${to}`;
      }
      return undefined;
    })).toEqual([]);
  });

  it('writes Russian names in Cyrillic, and nothing else', () => {
    expect(faults(rows, (row) => row.ru.find((name) => !/^=?[\p{Script=Cyrillic}\s.,'’`-]+(?: (?:I|II|III|IV|V|VI|X|XIV|XVI)(?: [\p{Script=Cyrillic}]+)?)?$/u.test(name)))).toEqual([]);
    expect(faults(rows, (row) => [row.id, row.country, ...row.en, ...row.tr, ...row.offices.map((o) => o.role)]
      .find((text) => /\p{Script=Cyrillic}/u.test(text)))).toEqual([]);
  });

  it('names everybody in full first, short names marked with = after', () => {
    expect(faults(rows, ({ en, tr, ru }) => {
      for (const names of [en, tr, ru]) {
        if (names[0]?.startsWith('=') !== false) return 'no full name';
        if (new Set(names).size !== names.length) return `twice in ${names.join('|')}`;
        if (names.some((name) => name.replace('=', '').length < 2 && !/^=.$/u.test(name))) return names.join('|');
        if (names.some((name) => name !== name.trim() || /[()@;]|\s\s|^$/u.test(name))) return names.join('|');
      }
      return undefined;
    })).toEqual([]);
  });

  it('gives every person an office in plain English, no date left in it, and a sex', () => {
    expect(faults(rows, ({ offices, sex }) => {
      if (sex !== 'm' && sex !== 'f') return sex;
      const dated = offices.find(({ role }) => /\d{4}/.test(role));
      if (dated !== undefined) return dated.role;
      return offices.find(({ role }) => !/^[A-Za-zÀ-ž0-9][A-Za-zÀ-ž0-9'’ -]+$/.test(role) || role !== role.trim())?.role;
    })).toEqual([]);
  });

  it('keeps the same full name for one person of one party only', () => {
    const seen = new Map<string, string>();
    expect(faults(rows, ({ en, country, where }) => {
      const key = `${country} ${en[0] ?? ''}`;
      const before = seen.get(key);
      seen.set(key, where);
      return before === undefined ? undefined : `${key} also at ${before}`;
    })).toEqual([]);
  });

  it('tells who held an office on a day', () => {
    const holder = (code: string, role: string, day: string): string[] => rows
      .filter((row) => row.offices.some((o) => o.code === code && o.role === role && o.from !== ''
        && bound(o.from, false) <= day && (o.to === '' || bound(o.to, true) >= day)))
      .map((row) => row.id).sort();
    expect(holder('TUR', 'foreign minister', '2015-10-01')).toEqual(['feridun-sinirlioglu']);
    expect(holder('RUS', 'president', '2010-06-15')).toEqual(['dmitry-medvedev']);
    expect(holder('USA', 'secretary of state', '2003-03-20')).toEqual(['colin-powell']);
    expect(holder('GBR', 'prime minister', '2022-10-01')).toEqual(['liz-truss']);
    expect(holder('NATO', 'secretary-general', '2025-03-01')).toEqual(['mark-rutte']);
    expect(holder('UN', 'secretary-general', '2009-01-01')).toEqual(['ban-ki-moon']);
    expect(holder('KEN', 'president', '2015-05-05')).toEqual(['uhuru-kenyatta']);
    expect(holder('BRA', 'president', '2017-01-01')).toEqual(['michel-temer']);
  });
});
