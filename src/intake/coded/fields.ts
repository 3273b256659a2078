/** Fields of coded rows. */
import { dayNumber, readDay } from '../../story/day.ts';

const seen = new Map<string, number | undefined>();
const KEPT = 65_536;

/** Days since 1970-01-01 of `YYYY-MM-DD`, `YYYYMMDD` or an ISO time; undefined where it is none. */
export function readDate(given: string): number | undefined {
  const known = seen.get(given);
  if (known !== undefined || seen.has(given)) return known;
  const text = given.trim(), plain = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  const { day } = readDay(plain ? `${plain[1]}-${plain[2]}-${plain[3]}` : text);
  const number = day === undefined ? undefined : dayNumber(day);
  if (seen.size >= KEPT) seen.clear();
  seen.set(given, number);
  return number;
}

/** Splits a line of comma-separated values (RFC 4180 within one line). Undefined where a quote stays open. */
export function splitCsv(line: string, delimiter: string): string[] | undefined {
  if (!line.includes('"')) return line.split(delimiter);
  const fields: string[] = [];
  for (let at = 0; ; ) {
    if (line[at] === '"') {
      let field = '', from = at + 1;
      for (;;) {
        const quote = line.indexOf('"', from);
        if (quote < 0) return undefined;
        field += line.slice(from, quote);
        if (line[quote + 1] !== '"') {
          at = quote + 1;
          break;
        }
        field += '"';
        from = quote + 2;
      }
      const next = line.indexOf(delimiter, at);
      fields.push(field + (next < 0 ? line.slice(at) : line.slice(at, next)));
      if (next < 0) return fields;
      at = next + delimiter.length;
    } else {
      const next = line.indexOf(delimiter, at);
      fields.push(next < 0 ? line.slice(at) : line.slice(at, next));
      if (next < 0) return fields;
      at = next + delimiter.length;
    }
  }
}
