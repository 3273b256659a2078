/** A party: its relations as small charts, how much room it has and who takes it, whom it stands between, its people, what binds it. */
import { Link, useSearchParams } from 'wouter-preact';
import type { ClaimsAnswer, RoomAnswer } from '../../../src/answers/answer.ts';
import type { StandsAnswer } from '../../../src/answers/stands.ts';
import type { Tie } from '../../../src/api/schemas/facts.ts';
import type { PartyView as Found } from '../../../src/api/schemas/views.ts';
import { shown } from '../../../src/story/shown.ts';
import { pathOf, useApi } from '../api.ts';
import type { Rows } from '../api.ts';
import { askedOf, Controls, useParameters } from '../parts/controls.tsx';
import { useOffice } from '../parts/office.tsx';
import { relationPath, useParties } from '../parts/parties.tsx';
import { ReadingGroups, StandsList } from '../parts/relation.tsx';
import { RoomParts } from '../parts/room.tsx';
import { BriefLinks } from '../parts/brief-links.tsx';
import { WatchButton } from '../parts/watch-button.tsx';
import { SaveRow } from '../parts/save-row.tsx';
import { Spark } from '../parts/spark.tsx';
import { Await, Empty } from '../parts/states.tsx';
import { TieGroups } from '../parts/ties.tsx';
import { smallCharts } from '../svg.ts';
import { useTheme } from '../theme.ts';
import { useTitle } from '../title.ts';
import { useWords } from '../words.ts';

const NARROWING = ['from', 'to', 'type'] as const;

/** Each relation as a small chart, all on one scale of time and of tone. */
function Multiples({ found }: { found: Found }) {
  const { t, number } = useWords(), { name } = useParties(), palette = useTheme(), { partners, periods = [], code } = found;
  if (!partners.length) return <Empty>{t('party.none')} <Link href={pathOf('/record', { party: code })}>{t('nav.record')}</Link></Empty>;
  const most = Math.max(1, ...partners.flatMap(({ steps }) => steps.flatMap(({ cooperation, conflict }) => [cooperation, -conflict])));
  const picture = () => smallCharts(partners.map(({ party, acts, steps }) => ({ title: name(party), figure: number(acts), steps: steps.map(({ i, cooperation, conflict }) => ({ i, up: cooperation, down: -conflict })) })), periods.length, most, palette);
  const rows = () => partners.flatMap(({ party, steps }) => steps.map(({ i, acts, cooperation, conflict }) => ({ party, period: periods[i]?.name ?? '', from: periods[i]?.from ?? '', happenings: acts, cooperation, conflict })));
  return (
    <>
      <ol class="multiples">
        {partners.map(({ party, acts, tone, steps }) => (
          <li>
            <Link href={relationPath(code, party)}>
              <span class="title"><bdi>{name(party)}</bdi></span> <span class="n">{number(acts)}</span>
              <Spark steps={steps} length={periods.length} most={most} />
              <span class={tone < 0 ? 'cold' : 'warm'}>{tone > 0 ? '+' : ''}{number(tone, 1)}</span> <span class="quiet">{periods[0]?.name}–{periods.at(-1)?.name}</span>
            </Link>
          </li>
        ))}
      </ol>
      <p class="figcaption"><SaveRow title={`${name(code)} ${t('party.relations')}`} svg={picture} rows={rows} /></p>
    </>
  );
}

const People = ({ found }: { found: Found }) => {
  const { t, lang, day } = useWords(), office = useOffice(), { offices, people, code } = found;
  if (!offices.length && !people.length) return <Empty>{t('party.nopeople')}</Empty>;
  return (
    <ul class="persons">
      {people.map(({ name, role, stories }) => <li><Link href={pathOf('/record', { speaker: name, party: code })}><bdi>{shown(name)}</bdi></Link> <span class="quiet">{[role && office(role), t('count.story', { n: stories })].filter(Boolean).join(', ')}</span></li>)}
      {offices.map(({ names, role, from }) => <li><bdi>{names[lang]}</bdi> <span class="quiet">{[office(role), from > '0001' && t('fact.since', { day: day(from) })].filter(Boolean).join(', ')}</span></li>)}
    </ul>
  );
};

export function PartyView({ code }: { code: string }) {
  const words = useWords(), { t, term } = words, { name } = useParties(), [query] = useSearchParams(), parameters = useParameters('room');
  const narrowed = askedOf(query, NARROWING), part = encodeURIComponent(code), period = askedOf(query, ['from', 'to']);
  const found = useApi<Found>(pathOf(`/parties/${part}`, { ...narrowed, by: query.get('by') ?? undefined }));
  const room = useApi<RoomAnswer>(pathOf(`/room/${part}`, { ...narrowed, ...askedOf(query, parameters.map((one) => one.name)), blocs: query.get('blocs') ?? undefined }));
  const stands = useApi<StandsAnswer>(pathOf(`/between/${part}`, { ...narrowed, blocs: query.get('blocs') ?? undefined }));
  const ties = useApi<Rows<Tie>>(pathOf('/ties', { party: code, to: query.get('to') ?? undefined, limit: 100 }));
  const readings = useApi<ClaimsAnswer>(pathOf(`/readings/${part}`, period));
  useTitle(name(code));
  return (
    <article>
      <header class="front"><h1><bdi>{name(code)}</bdi> <span class="code">{code}</span></h1><p class="sum">{found.data && [term('kind', found.data.kind ?? 'unknown'), t('count.happening', { n: found.data.acts }), t('count.relation', { n: found.data.relations })].join(' · ')}</p></header>
      <Controls parameters={parameters} shown={['weight']}><Link class="button" href={pathOf('/network', { ego: code, ...period })}>{t('nav.network')}</Link> <Link class="button" href={pathOf('/record', { party: code, ...period })}>{t('nav.record')}</Link><WatchButton key={code} title={name(code)} query={pathOf('', { kind: 'event', party: code }).slice(1)} /><BriefLinks a={code} /></Controls>
      <section class="block"><h2>{t('party.relations')}</h2><Await of={found}>{(answer) => <Multiples found={answer} />}</Await></section>
      <div class="columns even">
        <div>
          <section class="block"><h2>{t('party.room')}</h2><Await of={room}>{(answer) => <RoomParts answer={answer} />}</Await></section>
          <section class="block"><h2>{t('party.ties')}</h2><Await of={ties}>{({ rows }) => <TieGroups rows={rows} />}</Await></section>
        </div>
        <div class="side">
          <section class="block">
            <h2>{t('party.between')}</h2>
            <Await of={stands}>{(answer) => <StandsList answer={answer} />}</Await>
          </section>
          <section class="block"><h2>{t('party.people')}</h2><Await of={found}>{(answer) => <People found={answer} />}</Await></section>
          <section class="block"><h2>{t('relation.readings')}</h2><Await of={readings}>{(answer) => <ReadingGroups answer={answer} />}</Await></section>
        </div>
      </div>
    </article>
  );
}

