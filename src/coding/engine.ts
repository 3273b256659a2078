/** The built-in coder: a story in, cited facts out. Works offline from the models and lexicons that come with it. */
import { typeInfo } from '../ontology/plover.ts';
import type { Additions } from '../parties/additions.ts';
import { identifyLanguage } from '../language/identify.ts';
import { CLAIM_KINDS } from '../story/facts.ts';
import { LANGS } from '../story/story.ts';
import type { Lang, Story } from '../story/story.ts';
import type { ClaimFact, CodedStory, EventFact, Factuality, Offsets, TieFact, TrendFact } from '../story/facts.ts';
import { likeliestPerson, personChoices } from './acting-person.ts';
import type { Role } from './acting-person.ts';
import { voicesOf } from './attribute.ts';
import type { Voice } from './attribute.ts';
import { bestKind, claimCandidates } from './claims.ts';
import type { ClaimCandidate, CodedAct } from './claims.ts';
import { dateChoices } from './dating.ts';
import type { DateMention } from './dates/types.ts';
import { accuserOf, decide } from './decide.ts';
import type { Judged } from './panel.ts';
import { isRecurring, numbersIn, purposeOf, quotesIn } from './details.ts';
import { UNSURE, conditionText } from './factuality.ts';
import { certaintyRow } from './mood.ts';
import { placeOf } from './place.ts';
import { precedentOf } from './precedent.ts';
import { prepare } from './prepare.ts';
import { prospectOf } from './prospect.ts';
import type { Scene } from './scene.ts';
import { calibrated } from './scorer/calibration.ts';
import { makeModel, storedModel } from './scorer/model.ts';
import type { Model } from './scorer/model.ts';

export class UnsupportedLanguage extends Error {
  readonly lang: string;
  constructor(lang: string) {
    super(`the language "${lang}" is not supported (${LANGS.join(', ')} are)`);
    this.lang = lang;
  }
}

const spanOf = (scene: Scene, first: number, last: number) => ({
  start: (scene.doc.tokens[first] as { start: number }).start,
  end: (scene.doc.tokens[last - 1] as { end: number }).end,
});

const evidenceOf = (scene: Scene, sentence: number) => {
  const { start, end } = scene.doc.sentences[sentence] as { start: number; end: number };
  return { evidence: scene.doc.text.slice(start, end), sentence: { start, end } };
};

const ROLES: readonly Role[] = ['source', 'target'];

const round = (x: number): number => Math.round(x * 1000) / 1000;

const offsetsOf = (scene: Scene, j: Judged): { evidence: string; offsets: Offsets } => {
  const { evidence, sentence } = evidenceOf(scene, j.trigger.sentence);
  const offsets: Offsets = { sentence, type: spanOf(scene, j.trigger.token, j.trigger.token + 1) };
  if (j.source.mention) offsets.source = spanOf(scene, j.source.mention.first, j.source.mention.last);
  if (j.target.mention) offsets.target = spanOf(scene, j.target.mention.first, j.target.mention.last);
  return { evidence, offsets };
};

/** How far the text commits to each act. */
const factualitiesOf = (scene: Scene, model: Model, acts: readonly Judged[]): Map<Judged, Factuality> => {
  const rows = acts.map((j) => certaintyRow(j.context.factuality, scene, j.trigger, model.mood));
  const likely = UNSURE.map((f) => [f, model.factuality.get(f)?.probabilities(rows)] as const);
  return new Map(acts.map((j, k) => {
    let best: Factuality = 'fact', score = model.thresholds.unsure ?? 0.42;
    for (const [f, probabilities] of likely) {
      const p = probabilities?.[k] ?? 0;
      if (p > score) [best, score] = [f, p];
    }
    return [j, best === 'fact' ? (prospectOf(scene, j.trigger) ?? best) : best];
  }));
};

