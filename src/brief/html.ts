/** A brief as one HTML file that needs nothing else: styles and charts are in it, and no script. */
import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { shown } from '../story/shown.ts';
import type { Block, Brief, Source, Statement } from './document.ts';
import { wordsOf } from './words.ts';
import type { Words } from './words.ts';

type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

const STYLE = `
:root { color-scheme: light dark; --ink: #1b1b1b; --paper: #fff; --dim: #5c5c5c; --line: #d6d6d6; --good: #1a7f4b; --ill: #b3362b; --link: #1d4f91; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e8e8; --paper: #161616; --dim: #a5a5a5; --line: #3a3a3a; --good: #5bc48d; --ill: #ef8579; --link: #8fb8ee; } }
body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { line-height: 1.2; } h2 { margin-top: 2.2rem; border-bottom: 1px solid var(--line); } .dim, figcaption { color: var(--dim); } a { color: var(--link); }
table { border-collapse: collapse; width: 100%; font-size: .93rem; } th, td { border-bottom: 1px solid var(--line); padding: .35rem .6rem; text-align: left; vertical-align: top; } td p { margin: 0 0 .4rem; }
figure { margin: 1rem 0; } svg { width: 100%; height: auto; } .good { fill: var(--good); } .ill { fill: var(--ill); } .axis { stroke: var(--dim); stroke-width: 1; } svg text { fill: var(--dim); font-size: 11px; }
sup a { text-decoration: none; padding: 0 .1em; } ol.sources { font-size: .93rem; padding-left: 2.4rem; } ol.sources li { margin-bottom: .6rem; } :target { outline: 2px solid var(--link); }
@media print { body { max-width: none; margin: 0; } }`;

const cites = (numbers: readonly number[]): Html => html`${numbers.map((n) => html`<sup><a href="#s${n}">[${n}]</a></sup>`)}`;
const say = ({ text, cites: numbers }: Statement): Html => html`<bdi>${shown(text)}</bdi>${cites(numbers)}`;
const cell = ({ text, cites: numbers }: Statement): Html => html`<td>${text.split('\n').filter(Boolean).map((line) => html`<p><bdi>${shown(line)}</bdi></p>`)}${cites(numbers)}</td>`;

const WIDE = 900, HIGH = 180, LEFT = 46, BELOW = 22;

/** Bars up and down from an axis; a step without a value has none. */
function chart({ title, unit, bars }: Extract<Block, { kind: 'chart' }>, { t, number }: Words): Html {
  const values = bars.map(({ value }) => value ?? 0), top = Math.max(0, ...values), low = Math.min(0, ...values), range = top - low || 1;
  const plot = HIGH - BELOW, y = (value: number): number => Math.round(((top - value) / range) * (plot - 10) * 10) / 10 + 5, step = (WIDE - LEFT) / Math.max(1, bars.length);
  const every = Math.ceil(bars.length / 10);
  return html`<figure><svg viewBox="0 0 ${WIDE} ${HIGH}" role="img" aria-label="${shown(title)}">
${bars.map(({ label, value }, i) => {
  const x = Math.round((LEFT + i * step) * 10) / 10, width = Math.max(0.5, Math.round(step * 8) / 10);
  const bar = value === undefined ? '' : html`<rect class="${value < 0 ? 'ill' : 'good'}" x="${x}" y="${Math.min(y(0), y(value))}" width="${width}" height="${Math.max(1, Math.round(Math.abs(y(value) - y(0)) * 10) / 10)}"><title>${shown(label)}: ${number(value, 1)}</title></rect>`;
  return html`${bar}${i % every === 0 ? html`<text x="${x}" y="${HIGH - 6}">${shown(label)}</text>` : ''}`;
})}
<line class="axis" x1="${LEFT}" x2="${WIDE}" y1="${y(0)}" y2="${y(0)}"/><text x="0" y="${y(top) + 8}">${number(top, 1)}</text>${low < 0 ? html`<text x="0" y="${y(low)}">${number(low, 1)}</text>` : ''}
</svg><figcaption>${shown(title)} (${unit}; ${t('chart.gap')})</figcaption></figure>`;
}

function block(one: Block, words: Words): Html {
  switch (one.kind) {
    case 'text': return html`<p>${one.statements.map((statement) => html`${say(statement)} `)}</p>`;
    case 'list': return html`<ul>${one.items.map((item) => html`<li>${say(item)}</li>`)}</ul>`;
    case 'table': return html`<table><thead><tr>${one.head.map((head) => html`<th scope="col">${shown(head)}</th>`)}</tr></thead><tbody>${one.rows.map((row) => html`<tr>${row.map(cell)}</tr>`)}</tbody></table>`;
    case 'chart': return chart(one, words);
  }
}

function source({ n, id, evidence, lang, outlet, date, title, url, story, dataset }: Source, { t, day }: Words): Html {
  const where = [outlet, date && day(date), title && t('source.title', { title }), dataset].filter(Boolean).join(', ');
  const [open = '', close = ''] = t('source.evidence').split('{evidence}');
  const linked = url && /^https?:\/\//i.test(url) ? html`<a href="${url}" rel="noreferrer noopener"><bdi>${shown(where)}</bdi></a>` : html`<bdi>${shown(where)}</bdi>`;
  return html`<li id="s${n}">${evidence ? html`${open}<bdi lang="${lang ?? ''}">${shown(evidence)}</bdi>${close} ` : ''}${linked} <span class="dim">(${id}${story ? `, ${t('source.story', { hash: story.slice(0, 12) })}` : ''})</span></li>`;
}

/** Writes the brief down. */
export async function briefHtml({ lang, title, window, sections, sources }: Brief): Promise<string> {
  const words = wordsOf(lang, (code) => code), { t, day } = words;
  return `${await html`<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${shown(title)}</title><style>${raw(STYLE)}</style></head>
<body><h1><bdi>${shown(title)}</bdi></h1>${window ? html`<p class="dim">${t('period', { from: day(window.from), to: day(window.to) })}</p>` : ''}
${sections.map((section) => html`<section><h2><bdi>${shown(section.title)}</bdi></h2>${section.blocks.map((one) => block(one, words))}</section>
`)}<section><h2>${t('sources')}</h2>${sources.length ? html`<ol class="sources">${sources.map((one) => source(one, words))}</ol>` : html`<p>${t('none')}</p>`}</section>
</body></html>`}\n`;
}
