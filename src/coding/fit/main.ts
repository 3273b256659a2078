/**
 * Fits the coder's scorers on coded stories: the repository's own (training/), the examples of the lexicons, and the gold
 * training stories where they are present. Deterministic: the same stories give the same bytes.
 *
 *   npm run fit [-- --out DIR] [--only-own]
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { typeInfo } from '../../ontology/plover.ts';
import { CLAIM_KINDS, FACTUALITIES } from '../../story/facts.ts';
import { PERSON_FEATURES } from '../acting-person.ts';
import { VOICE_FEATURES, voicesOf } from '../attribute.ts';
import { JUDGE_FEATURES } from '../candidates.ts';
import type { Candidate } from '../candidates.ts';
import { CLAIM_FEATURES, claimCandidates } from '../claims.ts';
import type { CodedAct } from '../claims.ts';
import { DATE_FEATURES } from '../dating.ts';
import { UNSURE, factualityFeatures } from '../factuality.ts';
import { CERTAINTY_FEATURES, MOOD_BITS, certaintyRow, moodRow } from '../mood.ts';
import { PANEL_FEATURES } from '../panel.ts';
import type { Scene } from '../scene.ts';
import { fitCalibration } from '../scorer/calibration.ts';
import { makeModel, priorOf } from '../scorer/model.ts';
import type { StoredModel } from '../scorer/model.ts';
import { keep } from '../scorer/rows.ts';
import { Softmax } from '../scorer/softmax.ts';
import type { SparseRow } from '../scorer/softmax.ts';
import { Predictor } from '../scorer/predictor.ts';
import { trainBag, trainForest } from '../scorer/trees.ts';
import type { Forest, TrainOptions } from '../scorer/trees.ts';
import type { Trigger } from '../triggers.ts';
import { confirms, dataFolder, ownStories, readGold, sameName, sentencesOf } from './gold.ts';
import type { GoldFact, GoldStory } from './gold.ts';
import { FOLDS, exampleStories, isExample, itemOf, log } from './items.ts';
import { DATE, addDates, dateThreshold } from './dates.ts';
import type { DateData } from './dates.ts';
import { PANEL, judgeData, panelData, tellingOf, told } from './judging.ts';
import { PERSON, addPersons } from './persons.ts';
import type { PersonData } from './persons.ts';
import { rolesOf } from './roles.ts';
import { candidatesIn, framesOf, priorsOf, scorerOf, wordsOf } from './scorers.ts';
import { bestThreshold, outOfFold } from './thresholds.ts';
import { fitTyper } from './typer.ts';

const JUDGE: TrainOptions = { trees: 250, depth: 6, rate: 0.06, minHessian: 3, lambda: 3, rows: 0.6, columns: 0.25 };
const STANDING: TrainOptions = { trees: 80, depth: 5, rate: 0.1, minHessian: 2, lambda: 3, rows: 0.6, columns: 0.25 };
const CERTAINTY: TrainOptions = { trees: 120, depth: 4, rate: 0.08, minHessian: 2, lambda: 2, rows: 0.7, columns: 0.5 };
const MOOD = { bits: MOOD_BITS, passes: 8, rate: 0.1, l2: 3e-4 };
const SMALL: TrainOptions = { trees: 60, depth: 4, rate: 0.12, minHessian: 2, lambda: 2, rows: 0.7, columns: 0.6 };
/** The model story says what users must be able to count on: it stands as often among the stories. */
const SEED = 4;
/** Forests averaged where rows are few. */
const BAG = 4;

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
  const { thresholds, calibration, acts: toldActs } = tellingOf(panelSets);
  log(`panel fitted; thresholds ${JSON.stringify(thresholds)}, calibration ${JSON.stringify(calibration)}`);
  const personData: PersonData = { rows: [], labels: [], weights: [] };
  panelSets.forEach(({ told: acts }, fold) => acts.forEach(({ item, j, fact }) => addPersons(personData, item, j, fact, (folds[fold] as (typeof folds)[number]).scorer)));
  log(`acting persons on ${personData.rows.length} (${personData.labels.filter(Boolean).length} right)`);
  const { source, target } = rolesOf(items), words = wordsOf(items);

  const acted: { scene: Scene; trigger: Trigger; patterns: Float32Array; row: SparseRow }[] = [];
  const factLabels: string[] = [], factWeights: number[] = [], factFolds: number[] = [];
  const voiceRows: Float32Array[] = [], voiceLabels: number[] = [], voiceWeights: number[] = [];
  const claimRows: Float32Array[] = [], claimLabels: (string | undefined)[] = [], claimWeights: number[] = [], claimFolds: number[] = [];
  const prior = (t: Trigger) => priorOf(priors, t.lang, t.entry), frames = framesOf(items, scorerOf(source, target, words, undefined, prior));
  const scorer = scorerOf(source, target, words, frames, prior);
  const dateData: DateData = { rows: [], labels: [], weights: [], folds: [], acts: [], given: 0 };
  for (const item of items) {
    if (isExample(item)) continue;
    // claims stand beside the acts that are told, as they will when a story is read
    const acts = (toldActs.get(item) ?? []).map(({ trigger: { sentence, token }, label, confidence }): CodedAct => ({ sentence, token, confidence, ownSpeech: label.is === 'event' && typeInfo(label.type).speech }));
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
        acted.push({ scene: item.scene, trigger: c.trigger, patterns: factualityFeatures(item.scene, c.trigger), row: keep(moodRow(item.scene, c.trigger)) });
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
    }
    addDates(dateData, item, [...right.values()]);
    for (const c of claimCandidates(item.scene, acts)) {
      const hit = item.story.claims.find((g) => sentencesOf(item.scene, g.evidence).includes(c.sentence) && sameName(item.story, g.speaker, c.speech.name));
      claimRows.push(c.row);
      claimLabels.push(hit?.kind);
      claimWeights.push(item.weight);
      claimFolds.push(item.fold);
    }
  }
  log(`factuality on ${acted.length}, attribution on ${voiceRows.length} (${voiceLabels.filter(Boolean).length} right), claims on ${claimRows.length} (${claimLabels.filter(Boolean).length} right), dates on ${dateData.acts.length} acts`);
  const date = told('date', dateThreshold(dateData, outOfFold(DATE_FEATURES, dateData.rows, dateData.labels, dateData.weights, dateData.folds, DATE, 2)));
  const goldClaims = items.reduce((n, i) => n + i.weight * i.story.claims.length, 0);
  const claimP = outOfFold(CLAIM_FEATURES, claimRows, claimLabels.map((k) => Number(k !== undefined)), claimWeights, claimFolds, SMALL, BAG);
  const claimed = claimLabels.map((k, i) => ({ p: claimP[i] as number, right: k !== undefined, weight: claimWeights[i] as number })), claim = told('claim', bestThreshold(claimed, goldClaims)), most = Math.max(...claimWeights);
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
    date: trainBag(DATE_FEATURES, dateData.rows, dateData.labels, dateData.weights, DATE, 2),
    person: trainBag(PERSON_FEATURES, personData.rows, personData.labels, personData.weights, PERSON, 2),
    attribution: trainBag(VOICE_FEATURES, voiceRows, voiceLabels, voiceWeights, SMALL, BAG),
    claim: trainBag(CLAIM_FEATURES, claimRows, claimLabels.map((k) => Number(k !== undefined)), claimWeights, SMALL, BAG),
    claimKind: Object.fromEntries(CLAIM_KINDS.map((kind) => [kind, trainBag(CLAIM_FEATURES, isClaim.map((i) => claimRows[i] as Float32Array), isClaim.map((i) => Number(claimLabels[i] === kind)), isClaim.map((i) => claimWeights[i] as number), SMALL, BAG)])),
    thresholds: { ...thresholds, claim, unsure, date },
    calibration: { ...calibration, claim: fitCalibration(claimed.filter(({ p, weight }) => p >= claim && weight === most)) },
  };
};

/** Nine digits give a 32-bit float back exactly. */
const compact = (key: string, value: unknown): unknown => (typeof value === 'number' && key !== '' && !Number.isInteger(value) ? Number(Math.fround(value).toPrecision(9)) : value);

const main = (): void => {
  const args = process.argv.slice(2);
  const out = args.includes('--out') ? (args[args.indexOf('--out') + 1] as string) : fileURLToPath(new URL('../../../models/coder', import.meta.url));
  const stories: [GoldStory, number][] = [...ownStories().map((s): [GoldStory, number] => [s, 1]), ...exampleStories().map((s): [GoldStory, number] => [s, 0.5])];
  const seed = `${dataFolder()}/seed/gold.jsonl`, outside = args.includes('--only-own') ? [] : [`${dataFolder()}/gold/train.jsonl`, ...Array.from({ length: SEED }, () => seed)];
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