/** Whose word an act is, where the text gives it as somebody's. */
const attributionsOf = (scene: Scene, model: Model, acts: readonly Judged[], kept: readonly Judged[]): Map<Judged, Voice> => {
  const voices = acts.flatMap((j) => voicesOf(scene, j, accuserOf(j, kept)).map((voice) => ({ j, voice })));
  const probabilities = model.attribution.probabilities(voices.map((v) => v.voice.row)), best = new Map<Judged, { voice: Voice; p: number }>();
  voices.forEach(({ j, voice }, k) => {
    const p = probabilities[k] as number;
    if (p > (best.get(j)?.p ?? 0.5)) best.set(j, { voice, p });
  });
  return new Map([...best].map(([j, { voice }]) => [j, voice]));
};

/** The date that each act takes, where it takes one. */
const datesOf = (scene: Scene, model: Model, acts: readonly Judged[]): Map<Judged, DateMention> => {
  const choices = dateChoices(scene, acts), probabilities = model.date.probabilities(choices.flat().map(({ row }) => row)), taken = new Map<Judged, DateMention>();
  let at = 0;
  acts.forEach((j, k) => {
    let most = model.thresholds.date ?? 0.5;
    for (const { date } of choices[k] ?? []) {
      const p = probabilities[at++] as number;
      if (p < most) continue;
      most = p;
      taken.set(j, date);
    }
  });
  return taken;
};

/** Who acts in each act, by role. */
const personsOf = (scene: Scene, model: Model, acts: readonly Judged[]): Map<Judged, Partial<Record<Role, string>>> => {
  const choices = acts.flatMap((j) => ROLES.map((role) => ({ j, role, among: personChoices(scene, j, role, model) })));
  const probabilities = model.person.probabilities(choices.flatMap(({ among }) => among.map(({ row }) => row))), out = new Map<Judged, Partial<Record<Role, string>>>();
  let at = 0;
  for (const { j, role, among } of choices) {
    const person = likeliestPerson(among, probabilities, at);
    at += among.length;
    if (person !== undefined) out.set(j, { ...out.get(j), [role]: person });
  }
  return out;
};

/** The confidence that a fact of a kind is told with. */
const confidenceIn = (model: Model, kind: string, p: number): number => {
  const line = model.calibration[kind];
  return round(line ? calibrated(line, p) : p);
};

const eventOf = (scene: Scene, model: Model, j: Judged, factuality: Factuality, acting: Partial<Record<Role, string>>, voice: Voice | undefined, date: DateMention | undefined): EventFact | undefined => {
  const { label } = j;
  if (label.is !== 'event') return undefined;
  const { evidence, offsets } = offsetsOf(scene, j);
  const event: EventFact = { type: label.type, source: j.source.party, target: j.target.party, factuality, evidence, offsets, confidence: confidenceIn(model, 'event', j.confidence) };
  if (acting.source) event.source_person = acting.source;
  if (acting.target) event.target_person = acting.target;
  if (label.mutual) event.mutual = true;
  if (j.trigger.mode) event.mode = j.trigger.mode;
  if (date?.from) event.from = date.from;
  if (date?.to) event.to = date.to;
  if (date?.granularity && (date.from || date.to)) {
    event.granularity = date.granularity;
    if (date.sentence === j.trigger.sentence) offsets.date = spanOf(scene, date.first, date.last);
  }
  if (voice) event.attributed_to = voice.name;
  if (voice && voice.chain.length > 1) event.chain = voice.chain;
  if (isRecurring(scene, j.trigger)) event.recurring = true;
  const precedent = precedentOf(scene, j.trigger);
  if (precedent) event.precedent = precedent;
  if (event.factuality === 'conditional' || typeInfo(label.type).speech) {
    const condition = conditionText(scene, j.trigger, event.factuality === 'conditional');
    if (condition) event.condition = condition;
  }
  const place = placeOf(scene, j.trigger), purpose = purposeOf(scene, j.trigger);
  if (place) event.place = place;
  if (purpose) event.purpose = purpose;
  const quotes = quotesIn(evidence), numbers = numbersIn(scene, j.trigger.sentence);
  if (quotes.length) event.quotes = quotes;
  if (numbers.length) event.numbers = numbers;
  return event;
};

