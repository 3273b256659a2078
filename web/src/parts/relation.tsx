/** The parts of a relation's view that are told in words: changes, precedents, go-betweens, readings. */
import { Link } from 'wouter-preact';
import type { BetweenAnswer, ClaimsAnswer, PrecedentAnswer, RelationAnswer } from '../../../src/answers/answer.ts';
import type { CitedEvent } from '../../../src/answers/load.ts';
import type { StandsAnswer } from '../../../src/answers/stands.ts';
import type { Outlook } from '../../../src/api/schemas/views.ts';
import type { GoBetween } from '../../../src/relations/go-between.ts';
import type { ReadingGroup } from '../../../src/relations/readings.ts';
import type { Remark } from '../../../src/story/remark.ts';
import { shown } from '../../../src/story/shown.ts';
import { useWords } from '../words.ts';
import type { Key, Words } from '../words.ts';
import { Dyad, Party, relationPath, useParties, useSaying } from './parties.tsx';
import { Empty } from './states.tsx';
import { changesIn, changeText } from './tone-chart.tsx';

/** The first words on a relation: its last change, or that there was none. */
export function lead(answer: RelationAnswer, words: Words): string {
  const { t } = words, last = changesIn(answer).filter(({ kind }) => kind === 'thaw' || kind === 'chill').at(-1), total = answer.tone?.total;
  const level = total?.mean === undefined ? '' : t('relation.level', { mean: words.number(total.mean, 1), n: total.happenings });
  if (answer.thaw?.tone.thin) return `${t('relation.thin')} ${level}`;
  return last ? `${changeText(last, words)} ${level}` : `${t('relation.steady')} ${level}`;
}

/** What a number was made from: the sentences, each with its story. */
export function Because({ events, most = 3 }: { events: readonly CitedEvent[]; most?: number }) {
  const words = useWords(), written = (origin: string): string => shown(origin).replace(/\d{4}-\d\d-\d\d/, (iso) => words.day(iso));
  if (!events.length) return null;
  return (
    <ul class="because">
      {events.slice(0, most).map(({ id, evidence, origin, story, day }) => (
        <li>{evidence ? <q>{shown(evidence.slice(0, LONG))}</q> : written(day)} {story ? <Link class="cite" href={`/story/${story}?fact=${id}`}>{written(origin ?? day)}</Link> : <span class="cite">{written(origin ?? '')}</span>}</li>
      ))}
    </ul>
  );
}

const cited = (because: Record<string, CitedEvent[]>, happenings: readonly string[]): CitedEvent[] => happenings.flatMap((one) => because[one]?.slice(0, 1) ?? []);

export function Changes({ answer }: { answer: RelationAnswer }) {
  const words = useWords(), saying = useSaying(), { t, day, number, term } = words, changes = changesIn(answer), said = answer.thaw?.said ?? [];
  if (!answer.thaw) return <Empty>{t('empty.window')}</Empty>;
  const { now } = answer.thaw.tone;
  return (
    <>
      {answer.thaw.tone.thin && <Empty>{t('relation.thin')} <span class="quiet">({saying(answer.thaw.tone.lack, answer.thaw.tone.thin)})</span></Empty>}
      {!answer.thaw.tone.thin && changes.length === 0 && <Empty>{t('relation.steady')}</Empty>}
      <ol class="findings">
        {changes.toReversed().map((change) => (
          <li class={change.kind === 'thaw' ? 'improving' : change.kind === 'chill' ? 'worsening' : ''}>
            <strong>{term('change', change.kind)}</strong> {day(change.date)} <span class="quiet">({day(change.interval[0])} – {day(change.interval[1])})</span>
            <p class="numbers">{term('of', change.of)}: {number(change.before.level, 1)} → {number(change.after.level, 1)} · {term('strength', change.strength)} ({number(change.evidence, 1)})</p>
            <Because events={cited(answer.because, change.because)} />
          </li>
        ))}
      </ol>
      {now && changes.length > 0 && <p class="quiet">{t('relation.now', { share: number(Math.round(now.changing * 100)), since: day(now.since) })}</p>}
      {said.length > 0 && (
        <>
          <h3>{t('relation.said')}</h3>
          <ul class="findings">{said.map(({ trend, series }) => <li class={trend.direction}><strong>{term('direction', trend.direction)}</strong> {day(trend.lastDay)} <span class="quiet">{t(`series.${series.replaceAll(' ', '-')}` as Key)}</span>{trend.cite?.evidence && <Because events={[{ id: trend.id, day: trend.lastDay, type: '', source: trend.a, target: trend.b, factuality: 'fact', ...trend.cite }]} />}</li>)}</ul>
        </>
      )}
    </>
  );
}

