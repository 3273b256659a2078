/** The page's views, as HTML made here: every word of a story goes through the template's escaping. */
import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { Asked, Refusal } from '../ledger/ask.ts';
import { TYPES_OF } from '../ledger/ask.ts';
import type { Recorded } from '../ledger/facts.ts';
import type { FactKind } from '../ledger/filter.ts';
import type { StoryRecord } from '../ledger/stories.ts';
import { typeInfo } from '../ontology/plover.ts';
import { describeClaim, describeEvent, describeTie, describeTrend } from '../story/describe.ts';
import type { Description } from '../story/describe.ts';
import { FACTUALITIES } from '../story/facts.ts';
import type { ClaimFact, EventFact, Offsets, TieFact, TrendFact } from '../story/facts.ts';
import { marksOf, numbered, pieces } from '../story/marks.ts';
import type { Numbered } from '../story/marks.ts';
import { shown } from '../story/shown.ts';
import { LANGS } from '../story/story.ts';

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;
type AnyFact = EventFact | ClaimFact | TieFact | TrendFact;

const NAMES: Readonly<Record<string, string>> = { tr: 'Turkish', en: 'English', ru: 'Russian' };
const PLURAL: Readonly<Record<FactKind, string>> = { event: 'Events', claim: 'Claims', tie: 'Ties', trend: 'Trends' };
export const PATHS: Readonly<Record<FactKind, string>> = { event: '/', claim: '/claims', tie: '/ties', trend: '/trends' };
const KINDS = Object.keys(PATHS) as FactKind[];

const DESCRIBE: { [K in FactKind]: (fact: never) => Description } = { event: describeEvent, claim: describeClaim, tie: describeTie, trend: describeTrend };

/** A party's code among other words. */
const CODE = /[A-Z][A-Z0-9]+/g;

/** A class for the colour of an act: cooperation or conflict, in words or deeds. */
const tone = (kind: FactKind, fact: AnyFact): string => {
  if (kind === 'event') return typeInfo((fact as EventFact).type).quad.replace(' ', '-');
  return kind === 'trend' ? (fact as TrendFact).direction : kind;
};

/** The frame around every view. */
const layout = (title: string, active: FactKind | undefined, body: Html): Html => html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/style.css">
</head>
<body>
<a class="skip" href="#main">Skip to the list</a>
<header class="top">
<a class="name" href="/">Dragoman</a>
<nav aria-label="Facts">${KINDS.map((kind) => html`<a href="${PATHS[kind]}"${kind === active ? html` aria-current="page"` : ''}>${PLURAL[kind]}</a>`)}</nav>
</header>
<main id="main">${body}</main>
</body>
</html>`;

/** A sentence with the words that carry source, act, target and speaker marked. `at` is where it begins in its story. */
function sentence(text: string, offsets: Offsets, at: number, lang: string | undefined): Html {
  const fact: Numbered = { number: 1, kind: 'event', index: 0, description: { who: '', what: '', notes: [] }, evidence: text, offsets, confidence: 1 };
  const words = pieces({ start: at, end: at + text.length }, marksOf([fact])).map((piece) => {
    const part = shown(text.slice(piece.start - at, piece.end - at)), role = piece.within.at(-1)?.roles[0]?.role;
    return role ? html`<mark class="${role}">${part}</mark>` : html`${part}`;
  });
  return html`<blockquote${lang ? html` lang="${lang}"` : ''}><bdi>${words}</bdi></blockquote>`;
}

const origin = (story: Recorded<AnyFact>['story']): Html => story
  ? html`<p class="origin"><time datetime="${story.date}">${story.date}</time>${story.outlet ? html` <bdi>${shown(story.outlet)}</bdi>` : ''} <span class="lang">${NAMES[story.lang] ?? story.lang}</span> <a href="/story/${story.hash}">${story.title ? html`<bdi>${shown(story.title)}</bdi>` : 'the story'}</a></p>`
  : html`<p class="origin">from a data set</p>`;

const certainty = (confidence: number): Html => html`<span class="confidence" title="how sure the coder is, 0 to 1">${confidence.toFixed(2)}</span>`;

function factItem(kind: FactKind, { id, story, fact }: Recorded<AnyFact>, nameOf: (code: string) => string): Html {
  const { who, what, factuality, when, notes } = DESCRIBE[kind](fact as never);
  return html`<li class="fact ${tone(kind, fact)}" id="${id}">
