/** Characters that a story should not hold: found, named, and only where they stand for nothing replaced. */
import { problem } from '../story/errors.ts';
import type { Problem, Where } from '../story/errors.ts';

/** C0 and C1 controls but tab, line feed, carriage return; U+0085 (next line) is one of them. */
const CONTROL = /[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;
/** Embeddings, overrides and isolates (Unicode TR9); the plain marks U+200E and U+200F belong to ordinary text. */
const BIDI = /[\u202a-\u202e\u2066-\u2069]/g;
/** NUL, which no text file or database field carries, and halves of surrogate pairs. */
const BROKEN = /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const name = (character: string): string => `U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`;
const names = (text: string, pattern: RegExp): string | undefined => {
  const found = [...new Set(text.match(pattern))].map(name);
  return found.length ? found.slice(0, 5).join(', ') + (found.length > 5 ? ', ...' : '') : undefined;
};

/** Replaces what cannot be kept by U+FFFD, unit by unit, so that offsets stay. */
export const wellFormed = (text: string): string => text.replace(BROKEN, '\ufffd');

/** The problems of a text's characters. None of them keeps it from being read. */
export function characterProblems(text: string, where: Where): Problem[] {
  const found: Problem[] = [];
  const broken = names(text, BROKEN), control = names(text, CONTROL), bidi = names(text, BIDI);
  if (broken) found.push(problem('broken-characters', where, { which: broken }));
  if (control) found.push(problem('control-characters', where, { which: control }));
  if (bidi) found.push(problem('bidi-characters', where, { which: bidi }));
  return found;
}
