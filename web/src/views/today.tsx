/** The front page: what is new in the record. */
import type { ComponentChildren } from 'preact';
import type { Claim, Event, Trend } from '../../../src/api/schemas/facts.ts';
import type { Happening, LedgerSummary, Moving, Today } from '../../../src/api/schemas/views.ts';
import { precedentOf } from '../../../src/words/tell.ts';
import { useApi } from '../api.ts';
import { FactHead, FactItem, Notes, Origin, toneOf } from '../parts/fact.tsx';
import { Dyad } from '../parts/parties.tsx';
import { Because } from '../parts/relation.tsx';
import { Await, Empty, Loading } from '../parts/states.tsx';
import { Sentence } from '../parts/text.tsx';
import { useTitle } from '../title.ts';
import { useWords } from '../words.ts';
import { Link } from 'wouter-preact';

function Section({ title, href, children, of }: { title: string; href?: string; children: ComponentChildren; of: number }) {
  const { t } = useWords();
  return (
    <section class="block">
      <h2>{href ? <Link href={href}>{title}</Link> : title}</h2>
      {of ? children : <Empty>{t('today.none')}</Empty>}
    </section>
  );
}

function Told({ happening: { id, lead, reports, outlets }, first }: { happening: Happening; first: boolean }) {
  const { t } = useWords();
  return (
    <li class={`fact told ${toneOf(lead)}${first ? ' lead' : ''}`}>
      <FactHead fact={lead} />
      <Sentence fact={lead} />
      <Notes fact={lead} />
      <div class="foot">
        <Origin story={lead.story} dataset={lead.dataset?.name} />
        {reports > 1 && <Link href={`/happening/${id}`} class="reports">{t('count.report', { n: reports })} · {t('count.outlet', { n: outlets.length })}</Link>}
      </div>
    </li>
  );
}

const First = ({ event }: { event: Event }) => {
  const words = useWords();
  return (
    <li class={`fact ${toneOf(event)}`}>
      <p class="head"><span class="who"><Dyad a={event.source} b={event.target} /></span> <strong class="precedent">{event.precedent && precedentOf(event.precedent, words)}</strong></p>
      <Sentence fact={event} />
      <Origin story={event.story} />
    </li>
  );
};

/** The relations that thawed or chilled last. */
function Movers() {
  const words = useWords(), { t, term, day, number } = words, { data, error } = useApi<{ rows: Moving[] }>('/moving');
  if (error) return null;
  return (
    <Section title={t('today.moving')} href="/relations" of={data?.rows.length ?? 1}>
      {!data ? <Loading /> : <ol class="findings">{data.rows.map(({ a, b, kind, date, before, after, because }) => (
        <li class={kind === 'thaw' ? 'improving' : 'worsening'}>
          <p class="head"><span class="who"><Dyad a={a} b={b} /></span> <strong class="what">{term('change', kind)}</strong> <span class="when">{day(date)}</span> <span class="when">{number(before, 1)} → {number(after, 1)}</span></p>
          <Because events={because as unknown as Parameters<typeof Because>[0]['events']} most={1} />
        </li>
      ))}</ol>}
    </Section>
  );
}

export function TodayView() {
  const words = useWords(), { t, day } = words, found = useApi<Today>('/today'), ledger = useApi<LedgerSummary>('/ledger');
  useTitle(t('nav.today'));
  return (
    <Await whole of={found}>
      {(today) => today.day === undefined ? (
        <div class="welcome">
          <h1>{t('empty.ledger')}</h1>
          <p>{t('empty.ledger.how')}</p>
          <pre><code>dragoman read stories.jsonl</code></pre>
        </div>
      ) : (
        <>
          <header class="front">
            <h1>{t('today.to', { day: day(today.day, 'long') })}</h1>
            {ledger.data && <p class="sum">{[
              t('count.story', { n: Object.values(ledger.data.stories).reduce((sum, n) => sum + n, 0) }), t('count.outlet', { n: ledger.data.outlets }),
              t('count.event', { n: ledger.data.events }), t('count.person', { n: ledger.data.persons }),
            ].join(' · ')}</p>}
          </header>
          <div class="columns">
            <div>
              <Section title={t('today.happened')} href="/record" of={today.happenings.length}>
                <ol class="facts">{today.happenings.map((happening, i) => <Told happening={happening} first={i === 0} />)}</ol>
              </Section>
              <div class="pair">
                <Section title={t('today.ahead')} href="/record?factuality=planned" of={today.ahead.length}><ol class="facts small">{today.ahead.map((fact) => <FactItem fact={fact} />)}</ol></Section>
                <Section title={t('today.claims')} href="/record?kind=claim" of={today.claims.length}><ol class="facts small">{today.claims.map((fact: Claim) => <FactItem fact={fact} />)}</ol></Section>
              </div>
            </div>
            <div class="side">
              <Movers />
              <Section title={t('today.precedents')} of={today.precedents.length}><ol class="facts small">{today.precedents.map((event) => <First event={event} />)}</ol></Section>
              <Section title={t('today.trends')} href="/record?kind=trend" of={today.trends.length}><ol class="facts small">{today.trends.map((fact: Trend) => <FactItem fact={fact} />)}</ol></Section>
            </div>
          </div>
        </>
      )}
    </Await>
  );
}
