/** Answers about relations, for a person at a terminal. */
import type { BetweenAnswer, ClaimsAnswer, PrecedentAnswer, RelationAnswer, RoomAnswer, StandingsAnswer } from '../answers/answer.ts';
import type { CitedEvent } from '../answers/load.ts';
import type { StandsAnswer } from '../answers/stands.ts';
import type { Cite, Window } from '../relations/event.ts';
import type { Dealings } from '../relations/sides.ts';
import type { Change, Changes } from '../relations/thaw.ts';
import { describePrecedent, ordinal } from '../story/describe.ts';
import { bar, columns } from './chart.ts';
import { line, many, width, wrap } from './terminal.ts';
import type { Colours } from './terminal.ts';

/** What the text needs besides the answer. */
export interface Wording {
  colours: Colours;
  /** A party's usual name. */
  name(code: string): string;
}

const signed = (value: number, digits = 1): string => `${value >= 0 ? '+' : '−'}${Math.abs(value).toFixed(digits)}`;
const percent = (share: number): string => `${Math.round(share * 100)} %`;
const INDENT = '      ';
/** Sentences shown under one number. */
const SENTENCES = 2;

const title = (what: string, window: Window | undefined, { colours }: Wording): string => `${colours.bold(line(what))}${window ? `  ${colours.dim(`${window.from} to ${window.to}`)}` : ''}`;
const section = (what: string, { colours }: Wording): string => `\n${colours.bold(what)}`;

const quote = (evidence: string | undefined, origin: string | undefined, fallback: string, { colours }: Wording): string =>
  evidence ? `${wrap(`“${line(evidence)}”`, width(), INDENT)}\n${INDENT}${colours.dim(line(origin ?? ''))}` : `${INDENT}${colours.dim(fallback)}`;

const cited = (events: readonly CitedEvent[] | undefined, wording: Wording): string[] => {
  const first = events?.find(({ evidence }) => evidence) ?? events?.[0];
  return first ? [quote(first.evidence, first.origin, `${first.day} ${first.source} → ${first.target} ${first.type}${first.mode ? ` (${first.mode})` : ''} ${first.id}`, wording)] : [];
};

const citation = (cite: Cite | undefined, wording: Wording): string => quote(cite?.evidence, cite?.origin, '', wording);

const UNIT: Readonly<Record<string, (step: string) => string>> = { tone: () => 'mean tone', hostility: (step) => `hostile acts a ${step}`, contact: (step) => `happenings a ${step}` };
const level = (what: string, value: number): string => (what === 'tone' ? signed(value) : value.toFixed(2));

function changeLines(what: string, by: string, change: Change, because: RelationAnswer['because'], wording: Wording): string[] {
  const { colours } = wording, paint = change.kind === 'thaw' ? colours.green : change.kind === 'chill' ? colours.red : colours.cyan;
  const [from, to] = change.interval;
  return [
    `  ${paint(change.kind)} from ${colours.bold(change.date)} ${colours.dim(`(${from} to ${to})`)}: ${UNIT[what]?.(by)} ${level(what, change.before.level)} → ${level(what, change.after.level)}, ${change.strength} evidence (${change.evidence.toFixed(1)}), ${change.before.happenings} and ${many(change.after.happenings, 'happening')} on either side`,
    ...change.because.slice(0, SENTENCES).flatMap((happening) => cited(because[happening], wording)),
  ];
}

function nowLine(what: string, { now }: Changes): string {
  return `  ${what}: the present state has most likely lasted since ${now?.since}; ${percent(now?.changing ?? 0)} that it began on or after ${now?.recently}`;
}

