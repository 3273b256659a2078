/** A read text: tokens, sentences and a Universal Dependencies tree, over an immutable string. */
import type { Lang, Span } from '../story/story.ts';

/** One syntactic word; its strings keep no text alive. Offsets are those of its surface token (a split multiword token shares them). */
export interface Token extends Span {
  /** Index in `Doc.tokens`. */
  readonly i: number;
  /** Index in `Doc.sentences`. */
  readonly sentence: number;
  /** As written. */
  readonly form: string;
  /** Lower case by the language's rules (Turkish dotted and dotless i). */
  readonly lower: string;
  readonly lemma: string;
  readonly upos: string;
  /** UD relation with its subtype, e.g. `nsubj:pass`. */
  readonly deprel: string;
  /** Doc-level index of the head; -1 at the root. */
  readonly head: number;
  /** A UD feature's value, e.g. `feat('Case') === 'Acc'`. */
  feat(name: string): string | undefined;
}

export interface Sentence extends Span {
  readonly i: number;
  /** First token, and one past the last. */
  readonly first: number;
  readonly last: number;
  /** Index of the paragraph it stands in. */
  readonly paragraph: number;
}

export interface Doc {
  readonly lang: Lang;
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  /** Dependents of a token, left to right. */
  children(i: number): readonly number[];
}
