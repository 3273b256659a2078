/**
 * The predicate lexicon of a language: which words, with which others beside them, name which act, tie or trend,
 * and in which slots its parties stand. One line of `language/<lang>/predicates.tsv` an entry.
 */
import { readFileSync } from 'node:fs';
import { DIRECTIONS, EVENT_TYPES, MODES, TIE_DOMAINS, TIE_KINDS } from '../story/facts.ts';
import type { Direction, EventType, Mode, TieDomain, TieKind } from '../story/facts.ts';
import type { Lang } from '../story/story.ts';

export type Label =
  | { is: 'event'; type: EventType; mode?: Mode; mutual: boolean }
  | { is: 'tie'; domain: TieDomain; kind: TieKind }
  | { is: 'trend'; direction: Direction };

/** Whether it is of a meeting, a call, talks. */
export const isConsult = (label: Label): boolean => label.is === 'event' && label.type === 'CONSULT';

export type PosClass = 'v' | 'n' | 'a';

export interface Entry {
  /** Line number in the file, which names the entry in errors and models. */
  line: number;
  /** The head as written, which identifies an entry across versions of the file. */
  head: string;
  lemmas: string[];
  pos: PosClass;
  /** Each must stand in the clause: alternatives of one word. */
  with: string[][];
  /** None may stand in the clause. */
  without: string[];
  label: Label;
  /** Slots of the source and of the target, best first. */
  source: string[];
  target: string[];
  example: string;
  /** `SRC>TGT` codes the example must yield. */
  expected: [string, string][];
}

const oneOf = <T extends string>(all: readonly T[], x: string): T | undefined => all.find((y) => y === x);

const parseLabel = (text: string): Label | undefined => {
  const [main = '', ...flags] = text.split(',');
  const [head = '', second = '', third = ''] = main.split(':');
  if (head === 'tie') {
    const domain = oneOf(TIE_DOMAINS, second), kind = oneOf(TIE_KINDS, third);
    return domain && kind ? { is: 'tie', domain, kind } : undefined;
  }
  if (head === 'trend') {
    const direction = oneOf(DIRECTIONS, second);
    return direction ? { is: 'trend', direction } : undefined;
  }
  const type = oneOf(EVENT_TYPES, head), mode = second ? oneOf(MODES, second) : undefined;
  if (!type || (second && !mode)) return undefined;
  return { is: 'event', type, mutual: flags.includes('mutual'), ...(mode ? { mode } : {}) };
};

const slots = (text: string): string[] => (text === '-' || !text ? [] : text.split('/').map((s) => s.trim()).filter(Boolean));

/**
 * One line of a predicate file.
 * @throws Error naming the line and what is wrong with it
 */
export const parseEntry = (text: string, line: number): Entry => {
  const [head = '', label = '', source = '', target = '', example = '', expected = ''] = text.split('\t').map((c) => c.trim());
  const parts = head.split(/\s+/);
  const first = /^(.+)\/([vna])$/.exec(parts[0] ?? '');
  if (!first) throw new Error(`line ${line}: the head "${head}" needs a part of speech on its first word (lemma/v, /n or /a)`);
  const parsed = parseLabel(label);
  if (!parsed) throw new Error(`line ${line}: "${label}" is no PLOVER type, tie or trend`);
  const rest = parts.slice(1);
  const bad = rest.find((p) => !/^[+-]./.test(p));
  if (bad) throw new Error(`line ${line}: "${bad}" must begin with + (needed) or - (excluded)`);
  const words = (p: string) => p.slice(1).replace(/\/[vna]$/, '').split('|');
  return {
    line, head, lemmas: (first[1] as string).split('|'), pos: first[2] as PosClass,
    with: rest.filter((p) => p[0] === '+').map(words),
    without: rest.filter((p) => p[0] === '-').flatMap(words),
    label: parsed, source: slots(source), target: slots(target), example,
    expected: expected.split(';').map((p) => p.trim()).filter(Boolean).map((p) => {
      const [a = '', b = ''] = p.split('>').map((c) => c.trim());
      return [a, b];
    }),
  };
};

const cache = new Map<Lang, Entry[]>();

/** All entries of a language, in file order. */
export const loadEntries = (lang: Lang): Entry[] => {
  let entries = cache.get(lang);
  if (!entries) {
    const lines = readFileSync(new URL(`../language/${lang}/predicates.tsv`, import.meta.url), 'utf8').split('\n');
    entries = lines.flatMap((l, i) => (l.trim() && !l.startsWith('#') && !/^head\t/.test(l) ? [parseEntry(l, i + 1)] : []));
    cache.set(lang, entries);
  }
  return entries;
};
