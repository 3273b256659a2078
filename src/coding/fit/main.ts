/**
 * Fits the coder's scorers on coded stories: the repository's own (training/), the examples of the lexicons, and the gold
 * training stories where they are present. Deterministic: the same stories give the same bytes.
 *
 *   npm run fit [-- --out DIR] [--only-own]
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { CLAIM_KINDS, FACTUALITIES } from '../../story/facts.ts';
import { LANGS } from '../../story/story.ts';
import { VOICE_FEATURES, voicesOf } from '../attribute.ts';
import { JUDGE_FEATURES, ROLE_FEATURES, candidatesOf, roleRows } from '../candidates.ts';
import type { Candidate, RoleScorer } from '../candidates.ts';
import { CLAIM_FEATURES, claimCandidates } from '../claims.ts';
import type { CodedAct } from '../claims.ts';
import { contextsOf } from '../context.ts';
import { UNSURE, factualityFeatures } from '../factuality.ts';
import { CERTAINTY_FEATURES, MOOD_BITS, certaintyRow, moodRow } from '../mood.ts';
import { loadEntries } from '../lexicon.ts';
import { hearing } from '../decide.ts';
import type { Judges } from '../decide.ts';
import { PANEL_FEATURES, panelRows } from '../panel.ts';
import type { Judged } from '../panel.ts';
import { prepare } from '../prepare.ts';
import { argumentsOf } from '../scene.ts';
import type { Argument, Scene } from '../scene.ts';
import { addPrior, frameScorer, makeModel, priorOf, wordScorer } from '../scorer/model.ts';
import type { StoredModel } from '../scorer/model.ts';
import { Softmax } from '../scorer/softmax.ts';
import type { SparseRow } from '../scorer/softmax.ts';
import { Predictor, trainBag, trainForest } from '../scorer/trees.ts';
import type { Forest, TrainOptions } from '../scorer/trees.ts';
import type { Trigger } from '../triggers.ts';
import { FRAME_BITS, frameRow } from '../frames.ts';
import { WORD_BITS, WORD_CLASSES, wordRow } from '../words.ts';
import { typeInfo } from '../../ontology/plover.ts';
import { confirms, dataFolder, goldFacts, goldLabel, ownStories, readGold, sameName, sentencesOf } from './gold.ts';
import type { GoldFact, GoldStory } from './gold.ts';
import { bestThreshold, outOfFold } from './thresholds.ts';
import { fitTyper } from './typer.ts';

const FOLDS = 3;
const ROLE: TrainOptions = { trees: 90, depth: 5, rate: 0.12, minHessian: 2, lambda: 2, rows: 0.7, columns: 0.4 };
const JUDGE: TrainOptions = { trees: 250, depth: 6, rate: 0.06, minHessian: 3, lambda: 3, rows: 0.6, columns: 0.25 };
const STANDING: TrainOptions = { trees: 80, depth: 5, rate: 0.1, minHessian: 2, lambda: 3, rows: 0.6, columns: 0.25 };
const PANEL: TrainOptions = { trees: 150, depth: 4, rate: 0.06, minHessian: 4, lambda: 3, rows: 0.7, columns: 0.5 };
const CERTAINTY: TrainOptions = { trees: 120, depth: 4, rate: 0.08, minHessian: 2, lambda: 2, rows: 0.7, columns: 0.5 };
const MOOD = { bits: MOOD_BITS, passes: 8, rate: 0.1, l2: 3e-4 };
const SMALL: TrainOptions = { trees: 60, depth: 4, rate: 0.12, minHessian: 2, lambda: 2, rows: 0.7, columns: 0.6 };
/** Forests averaged where rows are few. */
const BAG = 4;

interface Item {
  story: GoldStory;
  scene: Scene;
  facts: GoldFact[];
  fold: number;
  weight: number;
  args: Map<number, Argument[]>;
}

const hash = (s: string): number => {
  let h = 2166136261;
  for (let i = 0; i < s.length; i++) h = Math.imul(h ^ s.charCodeAt(i), 16777619);
  return h >>> 0;
};

