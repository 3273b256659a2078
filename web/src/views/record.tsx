/** The record: every fact and story, narrowed as on the command line. */
import { useState } from 'preact/hooks';
import { Link, useSearchParams } from 'wouter-preact';
import type { Fact, StoryLine } from '../../../src/api/schemas/facts.ts';
import { CLAIM_KINDS, DIRECTIONS, EVENT_TYPES, FACTUALITIES, TIE_DOMAINS, TIE_KINDS } from '../../../src/story/facts.ts';
import { shown } from '../../../src/story/shown.ts';
import { pathOf, useRows } from '../api.ts';
import { FactItem } from '../parts/fact.tsx';
import { PartyInput } from '../parts/party-input.tsx';
import { Typed } from '../parts/typed.tsx';
import { WatchButton } from '../parts/watch-button.tsx';
import { Empty, EmptyLedger, Failed, Loading } from '../parts/states.tsx';
import { useTitle } from '../title.ts';
import { useWords } from '../words.ts';
import type { Key } from '../words.ts';

const KINDS = ['event', 'claim', 'tie', 'trend', 'story'] as const;
type Kind = (typeof KINDS)[number];
const PATHS: Readonly<Record<Kind, string>> = { event: '/events', claim: '/claims', tie: '/ties', trend: '/trends', story: '/stories' };
const TYPES: Readonly<Record<Kind, readonly (readonly [group: string, values: readonly string[]])[]>> = {
  event: [['type', EVENT_TYPES]], claim: [['claim', CLAIM_KINDS]], tie: [['domain', TIE_DOMAINS], ['tie', TIE_KINDS]], trend: [['direction', DIRECTIONS]], story: [],
};
const FIELDS = ['party', 'with', 'type', 'factuality', 'lang', 'from', 'to', 'speaker', 'outlet', 'text'] as const;
type Field = (typeof FIELDS)[number];

const fieldsOf = (kind: Kind): readonly Field[] => FIELDS.filter((field) => {
  if (kind === 'story') return ['lang', 'from', 'to', 'outlet', 'text'].includes(field);
  return field === 'factuality' ? kind === 'event' : field === 'speaker' ? kind === 'event' || kind === 'claim' : true;
});

/** What the API is asked for: two parties are a pair. */
function asked(kind: Kind, query: URLSearchParams): string {
  const value = (field: Field): string | undefined => (fieldsOf(kind).includes(field) ? query.get(field)?.trim() || undefined : undefined);
  const party = value('party'), other = value('with');
  const parties = party && other ? { pair: [party, other] } : { party: party ?? other };
  return pathOf(PATHS[kind], { ...parties, type: value('type'), factuality: value('factuality'), lang: value('lang'), from: value('from'), to: value('to'), speaker: value('speaker'), outlet: value('outlet'), text: value('text'), ...(kind !== 'story' && { count: 'true' }) });
}

