/** What all triggers of one sentence look at, counted once: verbs, marks and mentions up to each of its tokens. */
import type { Token } from '../language/doc.ts';
import type { Scene } from './scene.ts';

/** Counts before each token of the sentence, and after its last: differences count what stands between two tokens. */
export interface SentenceView {
  first: number;
  verbs: Int16Array;
  commas: Int16Array;
  mentions: Int16Array;
  /** Marks at which the scope of a word of certainty ends. */
  breaks: Int16Array;
}

const views = new WeakMap<Scene, (SentenceView | undefined)[]>();

const makeView = (scene: Scene, sentence: number): SentenceView => {
  const { doc } = scene, { first, last } = doc.sentences[sentence] as Scene['doc']['sentences'][number];
  const n = last - first + 1, buffer = new Int16Array(4 * n);
  const [verbs, commas, mentions, breaks] = [0, n, 2 * n, 3 * n].map((at) => buffer.subarray(at, at + n)) as [Int16Array, Int16Array, Int16Array, Int16Array];
  const heads = new Set((scene.bySentence[sentence] ?? []).map((m) => m.head));
  for (let k = 0; k < n - 1; k++) {
    const { upos, form } = doc.tokens[first + k] as Token;
    const strong = form === ',' || form === ';' || form === '—' || form === ':';
    verbs[k + 1] = (verbs[k] as number) + (upos === 'VERB' ? 1 : 0);
    commas[k + 1] = (commas[k] as number) + (strong ? 1 : 0);
    breaks[k + 1] = (breaks[k] as number) + (strong || form === '–' ? 1 : 0);
    mentions[k + 1] = (mentions[k] as number) + (heads.has(first + k) ? 1 : 0);
  }
  return { first, verbs, commas, mentions, breaks };
};

export const viewOf = (scene: Scene, sentence: number): SentenceView => {
  let perScene = views.get(scene);
  if (!perScene) views.set(scene, (perScene = []));
  return (perScene[sentence] ??= makeView(scene, sentence));
};
