/** Facts and stories for a person at a terminal. */
import type { CodedStory } from '../story/facts.ts';
import type { Description } from '../story/describe.ts';
import { marksOf, numbered, pieces } from '../story/marks.ts';
import type { Mark, Numbered, Role } from '../story/marks.ts';
import type { Story } from '../story/story.ts';
import { reviewText } from '../ledger/corrections/review.ts';
import type { Review } from '../ledger/corrections/review.ts';
import type { Recorded, StoryHead } from '../ledger/facts.ts';
import { shown } from '../story/shown.ts';
import { line, width, wrap } from './terminal.ts';
import type { Colours } from './terminal.ts';

/** `2025-10-01 · Harbour Wire · en · a1-en` and the title under it. */
export function heading(story: Pick<StoryHead, 'date' | 'outlet' | 'lang' | 'id' | 'title'>, colours: Colours): string {
  const about = [story.date, story.outlet, story.lang, story.id].filter((part) => part !== undefined && part !== '').map((part) => line(part as string)).join(' · ');
  return story.title ? `${colours.dim(about)}\n${colours.bold(wrap(line(story.title), width()))}` : colours.dim(about);
}

/** One line of who, what, how sure, when, and what an analyst made of it, with the notes under it. */
export function factLines(label: string, { who, what, factuality, when, notes }: Description, confidence: number, colours: Colours, review?: Review): string {
  const sure = [factuality, when].filter(Boolean).join(', ');
  const first = `${colours.dim(label.padEnd(5))} ${colours.bold(line(who).padEnd(11))} ${colours.yellow(line(what))}${sure ? `  ${sure}` : ''}  ${colours.dim(confidence.toFixed(2))}${review ? `  ${colours.green(`(${reviewText(review)})`)}` : ''}`;
  return notes.length ? `${first}\n${wrap(line(notes.join('; ')), width(), '      ')}` : first;
}

/** A fact with its sentence and where it stands: in a story, or in a data set. */
export function recordLines(label: string, description: Description, evidence: string, confidence: number, { story, dataset }: Pick<Recorded<unknown>, 'story' | 'dataset'>, colours: Colours): string {
  const parts = [factLines(label, description, confidence, colours)];
  if (evidence) parts.push(wrap(`“${line(evidence)}”`, width(), '      '));
  if (story) parts.push(`      ${colours.dim([story.date, story.outlet, story.lang, story.id].filter(Boolean).map((part) => line(part as string)).join(' · '))}`);
  if (dataset) parts.push(`      ${colours.dim(line(`data set ${dataset.name} · ${dataset.code}${dataset.id === undefined ? '' : ` · ${dataset.id}`}`))}`);
  return parts.join('\n');
}

const SHORT: Readonly<Record<Role, string>> = { source: 's', type: '', target: 't', speaker: 'w', date: 'd' };

/** What a mark is to whom: `1s 2t`. */
const labels = (mark: Mark): string => mark.roles.map(({ number, role }) => `${number}${SHORT[role]}`).join(' ');

/** A paragraph with its facts marked in place: `[Oslo]{1s} [urged]{1} [Chad]{1t}`; facts with no words of their own stand at their sentence's end. */
function marked(text: string, start: number, end: number, facts: readonly Numbered[], colours: Colours): string {
  const paint: Readonly<Record<Role, (s: string) => string>> = {
    source: colours.cyan, type: colours.yellow, target: colours.magenta, speaker: colours.green, date: colours.blue,
  };
  const marks = marksOf(facts);
  const wordless = facts.filter(({ offsets }) => !offsets.type && !offsets.speaker);
  let out = '';
  for (const piece of pieces({ start, end }, [...marks, ...wordless.map(({ offsets }): Mark => ({ ...offsets.sentence, roles: [] }))])) {
    const real = piece.within.filter((mark) => mark.roles.length);
    const words = shown(text.slice(piece.start, piece.end)), role = real.at(-1)?.roles[0]?.role;
    out += piece.opening.filter((mark) => mark.roles.length).map(() => '[').join('') + (role ? paint[role](words) : words);
    out += piece.closing.filter((mark) => mark.roles.length).map((mark) => `]${colours.dim(`{${labels(mark)}}`)}`).join('');
    const ending = wordless.filter(({ offsets }) => offsets.sentence.end === piece.end);
    if (ending.length) out += colours.dim(`{${ending.map(({ number }) => number).join(' ')}}`);
  }
  return out;
}

/** A story with its facts: marked in the text, and listed under each paragraph. `known` names a fact beside its number, and says what an analyst made of it. */
export function storyLines(story: Pick<Story, 'text'>, coded: CodedStory, colours: Colours, known: (fact: Numbered) => { id: string; review?: Review } = () => ({ id: '' })): string {
  const facts = numbered(coded), blocks = [heading(coded, colours)];
  for (const match of story.text.matchAll(/[^\n]+(?:\n(?!\n)[^\n]+)*/g)) {
    const start = match.index, end = start + match[0].length;
    const own = facts.filter(({ offsets: { sentence } }) => sentence.start >= start && sentence.start < end);
    const listed = own.map((fact) => (({ id, review }) => `  ${factLines([fact.number, id].filter(Boolean).join(' '), fact.description, fact.confidence, colours, review).replace(/\n/g, '\n  ')}`)(known(fact)));
    blocks.push([marked(story.text, start, end, own, colours), ...listed].join('\n'));
  }
  blocks.push(colours.dim(facts.length ? 'In the text: {1} the word that carries fact 1, {1s} its source, {1t} its target, {1w} whose word it is, {1d} its date.' : 'No facts found.'));
  return blocks.join('\n\n');
}