function Filter({ kind, query, onAsk }: { kind: Kind; query: URLSearchParams; onAsk: (next: URLSearchParams) => void }) {
  const { t, term } = useWords(), has = (field: Field): boolean => fieldsOf(kind).includes(field), given = (field: Field): string => query.get(field) ?? '';
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const next = new URLSearchParams({ kind });
    for (const [name, value] of new FormData(event.currentTarget as HTMLFormElement)) if (typeof value === 'string' && value.trim()) next.set(name, value.trim());
    onAsk(next);
  };
  const choice = (field: Field, label: Key, options: preact.ComponentChildren) => has(field) && (
    <label><span>{t(label)}</span><select name={field} aria-label={t(label)} value={given(field)} onChange={(event) => event.currentTarget.form?.requestSubmit()}><option value="">{t('filter.any')}</option>{options}</select></label>
  );
  const words = (field: Field, label: Key) => has(field) && <label><span>{t(label)}</span><Typed name={field} value={given(field)} autocomplete="off" /></label>;
  return (
    <form class="filter" aria-label={t('filter')} onSubmit={submit} key={`${kind}?${query}`}>
      {has('party') && <label><span>{t('filter.party')}</span><PartyInput name="party" label={t('filter.party')} value={given('party')} /></label>}
      {has('with') && <label><span>{t('filter.with')}</span><PartyInput name="with" label={t('filter.with')} value={given('with')} /></label>}
      {TYPES[kind].length > 0 && choice('type', 'filter.type', TYPES[kind].map(([group, values]) => values.map((value) => <option value={value}>{term(group, value)}</option>)))}
      {choice('factuality', 'filter.factuality', FACTUALITIES.map((value) => <option value={value}>{term('factuality', value)}</option>))}
      {words('text', 'filter.text')}
      {words('speaker', 'filter.speaker')}
      {words('outlet', 'filter.outlet')}
      {choice('lang', 'filter.lang', ['en', 'tr', 'ru'].map((value) => <option value={value}>{term('lang', value)}</option>))}
      <label><span>{t('filter.from')}</span><Typed name="from" value={given('from')} placeholder="2020-01" inputMode="numeric" /></label>
      <label><span>{t('filter.to')}</span><Typed name="to" value={given('to')} placeholder="2025" inputMode="numeric" /></label>
      <p class="buttons"><button type="submit">{t('apply')}</button> <Link href={`/record?kind=${kind}`}>{t('clear')}</Link></p>
    </form>
  );
}

const StoryItem = ({ story: { hash, id, title, outlet, date, lang, facts } }: { story: StoryLine }) => {
  const { day, t } = useWords();
  return (
    <li class="fact">
      <p class="head"><Link href={`/story/${hash}`} lang={lang}><bdi>{shown(title ?? id)}</bdi></Link></p>
      <p class="origin">{outlet && <bdi class="outlet">{shown(outlet)}</bdi>}<time dateTime={date}>{day(date)}</time><abbr class="lang">{lang}</abbr><span>{t('count.fact', { n: facts })}</span></p>
    </li>
  );
};

export function RecordView() {
  const { t } = useWords(), [query, setQuery] = useSearchParams(), [open, setOpen] = useState(false);
  const kind = KINDS.find((one) => one === query.get('kind')) ?? 'event';
  const found = useRows<Fact | StoryLine>(asked(kind, query));
  useTitle(t(`record.${kind}`));
  const kindPath = (one: Kind): string => {
    const next = new URLSearchParams([...query].filter(([name]) => name !== 'type'));
    next.set('kind', one);
    return `/record?${next}`;
  };
  const rows = found.data?.pages.flatMap((page) => page.rows) ?? [], total = found.data?.pages[0]?.total;
  const narrowed = FIELDS.filter((field) => query.get(field)).length;
  return (
    <>
      <header class="front"><h1>{t('nav.record')}</h1><p class="sum">{total !== undefined && <span role="status">{t(`count.${kind}`, { n: total })}</span>} {kind !== 'story' && <WatchButton title={[...FIELDS.map((field) => query.get(field)), t(`record.${kind}`)].filter(Boolean).join(' · ')} query={query.toString()} key={query.toString()} />}</p></header>
      <nav class="tabs" aria-label={t('nav.record')}>{KINDS.map((one) => <Link href={kindPath(one)} aria-current={one === kind ? 'page' : undefined}>{t(`record.${one}`)}</Link>)}</nav>
      <button type="button" class="unfold" aria-expanded={open} onClick={() => setOpen(!open)}>{t('filter')}{narrowed ? ` (${narrowed})` : ''}</button>
      <div class={`folded${open ? ' open' : ''}`}><Filter kind={kind} query={query} onAsk={(next) => setQuery(next)} /></div>
      {found.error ? <Failed error={found.error} again={found.refetch} /> : found.isPending ? <Loading /> : rows.length === 0 ? query.size === 0 ? <EmptyLedger /> : <Empty>{t('empty.record')}</Empty> : (
        <ol class="facts record">{rows.map((row) => 'kind' in row ? <FactItem key={row.id} fact={row} /> : <StoryItem key={row.hash} story={row} />)}</ol>
      )}
      {found.hasNextPage && <p class="more"><button type="button" disabled={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>{t('more')}</button></p>}
    </>
  );
}
