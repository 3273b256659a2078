/** Formats read as text, a row at a time: ICEWS, POLECAT, Phoenix, comma-separated values, and the integer layout of temporal knowledge graphs. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cameoByCode, cameoByName } from '../../ontology/cameo.ts';
import type { CodedDataset } from '../../ledger/coded/dataset.ts';
import { partyOfActor, partyOfCameo } from '../../parties/actors.ts';
import { dayNumber } from '../../story/day.ts';
import { EVENT_TYPES, MODES } from '../../story/facts.ts';
import { problem, ProblemError } from '../../story/errors.ts';
import { readDate, splitCsv } from './fields.ts';
import { eachLine } from './pieces.ts';
import type { Format, Opening, RowReader } from './reader.ts';

/** Adds one row of fields. Returns what is wrong with it. */
type Row = (fields: readonly string[]) => string | undefined;

/** A reader of lines that split into fields. `header` says whether the first line is one. */
function rows(dataset: CodedDataset, header: boolean, split: (line: string) => readonly string[] | undefined, row: Row): RowReader {
  return {
    read: (bytes, firstLine) => eachLine(bytes, firstLine, (start, end, line) => {
      if (header && line === 1) return;
      const text = bytes.toString('utf8', start, end), fields = split(text);
      const fault = fields === undefined ? 'a quote that stays open' : row(fields);
      if (fault !== undefined) dataset.refuse(line, fault, bytes.subarray(start, end));
    }),
  };
}

const tabs = (line: string): string[] => line.split('\t');
const OUT_OF_RANGE = 'a day out of range (1900 to 2079)';

/** The number of a CAMEO code, given as digits (a leading zero may have been lost) or in ICEWS's words; undefined where it is none. */
function cameoNumber(dataset: CodedDataset, given: string): number | undefined {
  const text = given.trim();
  const found = cameoByCode(text) ?? (/^[1-9]\d{0,2}$/.test(text) ? cameoByCode(`0${text}`) : undefined) ?? cameoByName(text);
  return found && dataset.code(found.code, found.type, found.mode);
}

const actor = (dataset: CodedDataset, name: string, country: string | undefined): number =>
  dataset.actor(country ?? '', name, () => partyOfActor(name, country || undefined));

/** ICEWS: 20 columns, with or without a header. Its event ids come back, so that they name no row. */
export const icews: Format = {
  name: 'icews', about: 'ICEWS events (20 columns)',
  fits: (head) => tabs(head).length === 20 && (/^Event ID\tEvent Date\t/i.test(head) || /^\d+\t\d{4}-\d{2}-\d{2}\t/.test(head)),
  open: ({ dataset, head }) => rows(dataset, /^Event ID\t/i.test(head), tabs, (fields) => {
    if (fields.length !== 20) return `${fields.length} columns, not 20`;
    const [, date = '', source = '', , sourceCountry = '', , cameo = '', , target = '', , targetCountry = ''] = fields;
    const day = readDate(date), code = cameoNumber(dataset, cameo);
    if (day === undefined) return 'no such day';
    if (code === undefined) return 'no such CAMEO code';
    if (!source.trim() || !target.trim()) return void dataset.withoutParty();
    return dataset.add(day, actor(dataset, source, sourceCountry), actor(dataset, target, targetCountry), code, 0) ? undefined : OUT_OF_RANGE;
  }),
};

/** Where each wanted column stands in a header. Throws ProblemError where one is missing. */
function columnsIn(header: readonly string[], wanted: readonly string[], path: string): number[] {
  const names = header.map((name) => name.trim().toLowerCase());
  return wanted.map((name) => {
    const at = names.indexOf(name.toLowerCase());
    if (at < 0) throw new ProblemError(problem('missing-column', { file: path, line: 1 }, { column: name }));
    return at;
  });
}

/** POLECAT's modes that are ways of meeting here. */
const POLECAT_MODE: Readonly<Record<string, (typeof MODES)[number]>> = { visit: 'visit', host: 'visit', phone: 'call', 'third-party': 'mediation', mediate: 'mediation', negotiate: 'talks', meet: 'meeting' };

/** The first country of a cell that may name several; none where it names none. */
const country = (cell: string): string => cell.split(';')[0]?.trim().replace(/^none$/i, '') ?? '';

