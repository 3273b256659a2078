/** The model file: a JSON head and the weights, compressed. One file a language, a few megabytes. */
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import type { Lang } from '../story/story.ts';
import { Lemmatizer } from './lemmatizer.ts';
import { Parser } from './parser.ts';
import { Splitter } from './splitter.ts';
import { Tagger } from './tagger.ts';
import { Tagset } from './tagset.ts';
import { layOut } from './weights.ts';
import type { SparseRows } from './weights.ts';
import { WordCache } from './words.ts';

const MAGIC = 0x4e474d44;
export const FORMAT = 1;

/** What the head of the file says. Lists are in the order of their indexes. */
export interface ModelHead {
  format: number;
  lang: Lang;
  upos: string[];
  bundles: string[];
  byUpos: number[][];
  labels: string[];
  scripts: string[];
  /** Byte lengths of the sections, in the order they follow. */
  sections: { name: string; length: number }[];
}

/** A loaded model: one of each, sharing one cache of words. */
export interface Model {
  readonly lang: Lang;
  readonly words: WordCache;
  readonly splitter: Splitter;
  readonly tagger: Tagger;
  readonly lemmatizer: Lemmatizer;
  readonly parser: Parser;
}

export interface Section {
  name: string;
  bytes: Uint8Array;
}

/** Writes unsigned numbers, small ones in few bytes. */
class ByteWriter {
  #bytes = new Uint8Array(1 << 16);
  #length = 0;