const log = (text: string): void => void process.stderr.write(`${text}\n`);

/** Lexicon examples as one-sentence stories. */
const exampleStories = (): GoldStory[] => LANGS.flatMap((lang) => loadEntries(lang).flatMap((e): GoldStory[] => {
  if (!e.example || e.expected.length === 0 || e.label.is !== 'event') return [];
  const { type, mutual } = e.label;
  return [{
    id: `example-${lang}-${e.line}`, lang, date: '2024-06-12', text: e.example, persons: [], claims: [], ties: [], trends: [],
    events: e.expected.map(([source, target]) => ({ type, source, target, factuality: 'fact' as const, evidence: e.example, ...(mutual ? { mutual } : {}) })),
  }];
}));

const itemOf = (story: GoldStory, weight: number): Item => {
  const scene = prepare(story, story.lang);
  const args = new Map<number, Argument[]>();
  for (const t of scene.triggers) if (!args.has(t.sentence)) args.set(t.sentence, argumentsOf(scene, t.sentence));
  return { story, scene, facts: goldFacts(scene, story), fold: hash(story.id.split('-').slice(0, story.id.startsWith('example') ? 3 : /^\w\d-/.test(story.id) ? 1 : 2).join('-')) % FOLDS, weight, args };
};

interface RoleData {
  rows: Float32Array[];
  source: number[];
  target: number[];
  weights: number[];
}

const lastWord = (name: string | undefined): string => name?.split(' ').at(-1) ?? '';

/** Whether an argument is of the party, and not another person than the one meant. */
const isArgument = (arg: Argument, code: string, person: string | undefined): boolean =>
  arg.party === code && (!person || !arg.person || lastWord(arg.person) === lastWord(person));

/** Of several mentions of one party that would do, the one that names the person meant, or nobody where nobody is meant. */
const exact = (arg: Argument, fits: readonly boolean[], here: readonly Argument[], mine: readonly GoldFact[], k: number): boolean => {
  if (!fits[k]) return false;
  const meant = new Set(mine.flatMap((f) => [...(f.a === arg.party ? [lastWord(f.aPerson)] : []), ...(f.b === arg.party ? [lastWord(f.bPerson)] : [])]));
  return meant.has(lastWord(arg.person)) || !here.some((other, o) => fits[o] && other.party === arg.party && other.origin === 'here' && meant.has(lastWord(other.person)));
};

/** Role rows of triggers whose sentence has a gold fact of their label: whose argument is the source, whose the target. */
const roleData = (items: readonly Item[]): RoleData => {
  const data: RoleData = { rows: [], source: [], target: [], weights: [] };
  for (const { scene, facts, args, weight } of items) {
    for (const trigger of scene.triggers) {
      const name = goldLabel(trigger.entry.label);
      const mine = facts.filter((f) => f.label === name && f.sentences.has(trigger.sentence));
      if (mine.length === 0) continue;
      const here = args.get(trigger.sentence) as Argument[];
      const rows = roleRows(scene, trigger, here);
      const source = here.map((arg) => mine.some((f) => isArgument(arg, f.a, f.aPerson) || (f.either && isArgument(arg, f.b, f.bPerson))));
      const target = here.map((arg) => mine.some((f) => isArgument(arg, f.b, f.bPerson) || (f.either && isArgument(arg, f.a, f.aPerson))));
      here.forEach((arg, k) => {
        data.rows.push(rows[k] as Float32Array);
        data.source.push(Number(exact(arg, source, here, mine, k)));
        data.target.push(Number(exact(arg, target, here, mine, k)));
        data.weights.push(weight);
      });
    }
  }
  return data;
};

const rolesOf = (items: readonly Item[]): { source: Forest; target: Forest } => {
  const data = roleData(items);
  return { source: trainForest(ROLE_FEATURES, data.rows, data.source, data.weights, ROLE), target: trainForest(ROLE_FEATURES, data.rows, data.target, data.weights, ROLE) };
};

