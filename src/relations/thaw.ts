/** Thaw and chill: when a dyad's tone, and its rate of contact, changed for longer than chance would have it. */
import { intensity } from '../ontology/intensity.ts';
import { EVENT_TYPES } from '../story/facts.ts';
import { lacking } from '../story/remark.ts';
import type { Remark } from '../story/remark.ts';
import { WEIGHTS } from './acts.ts';
import { countRun, normalRun, runLengths } from './bocpd.ts';
import type { Run } from './bocpd.ts';
import { dayNumber, dayOf, fitting, PERIODS, periodEnd, periodStart, stepsOf } from './calendar.ts';
import type { Period } from './calendar.ts';
import { actsIn } from './columns.ts';
import type { Acts } from './columns.ts';
import type { Declaration, ParametersOf } from './declaration.ts';
import type { Events, Pair, RelationTrend, Window } from './event.ts';
import { countCost, normalCost, pelt } from './pelt.ts';
import type { SegmentCost } from './pelt.ts';

export const thaw = {
  name: 'thaw',
  question: 'Since when has the relation thawed or chilled, and is it changing now?',
  inputs: ['events of the pair', 'trends that stories state', 'steps that the record covers'],
  parameters: [
    { name: 'by', about: 'the step of the series; auto takes days for a year and longer steps for longer windows', default: 'auto', choices: ['auto', ...PERIODS] },
    { name: 'strictness', about: 'what a change must earn, as a multiple of the rule: log n for its place and for its level (BIC), and once more for tone, whose scatter is guessed; n steps', default: 1, unit: 'times the rule', least: 0, most: 100 },
    { name: 'shortest', about: 'the shortest state of tone between two changes', default: 2, unit: 'steps with something in them', least: 1, most: 100, whole: true },
    { name: 'lasting', about: 'what is over sooner is a burst of acts, and no state of contact or hostility', default: 21, unit: 'days', least: 1, most: 5000, whole: true },
    { name: 'enough', about: 'with fewer, nothing is said', default: 8, unit: 'happenings', least: 4, most: 1000, whole: true },
    { name: 'expected', about: 'how long a state lasts before one looks, for the question whether it is changing now', default: 40, unit: 'steps', least: 2, most: 10_000 },
    { name: 'recent', about: 'a change in the last so many steps is one that is happening now', default: 3, unit: 'steps with something in them', least: 1, most: 100, whole: true },
    { name: 'span', about: 'how far back from what stories say the series is looked at', default: 730, unit: 'days', least: 7, most: 5000, whole: true },
    ...WEIGHTS,
  ],
  outputs: [
    { name: 'kind', about: 'thaw or chill, of the tone of what happens or of how often they act against each other; more or less contact' },
    { name: 'date', about: 'the first act after the change' },
    { name: 'interval', about: 'where else it may lie, with nine chances in ten' },
    { name: 'before, after', about: 'mean tone, or happenings a step of the series, of the states on both sides', unit: 'Goldstein, or happenings a step' },
    { name: 'evidence', about: 'what the change gains in twice the log-likelihood, less its penalty; 2 is positive, 6 strong, 10 very strong (Raftery 1995)' },
    { name: 'because', about: 'the happenings that carry it; where something happens less often than before, the last ones before that' },
    { name: 'now', about: 'the chance that the present state began in the last steps, and since when it has most likely lasted' },
    { name: 'said', about: 'what stories say of the trend, and whether the series agrees' },
  ],
  source: 'PELT: Killick, Fearnhead and Eckley 2012; penalty: Schwarz 1978 (BIC); online: Adams and MacKay 2007',
} as const satisfies Declaration;

export type ThawParameters = ParametersOf<typeof thaw>;

/** A state between two changes. */
export interface State {
  from: string;
  to: string;
  /** Mean tone of its happenings; or (hostile) happenings a step. */
  level: number;
  happenings: number;
}

export interface Change {
  kind: 'thaw' | 'chill' | 'more contact' | 'less contact';
  date: string;
  interval: [from: string, to: string];
  before: State;
  after: State;
  evidence: number;
  strength: 'weak' | 'positive' | 'strong' | 'very strong';
  because: string[];
}

export interface Changes {
  /** Why there are no numbers. */
  thin?: string;
  lack?: Remark;
  changes: Change[];
  now?: {
    /** The chance that the present state began on `recently` or later, 0 to 1. */
    changing: number;
    recently: string;
    /** When it most likely began. */
    since: string;
  };
}

export interface Said {
  trend: RelationTrend;
  series: 'agrees' | 'disagrees' | 'too little to say';
  /** The change that it was held against; otherwise mean tone before and after. */
  change?: string;
  before?: number;
  after?: number;
}

