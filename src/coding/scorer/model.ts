/** The fitted scorers of the coder, as stored under models/coder/. */
import { existsSync, readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import type { Entry } from '../lexicon.ts';
import type { RoleScorer } from '../candidates.ts';
import type { Calibration } from './calibration.ts';
import { unpack } from './packed.ts';
import { Predictor } from './predictor.ts';
import type { FlatForest } from './predictor.ts';
import type { Forest } from './trees.ts';
import { Softmax } from './softmax.ts';
import type { StoredSoftmax } from './softmax.ts';
import { frameRow } from '../frames.ts';
import { wordRow } from '../words.ts';

/** A forest as it was fitted, or as it is used. */
type Fitted = Forest | FlatForest;

export interface StoredModel {
  source: Fitted;
  target: Fitted;
  /** Of acts; of ties and trends. */
  judge: Fitted;
  standing: Fitted;
  panel: Fitted;
  words: StoredSoftmax;
  frames: StoredSoftmax;
  mood: StoredSoftmax;
  /** One forest a class, against all others. */
  factuality: Record<string, Fitted>;
  claim: Fitted;
  claimKind: Record<string, Fitted>;
  /** Whether a covering speech is the source of an act. */
  attribution: Fitted;
  /** Whether a person acts for a party in an act. */
  person: Fitted;
  /** Whether an act takes a date. */
  date: Fitted;
  /** Uses of an entry on the fitting stories: how many, and how many of them were facts. */
  priors: Record<string, [number, number]>;
  thresholds: Record<string, number>;
  /** By kind of fact: `event`, `tie`, `trend`, `claim`. */
  calibration: Record<string, Calibration>;
}

export interface Model extends RoleScorer {
  judge: Predictor;
  standing: Predictor;
  panel: Predictor;
  mood: Softmax;
  factuality: Map<string, Predictor>;
  claim: Predictor;
  claimKind: Map<string, Predictor>;
  attribution: Predictor;
  person: Predictor;
  date: Predictor;
  thresholds: Record<string, number>;
  calibration: Record<string, Calibration>;
}

/** Names an entry independently of its line. */
export const entryKey = (lang: string, e: Entry): string => {
  const { label } = e;
  const name = label.is === 'event' ? label.type : label.is === 'tie' ? `tie:${label.domain}:${label.kind}` : `trend:${label.direction}`;
  return `${lang} ${e.head} ${name}`;
};

const labelKey = (lang: string, e: Entry): string => `${lang} * ${e.label.is === 'event' ? e.label.type : e.label.is}`;

/** Uses that a label's own share counts for, against an entry's. */
const PRIOR_WEIGHT = 4;

/** Adds up uses: `facts` of `uses` of this entry were facts. */
export const addPrior = (priors: Record<string, [number, number]>, lang: string, e: Entry, uses: number, facts: number): void => {
  for (const key of [entryKey(lang, e), labelKey(lang, e)]) {
    const p = (priors[key] ??= [0, 0]);
    p[0] += uses;
    p[1] += facts;
  }
};

export const priorOf = (priors: Record<string, [number, number]>, lang: string, e: Entry, leaveOut?: [number, number]): { share: number; seen: number } => {
  const own = priors[entryKey(lang, e)] ?? [0, 0], all = priors[labelKey(lang, e)] ?? [0, 0];
  const [uses, facts] = leaveOut ? [own[0] - leaveOut[0], own[1] - leaveOut[1]] : own;
  const base = (all[1] + 1) / (all[0] + 3);
  return { share: (facts + PRIOR_WEIGHT * base) / (uses + PRIOR_WEIGHT), seen: uses };
};

/** Log-odds of `fact` against `none`. */
export const wordScorer = (softmax: Softmax): RoleScorer['words'] => (scene, trigger) => softmax.logOdds(wordRow(scene, trigger));

/** The same for a trigger with its parties. */
export const frameScorer = (softmax: Softmax): RoleScorer['frame'] => (scene, trigger, source, target) => softmax.logOdds(frameRow(scene, trigger, source, target));

export const makeModel = (stored: StoredModel): Model => {
  const source = new Predictor(stored.source), target = new Predictor(stored.target);
  const priors = new WeakMap<Entry, ReturnType<typeof priorOf>>();
  return {
    source: (rows) => source.rawAll(rows),
    target: (rows) => target.rawAll(rows),
    words: wordScorer(Softmax.load(stored.words)),
    frame: frameScorer(Softmax.load(stored.frames)),
    prior: (t) => {
      let prior = priors.get(t.entry);
      if (!prior) priors.set(t.entry, (prior = priorOf(stored.priors, t.lang, t.entry)));
      return prior;
    },
    judge: new Predictor(stored.judge),
    standing: new Predictor(stored.standing),
    panel: new Predictor(stored.panel),
    mood: Softmax.load(stored.mood),
    factuality: new Map(Object.entries(stored.factuality).map(([k, f]) => [k, new Predictor(f)])),
    claim: new Predictor(stored.claim),
    claimKind: new Map(Object.entries(stored.claimKind).map(([k, f]) => [k, new Predictor(f)])),
    attribution: new Predictor(stored.attribution),
    person: new Predictor(stored.person),
    date: new Predictor(stored.date),
    thresholds: stored.thresholds,
    calibration: stored.calibration,
  };
};

export interface StoredTyper {
  softmax: StoredSoftmax;
  /** Keys of the sentences it was fitted on, so that a score on them is known to need cross-validation. */
  fittedOn: number[];
}

/** A sentence's key: a 32-bit hash of its letters. */
export const typerKey = (text: string): number => {
  let h = 2166136261;
  for (const c of text.toLowerCase().replace(/[^a-z0-9]/g, '')) h = Math.imul(h ^ c.charCodeAt(0), 16777619);
  return h >>> 0;
};

const cache = new Map<string, unknown>();

/**
 * A model file that comes with the program.
 * @throws Error where it is missing from the installation
 */
const load = <T>(name: string): T => {
  let model = cache.get(name) as T | undefined;
  if (!model) {
    const file = new URL(`../../../models/coder/${name}.json.br`, import.meta.url);
    if (!existsSync(file)) throw new Error(`models/coder/${name}.json.br is missing. Reinstall Dragoman, or fit it with: npm run fit`);
    model = JSON.parse(brotliDecompressSync(readFileSync(file)).toString('utf8')) as T;
    cache.set(name, model);
  }
  return model;
};

/** The coder's model, from what the build has packed of it where it runs built. */
export const storedModel = (): StoredModel => {
  const packed = new URL('../../coder.bin', import.meta.url);
  if (!cache.has('coder') && existsSync(packed)) cache.set('coder', unpack(readFileSync(packed)));
  return load<StoredModel>('coder');
};
export const storedTyper = (): StoredTyper => load<StoredTyper>('typer');