/** POLECAT: tab-separated with a header; its types are PLOVER's. */
export const polecat: Format = {
  name: 'polecat', about: 'POLECAT events (tab-separated, with a header)',
  fits: (head) => /^Event ID\tEvent Date\tEvent Type\tEvent Mode\t/i.test(head),
  open: ({ dataset, head, path }) => {
    const width = tabs(head).length;
    const at = columnsIn(tabs(head), ['Event Date', 'Event Type', 'Event Mode', 'Actor Name', 'Actor Country', 'Recipient Name', 'Recipient Country'], path);
    return rows(dataset, true, tabs, (fields) => {
      if (fields.length !== width) return `${fields.length} columns, not ${width}`;
      const [date = '', type = '', mode = '', source = '', sourceCountry = '', target = '', targetCountry = ''] = at.map((i) => fields[i] as string);
      const day = readDate(date), known = EVENT_TYPES.find((one) => one === type.trim().toUpperCase());
      if (day === undefined) return 'no such day';
      if (!known) return 'no such PLOVER type';
      if (!source.trim() && !country(sourceCountry)) return void dataset.withoutParty();
      if (!target.trim() && !country(targetCountry)) return void dataset.withoutParty();
      const met = known === 'CONSULT' ? POLECAT_MODE[mode.trim().toLowerCase()] : undefined;
      const code = dataset.code(mode.trim() ? `${known} ${mode.trim().toLowerCase()}` : known, known, met);
      const who = (name: string, from: string): number => actor(dataset, name.trim() || country(from), country(from));
      return dataset.add(day, who(source, sourceCountry), who(target, targetCountry), code, 0) ? undefined : OUT_OF_RANGE;
    });
  },
};

/** Phoenix: the running data set's tabs (26 columns or more, no header), or the historical one's commas with a header. */
export const phoenix: Format = {
  name: 'phoenix', about: 'Phoenix events (tabs without a header, or commas with one)',
  fits: (head) => /^"?eid"?,"?story_date"?,/i.test(head) || (tabs(head).length >= 25 && /^[\w-]+\t\d{8}\t\d{4}\t\d{1,2}\t\d{1,2}\t/.test(head)),
  open: ({ dataset, head, path }) => {
    const commas = /^"?eid"?,/i.test(head), header = commas ? splitCsv(head, ',') ?? [] : [];
    const at = commas ? columnsIn(header, ['story_date', 'source', 'target', 'code'], path) : [1, 5, 9, 13], width = commas ? header.length : tabs(head).length;
    const who = (code: string): number => dataset.actor(code, '', () => partyOfCameo(code));
    return rows(dataset, commas, commas ? (line) => splitCsv(line, ',') : tabs, (fields) => {
      if (fields.length !== width) return `${fields.length} columns, not ${width}`;
      const [date = '', source = '', target = '', cameo = ''] = at.map((i) => (fields[i] as string).trim());
      const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(date);
      const day = readDate(american ? `${american[3]}-${american[1]}-${american[2]}` : date), code = cameoNumber(dataset, cameo);
      if (day === undefined) return 'no such day';
      if (code === undefined) return 'no such CAMEO code';
      if (!source || !target) return void dataset.withoutParty();
      return dataset.add(day, who(source), who(target), code, 0) ? undefined : OUT_OF_RANGE;
    });
  },
};

const FIELDS = ['date', 'source', 'target', 'code', 'type', 'mode', 'id'] as const;
type Field = (typeof FIELDS)[number];
export const CSV_FIELDS: readonly string[] = FIELDS;