<p class="line"><span class="who" title="${who.replace(CODE, nameOf)}">${shown(who)}</span> <span class="what">${what}</span>${factuality ? html` <span class="factuality ${factuality}">${factuality}</span>` : ''}${when ? html` <span class="when">${when}</span>` : ''} ${certainty(fact.confidence)}</p>
${notes.length ? html`<p class="notes"><bdi>${shown(notes.join('; '))}</bdi></p>` : ''}
${fact.evidence ? sentence(fact.evidence, fact.offsets, fact.offsets.sentence.start, story?.lang) : ''}
${origin(story)}
</li>`;
}

/** What the list shows, and how it came to it. */
export interface ListView {
  kind: FactKind;
  asked: Asked;
  refusals: readonly Refusal[];
  rows: readonly Recorded<AnyFact>[];
  total: number;
  /** Whole ledger; zero facts of a kind are said differently from none that fit. */
  inAll: number;
  /** Query string of the next page. */
  next?: string;
  parties: readonly string[];
  /** A party's usual name, by code. */
  nameOf: (code: string) => string;
}

const one = (values: readonly string[] | undefined): string => values?.[0] ?? '';

const select = (name: string, label: string, values: readonly string[], chosen: string, names: Readonly<Record<string, string>> = {}): Html => html`<label>${label}
<select name="${name}"><option value="">any</option>${values.map((value) => html`<option value="${value}"${value.toLowerCase() === chosen.toLowerCase() ? html` selected` : ''}>${names[value] ?? value}</option>`)}</select></label>`;

const field = (name: string, label: string, value: string, hint = '', list = ''): Html =>
  html`<label>${label} <input name="${name}" value="${value}" placeholder="${hint}"${list ? html` list="${list}"` : ''} autocomplete="off" spellcheck="false"></label>`;

const TYPE_LABEL: Readonly<Record<FactKind, string>> = { event: 'Act', claim: 'Kind', tie: 'Domain or kind', trend: 'Direction' };

/** The list of facts of one kind, with the form that narrows it. */
export function listView({ kind, asked, refusals, rows, total, inAll, next, parties, nameOf }: ListView): Html {
  const [first = '', second = ''] = asked.pair?.length ? asked.pair : [one(asked.party)];
  const form = html`<form class="filter" method="get" action="${PATHS[kind]}" role="search">
${field('party', 'Party', first, 'Belarus, BLR, Беларусь', 'parties')}
${field('with', 'and', second, 'any other', 'parties')}
${select('type', TYPE_LABEL[kind], TYPES_OF[kind], one(asked.type))}
${kind === 'event' ? select('factuality', 'How sure', FACTUALITIES, one(asked.factuality)) : ''}
${field('from', 'From', asked.from ?? '', '2024, 2024-05')}
${field('to', 'To', asked.to ?? '', '2025-10-01')}
${kind === 'event' || kind === 'claim' ? field('speaker', 'Speaker', asked.speaker ?? '') : ''}
${field('outlet', 'Outlet', asked.outlet ?? '')}
${select('lang', 'Language', LANGS, one(asked.lang), NAMES)}
${field('text', 'Words', asked.text ?? '', 'sanctions, "telefon görüşmesi"')}
<datalist id="parties">${parties.map((code) => html`<option value="${code}">${nameOf(code)}</option>`)}</datalist>
<p class="buttons"><button>Show</button> <a href="${PATHS[kind]}">Clear</a></p>
</form>`;
  const what = PLURAL[kind].toLowerCase();
  const empty = inAll === 0 ? `This ledger holds no ${what} yet. Read stories into it: dragoman read FILE...` : `No ${what} fit. Widen the search, or clear it.`;
  return layout(`${PLURAL[kind]} – Dragoman`, kind, html`${form}