/** How many triggers of each entry had a fact of their label in their sentence. */
const priorsOf = (items: readonly Item[]): Record<string, [number, number]> => {
  const priors: Record<string, [number, number]> = {};
  for (const { scene, facts, story } of items) {
    if (story.id.startsWith('example')) continue;
    for (const t of scene.triggers) {
      const name = goldLabel(t.entry.label);
      addPrior(priors, t.lang, t.entry, 1, facts.some((f) => f.label === name && f.sentences.has(t.sentence)) ? 1 : 0);
    }
  }
  return priors;
};

const WORDS = { bits: WORD_BITS, passes: 6, rate: 0.08, l2: 3e-4 };

/** Which words around a trigger go with a fact of its label. */
const wordsOf = (items: readonly Item[]): Softmax => {
  const rows: SparseRow[] = [], labels: string[] = [], weights: number[] = [];
  for (const { scene, facts, story, weight } of items) {
    for (const t of scene.triggers) {
      const name = goldLabel(t.entry.label), right = facts.some((f) => f.label === name && f.sentences.has(t.sentence));
      if (!right && story.id.startsWith('example')) continue;
      rows.push(wordRow(scene, t));
      labels.push(right ? 'fact' : 'none');
      weights.push(weight);
    }
  }
  return Softmax.fit(WORD_CLASSES, rows, labels, weights, WORDS);
};

const scorerOf = (source: Forest, target: Forest, words: Softmax, frames: Softmax | undefined, prior: (t: Trigger) => { share: number; seen: number }): RoleScorer => {
  const s = new Predictor(source), t = new Predictor(target);
  return { source: (r) => s.raw(r), target: (r) => t.raw(r), prior, words: wordScorer(words), frame: frames ? frameScorer(frames) : () => 0 };
};

const candidatesIn = (item: Item, scorer: RoleScorer): Candidate[] => {
  const contexts = contextsOf(item.scene);
  return item.scene.triggers.flatMap((t) => candidatesOf(item.scene, t, contexts.get(t) as never, scorer, item.args.get(t.sentence) as Argument[]));
};

const FRAMES = { bits: FRAME_BITS, passes: 5, rate: 0.08, l2: 3e-4 };

/** Which words between a trigger and two parties go with a fact of theirs. */
const framesOf = (items: readonly Item[], scorer: RoleScorer): Softmax => {
  const rows: SparseRow[] = [], labels: string[] = [], weights: number[] = [];
  for (const item of items) {
    for (const c of candidatesIn(item, scorer)) {
      const right = confirms(c, item.facts) !== undefined;
      if (!right && isExample(item) && goldLabel(c.label) !== item.facts[0]?.label) continue;
      rows.push(frameRow(item.scene, c.trigger, c.source, c.target));
      labels.push(right ? 'fact' : 'none');
      weights.push(item.weight);
    }
  }
  return Softmax.fit(WORD_CLASSES, rows, labels, weights, FRAMES);
};

interface Data {
  rows: Float32Array[];
  labels: number[];
  weights: number[];
  /** `event`, `tie` or `trend`. */
  kinds: string[];
}

const isExample = (item: Item): boolean => item.story.id.startsWith('example');

const judgeData = (items: readonly Item[], scorer: RoleScorer): Data => {
  const data: Data = { rows: [], labels: [], weights: [], kinds: [] };
  for (const item of items) {
    for (const c of candidatesIn(item, scorer)) {
      const right = confirms(c, item.facts) !== undefined;
      // an example sentence is coded for one act only, so what else is found there may be right
      if (!right && isExample(item) && goldLabel(c.label) !== item.facts[0]?.label) continue;
      data.rows.push(c.row);
      data.labels.push(right ? 1 : 0);
      data.weights.push(item.weight);
      data.kinds.push(c.label.is);
    }
  }
  return data;
};

interface PanelData extends Data {
  /** Gold facts of each kind, found or not, by weight. */
  gold: Record<string, number>;
}