/** Log-odds of a kind that has no scorer. */
const NEVER = -9;

const claimsOf = (scene: Scene, model: Model, kept: readonly Judged[]): ClaimFact[] => {
  const acts: CodedAct[] = kept.filter((j) => j.label.is === 'event').map((j) => ({
    sentence: j.trigger.sentence, token: j.trigger.token, confidence: j.confidence,
    ownSpeech: j.label.is === 'event' && typeInfo(j.label.type).speech,
  }));
  const candidates = claimCandidates(scene, acts).filter((c) => c.about.length > 0), likely = model.claim.probabilities(candidates.map((c) => c.row));
  const best = new Map<string, { c: ClaimCandidate; confidence: number }>();
  candidates.forEach((c, k) => {
    const confidence = likely[k] as number, key = `${c.sentence} ${c.speech.name}`;
    if (confidence >= (model.thresholds.claim ?? 0.5) && confidence > (best.get(key)?.confidence ?? 0)) best.set(key, { c, confidence });
  });
  const told = [...best.values()], rows = told.map(({ c }) => c.row), scores = CLAIM_KINDS.map((kind) => model.claimKind.get(kind)?.rawAll(rows));
  return told.map(({ c, confidence }, k): ClaimFact => {
    const { evidence, sentence } = evidenceOf(scene, c.sentence), offsets: Offsets = { sentence }, { speaker, name } = c.speech;
    if (speaker) offsets.speaker = spanOf(scene, speaker.first, speaker.last);
    return { speaker: name, kind: bestKind(scores.map((s) => s?.[k] ?? NEVER)), about: c.about, evidence, offsets, confidence: confidenceIn(model, 'claim', confidence) };
  });
};

/** All facts of a prepared story. */
export const codeScene = (scene: Scene, model: Model): Pick<CodedStory, 'events' | 'claims' | 'ties' | 'trends'> => {
  const kept = decide(scene, model);
  const events: EventFact[] = [], ties: TieFact[] = [], trends: TrendFact[] = [], acts = kept.filter((j) => j.label.is === 'event');
  const factualities = factualitiesOf(scene, model, acts), voices = attributionsOf(scene, model, acts, kept);
  const dates = datesOf(scene, model, acts), persons = personsOf(scene, model, acts);
  for (const j of kept) {
    const event = eventOf(scene, model, j, factualities.get(j) ?? 'fact', persons.get(j) ?? {}, voices.get(j), dates.get(j));
    if (event) events.push(event);
    if (j.label.is === 'event') continue;
    const base = { a: j.source.party, b: j.target.party, ...offsetsOf(scene, j), confidence: confidenceIn(model, j.label.is, j.confidence) };
    if (j.label.is === 'tie') ties.push({ ...base, domain: j.label.domain, kind: j.label.kind });
    if (j.label.is === 'trend') {
      const date = scene.dateOf(j.trigger.token), trend: TrendFact = { ...base, direction: j.label.direction };
      if (date?.from) trend.from = date.from;
      if (date?.to) trend.to = date.to;
      trends.push(trend);
    }
  }
  return { events, claims: claimsOf(scene, model, kept), ties, trends };
};

let model: Model | undefined;

/**
 * Codes one story.
 * @param additions what the gazetteer has besides the listed
 * @throws UnsupportedLanguage where its language has no model
 */
export const codeStory = (story: Story, additions?: Additions): CodedStory => {
  const lang = story.lang ?? identifyLanguage(story.text);
  if (!LANGS.some((l) => l === lang)) throw new UnsupportedLanguage(lang);
  const scene = prepare(story, lang as Lang, additions);
  model ??= makeModel(storedModel());
  const { id, date, outlet, url, title } = story;
  return {
    id, lang, date, ...(outlet ? { outlet } : {}), ...(url ? { url } : {}), ...(title ? { title } : {}),
    persons: scene.parties.persons, ...codeScene(scene, model),
  };
};
