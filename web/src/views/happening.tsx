/** A happening: every report of it side by side in its own language, where they differ, and its history. */
import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import type { Event } from '../../../src/api/schemas/facts.ts';
import type { Told } from '../../../src/api/schemas/views.ts';
import type { Remark } from '../../../src/story/remark.ts';
import { shown } from '../../../src/story/shown.ts';
import { useApi } from '../api.ts';
import { FactTools } from '../correct/fact-tools.tsx';
import { Reason, ReasonField, whyIn } from '../correct/reason.tsx';
import { useSay } from '../correct/say.tsx';
import { Certainty, FactHead, Notes, Origin, toneOf, whatOf } from '../parts/fact.tsx';
import { Dyad, useParties, useSaying } from '../parts/parties.tsx';
import { Await } from '../parts/states.tsx';
import { Sentence } from '../parts/text.tsx';
import { useTitle } from '../title.ts';
import { useWords } from '../words.ts';
import type { Key } from '../words.ts';

const ROLES = ['source', 'type', 'target', 'speaker', 'date'] as const;

/** Whose word a report is, from the outlet to its origin. */
const Chain = ({ event }: { event: Event }) => {
  const { t } = useWords(), chain = event.chain ?? [event.story?.outlet, event.attributed_to].filter((one) => one !== undefined);
  return chain.length ? <p class="chain" title={t('fact.chain')}>{chain.map((one, i) => <>{i > 0 && <span class="arrow"> ← </span>}<bdi>{one === 'unnamed' ? t('fact.unnamed') : shown(one)}</bdi></>)}</p> : null;
};

function Reports({ told }: { told: Told }) {
  const { t } = useWords(), { say } = useSay(), saying = useSaying(), [out, setOut] = useState<string[]>([]), [why, setWhy] = useState(''), several = told.events.length > 1;
  return (
    <>
      <ol class="reports">
        {told.events.map((event) => (
          <li class={`fact ${toneOf(event)}`} key={event.id}>
            <Origin story={event.story} />
            <Sentence fact={event} />
            <FactHead fact={event} /><Notes fact={event} /><Chain event={event} />
            <div class="foot"><Certainty value={event.confidence} />{event.story && <Link href={`/story/${event.story.hash}?fact=${event.id}`}>{t('fact.why')}</Link>}</div>
            {(told.because[event.id]?.length ?? 0) > 0 && <p class="notes">{t('happening.because')}: <bdi>{told.because[event.id]?.map((text, i) => saying(told.why[event.id]?.[i] as Remark | undefined, text)).join('; ')}</bdi></p>}
            <FactTools fact={event} />
            {several && <label class="inline"><input type="checkbox" checked={out.includes(event.id)} onChange={(box) => setOut(box.currentTarget.checked ? [...out, event.id] : out.filter((id) => id !== event.id))} /> {t('happening.out')}</label>}
          </li>
        ))}
      </ol>
      {out.length > 0 && out.length < told.events.length && <p><button type="button" class="primary" onClick={async () => {
        if (await say({ kind: 'split', events: out, from: told.events.map(({ id }) => id).filter((id) => !out.includes(id)) }, t('say.done'), why)) {
          setOut([]);
          setWhy('');
        }
      }}>{t('happening.split', { n: out.length })}</button> <Reason value={why} onChange={setWhy} /></p>}
    </>
  );
}

function Body({ told }: { told: Told }) {
  const words = useWords(), saying = useSaying(), { t, term, day, moment } = words, { say } = useSay(), { name } = useParties(), { lead } = told;
  const title = `${name(lead.source)} – ${name(lead.target)}: ${whatOf(lead, words)}`;
  useTitle(title);
  const value = (field: string, given: string): string => {
    if (field === 'type') return given.split(':').map((one, i) => term(i ? 'mode' : 'type', one)).join(' · ');
    if (field === 'factuality') return term('factuality', given);
    if (field === 'day') return given.split('..').map((one) => day(one)).join(' – ');
    return field === 'who' ? given.split(' ').map(name).join(' → ') : shown(given);
  };
  const outletOf = (id: string): string => ((event) => shown(event?.story?.outlet ?? event?.story?.id ?? id))(told.events.find((event) => event.id === id));
  return (
    <article>
      <header class="front"><h1><Dyad a={lead.source} b={lead.target} />: {whatOf(lead, words)}</h1><p class="sum">{t('count.report', { n: told.reports })} · {t('count.source', { n: told.sources })} · {t('count.outlet', { n: told.outlets.length })} · {told.langs.map((lang) => term('lang', lang)).join(', ')}</p></header>
      <p class="legend">{t('story.legend')}: {ROLES.map((role) => <><mark class={role}>{t(`role.${role}` as Key)}</mark> </>)}</p>
      <Reports told={told} />
      <div class="columns even">
        <section class="block">
          <h2>{t('happening.differ')}</h2>
          {told.differences.length ? (
            <table class="plain"><tbody>{told.differences.map(({ field, values }) => values.map((one, i) => <tr>{i === 0 && <th scope="rowgroup" rowSpan={values.length}>{t(`differ.${field}` as Key)}</th>}<td><bdi>{value(field, one.value)}</bdi></td><td class="quiet">{[...new Set(one.events.map(outletOf))].join(', ')}</td></tr>))}</tbody></table>
          ) : <p class="empty">{t('happening.same')}</p>}
        </section>
        <div class="side">
          <section class="block">
            <h2>{t('happening.history')}</h2>
            {told.history.length ? <ol class="said">{told.history.toReversed().map((one) => <li class={one.active ? '' : 'undone'}><span class="code">{one.id}</span> <strong>{term('said', one.kind)}</strong> <bdi>{saying(one.saying as Remark, one.says)}</bdi> <span class="quiet">{shown(one.who)}, {moment(one.at)}</span></li>)}</ol> : <p class="empty">{t('happening.nohistory')}</p>}
          </section>
          <section class="block">
            <h2>{t('happening.merge')}</h2>
            <form class="fields" onSubmit={(event) => {
              event.preventDefault();
              const other = String(new FormData(event.currentTarget).get('other') ?? '').trim();
              void say({ kind: 'merge', events: [told.id, other] }, t('say.done'), whyIn(event.currentTarget));
            }}><label><span>{t('happening.other')}</span><input name="other" placeholder="e12" pattern="[eh][1-9][0-9]*" required aria-label={t('happening.other')} /></label><ReasonField /><p class="buttons"><button type="submit">{t('happening.join')}</button></p></form>
          </section>
        </div>
      </div>
    </article>
  );
}

export function HappeningView({ id }: { id: string }) {
  return <Await whole of={useApi<Told>(`/happenings/${encodeURIComponent(id)}`)}>{(told) => <Body key={told.id} told={told} />}</Await>;
}