/** Each gold fact confirms its likeliest candidate; further mentions of the same fact are repeats, and wrong. */
const panelData = (items: readonly Item[], scorer: RoleScorer, judges: Judges): PanelData => {
  const data: PanelData = { rows: [], labels: [], weights: [], kinds: [], gold: {} };
  for (const item of items) {
    if (isExample(item)) continue;
    const heard = hearing(item.scene, scorer, judges), rows = panelRows(item.scene, heard), open = new Set(item.facts);
    for (const f of item.facts) {
      const kind = f.event ? 'event' : f.label.split(':')[0] as string;
      data.gold[kind] = (data.gold[kind] ?? 0) + item.weight;
    }
    const order = heard.map((_, k) => k).sort((a, b) => (heard[b] as Judged).confidence - (heard[a] as Judged).confidence || a - b);
    const right = new Set<number>();
    for (const anywhere of [false, true]) {
      for (const k of order) {
        if (right.has(k)) continue;
        const fact = confirms(heard[k] as Judged, [...open], anywhere);
        if (!fact) continue;
        open.delete(fact);
        right.add(k);
      }
    }
    heard.forEach((j, k) => {
      data.rows.push(rows[k] as Float32Array);
      data.labels.push(Number(right.has(k)));
      data.weights.push(item.weight);
      data.kinds.push(j.label.is);
    });
  }
  return data;
};

/** The threshold of each kind of fact with the best F1 on folds that the panel was not fitted on. */
const thresholdsOf = (sets: readonly PanelData[]): Record<string, number> => {
  const scored = sets.flatMap((mine) => {
    const rest = sets.filter((d) => d !== mine);
    const panel = new Predictor(trainForest(PANEL_FEATURES, rest.flatMap((d) => d.rows), rest.flatMap((d) => d.labels), rest.flatMap((d) => d.weights), PANEL));
    return mine.rows.map((row, k) => ({ p: panel.probability(row), right: mine.labels[k] === 1, weight: mine.weights[k] as number, kind: mine.kinds[k] as string }));
  });
  return Object.fromEntries(['event', 'tie', 'trend'].map((kind) => {
    const gold = sets.reduce((n, d) => n + (d.gold[kind] ?? 0), 0);
    return [kind, told(kind, bestThreshold(scored.filter((s) => s.kind === kind), gold))];
  }));
};

const told = (kind: string, { threshold, f1 }: { threshold: number; f1: number }): number => {
  log(`${kind}: F1 ${(100 * f1).toFixed(1)} at ${threshold} on unseen folds`);
  return threshold;
};

