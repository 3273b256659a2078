/** A read text as columns of typed arrays; tokens are made of them on first use. */
import type { Lang, Span } from '../story/story.ts';
import type { Doc, Sentence, Token } from './doc.ts';
import { parseFeats } from './tagset.ts';

/** Columns, one cell a syntactic word. */
export interface DocColumns {
  count: number;
  start: Int32Array;
  end: Int32Array;
  /** The surface token a word was split from; the same as `start` and `end` for most. */
  surfaceStart: Int32Array;
  surfaceEnd: Int32Array;
  /** Strings that keep no text alive; one word's are one string throughout, so that to look it up somewhere is to compare addresses. */
  form: readonly string[];
  lower: readonly string[];
  lemma: readonly string[];
  bundle: Int32Array;
  upos: Uint8Array;
  deprel: Uint8Array;
  head: Int32Array;
  sentence: Int32Array;
}

const bundleMaps = new Map<string, ReadonlyMap<string, string>>();

function featureMap(bundle: string): ReadonlyMap<string, string> {
  let map = bundleMaps.get(bundle);
  if (!map) {
    map = new Map(parseFeats(bundle));
    bundleMaps.set(bundle, map);
  }
  return map;
}

/** A token with its cells at hand: the coder looks at each of them many times. */
class TokenView implements Token {
  readonly i: number;
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
  readonly form: string;
  readonly lower: string;
  readonly lemma: string;
  readonly upos: string;
  readonly deprel: string;
  readonly head: number;
  readonly #features: ReadonlyMap<string, string>;

  constructor({ columns, uposNames, labelNames }: ColumnDoc, i: number, features: ReadonlyMap<string, string>) {
    this.i = i;
    this.start = columns.start[i];
    this.end = columns.end[i];
    this.sentence = columns.sentence[i];
    this.form = columns.form[i];
    this.lower = columns.lower[i];
    this.lemma = columns.lemma[i];
    this.upos = uposNames[columns.upos[i]];
    this.deprel = labelNames[columns.deprel[i]];
    this.head = columns.head[i];
    this.#features = features;
  }

  feat(name: string): string | undefined { return this.#features.get(name); }
}

export class ColumnDoc implements Doc {
  readonly lang: Lang;
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly columns: DocColumns;
  readonly uposNames: readonly string[];
  readonly labelNames: readonly string[];
  readonly bundleNames: readonly string[];
  readonly #features: (ReadonlyMap<string, string> | undefined)[];
  #tokens: readonly Token[] | undefined;
  #children: readonly (readonly number[])[] | undefined;

  constructor(lang: Lang, text: string, columns: DocColumns, sentences: readonly Sentence[], names: { upos: readonly string[]; labels: readonly string[]; bundles: readonly string[] }) {
    this.lang = lang;
    this.text = text;
    this.columns = columns;
    this.sentences = sentences;
    this.uposNames = names.upos;
    this.labelNames = names.labels;
    this.bundleNames = names.bundles;
    this.#features = new Array<ReadonlyMap<string, string> | undefined>(names.bundles.length);
  }

  get tokens(): readonly Token[] {
    if (!this.#tokens) {
      const tokens: Token[] = [];
      for (let i = 0; i < this.columns.count; i++) tokens.push(new TokenView(this, i, this.#featuresOf(i)));
      this.#tokens = tokens;
    }
    return this.#tokens;
  }

  children(i: number): readonly number[] {
    if (!this.#children) {
      const lists: number[][] = Array.from({ length: this.columns.count }, () => []);
      for (let k = 0; k < this.columns.count; k++) {
        const head = this.columns.head[k];
        if (head >= 0) lists[head].push(k);
      }
      this.#children = lists;
    }
    return this.#children[i] ?? [];
  }

  feat(i: number, name: string): string | undefined {
    return this.#featuresOf(i).get(name);
  }

  #featuresOf(i: number): ReadonlyMap<string, string> {
    const id = this.columns.bundle[i];
    return (this.#features[id] ??= featureMap(this.bundleNames[id]));
  }

  /** The whole feature string, `_` for none. */
  feats(i: number): string {
    return this.bundleNames[this.columns.bundle[i]];
  }

  /** The surface token a word belongs to. */
  surface(i: number): Span {
    return { start: this.columns.surfaceStart[i], end: this.columns.surfaceEnd[i] };
  }
}
