/** Search, everywhere: opened by a key, answered as it is typed, walked with the arrows. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useLocation } from 'wouter-preact';
import type { Search } from '../../../src/api/schemas/views.ts';
import { shown } from '../../../src/story/shown.ts';
import { pathOf, useApi } from '../api.ts';
import { useWords } from '../words.ts';
import type { Words } from '../words.ts';
import { whatOf } from './fact.tsx';
import { useOffice } from './office.tsx';
import type { Parties } from './parties.tsx';
import { partyPath, relationPath, useParties } from './parties.tsx';

const PAUSE = 90;
/** Letters of a sentence that are listed. */
const LONG = 300;

interface Choice {
  group: string;
  title: string;
  about: string;
  href: string;
  lang?: string;
}

/** What can be chosen for an answer, in the order it is shown. */
function choicesOf(q: string, found: Search | undefined, words: Words, parties: Parties, office: (role: string) => string): Choice[] {
  if (!found || !q) return [];
  const { t, term, day } = words, { lang } = words;
  const [a, b] = found.parties, choices: Choice[] = [];
  if (found.pair) {
    const [one, other] = found.pair;
    choices.push({ group: t('search.relation'), title: `${parties.name(one)} – ${parties.name(other)}`, about: '', href: relationPath(one, other) });
  }
  for (const { code, names, kind, events } of [a, b, ...found.parties.slice(2)].filter((line) => line !== undefined)) {
    choices.push({ group: t('search.parties'), title: shown(names[lang]), about: `${code} · ${term('kind', kind ?? 'unknown')} · ${t('count.event', { n: events })}`, href: partyPath(code) });
  }
  for (const { name, country, role, stories } of found.people) {
    choices.push({ group: t('search.people'), title: shown(name), about: [parties.name(country), role && office(role), t('count.story', { n: stories })].filter(Boolean).join(' · '), href: pathOf('/record', { speaker: name, party: country }) });
  }
  for (const fact of found.happenings) {
    if (fact.kind !== 'event') continue;
    choices.push({ group: t('search.happenings'), title: shown(fact.evidence.slice(0, LONG)), about: `${parties.name(fact.source)} – ${parties.name(fact.target)} · ${whatOf(fact, words)} · ${day(fact.story?.date ?? '')}`, href: fact.story ? `/story/${fact.story.hash}?fact=${fact.id}` : relationPath(fact.source, fact.target), lang: fact.story?.lang });
  }
  for (const { hash, title, id, outlet, date, lang: own } of found.stories) {
    choices.push({ group: t('search.stories'), title: shown((title ?? id).slice(0, LONG)), about: [outlet && shown(outlet), day(date)].filter(Boolean).join(' · '), href: `/story/${hash}`, lang: own });
  }
  if (found.happenings.length) choices.push({ group: t('search.happenings'), title: t('search.all', { q }), about: '', href: pathOf('/record', { text: q }) });
  return choices;
}

export function Palette({ onClose }: { onClose: () => void }) {
  const words = useWords(), parties = useParties(), office = useOffice(), { t } = words, [, go] = useLocation();
  const [typed, setTyped] = useState(''), [q, setQ] = useState(''), [at, setAt] = useState(0);
  const dialog = useRef<HTMLDialogElement>(null), list = useRef<HTMLUListElement>(null), wanted = useRef(false);
  const { data, isPlaceholderData } = useApi<Search>(q ? pathOf('/search', { q }) : undefined), answered = q === typed.trim() && data !== undefined && !isPlaceholderData;
  const choices = useMemo(() => choicesOf(q, data, words, parties, office), [q, data, words, parties]);

  // with the first paint, so that the next letter is typed into it
  useLayoutEffect(() => {
    dialog.current?.showModal();
  }, []);
  useEffect(() => {
    const timer = setTimeout(() => {
      setQ(typed.trim());
      setAt(0);
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  const choose = (choice: Choice | undefined): void => {
    if (!choice) return;
    onClose();
    go(choice.href);
  };
  // Enter before the answer to what is typed has come chooses the first of it then
  useEffect(() => {
    if (answered && wanted.current) choose(choices[0]);
    if (answered) wanted.current = false;
  }, [answered, choices]);
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (choices.length) setAt((at + (event.key === 'ArrowDown' ? 1 : choices.length - 1)) % choices.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (answered) choose(choices[at]);
      else {
        wanted.current = true;
        setQ(typed.trim());
      }
    }
  };
  return (
    <dialog ref={dialog} class="palette" aria-label={t('search.title')} onClose={onClose} onClick={(event) => event.target === dialog.current && onClose()}>
      <div class="palette-body">
        <input
          type="text" role="combobox" inputMode="search" aria-expanded={choices.length > 0} aria-controls="palette-list" aria-activedescendant={choices.length ? `choice-${at}` : undefined} aria-label={t('search.title')}
          placeholder={t('search.hint')} autocomplete="off" spellcheck={false} value={typed} onInput={(event) => {
            wanted.current = false;
            setTyped(event.currentTarget.value);
          }} onKeyDown={onKey}
        />
        {choices.length > 0 && (
          <ul id="palette-list" role="listbox" ref={list} aria-label={t('search.title')}>
            {choices.map((choice, i) => (
              <li id={`choice-${i}`} role="option" aria-selected={i === at} data-group={choice.group !== choices[i - 1]?.group ? choice.group : undefined} onMouseMove={() => i !== at && setAt(i)} onClick={() => choose(choice)}>
                <span class="title" lang={choice.lang}><bdi>{choice.title}</bdi></span> <span class="about"><bdi>{choice.about}</bdi></span>
              </li>
            ))}
          </ul>
        )}
        {choices.length === 0 && <p class="empty" role="status">{q && data ? t('search.none', { q }) : t('search.start')}</p>}
      </div>
    </dialog>
  );
}