/** Comma- or tab-separated values, by a mapping of columns. Parties may be codes, names or actors; what happened a CAMEO code (or ICEWS's words for it) or a PLOVER type. */
export const csv: Format = {
  name: 'csv', about: 'comma- or tab-separated values, with --columns',
  fits: () => false,
  open: ({ dataset, head, path, wishes }: Opening) => {
    const delimiter = head.includes('\t') ? '\t' : head.includes(';') && !head.includes(',') ? ';' : ',';
    const header = splitCsv(head, delimiter) ?? [], mapping = wishes.columns ?? {};
    const given = Object.entries(mapping), numbers = given.every(([, column]) => /^\d+$/.test(column));
    const places = numbers ? given.map(([, column]) => Number(column) - 1) : columnsIn(header, given.map(([, column]) => column), path);
    const place = new Map<string, number>(given.map(([field], i) => [field, places[i] as number]));
    const missing = (['date', 'source', 'target'] as const).find((field) => !place.has(field)) ?? (place.has('code') || place.has('type') ? undefined : 'code');
    if (missing) throw new ProblemError(problem('missing-column', { file: path }, { column: missing }));
    // A header's own words for the date are no date.
    const named = !numbers || readDate(header[place.get('date') as number] ?? '') === undefined;
    return rows(dataset, named, (line) => splitCsv(line, delimiter), (fields) => {
      if (fields.length !== header.length) return `${fields.length} columns, not ${header.length}`;
      const of = (field: Field): string => fields[place.get(field) ?? -1]?.trim() ?? '';
      const day = readDate(of('date'));
      if (day === undefined) return 'no such day';
      const type = EVENT_TYPES.find((one) => one === of('type').toUpperCase()), mode = MODES.find((one) => one === of('mode').toLowerCase());
      const code = type ? dataset.code([type, mode].filter(Boolean).join(' '), type, mode) : cameoNumber(dataset, of('code'));
      if (code === undefined) return place.has('code') ? 'no such CAMEO code' : 'no such PLOVER type';
      const id = place.has('id') ? Number(of('id')) : 0;
      if (!Number.isInteger(id) || id < 0 || id >= 2 ** 32) return 'the id is no whole number below 4294967296';
      if (!of('source') || !of('target')) return void dataset.withoutParty();
      const who = (name: string): number => actor(dataset, name, undefined);
      return dataset.add(day, who(of('source')), who(of('target')), code, id) ? undefined : OUT_OF_RANGE;
    });
  },
};

/** The names that a file of the integer layout gives its numbers. */
function namesIn(path: string): Map<number, string> {
  if (!existsSync(path)) throw new ProblemError(problem('file-missing', { file: path }));
  const names = new Map<number, string>();
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const [name, number] = line.replace(/\r$/, '').split('\t');
    if (name && number !== undefined) names.set(Number(number), name.replaceAll('_', ' '));
  }
  return names;
}

/** The integer layout: `subject relation object time` in numbers, beside entity2id.txt and relation2id.txt; day (or hour) 0 is `--epoch`. */
export const tkg: Format = {
  name: 'tkg', about: 'the integer layout of temporal knowledge graphs (entity2id, relation2id, train, valid, test), with --epoch',
  fits: (head) => /^\d+\t\d+\t\d+\t\d+(?:\t-?\d+)?$/.test(head),
  open: ({ dataset, path, wishes }) => {
    if (wishes.epoch === undefined) throw new ProblemError(problem('missing-epoch', { file: path }));
    const epoch = dayNumber(wishes.epoch), hours = wishes.unit === 'hour';
    const entities = namesIn(join(dirname(path), 'entity2id.txt')), relations = namesIn(join(dirname(path), 'relation2id.txt'));
    const actors = new Map<number, number>(), codes = new Map<number, number | undefined>();
    const who = (entity: number): number | undefined => {
      const known = actors.get(entity), name = entities.get(entity);
      if (known !== undefined || name === undefined) return known;
      const id = actor(dataset, name, undefined);
      actors.set(entity, id);
      return id;
    };
    const what = (relation: number): number | undefined => {
      if (!codes.has(relation)) codes.set(relation, cameoNumber(dataset, relations.get(relation) ?? ''));
      return codes.get(relation);
    };
    return rows(dataset, false, tabs, (fields) => {
      const [subject = NaN, relation = NaN, object = NaN, time = NaN] = fields.map(Number);
      if (fields.length < 4 || !Number.isInteger(time)) return 'not four whole numbers';
      const source = who(subject), target = who(object), code = what(relation);
      if (source === undefined || target === undefined) return 'no such entity';
      if (code === undefined) return 'no such relation';
      return dataset.add(epoch + (hours ? Math.floor(time / 24) : time), source, target, code, 0) ? undefined : OUT_OF_RANGE;
    });
  },
};

