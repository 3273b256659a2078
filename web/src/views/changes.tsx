/** What was changed, by whom, and taking it back; and what an analyst can say besides of people and parties. */
import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import type { Ask, Standing } from '../../../src/api/schemas/corrections.ts';
import { NAME_SORTS, PARTY_KINDS } from '../../../src/ledger/corrections/types.ts';
import type { Remark } from '../../../src/story/remark.ts';
import { shown } from '../../../src/story/shown.ts';
import { useApi } from '../api.ts';
import { Anew } from '../correct/anew.tsx';
import { codeOf } from '../correct/fields.tsx';
import { ReasonField, whyIn } from '../correct/reason.tsx';
import { useSay } from '../correct/say.tsx';
import { PartyInput } from '../parts/party-input.tsx';
import { useParties, useSaying } from '../parts/parties.tsx';
import { Await, Empty } from '../parts/states.tsx';
import { useTitle } from '../title.ts';
import { useWords } from '../words.ts';
import type { Key } from '../words.ts';

const FORMS = ['join-persons', 'separate-persons', 'add-party', 'add-name', 'add-office'] as const;
type Form = (typeof FORMS)[number];

/** What cannot be said where a fact stands: of people, and of the gazetteer. */
function Besides() {
  const { t, term } = useWords(), { say } = useSay(), parties = useParties(), [form, setForm] = useState<Form>('join-persons');
  const field = (name: string, label: Key, needed = true) => <label><span>{t(label)}</span><input name={name} aria-label={t(label)} required={needed} autocomplete="off" /></label>;
  const choice = (name: string, label: Key, group: string, values: readonly string[]) => <label><span>{t(label)}</span><select name={name} aria-label={t(label)}>{values.map((value) => <option value={value}>{term(group, value)}</option>)}</select></label>;
  const names = <>{field('en', 'lang.en', false)}{field('tr', 'lang.tr', false)}{field('ru', 'lang.ru', false)}</>;
  const send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const target = event.currentTarget as HTMLFormElement, typed = new FormData(target), text = (name: string): string => String(typed.get(name) ?? '').trim();
    const list = (value: string): string[] => value.split(/[,;\n]/).map((one) => one.trim()).filter(Boolean);
    const byLang = Object.fromEntries((['en', 'tr', 'ru'] as const).map((lang) => [lang, list(text(lang))] as const).filter(([, own]) => own.length));
    const given = (name: string): Record<string, string> => (text(name) ? { [name]: text(name) } : {}), party = text('of');
    const what: Ask = form === 'join-persons' || form === 'separate-persons' ? { kind: form, names: list(text('names')) }
      : form === 'add-party' ? { kind: form, code: text('code').toUpperCase(), party: text('party') as (typeof PARTY_KINDS)[number], names: byLang }
        : form === 'add-name' ? { kind: form, code: codeOf(text('code'), parties), lang: text('lang') as 'en', name: text('name'), as: text('as') as (typeof NAME_SORTS)[number] }
          : { kind: form, names: byLang, country: codeOf(text('country'), parties), role: text('role'), ...given('from'), ...given('to'), ...given('sex'), ...(party && { code: codeOf(party, parties) }) };
    const done = await say(what, t('say.done'), whyIn(target));
    if (done) target.reset();
  };
  return (
    <section class="block">
      <h2>{t('changes.besides')}</h2>
      <label class="inline"><span class="hidden">{t('say.kind')}</span><select aria-label={t('say.kind')} value={form} onChange={(event) => setForm(event.currentTarget.value as Form)}>{FORMS.map((one) => <option value={one}>{t(`form.${one}`)}</option>)}</select></label>
      <form class="fields" key={form} onSubmit={(event) => void send(event)}>
        {(form === 'join-persons' || form === 'separate-persons') && field('names', 'form.names')}
        {form === 'add-party' && <>{field('code', 'form.code')}{choice('party', 'say.kind', 'party-kind', PARTY_KINDS)}{names}</>}
        {form === 'add-name' && <><label><span>{t('filter.party')}</span><PartyInput name="code" label={t('filter.party')} /></label>{choice('lang', 'filter.lang', 'lang', ['en', 'tr', 'ru'])}{field('name', 'form.name')}{choice('as', 'say.kind', 'name-sort', NAME_SORTS)}</>}
        {form === 'add-office' && <>{names}<label><span>{t('filter.party')}</span><PartyInput name="country" label={t('filter.party')} /></label>{field('role', 'form.role')}<label><span>{t('form.of')}</span><PartyInput name="of" label={t('form.of')} /></label><label><span>{t('form.sex')}</span><select name="sex" aria-label={t('form.sex')}><option value="" />{(['f', 'm'] as const).map((sex) => <option value={sex}>{t(`form.sex.${sex}`)}</option>)}</select></label>{field('from', 'filter.from', false)}{field('to', 'filter.to', false)}</>}
        <ReasonField />
        <p class="buttons"><button type="submit">{t('save')}</button></p>
      </form>
      {form.startsWith('add-') && <p class="quiet">{t('changes.recode')} <code>dragoman recode</code></p>}
    </section>
  );
}

function Row({ one }: { one: Standing }) {
  const { t, term, moment } = useWords(), { say } = useSay(), saying = useSaying(), reversible = one.kind !== 'undo' && one.kind !== 'redo';
  // the word before it says already what was done
  const said = saying(one.saying as Remark, one.says).replace(/^(?:change|undo|redo) /, '');
  return (
    <li class={one.active ? '' : 'undone'}>
      <p class="head"><span class="code">{one.id}</span> <strong>{term('said', one.kind)}</strong> <span>{said}</span>{!one.active && <span class="factuality">{t('changes.undone')}</span>}</p>
      {one.evidence && <p class="sentence"><bdi>{shown(one.evidence)}</bdi></p>}
      <p class="origin"><bdi class="outlet">{shown(one.who)}</bdi><time dateTime={one.at}>{moment(one.at)}</time>{one.why && <bdi>{shown(one.why)}</bdi>}{one.story && <Link href={`/story/${one.story}`}>{t('story.one')}</Link>}{one.facts.some(({ fit }) => fit !== 'same') && <span class="factuality">{[...new Set(one.facts.map(({ fit }) => fit))].map((fit) => term('fit', fit)).join(', ')}</span>}</p>
      {reversible && <button type="button" onClick={() => void say({ kind: one.active ? 'undo' : 'redo', correction: one.id }, t(one.active ? 'say.undone' : 'say.redone'))}>{t(one.active ? 'say.undo' : 'say.redo')}</button>}
    </li>
  );
}

export function ChangesView() {
  const { t } = useWords(), found = useApi<{ rows: Standing[] }>('/corrections?limit=300');
  useTitle(t('nav.changes'));
  return (
    <>
      <header class="front"><h1>{t('nav.changes')}</h1><p class="sum"><Link href="/review">{t('nav.review')}</Link></p></header>
      <div class="columns">
        <Await of={found}>{({ rows }) => rows.length ? <ol class="said">{rows.map((one) => <Row key={one.id} one={one} />)}</ol> : <Empty>{t('changes.none')}</Empty>}</Await>
        <div class="side"><Besides /><Anew /></div>
      </div>
    </>
  );
}