/** `dragoman relation A B`. */
export function relationText(answer: RelationAnswer, wording: Wording): string {
  const [a, b] = answer.parties, { name, colours } = wording, heading = title(`${name(a)} – ${name(b)}`, answer.window, wording);
  if (!answer.tone || !answer.thaw) return `${heading}\n${colours.yellow(answer.thin ?? '')}`;
  const { steps, total, by } = answer.tone, { thaw } = answer;
  const lines = [heading, ...columns(steps.map(({ happenings, net }) => (happenings ? net : undefined))).map((row) => `  ${row}`),
    colours.dim(`  net tone by ${by}, ${steps[0]?.period} to ${steps.at(-1)?.period}; a dot is silence`),
    `  ${many(total.happenings, 'happening')}: cooperation ${signed(total.cooperation)}, conflict ${signed(total.conflict)}, mean tone ${signed(total.mean ?? 0)}`,
    `  ${Object.entries(total.types).sort(([, x], [, y]) => y - x).map(([type, n]) => `${type} ${Number(n.toFixed(1))}`).join(', ')}`];
  lines.push(section('Changes', wording));
  const changes = (['tone', 'hostility', 'contact'] as const).flatMap((what) => thaw[what].changes.map((change) => ({ what, change }))).sort((x, y) => (x.change.date < y.change.date ? -1 : 1));
  if (thaw.tone.thin) lines.push(`  ${colours.yellow(`too little to say: ${thaw.tone.thin}`)}`);
  else if (!changes.length) lines.push('  none that stands out from chance');
  for (const { what, change } of changes) lines.push(...changeLines(what, thaw.by, change, answer.because, wording));
  if (!thaw.tone.thin) lines.push(section('Is it changing now?', wording), nowLine('tone', thaw.tone), nowLine('hostile acts', thaw.hostility), nowLine('contact', thaw.contact));
  if (thaw.said.length) lines.push(section('What stories say', wording));
  for (const { trend, series, change, before, after } of thaw.said) {
    const by = change ? `change of ${change}` : `mean tone ${signed(before ?? 0)} → ${signed(after ?? 0)}`;
    lines.push(`  ${trend.direction}: the series ${series === 'too little to say' ? 'has too little to say' : `${series} (${by})`}`, citation(trend.cite, wording));
  }
  return lines.join('\n');
}

/** `dragoman relation A`. */
export function standingsText(answer: StandingsAnswer, wording: Wording): string {
  const [party] = answer.parties, { name, colours } = wording, heading = title(`Relations of ${name(party)}`, answer.window, wording);
  if (answer.thin) return `${heading}\n${colours.yellow(answer.thin)}`;
  const lines = [heading], changed = answer.standings.filter(({ last }) => last), steady = answer.standings.filter(({ last, thin }) => !last && !thin), thin = answer.standings.filter((one) => !one.last && one.thin);
  for (const { party: other, happenings, present, tone, last } of changed) {
    if (!last) continue;
    const paint = last.kind === 'thaw' ? colours.green : colours.red;
    lines.push(`  ${colours.bold(name(other))} (${other}): ${paint(last.kind)} since ${colours.bold(last.date)}, ${last.strength} evidence (${last.evidence.toFixed(1)}); tone ${signed(present ?? tone)} now, ${signed(tone)} in all, ${many(happenings, 'happening')}`,
      ...last.because.slice(0, 1).flatMap((happening) => cited(answer.because[happening], wording)));
  }
  if (steady.length) lines.push(section('No change that stands out', wording), ...steady.map(({ party: other, happenings, tone }) => `  ${name(other)} (${other}): tone ${signed(tone)}, ${many(happenings, 'happening')}`));
  if (thin.length) lines.push(section('Too little to say', wording), wrap(thin.map(({ party: other, happenings }) => `${other} ${happenings}`).join(', '), width(), '  '));
  return lines.join('\n');
}

const dealt = ({ happenings, tone, types }: Dealings): string =>
  `${happenings}${tone === undefined ? '' : `, tone ${signed(tone)}`}: ${Object.entries(types).sort(([, x], [, y]) => y - x).slice(0, 4).map(([type, n]) => `${type} ${n}`).join(', ')}`;

/** `dragoman between A B`. */
export function betweenText(answer: BetweenAnswer, wording: Wording): string {
  const [a, b] = answer.parties, { name, colours } = wording, heading = title(`Between ${name(a)} and ${name(b)}`, answer.window, wording), found = answer.between;
  if (!found || found.thin) return `${heading}\n${colours.yellow(answer.thin ?? found?.thin ?? '')}`;
  const lines = [heading, colours.dim(`  ${many(found.candidates, 'party', 'parties')} had contact with both; score: mean of contact, above chance, mediated, relayed and flow, each beside the most of any`)];
  found.ranking.forEach((one, i) => {
    const { close, parts } = one, z = one.brokerage.total.z;
    lines.push(
      `${String(i + 1).padStart(3)}. ${colours.bold(name(one.party))} (${one.party}, ${one.bloc}, ${one.role})  ${bar(one.score)} ${one.score.toFixed(2)}  ${colours.dim(Object.entries(parts).map(([part, share]) => `${part} ${share.toFixed(2)}`).join(' '))}`,
      `${INDENT}contact ${one.contact.map(({ happenings }) => happenings).join(' and ')}; close in time ${close.couples}, by chance ${close.expected.toFixed(1)} (z ${signed(close.z)}); mediated ${one.mediated.happenings}; relayed ${one.relayed.happenings}; flow ${percent(one.flow)}; brokerage ${one.brokerage.total.count}${z === undefined ? '' : ` (z ${signed(z)})`}; betweenness ${one.betweenness.toFixed(1)}`,
      `${INDENT}with ${a}: ${dealt(one.did[0])}; with ${b}: ${dealt(one.did[1])}${one.leans ? `; leans to ${one.leans}` : '; even'}`,
      ...one.because.slice(0, 1).flatMap((happening) => cited(answer.because[happening], wording)),
    );
  });
  return lines.join('\n');
}