  byte(value: number): void {
    if (this.#length === this.#bytes.length) {
      const wider = new Uint8Array(this.#length * 2);
      wider.set(this.#bytes);
      this.#bytes = wider;
    }
    this.#bytes[this.#length++] = value;
  }

  /** LEB128. */
  number(value: number): void {
    let v = value >>> 0;
    while (v >= 0x80) {
      this.byte((v & 0x7f) | 0x80);
      v >>>= 7;
    }
    this.byte(v);
  }

  done(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }
}

class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }
  byte(): number {
    if (this.#at >= this.#bytes.length) throw new Error('model file: section ends early');
    return this.#bytes[this.#at++];
  }
  number(): number {
    let value = 0;
    let shift = 0;
    let b = this.byte();
    while (b & 0x80) {
      value |= (b & 0x7f) << shift;
      shift += 7;
      b = this.byte();
    }
    return (value | (b << shift)) >>> 0;
  }
  view(length: number): Uint8Array {
    const from = this.#at;
    this.#at += length;
    if (this.#at > this.#bytes.length) throw new Error('model file: section ends early');
    return this.#bytes.subarray(from, this.#at);
  }
}

/** Sparse rows as bytes: keys as gaps, then row lengths, then classes, then weights, each by themselves to compress well. */
export function packRows(rows: SparseRows): Uint8Array {
  const out = new ByteWriter();
  out.number(rows.classes);
  out.number(rows.keys.length);
  out.number(rows.cells.length);
  let last = 0;
  for (const key of rows.keys) {
    out.number((key >>> 0) - last);
    last = key >>> 0;
  }
  for (const length of rows.lengths) out.number(length);
  for (const cell of rows.cells) {
    if (rows.classes > 256) out.byte(cell >> 8);
  }
  for (const cell of rows.cells) out.byte(cell & 0xff);
  for (const value of rows.values) out.byte(value & 0xff);
  return out.done();
}

function unpackRows(bytes: Uint8Array): SparseRows {
  const reader = new ByteReader(bytes);
  const classes = reader.number();
  const count = reader.number();
  const cellCount = reader.number();
  const keys = new Int32Array(count);
  let last = 0;
  for (let i = 0; i < count; i++) {
    last += reader.number();
    keys[i] = last | 0;
  }
  const lengths = new Uint16Array(count);
  for (let i = 0; i < count; i++) lengths[i] = reader.number();
  let cells: Uint8Array | Uint16Array;
  if (classes > 256) {
    const high = reader.view(cellCount);
    const low = reader.view(cellCount);
    cells = new Uint16Array(cellCount);
    for (let i = 0; i < cellCount; i++) cells[i] = (high[i] << 8) | low[i];
  } else cells = new Uint8Array(reader.view(cellCount));
  const values = new Int8Array(reader.view(cellCount));
  return { classes, keys, lengths, cells, values };
}

export function packSet(set: ReadonlySet<number>): Uint8Array {
  const out = new ByteWriter();
  const keys = [...set].map((k) => k >>> 0).sort((a, b) => a - b);
  out.number(keys.length);
  let last = 0;
  for (const key of keys) {
    out.number(key - last);
    last = key;
  }
  return out.done();
}

function unpackSet(bytes: Uint8Array): Set<number> {
  const reader = new ByteReader(bytes);
  const count = reader.number();
  const out = new Set<number>();
  let last = 0;
  for (let i = 0; i < count; i++) {
    last += reader.number();
    out.add(last | 0);
  }
  return out;
}

export function packLists(lists: ReadonlyMap<number, ArrayLike<number>>): Uint8Array {
  const out = new ByteWriter();
  const keys = [...lists.keys()].sort((a, b) => (a >>> 0) - (b >>> 0));
  out.number(keys.length);
  let last = 0;
  for (const key of keys) {
    out.number((key >>> 0) - last);
    last = key >>> 0;
    const list = lists.get(key) ?? [];
    out.number(list.length);
    for (let i = 0; i < list.length; i++) out.number(list[i]);
  }
  return out.done();
}

function unpackLists(bytes: Uint8Array): Map<number, Uint16Array> {
  const reader = new ByteReader(bytes);
  const count = reader.number();
  const out = new Map<number, Uint16Array>();
  let last = 0;
  for (let i = 0; i < count; i++) {
    last += reader.number();
    const list = new Uint16Array(reader.number());
    for (let k = 0; k < list.length; k++) list[k] = reader.number();
    out.set(last | 0, list);
  }
  return out;
}

/** The whole file. The same head and sections make the same bytes. */
export function writeModel(head: Omit<ModelHead, 'sections' | 'format'>, sections: readonly Section[]): Uint8Array {
  const full: ModelHead = { ...head, format: FORMAT, sections: sections.map((s) => ({ name: s.name, length: s.bytes.length })) };
  const headBytes = Buffer.from(JSON.stringify(full), 'utf8');
  const lead = Buffer.alloc(8);
  lead.writeUInt32LE(MAGIC, 0);
  lead.writeUInt32LE(headBytes.length, 4);
  const raw = Buffer.concat([lead, headBytes, ...sections.map((s) => s.bytes)]);
  return brotliCompressSync(raw, { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length } });
}

/**
 * Reads a model file, or what was in it before it was compressed.
 * @throws Error where the bytes are no model of this format
 */
export function readModel(bytes: Uint8Array): Model {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const raw = file.length >= 8 && file.readUInt32LE(0) === MAGIC ? file : brotliDecompressSync(file);
  if (raw.length < 8 || raw.readUInt32LE(0) !== MAGIC) throw new Error('not a model file');
  const headLength = raw.readUInt32LE(4);
  const head = JSON.parse(raw.subarray(8, 8 + headLength).toString('utf8')) as ModelHead;
  if (head.format !== FORMAT) throw new Error(`model format ${head.format}, this program reads ${FORMAT}`);
  const sections = new Map<string, Uint8Array>();
  let offset = 8 + headLength;
  for (const { name, length } of head.sections) {
    sections.set(name, raw.subarray(offset, offset + length));
    offset += length;
  }
  const section = (name: string): Uint8Array => {
    const found = sections.get(name);
    if (!found) throw new Error(`model file lacks its section ${name}`);
    return found;
  };
  const tags = new Tagset(head.upos, head.bundles, head.byUpos);
  const [split, upos, feats, lemma, parse] = layOut(['split', 'upos', 'feats', 'lemma', 'parse'].map((name) => unpackRows(section(name))));
  return {
    lang: head.lang,
    words: new WordCache(head.lang, unpackSet(section('words')), 30000),
    splitter: new Splitter(split, unpackSet(section('endings'))),
    tagger: new Tagger(tags, upos, feats, true),
    lemmatizer: new Lemmatizer(head.lang, head.scripts, lemma, unpackLists(section('candidates')), unpackLists(section('listed')), unpackSet(section('lemmas'))),
    parser: new Parser(head.labels, parse),
  };
}
