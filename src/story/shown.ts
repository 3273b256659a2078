/** Text as it may be shown to a person, on a terminal or on a page. */

/** Controls (tab and line feed apart), and characters that turn the direction of writing. */
const STEERING = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const escape = (character: string): string => `\\u{${(character.codePointAt(0) as number).toString(16)}}`;

/** Whatever would steer a terminal or turn the writing around stands escaped. Offsets move. */
export const shown = (text: string): string => text.replace(/\r\n/g, '\n').replace(STEERING, escape);
