/** The frame around every view, and which view stands at which address. */
import { QueryClientProvider } from '@tanstack/preact-query';
import { lazy, Suspense } from 'preact/compat';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { Link, Route, Switch, useLocation } from 'wouter-preact';
import { client, listen } from './api.ts';
import { useGlobalKeys } from './keys.ts';
import { KeysHelp } from './parts/keys-help.tsx';
import { Palette } from './parts/palette.tsx';
import { PartiesProvider } from './parts/parties.tsx';
import { Loading } from './parts/states.tsx';
import { SECTIONS } from './sections.ts';
import { applySettings, readSettings, THEMES } from './settings.ts';
import type { Theme } from './settings.ts';
import { useTitle } from './title.ts';
import { SayProvider } from './correct/say.tsx';
import { TokenForm } from './parts/token-form.tsx';
import { ChangesView } from './views/changes.tsx';
import { DocsView } from './views/docs.tsx';
import { HappeningView } from './views/happening.tsx';
import { ReviewView } from './views/review.tsx';
import { WatchingView } from './views/watching.tsx';
import { PartyView } from './views/party.tsx';
import { RelationsView } from './views/relations.tsx';
import { RelationView } from './views/relation.tsx';
import { RecordView } from './views/record.tsx';
import { StoryView } from './views/story.tsx';
import { TodayView } from './views/today.tsx';
import { OWN_NAME, UI_LANGS, useWords, WordsContext, wordsOf } from './words.ts';
import type { UiLang } from './words.ts';

/** A part of an address as the router gives it: of the escapes, it leaves the slash. */
function whole(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function Missing() {
  const { t } = useWords();
  useTitle(t('missing.title'));
  return <div class="welcome"><h1>{t('missing.title')}</h1><p>{t('missing.text')}</p><p><Link href="/">{t('nav.today')}</Link></p></div>;
}

/** Loaded once the first view is there: it brings the drawing of networks with it. */
const network = () => import('./views/network.tsx');
const NetworkView = lazy(() => network().then((module) => module.NetworkView));
/** How long after the first view begins, in milliseconds. */
const LATER = 300;

function Masthead({ lang, theme, onLang, onTheme, onSearch }: { lang: UiLang; theme: Theme; onLang: (lang: UiLang) => void; onTheme: (theme: Theme) => void; onSearch: () => void }) {
  const { t } = useWords(), [path] = useLocation();
  return (
    <header class="masthead">
      <div class="brand"><Link href="/" class="name">Dragoman</Link><span class="tagline">{t('tagline')}</span></div>
      <div class="tools">
        <button type="button" class="search" onClick={onSearch}>{t('search')} <kbd>/</kbd></button>
        <select aria-label={t('language')} value={lang} onChange={(event) => onLang(event.currentTarget.value as UiLang)}>{UI_LANGS.map((one) => <option value={one} lang={one}>{OWN_NAME[one]}</option>)}</select>
        <select aria-label={t('theme')} value={theme} onChange={(event) => onTheme(event.currentTarget.value as Theme)}>{THEMES.map((one) => <option value={one}>{t(`theme.${one}`)}</option>)}</select>
      </div>
      <nav aria-label={t('nav.main')}>{SECTIONS.map(({ path: to, key }) => <Link href={to} aria-current={path === to || (to !== '/' && path.startsWith(to)) ? 'page' : undefined}>{t(key)}</Link>)}</nav>
    </header>
  );
}

function Frame({ lang, theme, onLang, onTheme }: { lang: UiLang; theme: Theme; onLang: (lang: UiLang) => void; onTheme: (theme: Theme) => void }) {
  const { t } = useWords(), [path, go] = useLocation(), [open, setOpen] = useState<{ which: 'search' | 'keys'; nth: number }>();
  const opening = (which: 'search' | 'keys') => () => setOpen((now) => ({ which, nth: (now?.nth ?? 0) + 1 }));
  // a window may tell that it closed when the next one is open already
  const closed = () => setOpen((now) => (now === open ? undefined : now));
  useGlobalKeys({ search: opening('search'), keys: opening('keys'), go });
  useEffect(() => {
    scrollTo(0, 0);
  }, [path]);
  return (
    <>
      <a class="skip" href="#main">{t('nav.skip')}</a>
      <Masthead lang={lang} theme={theme} onLang={onLang} onTheme={onTheme} onSearch={opening('search')} />
      <main id="main" tabIndex={-1}>
        <Suspense fallback={<Loading />}>
          <Switch>
            <Route path="/"><TodayView /></Route>
            <Route path="/record"><RecordView /></Route>
            <Route path="/story/:name">{({ name }) => <StoryView name={whole(name)} />}</Route>
            <Route path="/happening/:id">{({ id }) => <HappeningView id={whole(id)} />}</Route>
            <Route path="/review"><ReviewView /></Route>
            <Route path="/changes"><ChangesView /></Route>
            <Route path="/watching"><WatchingView /></Route>
            <Route path="/docs"><DocsView /></Route>
            <Route path="/network"><NetworkView /></Route>
            <Route path="/relations"><RelationsView /></Route>
            <Route path="/party/:code">{({ code }) => <PartyView code={whole(code)} />}</Route>
            <Route path="/relation/:a/:b">{({ a, b }) => <RelationView a={whole(a)} b={whole(b)} />}</Route>
            <Route><Missing /></Route>
          </Switch>
        </Suspense>
      </main>
      <footer class="foundation"><Link href="/changes">{t('nav.changes')}</Link> <Link href="/docs">{t('nav.docs')}</Link> <button type="button" onClick={opening('keys')}>{t('nav.keys')} <kbd>?</kbd></button></footer>
      {open?.which === 'search' && <Palette key={open.nth} onClose={closed} />}
      {open?.which === 'keys' && <KeysHelp key={open.nth} onClose={closed} />}
    </>
  );
}

export function App() {
  const [settings, setSettings] = useState(readSettings), words = useMemo(() => wordsOf(settings.lang), [settings.lang]);
  useEffect(() => applySettings(settings), [settings]);
  useEffect(() => listen(() => void client.invalidateQueries()), []);
  useEffect(() => {
    const timer = setTimeout(() => void network().catch(() => {}), LATER);
    return () => clearTimeout(timer);
  }, []);
  return (
    <QueryClientProvider client={client}>
      <WordsContext.Provider value={words}>
        <TokenForm />
        <PartiesProvider>
          <SayProvider>
            <Frame {...settings} onLang={(lang) => setSettings({ ...settings, lang })} onTheme={(theme) => setSettings({ ...settings, theme })} />
          </SayProvider>
        </PartiesProvider>
      </WordsContext.Provider>
    </QueryClientProvider>
  );
}