/** `dragoman between A`. */
export function standsText(answer: StandsAnswer, wording: Wording): string {
  const [party = ''] = answer.parties, { name, colours } = wording, heading = title(`Whom ${name(party)} stands between`, answer.window, wording), { stands = [] } = answer;
  if (!stands.length) return `${heading}\n${colours.yellow(answer.thin ?? '')}`;
  const lines = [heading, colours.dim(`  pairs of its partners among whose go-betweens it is first, second or third; ${answer.looked} of ${many(answer.pairs ?? 0, 'pair')} looked at`)];
  for (const { pair: [a, b], rank, candidates, score, contact, mediated, relayed, flow, leans, because: why } of stands) {
    lines.push(
      `  ${colours.bold(`${name(a)} and ${name(b)}`)} (${a}, ${b})  ${bar(score)} ${score.toFixed(2)}, ${ordinal(rank)} of ${candidates}`,
      `${INDENT}contact ${contact.join(' and ')}; mediated ${mediated}; relayed ${relayed}; flow ${percent(flow)}${leans ? `; leans to ${leans}` : '; even'}`,
      ...why.slice(0, 1).flatMap((happening) => cited(answer.because[happening], wording)),
    );
  }
  return lines.join('\n');
}

function grouped<T>(items: readonly T[], key: (item: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return [...groups].sort(([x], [y]) => (x < y ? -1 : 1));
}

/** `dragoman room A`. */
export function roomText(answer: RoomAnswer, wording: Wording): string {
  const [party] = answer.parties, { name, colours } = wording, heading = title(`Room for manoeuvre: ${name(party)}`, answer.window, wording), found = answer.room;
  if (!found) return `${heading}\n${colours.yellow(answer.thin ?? '')}`;
  const lines = [heading];
  if (found.thin) lines.push(colours.yellow(`  too little to say: ${found.thin}`));
  else {
    const first = found.holds[0];
    lines.push(`  constraint ${colours.bold((found.constraint ?? 0).toFixed(3))} over ${many(found.partners, 'partner')}: ${first ? `${name(first.party)} takes ${percent(first.holds)} of it` : ''}`,
      `  effective size ${found.effectiveSize?.toFixed(1)} (efficiency ${found.efficiency?.toFixed(2)}); concentration ${found.concentration?.toFixed(2)} (Herfindahl); balance over blocs ${found.balance === undefined ? 'not to be said' : found.balance.toFixed(2)} (1 is even)`,
      section('Who takes it', wording));
    for (const one of found.holds) {
      lines.push(`  ${bar(one.holds)} ${percent(one.holds).padStart(5)}  ${name(one.party)} (${one.party}, ${one.bloc}): ${percent(one.share)} of dealings${one.tone === undefined ? '' : `, tone ${signed(one.tone)}`}${one.ties.length ? `; bound by ties: ${one.ties.join(', ')}` : ''}; ${one.dealings.happenings} of ${many(one.passed.happenings, 'act')} weigh`,
        ...one.dealings.because.slice(0, 1).flatMap((happening) => cited(answer.because[happening], wording)));
    }
    lines.push(section('Blocs', wording), ...found.blocs.map(({ bloc, share, parties }) => `  ${bar(share)} ${percent(share).padStart(5)}  ${bloc} (${many(parties, 'party', 'parties')})`));
  }
  lines.push(section('Ties that bind', wording));
  if (!found.ties.length) lines.push('  none is stated');
  for (const [what, ties] of grouped(found.ties, ({ a, b, domain, kind }) => `${domain} ${kind}: ${a} → ${b}`)) {
    lines.push(`  ${what} (${many(ties.length, 'sentence')})`, ...ties.slice(-SENTENCES).map(({ cite }) => citation(cite, wording)));
  }
  const { triads } = found;
  lines.push(section('Triads', wording), triads.known
    ? `  ${triads.balanced} of ${triads.known} balanced, ${triads.expected.toFixed(1)} by chance${triads.torn.length ? `; torn between ${triads.torn.map(({ pair: [x, y] }) => `${x} and ${y}`).join(', ')}` : ''}`
    : '  too little to say: no triad with three known signs');
  return lines.join('\n');
}

/** Episodes that are shown one by one. */
const EPISODES = 5;
const YEAR = 365.25;
const gapText = (gap: number): string => (gap < 60 ? many(gap, 'day') : gap < 2 * YEAR ? `${Math.round(gap / 30.44)} months` : `${(gap / YEAR).toFixed(1)} years`);

/** `dragoman precedent A B`. */
export function precedentText(answer: PrecedentAnswer, wording: Wording): string {
  const [a, b] = answer.parties, { name, colours } = wording, { types, modes } = answer.kind, found = answer.precedent;
  const what = [types?.join(', '), modes?.join(', ')].filter(Boolean).join(': ') || 'acts of any kind';
  const heading = title(`${name(a)} – ${name(b)}: ${what}`, answer.window, wording);
  if (!found) return `${heading}\n${colours.yellow(answer.thin ?? '')}`;
  const lines = [heading, colours.dim(`  the record begins on ${found.record}; seen ${many(found.times, 'time')}`)];
  if (found.thin) lines.push(colours.yellow(`  ${found.thin}`));
  for (const round of found.rounds) {
    const kind = [...round.types, ...round.modes].join(', ');
    lines.push(`  ${colours.bold(round.from)}${round.to === round.from ? '' : ` to ${round.to}`}  ${kind}: ${round.gap === undefined ? 'first in this record' : `first since ${round.since}, after ${gapText(round.gap)}`}`,
      ...round.because.slice(0, 1).flatMap((happening) => cited(answer.because[happening], wording)));
  }
  if (found.stated.length) lines.push(section('What stories say of precedents', wording));
  for (const one of found.stated) {
    const paint = one.verdict === 'confirmed' ? colours.green : one.verdict === 'contradicted' ? colours.red : colours.yellow;
    lines.push(`  ${describePrecedent(one.precedent)} (${one.type}${one.mode ? `, ${one.mode}` : ''}, ${one.day}): ${paint(one.verdict)}: ${one.reason}`, ...cited(answer.because[one.happening], wording));
    for (const happening of one.against.slice(0, 1)) lines.push(`${INDENT}against it:`, ...cited(answer.because[happening], wording));
  }
  const like = answer.episodes;
  if (like) lines.push(section(like.present ? `Episodes like ${like.present.from} to ${like.present.to}` : 'Similar episodes', wording));
  if (like?.thin) lines.push(`  ${colours.yellow(`too little to say: ${like.thin}`)}`);
  for (const one of like?.episodes.slice(0, EPISODES) ?? []) {
    lines.push(`  ${one.pair.map(name).join(' – ')}, ${one.from} to ${one.to}: likeness ${one.likeness.toFixed(2)}; then net tone ${signed(one.followed)}`, ...one.because.slice(0, 1).flatMap((happening) => cited(answer.because[happening], wording)));
  }
  if (like?.followed !== undefined) lines.push(`  what followed all ${like.episodes.length}: net tone ${signed(like.followed)} on the mean; usual between the two: ${like.usual === undefined ? 'not to be said' : signed(like.usual)}`);
  return lines.join('\n');
}

/** `dragoman claims about A [B]`. */
export function claimsText(answer: ClaimsAnswer, wording: Wording): string {
  const { name, colours } = wording, heading = title(`Claims about ${answer.parties.map(name).join(' and ')}`, answer.window, wording), found = answer.readings;
  if (!found || found.thin) return `${heading}\n${colours.yellow(answer.thin ?? '')}`;
  const lines = [heading];
  for (const group of found.groups) {
    lines.push(section(`${group.from}${group.to === group.from ? '' : ` to ${group.to}`}${group.rival ? '  rival readings' : ''}`, wording));
    for (const { claim, stance, again } of group.readings) {
      const paint = stance === 'favourable' ? colours.green : stance === 'unfavourable' ? colours.red : colours.dim;
      lines.push(`  ${paint(stance === 'none' ? 'no stance' : stance)}  ${claim.kind} of ${claim.speaker === 'unnamed' ? 'somebody unnamed' : line(claim.speaker)}${again.length ? ` (and ${many(again.length, 'time')} more)` : ''}`, citation(claim.cite, wording));
    }
  }
  lines.push(section('Speakers', wording), ...found.speakers.slice(0, 12).map(({ speaker, claims, stances }) => `  ${line(speaker)}: ${many(claims, 'claim')} (${Object.entries(stances).map(([stance, n]) => `${stance} ${n}`).join(', ')})`));
  return lines.join('\n');
}
