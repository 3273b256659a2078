/** A brief as Markdown (CommonMark with tables); charts as rows of marks, so that it is whole without pictures. */
import type { Block, Brief, Source, Statement } from './document.ts';
import { wordsOf } from './words.ts';
import type { Words } from './words.ts';

/** Text as it stands: what Markdown would read as its own is escaped, breaks become spaces. */
const plain = (text: string): string => text.replace(/\s+/g, ' ').trim().replace(/[\\`*_{}[\]<>#|~]/g, '\\$&');
const cites = (numbers: readonly number[]): string => (numbers.length ? ` ${numbers.map((n) => `[\\[${n}\\]](#s${n})`).join('')}` : '');
const say = ({ text, cites: numbers }: Statement): string => `${plain(text)}${cites(numbers)}`;
const cell = ({ text, cites: numbers }: Statement): string => `${text.split('\n').map(plain).filter(Boolean).join('<br>')}${cites(numbers)}`;

const WIDTH = 24;

function chart({ title, unit, bars }: Extract<Block, { kind: 'chart' }>, { t, number }: Words): string {
  const most = Math.max(...bars.map(({ value }) => Math.abs(value ?? 0)), Number.MIN_VALUE), wide = Math.max(...bars.map(({ label }) => label.length), 0);
  const rows = bars.map(({ label, value }) => {
    const mark = value === undefined ? '·' : (value < 0 ? '−' : '+').repeat(Math.max(1, Math.round((Math.abs(value) / most) * WIDTH)));
    return `${label.padEnd(wide)}  ${mark}${value === undefined ? '' : ` ${number(value, 1)}`}`;
  });
  return `**${plain(title)}** (${plain(unit)}; ${t('chart.dot')})\n\n\`\`\`\n${rows.join('\n')}\n\`\`\``;
}

function block(one: Block, words: Words): string {
  switch (one.kind) {
    case 'text': return one.statements.map(say).join(' ');
    case 'list': return one.items.map((item) => `- ${say(item)}`).join('\n');
    case 'table': return [`| ${one.head.map(plain).join(' | ')} |`, `| ${one.head.map(() => '---').join(' | ')} |`, ...one.rows.map((row) => `| ${row.map(cell).join(' | ')} |`)].join('\n');
    case 'chart': return chart(one, words);
  }
}

const address = (url: string): string => url.replace(/[()\\\s<>]/g, (c) => encodeURIComponent(c).replace('(', '%28').replace(')', '%29'));

function source({ n, id, evidence, outlet, date, title, url, story, dataset }: Source, { t, day }: Words): string {
  const where = [outlet, date && day(date), title && t('source.title', { title }), dataset].filter((part): part is string => part !== undefined && part !== '').map(plain).join(', ');
  const linked = url && /^https?:\/\//i.test(url) ? `[${where}](${address(url)})` : where;
  return `<a id="s${n}"></a>**${n}.** ${evidence ? `${t('source.evidence', { evidence: plain(evidence) })} ` : ''}${linked} (${id}${story ? `, ${t('source.story', { hash: story.slice(0, 12) })}` : ''})`;
}

/** Writes the brief down. */
export function briefMarkdown({ lang, title, window, sections, sources }: Brief): string {
  const words = wordsOf(lang, (code) => code), { t, day } = words;
  return `${[
    `# ${plain(title)}${window ? `\n\n${t('period', { from: day(window.from), to: day(window.to) })}` : ''}`,
    ...sections.map((section) => [`## ${plain(section.title)}`, ...section.blocks.map((one) => block(one, words)).filter(Boolean)].join('\n\n')),
    `## ${t('sources')}\n\n${sources.length ? sources.map((one) => source(one, words)).join('\n\n') : t('none')}`,
  ].join('\n\n')}\n`;
}
