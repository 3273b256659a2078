/** A reviewing session: the facts that nobody has looked at, the least sure first, gone through by keys. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Link, useSearchParams } from 'wouter-preact';
import type { Review } from '../../../src/api/schemas/corrections.ts';
import type { Fact, Story } from '../../../src/api/schemas/facts.ts';
import { pathOf, useApi } from '../api.ts';
import { ChangeForm } from '../correct/fact-tools.tsx';
import { Reason } from '../correct/reason.tsx';
import { useSay } from '../correct/say.tsx';
import { typing } from '../keys.ts';
import { changed } from '../parts/controls.tsx';
import { FactHead, Notes, Origin, toneOf } from '../parts/fact.tsx';
import { Await, Empty } from '../parts/states.tsx';
import { Marked, numberedFact, Sentence } from '../parts/text.tsx';
import { useTitle } from '../title.ts';
import { useWords } from '../words.ts';
import { marksOf } from '../../../src/story/marks.ts';
import { Why } from './story.tsx';

/** So many facts passed over stand in the address; then the first of them come again. */
const MOST = 200;
const KINDS = ['event', 'claim', 'tie', 'trend'] as const;

/** The paragraph that a fact's sentence stands in, with the fact's words marked. */
function InContext({ fact }: { fact: Fact }) {
  const { data } = useApi<Story>(fact.story && `/stories/${fact.story.hash}`), { start, end } = fact.offsets.sentence;
  if (!data || data.hash !== fact.story?.hash) return <Sentence fact={fact} />;
  const from = data.text.lastIndexOf('\n', start - 1) + 1, stop = data.text.indexOf('\n', end);
  return <blockquote class="sentence context" lang={data.lang}><Marked text={data.text} span={{ start: from, end: stop < 0 ? data.text.length : stop }} marks={marksOf([numberedFact(fact, 1)])} /></blockquote>;
}

function Session({ found, onSkip, onBack }: { found: Review; onSkip: (id: string) => void; onBack: () => void }) {
  const { t, number } = useWords(), { say, undo } = useSay(), [changing, setChanging] = useState(false), [why, setWhy] = useState(''), reason = useRef<HTMLInputElement>(null), fact = found.rows[0];
  // what was said of the fact that is still shown: the same key again says nothing more
  const said = useRef<string>();
  // before the next fact can be seen, so that nothing typed at sight of it is emptied
  useLayoutEffect(() => {
    setChanging(false);
    setWhy('');
    said.current = undefined;
  }, [fact?.id]);
  const word = async (kind: 'confirm' | 'reject'): Promise<void> => {
    if (!fact || said.current === fact.id) return;
    said.current = fact.id;
    if (!await say({ kind, fact: fact.id }, t(`say.${kind}ed`), why)) said.current = undefined;
  };
  const takeBack = (): void => {
    said.current = undefined;
    undo();
  };
  // as soon as a fact is seen, its keys work
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || document.querySelector('dialog[open]')) return;
      const actions: Record<string, () => unknown> = {
        a: () => word('confirm'), x: () => word('reject'), r: () => reason.current?.focus(),
        c: () => setChanging(true), j: () => fact && onSkip(fact.id), k: onBack, u: takeBack,
      };
      const act = actions[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });
  if (!fact) return <Empty>{t('review.done')}</Empty>;
  return (
    <div class="session">
      <progress max={found.facts} value={found.seen} aria-label={t('review.progress', { seen: found.seen, facts: found.facts })} />
      <article class={`fact under-review ${toneOf(fact)}`}>
        <FactHead fact={fact} /><Notes fact={fact} />
        <InContext fact={fact} />
        <Origin story={fact.story} />
        <div class="tools-row">
          <button type="button" class="primary" onClick={() => void word('confirm')}>{t('say.confirm')} <kbd>a</kbd></button>
          <button type="button" onClick={() => void word('reject')}>{t('say.reject')} <kbd>x</kbd></button>
          <button type="button" aria-expanded={changing} onClick={() => setChanging(!changing)}>{t('say.change')} <kbd>c</kbd></button>
          <button type="button" onClick={() => onSkip(fact.id)}>{t('review.next')} <kbd>j</kbd></button>
          <button type="button" onClick={onBack}>{t('review.back')} <kbd>k</kbd></button>
          <button type="button" onClick={takeBack}>{t('say.undo')} <kbd>u</kbd></button>
          <Link href={`/story/${fact.story?.hash}?fact=${fact.id}`}>{t('story.one')}</Link>
          {!changing && <form class="inline" onSubmit={(event) => {
            event.preventDefault();
            reason.current?.blur();
          }}><Reason value={why} onChange={setWhy} input={reason} /> <kbd>r</kbd></form>}
        </div>
        {changing ? <ChangeForm fact={fact} onDone={() => setChanging(false)} /> : <Why fact={fact} text={(from, to) => fact.evidence.slice(from - fact.offsets.sentence.start, to - fact.offsets.sentence.start)} />}
      </article>
      <section class="block"><h2>{t('review.coming')}</h2><ol class="facts small">{found.rows.slice(1).map((one) => <li class={`fact ${toneOf(one)}`}><FactHead fact={one} /><Sentence fact={one} /></li>)}</ol></section>
      <p class="quiet">{t('review.progress', { seen: number(found.seen), facts: number(found.facts) })}</p>
    </div>
  );
}

export function ReviewView() {
  const { t } = useWords(), [query, setQuery] = useSearchParams(), kind = KINDS.find((one) => one === query.get('kind')) ?? 'event';
  const skipped = (query.get('skip') ?? '').split(',').filter(Boolean), skip = (ids: readonly string[]): void => setQuery((before) => changed(before, { skip: ids.slice(-MOST).join() }), { replace: true });
  const found = useApi<Review>(pathOf('/doubtful', { kind, skip: skipped.join(), limit: 6 }));
  useTitle(t('nav.review'));
  return (
    <>
      <header class="front"><h1>{t('nav.review')}</h1><p class="sum"><Link href="/changes">{t('nav.changes')}</Link></p></header>
      <nav class="tabs" aria-label={t('nav.review')}>{KINDS.map((one) => <Link href={`/review?${changed(query, { kind: one, skip: undefined })}`} replace aria-current={one === kind ? 'page' : undefined}>{t(`record.${one}`)}</Link>)}</nav>
      <p class="quiet">{t('review.about')}</p>
      <Await of={found}>{(review) => <Session found={review} onSkip={(id) => !skipped.includes(id) && skip([...skipped, id])} onBack={() => skip(skipped.slice(0, -1))} />}</Await>
    </>
  );
}
