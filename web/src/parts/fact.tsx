/** One fact, in the reader's language: who and whom, what, how sure, when, whose word it is, and the sentence. */
import { Link } from 'wouter-preact';
import type { Claim, Event, Fact, StoryHead, Tie, Trend } from '../../../src/api/schemas/facts.ts';
import { typeInfo } from '../../../src/ontology/plover.ts';
import { shown } from '../../../src/story/shown.ts';
import { notesOf as told, whenOf } from '../../../src/words/tell.ts';
import type { Words } from '../words.ts';
import { useWords } from '../words.ts';
import { ReviewMark } from '../correct/fact-tools.tsx';
import { Dyad, Party } from './parties.tsx';
import { Sentence } from './text.tsx';

/** A class for the colour of an act: cooperation or conflict, in words or deeds. */
export function toneOf(fact: Fact): string {
  if (fact.kind === 'event') return typeInfo(fact.type).quad.replace(' ', '-');
  return fact.kind === 'trend' ? fact.direction : fact.kind;
}

const EVEN_TIES = new Set(['alliance', 'dispute']);

/** Who a fact is between, each leading on. */
export function Who({ fact }: { fact: Fact }) {
  switch (fact.kind) {
    case 'event': return <Dyad a={fact.source} b={fact.target} arrow={fact.type === 'CONSULT' || fact.mutual ? '↔' : '→'} />;
    case 'claim': return <>{fact.about.map((code, i) => <>{i > 0 && ', '}<Party code={code} /></>)}</>;
    case 'tie': return <Dyad a={fact.a} b={fact.b} arrow={EVEN_TIES.has(fact.tie) ? '↔' : '→'} />;
    case 'trend': return <Dyad a={fact.a} b={fact.b} arrow="↔" />;
  }
}

/** What a fact says, in a word or two. */
export function whatOf(fact: Fact, { term }: Words): string {
  switch (fact.kind) {
    case 'event': return fact.mode ? term('mode', fact.mode) : term('type', fact.type);
    case 'claim': return term('claim', fact.claim);
    case 'tie': return `${term('domain', fact.domain)} · ${term('tie', fact.tie)}`;
    case 'trend': return term('direction', fact.direction);
  }
}

/** The rest of what the sentence says, most telling first. */
function notesOf(fact: Fact, words: Words): string[] {
  const { t } = words;
  if (fact.kind === 'claim') return [shown(fact.speaker === 'unnamed' ? t('fact.says.unnamed') : t('fact.says', { who: fact.speaker }))];
  return fact.kind === 'event' ? told(fact, words).map(shown) : [];
}

/** Outlet, day, language and the story. */
export function Origin({ story, dataset }: { story: StoryHead | undefined; dataset?: string }) {
  const words = useWords();
  if (!story) return <p class="origin">{words.t('fact.dataset')}{dataset && <bdi> {shown(dataset)}</bdi>}</p>;
  return (
    <p class="origin">
      {story.outlet && <bdi class="outlet">{shown(story.outlet)}</bdi>}<time dateTime={story.date}>{words.day(story.date)}</time>
      <abbr class="lang" title={words.term('lang', story.lang)}>{story.lang}</abbr>
      <Link href={`/story/${story.hash}`} lang={story.lang}><bdi>{shown(story.title ?? story.id)}</bdi></Link>
    </p>
  );
}

export const Certainty = ({ value }: { value: number }) => {
  const { t, number } = useWords();
  return <span class="certainty" title={t('fact.confidence')}>{number(value, 2)}</span>;
};

export function FactHead({ fact }: { fact: Fact }) {
  const words = useWords(), when = fact.kind === 'event' || fact.kind === 'trend' ? whenOf(fact, words) : undefined;
  return (
    <p class="head">
      <span class="who"><Who fact={fact} /></span> <span class="what" title={fact.kind === 'event' ? fact.type : undefined}>{whatOf(fact, words)}</span>
      {fact.kind === 'event' && fact.factuality !== 'fact' && <> <span class={`factuality ${fact.factuality}`}>{words.term('factuality', fact.factuality)}</span></>}
      {when && <> <span class="when">{when}</span></>}
      {fact.review && <> <ReviewMark fact={fact} /></>}
    </p>
  );
}

export const Notes = ({ fact }: { fact: Fact }) => {
  const notes = notesOf(fact, useWords());
  return notes.length ? <p class="notes"><bdi>{notes.join(' · ')}</bdi></p> : null;
};

/** A fact in a list. */
export function FactItem({ fact, fresh = false }: { fact: Claim | Event | Tie | Trend; fresh?: boolean }) {
  const { t } = useWords(), told = fact.kind === 'event' ? `/happening/${fact.id}` : fact.story && `/story/${fact.story.hash}?fact=${fact.id}`;
  return (
    <li class={`fact ${toneOf(fact)}${fresh ? ' fresh' : ''}`} id={fact.id}>
      <FactHead fact={fact} />
      <Notes fact={fact} />
      <Sentence fact={fact} />
      <div class="foot"><Origin story={fact.story} dataset={fact.dataset?.name} />{told && <Link class="whole" href={told} aria-label={`${t('open')} ${fact.id}`}>{fact.id}</Link>}</div>
    </li>
  );
}
