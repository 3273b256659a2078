/** Bytes to lines, in constant memory. */

/** One line without its ending (LF or CRLF); `bytes` is absent where it is longer than the cap. */
export interface RawLine {
  /** From 1. */
  number: number;
  bytes?: Buffer;
  /** In bytes, whole, also where it was too long to keep. */
  length: number;
}

const LF = 10, CR = 13;

/**
 * Splits a stream into lines of at most `cap` bytes each; a longer one is passed over, not kept, and reported by its length.
 * Without `blank`, empty lines are counted and not given.
 */
export async function* readLines(source: AsyncIterable<Buffer>, cap: number, { blank = true } = {}): AsyncGenerator<RawLine> {
  let parts: Buffer[] = [], length = 0, number = 1;
  const take = (bytes: Buffer): void => {
    length += bytes.length;
    if (length <= cap) parts.push(bytes);
    else parts = [];
  };
  const line = (): RawLine => {
    let bytes = length <= cap ? Buffer.concat(parts) : undefined;
    if (bytes && bytes.at(-1) === CR) bytes = bytes.subarray(0, -1);
    const made: RawLine = { number: number++, length, ...(bytes && { bytes }) };
    parts = [];
    length = 0;
    return made;
  };
  let open = false;
  for await (const chunk of source) {
    let from = 0;
    for (let at = chunk.indexOf(LF); at >= 0; at = chunk.indexOf(LF, from)) {
      if (!blank && at === from && length === 0) number++;
      else {
        take(chunk.subarray(from, at));
        yield line();
      }
      from = at + 1;
    }
    if (from < chunk.length) take(chunk.subarray(from));
    open = length > 0;
  }
  if (open) yield line();
}

/** Decodes UTF-8 strictly. Returns the text, or the offset of the first byte that is not. */
export function decodeUtf8(bytes: Buffer): { text: string; badByte?: undefined } | { text?: undefined; badByte: number } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    // What can be decoded stands unchanged before the first U+FFFD that was not there.
    const loose = bytes.toString('utf8');
    let offset = 0;
    for (const character of loose) {
      const size = Buffer.byteLength(character);
      if (character === '\ufffd' && !bytes.subarray(offset, offset + 3).equals(Buffer.from('\ufffd'))) return { badByte: offset };
      offset += size;
    }
    return { badByte: offset };
  }
}