export function Precedents({ answer: { precedent, because } }: { answer: PrecedentAnswer }) {
  const { t, day, term } = useWords(), saying = useSaying();
  if (!precedent || (!precedent.rounds.length && !precedent.stated.length)) return <Empty>{t('empty.window')}</Empty>;
  const gap = (days: number): string => (days > 730 ? t('count.year', { n: Math.round(days / 365.25) }) : t('count.day', { n: days }));
  const long = precedent.rounds.filter((round) => round.gap === undefined || round.gap > 365).toReversed();
  return (
    <>
      {precedent.stated.length > 0 && (
        <ul class="findings">
          {precedent.stated.toReversed().map((one) => (
            <li class={one.verdict.replaceAll(' ', '-')}><strong>{term('verdict', one.verdict.replaceAll(' ', '-'))}</strong> <span class="quiet">{day(one.day)}, {one.mode ? term('mode', one.mode) : term('type', one.type)}: {saying(one.why, one.reason)}</span><Because events={cited(because, [one.happening])} /></li>
          ))}
        </ul>
      )}
      <table class="plain">
        <caption>{t('precedent.rounds', { n: precedent.times, day: day(precedent.record) })}</caption>
        <tbody>{long.map((round) => <tr><td>{day(round.from)}</td><td>{[...round.modes.map((mode) => term('mode', mode)), ...round.types.filter((type) => type !== 'CONSULT').map((type) => term('type', type))].slice(0, 4).join(', ') || term('type', 'CONSULT')}</td><td>{round.gap === undefined ? t('precedent.inrecord') : t('precedent.after', { gap: gap(round.gap) })}</td></tr>)}</tbody>
      </table>
    </>
  );
}

const PARTS = ['contact', 'chance', 'mediated', 'relayed', 'flow'] as const;
const FEW = 6;
/** Letters of a sentence that are quoted. */
const LONG = 1500;

function Broker({ one, pair, because }: { one: GoBetween; pair: readonly string[]; because: BetweenAnswer['because'] }) {
  const { t, number, term } = useWords(), { name } = useParties(), [a = '', b = ''] = pair;
  return (
    <li>
      <p class="head"><strong><Party code={one.party} /></strong> <span class="quiet">{term('broker', one.role)} · {term('bloc', one.bloc)}</span> <span class="score">{number(one.score, 2)}</span></p>
      <div class="parts" role="img" aria-label={PARTS.map((part) => `${t(`part.${part}`)} ${number(one.parts[part], 2)}`).join(', ')}>{PARTS.map((part) => <span class={part} style={{ flexGrow: one.parts[part] }} title={`${t(`part.${part}`)} ${number(one.parts[part], 2)}`} />)}<span class="rest" style={{ flexGrow: PARTS.length - PARTS.reduce((sum, part) => sum + one.parts[part], 0) }} /></div>
      <p class="quiet"><Link href={relationPath(a, one.party)}>{a} {number(one.contact[0].happenings)}</Link> · <Link href={relationPath(one.party, b)}>{b} {number(one.contact[1].happenings)}</Link>{one.mediated.happenings > 0 && ` · ${t('part.mediated')} ${one.mediated.happenings}`}{one.relayed.happenings > 0 && ` · ${t('part.relayed')} ${one.relayed.happenings}`}{one.leans && ` · ${t('between.leans', { who: name(one.leans) })}`}</p>
      <Because events={cited(because, one.because)} most={1} />
    </li>
  );
}

export function BetweenList({ answer: { between, parties, because } }: { answer: BetweenAnswer }) {
  const { t } = useWords();
  if (!between?.ranking.length) return <Empty>{t('between.none')}</Empty>;
  return (
    <>
      <p class="keyline">{PARTS.map((part) => <span class={`key ${part}`}>{t(`part.${part}`)}</span>)}</p>
      <ol class="ranking">{between.ranking.slice(0, FEW).map((one) => <Broker one={one} pair={parties} because={because} />)}</ol>
    </>
  );
}

type Said = ReadingGroup['readings'][number] & { rival: boolean };