const fit = (stories: readonly [GoldStory, number][]): StoredModel => {
  const items = stories.map(([s, w]) => itemOf(s, w));
  log(`${items.length} stories, ${items.reduce((n, i) => n + i.scene.triggers.length, 0)} triggers, ${items.reduce((n, i) => n + i.facts.length, 0)} facts`);
  const priors = priorsOf(items);
  // what a scorer is fitted on comes from scorers below it that have not seen the story
  const folds = Array.from({ length: FOLDS }, (_, fold) => {
    const rest = items.filter((i) => i.fold !== fold), roles = rolesOf(rest), restPriors = priorsOf(rest);
    const prior = (t: Trigger) => priorOf(restPriors, t.lang, t.entry), words = wordsOf(rest);
    const scorer = scorerOf(roles.source, roles.target, words, framesOf(rest, scorerOf(roles.source, roles.target, words, undefined, prior)), prior);
    const data = judgeData(items.filter((i) => i.fold === fold), scorer);
    log(`fold ${fold + 1}/${FOLDS}: ${data.rows.length} candidates`);
    return { scorer, data };
  });
  const judgeOn = (some: typeof folds, acts: boolean): Forest => {
    const mine = some.flatMap(({ data }) => data.rows.map((row, k) => ({ row, label: data.labels[k] as number, weight: data.weights[k] as number, act: data.kinds[k] === 'event' }))).filter((d) => d.act === acts);
    return trainBag(JUDGE_FEATURES, mine.map((d) => d.row), mine.map((d) => d.label), mine.map((d) => d.weight), acts ? JUDGE : STANDING, acts ? 1 : 3);
  };
  const judge = judgeOn(folds, true), standing = judgeOn(folds, false);
  log('judges fitted');
  const panelSets = folds.map(({ scorer }, fold) => {
    const rest = folds.filter((_, f) => f !== fold);
    return panelData(items.filter((i) => i.fold === fold), scorer, { judge: new Predictor(judgeOn(rest, true)), standing: new Predictor(judgeOn(rest, false)) });
  });
  const panel = trainForest(PANEL_FEATURES, panelSets.flatMap((d) => d.rows), panelSets.flatMap((d) => d.labels), panelSets.flatMap((d) => d.weights), PANEL);
  const thresholds = thresholdsOf(panelSets);
  log(`panel fitted; thresholds ${JSON.stringify(thresholds)}`);
  const { source, target } = rolesOf(items), words = wordsOf(items);

  const acted: { scene: Scene; trigger: Trigger; patterns: Float32Array; row: SparseRow }[] = [];
  const factLabels: string[] = [], factWeights: number[] = [], factFolds: number[] = [];
  const voiceRows: Float32Array[] = [], voiceLabels: number[] = [], voiceWeights: number[] = [];
  const claimRows: Float32Array[] = [], claimLabels: (string | undefined)[] = [], claimWeights: number[] = [], claimFolds: number[] = [];
  const prior = (t: Trigger) => priorOf(priors, t.lang, t.entry), frames = framesOf(items, scorerOf(source, target, words, undefined, prior));
  const scorer = scorerOf(source, target, words, frames, prior);
  const judgeOf = new Predictor(judge);
  for (const item of items) {
    if (item.story.id.startsWith('example')) continue;
    const acts: CodedAct[] = [];
    const right = new Map<string, { c: Candidate; fact: GoldFact }>();
    for (const c of candidatesIn(item, scorer)) {
      const fact = confirms(c, item.facts);
      if (!fact?.event) continue;
      const key = `${c.trigger.token} ${c.source.party} ${c.target.party} ${fact.label}`;
      right.set(key, { c, fact });
    }
    const perTrigger = new Set<string>();
    for (const { c, fact } of right.values()) {
      const e = fact.event as NonNullable<GoldFact['event']>;
      const once = `${c.trigger.token} ${e.factuality}`;
      if (!perTrigger.has(once)) {
        perTrigger.add(once);
        acted.push({ scene: item.scene, trigger: c.trigger, patterns: factualityFeatures(item.scene, c.trigger), row: moodRow(item.scene, c.trigger) });
        factLabels.push(e.factuality);
        factWeights.push(item.weight);
        factFolds.push(item.fold);
      }
      const accuser = [...right.values()].find((r) => r.fact.label === 'ACCUSE' && r.c.trigger.sentence === c.trigger.sentence && r.c !== c && r.c.trigger.token !== c.trigger.token);
      for (const v of voicesOf(item.scene, c, accuser?.c)) {
        voiceRows.push(v.row);
        voiceLabels.push(e.attributed_to && sameName(item.story, e.attributed_to, v.name) ? 1 : 0);
        voiceWeights.push(item.weight);
      }
      acts.push({ sentence: c.trigger.sentence, token: c.trigger.token, confidence: judgeOf.probability(c.row), ownSpeech: typeInfo(e.type).speech });
    }
    for (const c of claimCandidates(item.scene, acts)) {
      const hit = item.story.claims.find((g) => sentencesOf(item.scene, g.evidence).includes(c.sentence) && sameName(item.story, g.speaker, c.speech.name));
      claimRows.push(c.row);
      claimLabels.push(hit?.kind);
      claimWeights.push(item.weight);
      claimFolds.push(item.fold);
    }
  }
  log(`factuality on ${acted.length}, attribution on ${voiceRows.length} (${voiceLabels.filter(Boolean).length} right), claims on ${claimRows.length} (${claimLabels.filter(Boolean).length} right)`);
  const goldClaims = items.reduce((n, i) => n + i.weight * i.story.claims.length, 0);
  const claimP = outOfFold(CLAIM_FEATURES, claimRows, claimLabels.map((k) => Number(k !== undefined)), claimWeights, claimFolds, SMALL, BAG);
  const claim = told('claim', bestThreshold(claimLabels.map((k, i) => ({ p: claimP[i] as number, right: k !== undefined, weight: claimWeights[i] as number })), goldClaims));
  const moodOf = (at: readonly number[]) => Softmax.fit(FACTUALITIES, at.map((i) => acted[i]?.row as SparseRow), at.map((i) => factLabels[i] as string), at.map((i) => factWeights[i] as number), MOOD);
  // the forests see what words say of acts that the word scorer had not seen
  const moods = Array.from({ length: FOLDS }, (_, fold) => moodOf(acted.map((_, i) => i).filter((i) => factFolds[i] !== fold)));
  const factRows = acted.map((a, i) => certaintyRow(a.patterns, a.scene, a.trigger, moods[factFolds[i] as number] as Softmax));
  const unsureP = UNSURE.map((f) => outOfFold(CERTAINTY_FEATURES, factRows, factLabels.map((l) => Number(l === f)), factWeights, factFolds, CERTAINTY, BAG));
  const unsure = told('unsure', bestThreshold(factLabels.map((label, i) => {
    const best = UNSURE.reduce((b, _, k) => ((unsureP[k] as Float64Array)[i] as number) > ((unsureP[b] as Float64Array)[i] as number) ? k : b, 0);
    return { p: (unsureP[best] as Float64Array)[i] as number, right: UNSURE[best] === label, weight: factWeights[i] as number };
  }), factLabels.reduce((n, l, i) => n + (l === 'fact' ? 0 : factWeights[i] as number), 0)));
  const isClaim = claimLabels.map((k, i) => [k, i] as const).filter(([k]) => k !== undefined).map(([, i]) => i);
  return {
    source, target, judge, standing, panel, words: words.store(), frames: frames.store(), mood: moodOf(acted.map((_, i) => i)).store(), priors,
    factuality: Object.fromEntries(UNSURE.map((f) => [f, trainBag(CERTAINTY_FEATURES, factRows, factLabels.map((l) => Number(l === f)), factWeights, CERTAINTY, BAG)])),
    attribution: trainBag(VOICE_FEATURES, voiceRows, voiceLabels, voiceWeights, SMALL, BAG),
    claim: trainBag(CLAIM_FEATURES, claimRows, claimLabels.map((k) => Number(k !== undefined)), claimWeights, SMALL, BAG),
    claimKind: Object.fromEntries(CLAIM_KINDS.map((kind) => [kind, trainBag(CLAIM_FEATURES, isClaim.map((i) => claimRows[i] as Float32Array), isClaim.map((i) => Number(claimLabels[i] === kind)), isClaim.map((i) => claimWeights[i] as number), SMALL, BAG)])),
    thresholds: { ...thresholds, claim, unsure },
  };
};

