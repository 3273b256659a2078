/** A brief before it is written down: sections of statements, each with the numbers of its sources. */
import type { Lang } from '../story/story.ts';

export interface Source {
  /** Counted from 1 in the order of first mention. */
  n: number;
  /** The fact's id. */
  id: string;
  evidence?: string;
  lang?: string;
  outlet?: string;
  date?: string;
  title?: string;
  url?: string;
  story?: string;
  /** Of facts of a data set: its name. */
  dataset?: string;
}

export interface Statement {
  text: string;
  /** Numbers of sources. */
  cites: number[];
}

export type Block =
  | { kind: 'text'; statements: Statement[] }
  | { kind: 'list'; items: Statement[] }
  | { kind: 'table'; head: string[]; rows: Statement[][] }
  /** Values in order of time; undefined is silence. */
  | { kind: 'chart'; title: string; unit: string; bars: { label: string; value: number | undefined }[] };

export interface Section {
  title: string;
  blocks: Block[];
}

export interface Brief {
  /** The language that it is written in. */
  lang: Lang;
  title: string;
  window?: { from: string; to: string };
  sections: Section[];
  sources: Source[];
}

/** Numbers sources as they are first cited. */
export class Sources {
  readonly #numbers = new Map<string, number>();

  /** The numbers of facts, each once. */
  cite(ids: Iterable<string>): number[] {
    const numbers = new Set<number>();
    for (const id of ids) {
      const known = this.#numbers.get(id) ?? this.#numbers.size + 1;
      this.#numbers.set(id, known);
      numbers.add(known);
    }
    return [...numbers].sort((a, b) => a - b);
  }

  /** The facts cited, by number. */
  get ids(): string[] {
    return [...this.#numbers.keys()];
  }
}
