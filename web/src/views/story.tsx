/** One story: its text with its facts marked, and beside each paragraph what was taken from it; a fact shows why. */
import { useMemo } from 'preact/hooks';
import { Link, useSearchParams } from 'wouter-preact';
import type { Fact, Story } from '../../../src/api/schemas/facts.ts';
import { marksOf } from '../../../src/story/marks.ts';
import { shown } from '../../../src/story/shown.ts';
import { useApi } from '../api.ts';
import { AddFact } from '../correct/add-fact.tsx';
import { FactTools } from '../correct/fact-tools.tsx';
import { Certainty, FactHead, Notes, toneOf } from '../parts/fact.tsx';
import { useOffice } from '../parts/office.tsx';
import { Party } from '../parts/parties.tsx';
import { Await, Empty } from '../parts/states.tsx';
import { Marked, numberedFact } from '../parts/text.tsx';
import { useTitle } from '../title.ts';
import { useWords } from '../words.ts';
import type { Key } from '../words.ts';

const ROLES = ['source', 'type', 'target', 'speaker', 'date'] as const;
const PARAGRAPH = /[^\n]+(?:\n(?!\n)[^\n]+)*/g;

/** Why a fact was coded so: the words that carry each of its parts, and whose word it is. */
export function Why({ fact, text }: { fact: Fact; text: (start: number, end: number) => string }) {
  const words = useWords(), { t, term } = words;
  const details: [string, string][] = [];
  if (fact.kind === 'event') {
    if (fact.chain?.length) details.push([t('fact.chain'), fact.chain.map((one) => (one === 'unnamed' ? t('fact.unnamed') : one)).join(' ← ')]);
    if (fact.place) details.push([t('fact.place'), fact.place]);
    if (fact.numbers?.length) details.push([t('fact.numbers'), fact.numbers.join(', ')]);
    if (fact.quotes?.length) details.push([t('fact.quotes'), fact.quotes.map((quote) => `“${quote}”`).join(' ')]);
  }
  return (
    <div class="why">
      <h3>{t('fact.why')}</h3>
      <dl>
        {ROLES.map((role) => {
          const span = fact.offsets[role];
          return span && <><dt>{t(`role.${role}` as Key)}</dt><dd><mark class={role}><bdi>{shown(text(span.start, span.end))}</bdi></mark></dd></>;
        })}
        {fact.kind === 'event' && <><dt>{t('filter.type')}</dt><dd>{fact.type} · {term('type', fact.type)}{fact.mode ? ` · ${term('mode', fact.mode)}` : ''} <span class="quiet">{term('quad', toneOf(fact))}</span></dd><dt>{t('filter.factuality')}</dt><dd>{term('factuality', fact.factuality)}</dd></>}
        {details.map(([name, value]) => <><dt>{name}</dt><dd><bdi>{shown(value)}</bdi></dd></>)}
        <dt>{t('col.sure')}</dt><dd><Certainty value={fact.confidence} /></dd>
      </dl>
    </div>
  );
}

function Body({ story }: { story: Story }) {
  const { t, day, term } = useWords(), office = useOffice(), [query] = useSearchParams();
  const { text, facts } = story, chosenId = query.get('fact');
  const numbers = useMemo(() => facts.map((fact, i) => numberedFact(fact, i + 1)), [facts]);
  const chosen = facts.findIndex(({ id }) => id === chosenId) + 1 || undefined;
  /** The story with a fact open; with none where it is open already. */
  const hrefOf = (number: number): string => {
    const id = facts[number - 1]?.id;
    return `/story/${story.hash}${id === undefined || id === chosenId ? '' : `?fact=${id}`}`;
  };
  const paragraphs = [...text.matchAll(PARAGRAPH)].map(({ index, 0: all }) => ({ start: index, end: index + all.length }));
  const title = shown(story.title ?? story.id);
  useTitle(title);
  return (
    <article class="story">
      <header>
        <p class="origin">{story.outlet && <bdi class="outlet">{shown(story.outlet)}</bdi>}<time dateTime={story.date}>{day(story.date, 'long')}</time><span>{term('lang', story.lang)}</span></p>
        <h1 lang={story.lang}><bdi>{title}</bdi></h1>
        <p class="legend">{t('story.legend')}: {ROLES.map((role) => <><mark class={role}>{t(`role.${role}` as Key)}</mark> </>)}</p>
        {facts.length === 0 && <Empty>{t('story.nofacts')}</Empty>}
      </header>
      {paragraphs.map(({ start, end }) => {
        const own = numbers.filter(({ offsets }) => offsets.sentence.start >= start && offsets.sentence.start < end);
        return (
          <section class="paragraph">
            <p lang={story.lang}><Marked text={text} span={{ start, end }} marks={marksOf(own)} {...(own.some(({ number }) => number === chosen) && { chosen })} hrefOf={hrefOf} /></p>
            {own.length > 0 && (
              <ol class="margin">
                {own.map(({ number }) => {
                  const fact = facts[number - 1] as Fact, open = number === chosen;
                  return (
                    <li value={number} id={fact.id} class={`${toneOf(fact)}${open ? ' open' : ''}`}>
                      <Link class="number" replace aria-label={`${number}: ${t('fact.why')}`} aria-expanded={open} href={hrefOf(number)}>{number}</Link>
                      <div><FactHead fact={fact} /><Notes fact={fact} />{open && <><Why fact={fact} text={(from, to) => text.slice(from, to)} /><FactTools fact={fact} /></>}</div>
                    </li>
                  );
                })}
              </ol>
            )}
          </section>
        );
      })}
      <AddFact story={story} />
      {story.persons.length > 0 && (
        <section class="people">
          <h2>{t('story.people')}</h2>
          <ul>{story.persons.map(({ names, country, role }) => <li><Link href={`/record?speaker=${encodeURIComponent(names[0] ?? '')}`}><bdi>{shown(names[0] ?? '')}</bdi></Link> <Party code={country} />{role && <span class="quiet">, {office(role)}</span>}</li>)}</ul>
        </section>
      )}
      <p class="colophon"><code>{story.hash.slice(0, 12)}</code> · {t('story.coded', { coder: story.coder })}{story.url && /^https?:\/\//i.test(story.url) && <> · <a href={story.url} rel="noreferrer noopener">{t('story.published')}</a></>}</p>
    </article>
  );
}

export function StoryView({ name }: { name: string }) {
  return <Await whole of={useApi<Story>(`/stories/${encodeURIComponent(name)}`)}>{(story) => <Body key={story.hash} story={story} />}</Await>;
}