const SaidLine = ({ said: { claim, stance, rival }, sided }: { said: Said; sided: boolean }) => {
  const { t, day, term } = useWords(), { name } = useParties();
  return (
    <li class={`reading ${stance}${rival ? ' rival' : ''}`}>
      <bdi class="speaker">{claim.speaker === 'unnamed' ? t('fact.says.unnamed') : shown(claim.speaker)}</bdi>
      {' '}<span class="quiet">{[!sided && claim.saidBy && name(claim.saidBy), day(claim.day), term('claim', claim.kind), stance !== 'none' && term('stance', stance)].filter(Boolean).join(' · ')}</span>
      {rival && <> <span class="factuality">{t('readings.rival')}</span></>}
      <Because events={[{ id: claim.id, day: claim.day, type: '', source: '', target: '', factuality: '', ...claim.cite }]} />
    </li>
  );
};

/** What each side says, and what third parties do, the latest first; rival readings of one time are marked. */
export function ReadingGroups({ answer: { readings, parties } }: { answer: ClaimsAnswer }) {
  const { t } = useWords(), { name } = useParties();
  if (!readings?.groups.length) return <Empty>{t('readings.none')}</Empty>;
  const all = readings.groups.flatMap(({ rival, readings: own }) => own.map((one): Said => ({ ...one, rival }))).sort((x, y) => (x.claim.day < y.claim.day ? 1 : x.claim.day > y.claim.day ? -1 : 0));
  const sides = [...parties.map((party) => ({ title: name(party), own: all.filter(({ claim }) => claim.saidBy === party) })), { title: t('readings.third'), own: all.filter(({ claim }) => !claim.saidBy || !parties.includes(claim.saidBy)) }];
  return (
    <>
      {sides.map(({ title, own }) => (
        <>
          <h3><bdi>{title}</bdi></h3>
          {own.length ? <ul class="findings">{own.slice(0, FEW).map((said) => <SaidLine said={said} sided={title !== t('readings.third')} />)}</ul> : <Empty>{t('readings.silent')}</Empty>}
        </>
      ))}
    </>
  );
}

/** Whom a party stands between, by the measure that ranks who goes between two. */
export function StandsList({ answer: { stands = [], lack, thin, because, parties: [self = ''] } }: { answer: StandsAnswer }) {
  const { t, number } = useWords(), { name } = useParties(), saying = useSaying();
  if (!stands.length) return <Empty>{saying(lack, thin)}</Empty>;
  return (
    <>
      <p class="quiet">{t('party.between.about')}</p>
      <ol class="ranking">{stands.slice(0, FEW).map(({ pair: [a, b], rank, candidates, score, contact, mediated, leans, because: why }) => (
        <li>
          <p class="head"><strong><Dyad a={a} b={b} /></strong> <span class="quiet">{t('stands.rank', { rank, n: candidates })}</span> <span class="score">{number(score, 2)}</span></p>
          <p class="quiet"><Link href={relationPath(self, a)}>{name(a)} {number(contact[0])}</Link> · <Link href={relationPath(self, b)}>{name(b)} {number(contact[1])}</Link>{mediated > 0 && ` · ${t('part.mediated')} ${mediated}`}{leans && ` · ${t('between.leans', { who: name(leans) })}`}</p>
          <Because events={cited(because, why)} most={1} />
        </li>
      ))}</ol>
    </>
  );
}

/** What is likely next, each with its reasons and how such forecasts came out. */
export function OutlookList({ answer: { statement, lack, rows, after, until } }: { answer: Outlook }) {
  const { t, day, term, percent } = useWords(), saying = useSaying();
  if (statement !== undefined || !rows.length) return <Empty>{statement === undefined ? t('empty.window') : saying(lack as Remark | undefined, statement)}</Empty>;
  return (
    <>
      <p class="quiet">{t('outlook.about', { from: day(after ?? ''), to: day(until ?? '') })}</p>
      <ol class="findings">{rows.map(({ source, type, target, probability, reasons, track, trackRemark }) => (
        <li><p class="head"><strong>{term('type', type)}</strong> <span class="quiet"><Dyad a={source} b={target} arrow="→" /></span> <span class="score">{percent(probability, probability < 0.1 ? 1 : 0)}</span></p>
          <ul class="because">{reasons.map(({ text, remark, events }) => <li>{saying(remark as Remark, text)} {events.slice(0, 2).map((id) => <Link class="cite" href={`/happening/${id}`}>{id}</Link>)}</li>)}</ul><p class="quiet">{saying(trackRemark as Remark, track)}</p></li>
      ))}</ol>
    </>
  );
}
