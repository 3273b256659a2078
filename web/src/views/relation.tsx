/** A relation: how two parties deal with each other, when that changed and because of what, who goes between, what is said. */
import { useMemo } from 'preact/hooks';
import { Link, useSearchParams } from 'wouter-preact';
import type { BetweenAnswer, ClaimsAnswer, PrecedentAnswer, RelationAnswer } from '../../../src/answers/answer.ts';
import type { Event, Tie } from '../../../src/api/schemas/facts.ts';
import type { Outlook } from '../../../src/api/schemas/views.ts';
import { pathOf, useApi, useRows } from '../api.ts';
import type { Rows } from '../api.ts';
import { askedOf, changed, Controls, useParameters } from '../parts/controls.tsx';
import { FactItem } from '../parts/fact.tsx';
import { Party, useParties } from '../parts/parties.tsx';
import { BetweenList, Changes, lead, OutlookList, Precedents, ReadingGroups } from '../parts/relation.tsx';
import { Await, Empty, Failed, Loading } from '../parts/states.tsx';
import { BriefLinks } from '../parts/brief-links.tsx';
import { WatchButton } from '../parts/watch-button.tsx';
import { ToneChart } from '../parts/tone-chart.tsx';
import { useTitle } from '../title.ts';
import { useWords } from '../words.ts';

const NARROWING = ['from', 'to', 'type', 'factuality', 'outlet'] as const;
const EVENTS = 25;
/** Events that are ticked along the line. */
const TICKS = 300;

const NONE: Event[] = [];

export function RelationView({ a, b }: { a: string; b: string }) {
  const words = useWords(), { t } = words, parties = useParties(), [query, setQuery] = useSearchParams();
  const parameters = useParameters('relation'), between = useParameters('between');
  const names = parameters.map(({ name }) => name), narrowed = askedOf(query, NARROWING), pair = `${encodeURIComponent(a)}/${encodeURIComponent(b)}`;
  const relation = useApi<RelationAnswer>(pathOf(`/relation/${pair}`, { ...narrowed, ...askedOf(query, names) }));
  const events = useRows<Event>(pathOf('/events', { pair: [a, b], ...narrowed, limit: EVENTS }));
  const ticks = useApi<Rows<Event>>(pathOf('/events', { pair: [a, b], ...narrowed, limit: TICKS }));
  const links = useApi<BetweenAnswer>(pathOf(`/between/${pair}`, { ...narrowed, ...askedOf(query, between.map(({ name }) => name)), blocs: query.get('blocs') ?? undefined }));
  const precedents = useApi<PrecedentAnswer>(pathOf(`/precedent/${pair}`, narrowed));
  const readings = useApi<ClaimsAnswer>(pathOf(`/readings/${pair}`, askedOf(query, ['from', 'to'])));
  const ties = useApi<Rows<Tie>>(pathOf('/ties', { pair: [a, b], to: query.get('to') ?? undefined }));
  const outlook = useApi<Outlook>(`/outlook/${pair}`);
  const title = `${parties.name(a)} – ${parties.name(b)}`;
  useTitle(title);
  const rows = useMemo(() => events.data?.pages.flatMap((page) => page.rows) ?? [], [events.data]);
  return (
    <article>
      <header class="front"><h1><Party code={a} /> – <Party code={b} /></h1><p class="sum">{relation.data?.tone && t('count.happening', { n: relation.data.tone.total.happenings })}</p></header>
      <Controls parameters={[...parameters, ...between]} shown={['by', 'direction']}><WatchButton key={title} title={title} query={pathOf('', { kind: 'event', party: a, with: b }).slice(1)} /><BriefLinks a={a} b={b} /></Controls>
      <Await of={relation}>
        {(answer) => answer.tone === undefined ? <Empty>{t('relation.none')} <Link href={pathOf('/record', { party: a, with: b })}>{t('nav.record')}</Link></Empty> : (
          <>
            <p class="standfirst">{lead(answer, words)}</p>
            <ToneChart
              title={title} answer={answer} events={ticks.data?.rows ?? NONE}
              onBrush={(period) => setQuery((before) => changed(before, { from: period?.[0], to: period?.[1] }), { replace: true })}
            />
          </>
        )}
      </Await>
      <div class="columns">
        <section class="block">
          <h2><Link href={pathOf('/record', { party: a, with: b, ...askedOf(query, ['from', 'to']) })}>{t('relation.happenings')}</Link></h2>
          {events.error ? <Failed error={events.error} /> : events.isPending ? <Loading /> : rows.length === 0 ? <Empty>{t('empty.window')}</Empty> : <ol class="facts">{rows.map((fact) => <FactItem key={fact.id} fact={fact} />)}</ol>}
          {events.hasNextPage && <p class="more"><button type="button" onClick={() => void events.fetchNextPage()}>{t('more')}</button></p>}
        </section>
        <div class="side">
          <section class="block"><h2>{t('relation.changes')}</h2><Await of={relation}>{(answer) => <Changes answer={answer} />}</Await></section>
          <section class="block"><h2>{t('relation.precedents')}</h2><Await of={precedents}>{(answer) => <Precedents answer={answer} />}</Await></section>
          <section class="block"><h2>{t('relation.between')}</h2><Await of={links}>{(answer) => <BetweenList answer={answer} />}</Await></section>
          <section class="block"><h2>{t('relation.outlook')}</h2><Await of={outlook}>{(answer) => <OutlookList answer={answer} />}</Await></section>
          <section class="block"><h2>{t('relation.readings')}</h2><Await of={readings}>{(answer) => <ReadingGroups answer={answer} />}</Await></section>
          <section class="block"><h2>{t('relation.ties')}</h2><Await of={ties}>{({ rows: own }) => own.length ? <ol class="facts small">{own.map((fact) => <FactItem fact={fact} />)}</ol> : <Empty>{t('relation.noties')}</Empty>}</Await></section>
        </div>
      </div>
    </article>
  );
}