${refusals.length ? html`<ul class="refusals" role="alert">${refusals.map(({ field: name, message }) => html`<li><b>${name}</b>: ${shown(message)}</li>`)}</ul>` : ''}
<h1>${PLURAL[kind]} <span class="count">${total === inAll ? total : `${total} of ${inAll}`}</span></h1>
${rows.length ? html`<ol class="facts">${rows.map((row) => factItem(kind, row, nameOf))}</ol>` : html`<p class="empty">${empty}</p>`}
${next ? html`<p class="more"><a href="${PATHS[kind]}?${next}" rel="next">Earlier</a></p>` : ''}`);
}

/** One story: its text with the words of its facts marked, and the facts beside each paragraph. */
export function storyView({ story, coded, hash, coder }: StoryRecord): Html {
  const facts = numbered(coded);
  const paragraphs = [...story.text.matchAll(/[^\n]+(?:\n(?!\n)[^\n]+)*/g)].map((match) => {
    const start = match.index, end = start + match[0].length;
    const own = facts.filter(({ offsets }) => offsets.sentence.start >= start && offsets.sentence.start < end);
    const words = pieces({ start, end }, marksOf(own)).map((piece) => {
      const part = shown(story.text.slice(piece.start, piece.end)), role = piece.within.at(-1)?.roles[0]?.role;
      const notes = piece.closing.map((mark) => html`<sup>${mark.roles.map(({ number }) => number).join(' ')}</sup>`);
      return role ? html`<mark class="${role}">${part}</mark>${notes}` : html`${part}${notes}`;
    });
    const listed = own.map(({ number, description: { who, what, factuality, when, notes }, confidence }) => html`<li value="${number}"><span class="who">${shown(who)}</span> <span class="what">${what}</span>${factuality ? html` <span class="factuality ${factuality}">${factuality}</span>` : ''}${when ? html` <span class="when">${when}</span>` : ''} ${certainty(confidence)}${notes.length ? html`<br><span class="notes"><bdi>${shown(notes.join('; '))}</bdi></span>` : ''}</li>`);
    return html`<section class="paragraph"><p lang="${coded.lang}"><bdi>${words}</bdi></p>${listed.length ? html`<ol class="margin">${listed}</ol>` : ''}</section>`;
  });
  const title = shown(story.title ?? story.id);
  return layout(`${title} – Dragoman`, undefined, html`<article class="story">
<p class="origin"><time datetime="${story.date}">${story.date}</time>${story.outlet ? html` <bdi>${shown(story.outlet)}</bdi>` : ''} <span class="lang">${NAMES[coded.lang] ?? coded.lang}</span></p>
<h1 lang="${coded.lang}"><bdi>${title}</bdi></h1>
<p class="legend">Marked: <mark class="source">source</mark> <mark class="type">act</mark> <mark class="target">target</mark> <mark class="speaker">speaker</mark> <mark class="date">date</mark></p>
${paragraphs}
${coded.persons.length ? html`<h2>People named</h2><ul class="people">${coded.persons.map(({ names, country, role }) => html`<li><bdi>${shown(names[0] ?? '')}</bdi> <span class="code">${country}</span>${role ? html` <span class="notes">${shown(role)}</span>` : ''}</li>`)}</ul>` : ''}
<p class="notes">Story ${hash.slice(0, 12)}, coded by ${coder}.${story.url && /^https?:\/\//i.test(story.url) ? html` <a href="${story.url}" rel="noreferrer noopener">As published</a>` : ''}</p>
</article>`);
}

/** A view that says in a sentence why there is no other. */
export const messageView = (title: string, text: string): Html => layout(`${title} – Dragoman`, undefined, html`<h1>${title}</h1><p class="empty">${shown(text)}</p><p><a href="/">To the list</a></p>`);