export interface Thaw {
  by: Period;
  /** Mean tone of what happens; steps without happenings say nothing. */
  tone: Changes;
  /** How often they act against each other; silence counts. */
  hostility: Changes;
  contact: Changes;
  said: Said[];
}

/** A dyad's acts by the steps of a window: those of step i are the rows from begin[i] up to begin[i + 1]. */
interface Laid {
  acts: Acts;
  begin: Int32Array;
}

/** What a series is looked at with: each position is a step with something to see. */
interface Series {
  /** The number of the step. */
  steps: number[];
  laid: Laid;
  /** The step of each position, from 0. */
  at: number[];
  cost: SegmentCost;
  /** The same for the online look, with what is known before it. */
  online: { values: number[]; weights: number[]; prior: Run };
  level(first: number, end: number): number;
  kinds: readonly [up: Change['kind'], down: Change['kind']];
  /** Which acts it is made from, where not all. */
  wanted?: (row: number) => boolean;
}

/** A year of days, seven of weeks, thirty of months. */
const MOST_STEPS = 366;
const CREDIBLE = 0.9;
const CARRIERS = 5;
/** Steps after a change, or before it, in which what carries it is looked for. */
const SOON = 4;
/** No scatter is taken for less than one step of Goldstein's scale. */
const LEAST_VARIANCE = 1;
/** Of a normal distribution: standard deviation over median absolute deviation. */
const MAD = 1.4826;
/** So many acts, halved, are taken to have told the scatter before one looks online: it is the series' own, as offline. */
const SCATTER_KNOWN = 32;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b), half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/** One act's variance, from differences of neighbouring steps, which a change hardly moves. */
function scatter(values: readonly number[], weights: readonly number[]): number {
  const differences = values.slice(1).map((value, i) => Math.abs(value - values[i]) / Math.sqrt(1 / weights[i] + 1 / weights[i + 1]));
  return Math.max(LEAST_VARIANCE, (MAD * median(differences)) ** 2);
}

/** Variance over mean of counts, from neighbouring steps; never less than a Poisson's. */
function dispersion(counts: readonly number[]): number {
  let ratios = 0, n = 0;
  for (let i = 1; i < counts.length; i++) {
    const both = counts[i] + counts[i - 1];
    if (both <= 0) continue;
    ratios += (counts[i] - counts[i - 1]) ** 2 / both;
    n++;
  }
  return Math.max(1, n ? ratios / n : 1);
}

const strengthOf = (evidence: number): Change['strength'] => (evidence >= 10 ? 'very strong' : evidence >= 6 ? 'strong' : evidence >= 2 ? 'positive' : 'weak');

const VALUES = EVENT_TYPES.map(intensity);

function toneSeriesOf(steps: number[], laid: Laid, at: number[]): Series {
  const { acts: { type, weight: worth, count }, begin } = laid, weights = at.map(() => 0), values = at.map(() => 0);
  at.forEach((step, i) => {
    let weight = 0, sum = 0;
    for (let row = begin[step], end = begin[step + 1]; row < end; row++) {
      const own = worth[row] * count[row];
      weight += own;
      sum += VALUES[type[row]] * own;
    }
    weights[i] = weight;
    values[i] = sum / weight;
  });
  const variance = scatter(values, weights);
  return {
    // before anything is known: neutral, worth one act
    steps, laid, at, cost: normalCost(values, weights, variance), online: { values, weights, prior: normalRun(0, 1, SCATTER_KNOWN, SCATTER_KNOWN * variance) }, kinds: ['thaw', 'chill'],
    level: (first, end) => sum(values.slice(first, end).map((value, i) => value * weights[first + i])) / sum(weights.slice(first, end)),
  };
}

/** Counts of happenings, or of the hostile ones among them; a rise of those is a chill. */
function countSeriesOf(steps: number[], laid: Laid, at: number[], kinds: Series['kinds'], wanted?: Series['wanted']): Series {
  const values = at.map((step) => laid.acts.happenings(laid.begin[step], laid.begin[step + 1], wanted)), spread = dispersion(values);
  // counts of whole clusters, where happenings come in clusters
  const even = values.map((value) => value / spread);
  return {
    steps, laid, at, cost: countCost(values, spread), online: { values: even, weights: values.map(() => 1), prior: countRun(1, 1 / Math.max(sum(even) / even.length, 1e-9)) },
    kinds, level: (first, end) => sum(values.slice(first, end)) / (end - first), ...(wanted && { wanted }),
  };
}