/** Nine digits give a 32-bit float back exactly. */
const compact = (key: string, value: unknown): unknown => (typeof value === 'number' && key !== '' && !Number.isInteger(value) ? Number(Math.fround(value).toPrecision(9)) : value);

const main = (): void => {
  const args = process.argv.slice(2);
  const out = args.includes('--out') ? (args[args.indexOf('--out') + 1] as string) : fileURLToPath(new URL('../../../models/coder', import.meta.url));
  const stories: [GoldStory, number][] = [...ownStories().map((s): [GoldStory, number] => [s, 1]), ...exampleStories().map((s): [GoldStory, number] => [s, 0.5])];
  const outside = args.includes('--only-own') ? [] : [`${dataFolder()}/gold/train.jsonl`, `${dataFolder()}/seed/gold.jsonl`];
  for (const file of outside) if (existsSync(file)) stories.push(...readGold(file).map((s): [GoldStory, number] => [s, 1.5]));
  const model = fit(stories);
  mkdirSync(out, { recursive: true });
  const write = (name: string, value: unknown) => {
    const packed = brotliCompressSync(Buffer.from(JSON.stringify(value, compact)), { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
    writeFileSync(`${out}/${name}.json.br`, packed);
    log(`${out}/${name}.json.br: ${(packed.length / 1e6).toFixed(2)} MB`);
  };
  write('coder', model);
  if (!args.includes('--no-typer')) write('typer', fitTyper(makeModel(model)));
};

main();
