/** Bytes to pieces of whole lines, in constant memory. */

/** About so many bytes to a piece, and the most that a line may have. */
export const PIECE = 1024 * 1024;
const LF = 10;

export interface LinesPiece {
  bytes: Buffer;
  /** From 1. */
  firstLine: number;
  /** The piece is one line that was too long to keep; `bytes` is its beginning. */
  tooLong?: true;
}

/** How many lines there are; one without an ending counts. */
export function countLines(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) lines++;
  return bytes.length && bytes.at(-1) !== LF ? lines + 1 : lines;
}

/** Cuts a stream into pieces that end with a line, which follow from its content alone. The bytes are good until the next piece is asked for. */
export async function* piecesOf(source: AsyncIterable<Buffer>): AsyncGenerator<LinesPiece> {
  const held = Buffer.allocUnsafe(PIECE);
  let length = 0, firstLine = 1, skipping = false;
  for await (const chunk of source) {
    let at = 0;
    while (at < chunk.length) {
      if (skipping) {
        const end = chunk.indexOf(LF, at);
        if (end < 0) break;
        skipping = false;
        at = end + 1;
        continue;
      }
      const taken = chunk.copy(held, length, at);
      at += taken;
      length += taken;
      if (length < PIECE) break;
      const end = held.lastIndexOf(LF) + 1;
      if (end === 0) {
        yield { bytes: held, firstLine: firstLine++, tooLong: true };
        length = 0;
        skipping = true;
        continue;
      }
      const bytes = held.subarray(0, end), lines = countLines(bytes);
      yield { bytes, firstLine };
      firstLine += lines;
      held.copyWithin(0, end, length);
      length -= end;
    }
  }
  if (length) yield { bytes: held.subarray(0, length), firstLine };
}

/** Calls back for every line of a piece that holds anything, without its ending. Returns how many lines there were. */
export function eachLine(bytes: Buffer, firstLine: number, tell: (start: number, end: number, line: number) => void): number {
  let line = firstLine;
  for (let start = 0; start < bytes.length; line++) {
    const found = bytes.indexOf(LF, start), next = found < 0 ? bytes.length : found + 1;
    let end = found < 0 ? bytes.length : found;
    if (end > start && bytes[end - 1] === 13) end--;
    if (end > start) tell(start, end, line);
    start = next;
  }
  return line - firstLine;
}