/** Rows that carry a change of tone: those soon after it that go as far as the new level, the farthest first. */
function carriers({ type, weight, day }: Acts, soon: readonly number[], before: number, after: number): number[] {
  const side = Math.sign(after - before), gain = (row: number): number => (VALUES[type[row]] - before) * weight[row] * side;
  const far = soon.filter((row) => (VALUES[type[row]] - after) * side >= 0), some = far.length ? far : soon.filter((row) => gain(row) > 0);
  return some.sort((a, b) => gain(b) - gain(a) || day[a] - day[b]);
}

/** Days of a step. */
const LENGTH: Readonly<Record<Period, number>> = { day: 1, week: 7, month: 30, quarter: 91, year: 365 };

function changesOf(series: Series, by: Period, parameters: ThawParameters & Pick<Beside, 'online'>): Changes {
  const { steps, laid: { acts, begin }, at: places, cost, level, kinds, wanted } = series, n = steps.length, counts = wanted ?? (() => true);
  const tone = kinds[0] === 'thaw', shortest = tone ? parameters.shortest : Math.ceil(parameters.lasting / LENGTH[by]), penalty = (tone ? 3 : 2) * Math.log(n) * parameters.strictness;
  const cuts = pelt(n, cost, penalty, shortest), bounds = [0, ...cuts, n];
  const rows = (first: number, end: number): [first: number, end: number] => [begin[places[first]], begin[places[end - 1] + 1]];
  const state = (first: number, end: number): State => ({
    from: periodStart(by, steps[first]), to: periodEnd(by, steps[end - 1]), level: level(first, end), happenings: acts.happenings(...rows(first, end), wanted),
  });
  const changes = cuts.map((at, i): Change => {
    const first = bounds[i] as number, end = bounds[i + 2] as number;
    const before = state(first, at), after = state(at, end), up = after.level > before.level;
    // where the change may lie, its neighbours held: by likelihood, the likeliest places first
    const possible = Array.from({ length: end - first - 2 * shortest + 1 }, (_, k) => first + shortest + k);
    const own = cost(first, at) + cost(at, end);
    const chances = possible.map((place) => Math.exp((own - cost(first, place) - cost(place, end)) / 2)), whole = sum(chances);
    const ranked = possible.map((place, k) => ({ place, chance: chances[k] / whole })).sort((a, b) => b.chance - a.chance);
    const held: number[] = [at];
    for (let mass = 0, k = 0; mass < CREDIBLE && k < ranked.length; k++) {
      held.push(ranked[k].place);
      mass += ranked[k].chance;
    }
    const soon = acts.rows(counts, ...rows(at, Math.min(end, at + SOON))), evidence = cost(first, end) - own - penalty;
    return {
      kind: kinds[up ? 0 : 1], date: soon.length ? dayOf(acts.day[soon[0]]) : after.from,
      // between the last act that was still of the old state and the step that is surely of the new one
      interval: [dayOf(dayNumber(periodEnd(by, steps[Math.min(...held) - 1])) + 1), periodEnd(by, steps[Math.max(...held)])],
      before, after, evidence, strength: strengthOf(evidence),
      because: acts.list(tone ? carriers(acts, soon, before.level, after.level) : up ? soon : acts.rows(counts, ...rows(Math.max(first, at - SOON), at)).reverse(), CARRIERS),
    };
  });
  return { changes, ...(parameters.online && { now: stateNow(series, by, parameters) }) };
}

/** How long the present state has lasted, as one can know now. */
function stateNow({ steps, online: { values, weights, prior } }: Series, by: Period, { expected, recent }: ThawParameters): NonNullable<Changes['now']> {
  const n = steps.length, runs = runLengths(values, weights, prior, expected).at(-1) as Float64Array, likeliest = runs.indexOf(Math.max(...runs));
  return { changing: sum([...runs.slice(0, recent)]), recently: periodStart(by, steps[Math.max(0, n - recent)]), since: periodStart(by, steps[n - 1 - likeliest]) };
}

const HOSTILE = VALUES.map((value) => value < 0);
const contactOf = (steps: number[], laid: Laid, at: number[]): Series => countSeriesOf(steps, laid, at, ['more contact', 'less contact']);
const hostilityOf = (steps: number[], laid: Laid, at: number[]): Series => countSeriesOf(steps, laid, at, ['chill', 'thaw'], (row) => HOSTILE[laid.acts.type[row]]);

const trendOrder: Readonly<Record<RelationTrend['direction'], number>> = { improving: 1, worsening: -1, unchanged: 0 };
/** Less than this is no change of tone. */
const SAME = 1;

/**
 * Whether the series moved as a story says: by the last change of tone or hostility before it, where that is not too long
 * ago; otherwise by the mean tone up to then and in as long a time before.
 */
