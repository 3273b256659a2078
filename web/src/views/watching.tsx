/** What is watched: searches, parties and relations, what is new first, each with an Atom feed. */
import { Link } from 'wouter-preact';
import type { WatchLine } from '../../../src/api/schemas/watches.ts';
import { shown } from '../../../src/story/shown.ts';
import { ask, client, useApi } from '../api.ts';
import { useSay } from '../correct/say.tsx';
import { FactItem } from '../parts/fact.tsx';
import { Await, Empty } from '../parts/states.tsx';
import { useTitle } from '../title.ts';
import { useWords } from '../words.ts';

const act = async (path: string, method: 'POST' | 'DELETE'): Promise<void> => {
  await ask(path, { method });
  await client.invalidateQueries();
};

function One({ watch }: { watch: WatchLine }) {
  const { t, lang } = useWords(), { refused } = useSay(), fresh = new Set(watch.news);
  return (
    <section class="block">
      <h2><Link href={`/record?${watch.query}`}>{shown(watch.title)}</Link> {watch.fresh > 0 && <span class="fresh">{t('watch.new', { n: watch.fresh })}</span>}</h2>
      <p class="tools-row">
        {watch.fresh > 0 && <button type="button" class="primary" onClick={() => void act(`/watches/${watch.id}/seen`, 'POST').catch(refused)}>{t('watch.seen')}</button>}
        <a class="button" href={lang === 'en' ? watch.feed : `${watch.feed}?lang=${lang}`} type="application/atom+xml">Atom</a>
        <button type="button" onClick={() => void act(`/watches/${watch.id}`, 'DELETE').catch(refused)}>{t('watch.drop')}</button>
      </p>
      {watch.rows.length ? <ol class="facts">{watch.rows.map((fact) => <FactItem key={fact.id} fact={fact} fresh={fresh.has(fact.id)} />)}</ol> : <Empty>{t('empty.record')}</Empty>}
    </section>
  );
}

export function WatchingView() {
  const { t } = useWords(), found = useApi<{ rows: WatchLine[] }>('/watches');
  useTitle(t('nav.watching'));
  return (
    <>
      <header class="front"><h1>{t('nav.watching')}</h1></header>
      <Await of={found}>{({ rows }) => rows.length ? <div class="record">{rows.toSorted((a, b) => b.fresh - a.fresh || a.id - b.id).map((watch) => <One key={watch.id} watch={watch} />)}</div> : <Empty>{t('watch.none')} <Link href="/record">{t('nav.record')}</Link></Empty>}</Await>
    </>
  );
}