function check(trend: RelationTrend, acts: Acts, span: number, changes: readonly Change[]): Said {
  const at = dayNumber(trend.lastDay), wanted = trendOrder[trend.direction];
  const last = changes.filter(({ interval: [from] }) => dayNumber(from) <= at).sort((x, y) => (x.date < y.date ? 1 : -1))[0];
  if (last && at - dayNumber(last.date) <= span) return { trend, change: last.date, series: wanted === (last.kind === 'thaw' ? 1 : -1) ? 'agrees' : 'disagrees' };
  const mean = (from: number, to: number): number | undefined => {
    let n = 0, weight = 0, tone = 0;
    for (const row of acts.rows((one) => acts.day[one] > from && acts.day[one] <= to)) {
      const own = acts.weight[row] * acts.count[row];
      n += acts.count[row];
      weight += own;
      tone += VALUES[acts.type[row]] * own;
    }
    return n < 3 ? undefined : tone / weight;
  };
  const after = mean(at - span, at), before = mean(at - 2 * span, at - span);
  if (after === undefined || before === undefined) return { trend, series: 'too little to say' };
  const moved = Math.abs(after - before) < SAME ? 0 : Math.sign(after - before);
  return { trend, before, after, series: moved === wanted ? 'agrees' : 'disagrees' };
}

/** What the changes are seen beside. */
export interface Beside {
  /** Trends that stories state. */
  trends?: readonly RelationTrend[];
  /** Whether the record covers a period at all: where it does not, silence means nothing. Otherwise all is covered. */
  covered?: (from: string, to: string) => boolean;
  /** Whether to look for a change that is happening now; it takes time by the square of the steps. */
  online?: boolean;
  /** Whether the rate of contact is looked at too. */
  contact?: boolean;
}

const covering = new WeakMap<NonNullable<Beside['covered']>, Map<string, Int8Array>>();

/** Whether the record covers a step of a window: found once for all dyads that are asked about together. */
function coveredSteps(covered: NonNullable<Beside['covered']>, by: Period, { from, to }: Window): (step: number) => boolean {
  const { start, length } = stepsOf(by, from, to), windows = covering.get(covered) ?? new Map<string, Int8Array>(), key = `${by} ${from} ${to}`, known = windows.get(key) ?? new Int8Array(length);
  covering.set(covered, windows.set(key, known));
  return (step) => (known[step] ||= covered(periodStart(by, start + step), periodEnd(by, start + step)) ? 1 : -1) > 0;
}

/** The changes of a dyad's tone, of its hostility and of its rate of contact in a window. */
export const thaws = (events: Events, pair: Pair, window: Window, parameters: ThawParameters, beside?: Beside): Thaw =>
  thawsIn(actsIn(events, parameters, { ...window, pair }), pair, window, parameters, beside);

/** The same of a dyad's acts, none of which lies outside the window. */
export function thawsIn(acts: Acts, pair: Pair, window: Window, parameters: ThawParameters, { trends = [], covered, online = true, contact = true }: Beside = {}): Thaw {
  const by = parameters.by === 'auto' ? fitting(window.from, window.to, MOST_STEPS) : parameters.by;
  const { start, length, begin: days } = stepsOf(by, window.from, window.to), begin = Int32Array.from(days, (day) => acts.from(day));
  const laid: Laid = { acts, begin }, all = Array.from({ length }, (_, i) => i), filled = all.filter((i) => begin[i + 1] > begin[i]), happenings = acts.happenings();
  const known = covered && coveredSteps(covered, by, window), seen = known ? all.filter((i) => begin[i + 1] > begin[i] || known(i)) : all;
  const least = 2 * parameters.shortest;
  const thin = happenings < parameters.enough || filled.length < least
    ? lacking('lack.change', { happenings: { code: 'count.happening', values: { n: happenings } }, steps: { code: `count.${by}`, values: { n: filled.length } }, enough: parameters.enough, least }) : undefined;
  const changes = (at: number[], make: typeof toneSeriesOf): Changes =>
    thin ? { ...thin, changes: [] } : changesOf(make(at.map((i) => start + i), laid, at), by, { ...parameters, online });
  const tone = changes(filled, toneSeriesOf), hostility = changes(seen, hostilityOf), turns = [...tone.changes, ...hostility.changes];
  const said = trends.filter(({ a, b }) => (a === pair[0] && b === pair[1]) || (a === pair[1] && b === pair[0])).sort((x, y) => (x.lastDay < y.lastDay ? -1 : x.lastDay > y.lastDay ? 1 : x.id < y.id ? -1 : 1));
  return { by, tone, hostility, contact: contact ? changes(seen, contactOf) : { changes: [] }, said: said.map((trend) => check(trend, acts, parameters.span, turns)) };
}
